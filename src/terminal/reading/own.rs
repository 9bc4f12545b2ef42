//! A long text page by page.

use std::io;

use super::pages::Pages;
use crate::terminal::{Expect, Person, Reply};

/// Shows a text page by page and lets the person go back, on and search in it. `blocks` makes the text for a width; it
/// is called again when the window was resized, as `height` is, which returns the rows of the window. What fits on one
/// page is printed without a question. Returns whether it was interrupted.
pub(crate) fn read_by_pages(
    person: &mut Person,
    height: &dyn Fn() -> usize,
    blocks: &dyn Fn(usize) -> Vec<String>,
) -> io::Result<bool> {
    read(person, height, blocks, true)
}

/// The same with a text that something follows: its last page is no place to stop at.
pub(crate) fn pass_by_pages(
    person: &mut Person,
    height: &dyn Fn() -> usize,
    blocks: &dyn Fn(usize) -> Vec<String>,
) -> io::Result<bool> {
    // What follows is a prompt below an empty row.
    read(person, &|| height().saturating_sub(1), blocks, false)
}

/// `asks_last`: whether the last page is asked at.
fn read(
    person: &mut Person,
    height: &dyn Fn() -> usize,
    blocks: &dyn Fn(usize) -> Vec<String>,
    asks_last: bool,
) -> io::Result<bool> {
    // One row is for the prompt.
    let measure = |person: &Person| (person.width(), height().saturating_sub(1).max(2));
    let mut size = measure(person);
    let mut pages = Pages::new(&blocks(size.0), size.1);
    person.say(&pages.text(0))?;
    if pages.len() < 2 {
        return Ok(false);
    }
    let mut at = 0;
    loop {
        let of = pages.len();
        if at + 1 >= of && !asks_last {
            return Ok(false);
        }
        let reply = person.ask(&|width| prompt(at + 1, of, width), &Expect::Page)?;
        let now = measure(person);
        if now != size {
            size = now;
            let block = pages.block(at);
            pages = Pages::new(&blocks(size.0), size.1);
            at = pages.page_of(block);
        }
        let last = pages.len().saturating_sub(1);
        at = match reply {
            Reply::Next if at >= last => return Ok(false),
            Reply::Next => at + 1,
            Reply::Previous if at == 0 => {
                person.tell("This is the first page.")?;
                continue;
            }
            Reply::Previous => at - 1,
            Reply::Again => at,
            Reply::Find(words) => match pages.find(&words, at) {
                None => {
                    person.tell(&format!("\"{words}\" is nowhere in this text."))?;
                    continue;
                }
                Some(found) if found == at => {
                    person.tell(&format!("\"{words}\" is on no other page."))?;
                    continue;
                }
                Some(found) => found,
            },
            Reply::Help => {
                person.tell("Enter goes on, b goes back, r shows the page again, / and a word and Enter finds the next page with it, q or Esc stops.")?;
                continue;
            }
            Reply::Interrupted => return Ok(true),
            _ => return Ok(false),
        };
        person.say(&format!("\n{}", pages.text(at)))?;
    }
}

/// With a word to search typed after it, it fits into the window.
fn prompt(number: usize, of: usize, width: usize) -> String {
    let enter = if number == of { "done" } else { "next" };
    let prompts = [
        format!("Page {number} of {of}   Enter: {enter}   b: back   /: search   q: stop  "),
        format!("Page {number} of {of}: Enter b / q (?): "),
        format!("{number}/{of} Enter b / q: "),
    ];
    let fits = |prompt: &String| prompt.len() + Expect::MOST_SEARCHED <= width;
    prompts.into_iter().find(fits).unwrap_or_else(|| format!("{number}/{of} (?): "))
}

#[cfg(test)]
mod tests {
    use super::prompt;
    use crate::terminal::Expect;

    #[test]
    fn a_prompt_leaves_room_for_a_word() {
        for width in [39, 60, 79, 88] {
            for (number, of) in [(1, 2), (99, 99)] {
                let prompt = prompt(number, of, width);
                assert!(
                    prompt.len() + Expect::MOST_SEARCHED <= width && prompt.contains("Enter"),
                    "{prompt}"
                );
            }
        }
    }
}
