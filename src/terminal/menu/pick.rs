//! A menu with keys: arrows, digits, Enter, Escape.

use std::io;
use std::time::Duration;

use console::Term;

use super::choice::{Choice, Leaving};
use super::rows::{Drawing, FEWEST_ROWS, height};
use crate::terminal::keyboard::{Key, Keyboard, Waited};
use crate::terminal::keys::Keys;
use crate::terminal::mode;

/// How often to look whether the window has another size.
const LOOK: Duration = Duration::from_millis(250);

/// Keys that follow each other faster than this were pasted.
const QUIET: Duration = Duration::from_millis(25);

/// Shows a menu until something is chosen, and takes it off the screen. `None` if the window became too small for it.
pub(super) fn pick(prompt: &str, items: &[String], leaving: Leaving) -> io::Result<Option<Choice>> {
    // Held while the menu is shown: no echo disturbs its rows, and Ctrl-C is a key. What was typed ahead is forgotten.
    let mut quiet = Keys::new()?;
    if quiet.forget()? {
        return Ok(Some(Choice::Interrupted));
    }
    let mut keyboard = Keyboard::default();
    let term = Term::stderr();
    let mut drawing = Drawing { prompt, items, leaving, at: 0, digit: None, is_warned: false };
    let mut shown = vec![];
    loop {
        let size = term.size();
        wipe(&term, &shown)?;
        if size.0 < FEWEST_ROWS {
            return Ok(None);
        }
        shown = drawing.rows(usize::from(size.0), usize::from(size.1));
        for row in &shown {
            term.write_line(row)?;
        }
        term.flush()?;
        let key = loop {
            match keyboard.wait(LOOK)? {
                Waited::Key(key) => break key,
                Waited::Nothing if !mode::is_there() => break Key::End,
                Waited::Nothing if mode::quieten()? || term.size() != size => break Key::Other,
                Waited::Nothing => {}
                Waited::Gone => break Key::End,
            }
        };
        // Nobody presses a letter and more at once; held arrows are that fast.
        let is_letter = matches!(key, Key::Char(_) | Key::Enter | Key::Other);
        let key = match if is_letter { behind(&mut keyboard)? } else { None } {
            Some(Key::Interrupt) => Key::Interrupt,
            Some(_) => Key::Other,
            None => key,
        };
        if let Some(choice) = drawing.press(key) {
            wipe(&term, &shown)?;
            return Ok(Some(choice));
        }
    }
}

/// Takes the rows of a menu off the screen.
fn wipe(term: &Term, rows: &[String]) -> io::Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    term.clear_last_lines(height(rows, usize::from(term.size().1)))
}

/// The last of the keys that follow at once, or Ctrl-C if it is among them.
fn behind(keyboard: &mut Keyboard) -> io::Result<Option<Key>> {
    let mut last = None;
    while let Waited::Key(key) = keyboard.wait(QUIET)? {
        last = Some(key);
        if key == Key::Interrupt {
            break;
        }
    }
    Ok(last)
}

impl Drawing<'_> {
    /// What a key does: `None` if the menu goes on.
    fn press(&mut self, key: Key) -> Option<Choice> {
        let last = self.items.len() - 1;
        let digit = self.digit.take();
        let was_warned = std::mem::replace(&mut self.is_warned, false);
        match key {
            Key::Interrupt => return Some(Choice::Interrupted),
            Key::End => return Some(Choice::Left),
            Key::Enter | Key::Char(' ') => return Some(Choice::Item(self.at)),
            Key::Down | Key::Char('j') => self.at = if self.at == last { 0 } else { self.at + 1 },
            Key::Up | Key::Char('k') => self.at = self.at.checked_sub(1).unwrap_or(last),
            Key::Forward => self.at = last,
            Key::Char(c) if c.is_ascii_digit() => return self.type_digit(digit, c as usize - '0' as usize),
            Key::Char('q' | 'Q') => return Some(Choice::Left),
            // A half-typed number is taken back first.
            Key::Escape | Key::Backspace if digit.is_some() => {}
            Key::Escape if self.leaving == Leaving::Program && !was_warned => self.is_warned = true,
            Key::Escape => return Some(Choice::Left),
            Key::Back | Key::Backspace if self.leaving == Leaving::Back => return Some(Choice::Left),
            _ => {}
        }
        None
    }

    /// A digit chooses at once, unless it begins a number of two digits that there is, too.
    fn type_digit(&mut self, before: Option<usize>, digit: usize) -> Option<Choice> {
        let number = before.unwrap_or(0) * 10 + digit;
        if !(1..=self.items.len()).contains(&number) {
            return None;
        }
        self.at = number - 1;
        if number * 10 > self.items.len() {
            return Some(Choice::Item(self.at));
        }
        self.digit = Some(number);
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Presses keys in a menu of so many items, and gives where the pointer is or what was chosen.
    #[track_caller]
    fn check(items: usize, leaving: Leaving, keys: &[Key], expected: Result<Choice, usize>) {
        let items = vec![String::from("item"); items];
        let mut drawing =
            Drawing { prompt: "", items: &items, leaving, at: 0, digit: None, is_warned: false };
        let chosen = keys.iter().find_map(|key| drawing.press(*key));
        assert_eq!(chosen.ok_or(drawing.at), expected, "{keys:?}");
    }

    #[test]
    fn keys_move_choose_and_leave() {
        use Choice::{Interrupted, Item, Left};
        use Key::{Back, Char, Down, End, Enter, Escape, Forward, Interrupt, Other, Up};
        use Leaving::{Back as Step, Program};
        for leaving in [Step, Program] {
            check(3, leaving, &[Down, Down], Err(2));
            check(3, leaving, &[Down, Down, Down], Err(0));
            check(3, leaving, &[Up, Enter], Ok(Item(2)));
            check(3, leaving, &[Forward], Err(2));
            check(3, leaving, &[Char('2')], Ok(Item(1)));
            check(3, leaving, &[Char('4'), Char('0'), Char('x'), Other], Err(0));
            check(3, leaving, &[Char('q')], Ok(Left));
            check(3, leaving, &[End], Ok(Left));
            check(3, leaving, &[Interrupt], Ok(Interrupted));
        }
        check(3, Step, &[Escape], Ok(Left));
        check(3, Step, &[Back], Ok(Left));
        check(3, Program, &[Back], Err(0));
        check(3, Program, &[Escape], Err(0));
        check(3, Program, &[Escape, Escape], Ok(Left));
        check(3, Program, &[Escape, Down, Escape], Err(1));
    }

    #[test]
    fn numbers_of_two_digits_are_typed_as_they_are_read() {
        use Key::{Char, Enter, Escape};
        let check = |keys: &[Key], expected| check(21, Leaving::Back, keys, expected);
        check(&[Char('3')], Ok(Choice::Item(2)));
        check(&[Char('1')], Err(0));
        check(&[Char('2')], Err(1));
        check(&[Char('2'), Enter], Ok(Choice::Item(1)));
        check(&[Char('1'), Char('2')], Ok(Choice::Item(11)));
        check(&[Char('2'), Char('5')], Err(1));
        check(&[Char('2'), Escape], Err(1));
        check(&[Char('2'), Escape, Char('3')], Ok(Choice::Item(2)));
    }
}
