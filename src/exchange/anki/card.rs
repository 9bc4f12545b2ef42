//! The two sides of a card as the parts of a question: our own cards by their classes, others by how people write
//! multiple choice on cards, options as a list or with letters in front, the right letter or text on the back.

use super::html::{Element, elements};
use crate::exchange::html::plain;
use crate::exchange::intake::{OptionDraft, short, tidied};
use crate::exchange::keys::{Choice, Habit, read};
use crate::exchange::text::{letter_index, split_source};

/// What the cards say.
#[derive(Debug, Default)]
pub(super) struct Card {
    pub(super) stem: String,
    pub(super) options: Vec<OptionDraft>,
    pub(super) fixed: bool,
    pub(super) explanation: String,
    pub(super) source: String,
    /// What the back of a foreign card says, before it is known how its file answers.
    pub(super) answer: Option<String>,
    /// The title of the topic.
    pub(super) topic: String,
    /// What the text had besides words.
    pub(super) lost: Vec<&'static str>,
}

/// Longer than both sides of any question together.
const LONGEST: usize = 1_000_000;

impl Card {
    /// Reads the HTML of both sides, or says why they are no question.
    pub(super) fn read(front: &str, back: &str) -> Result<Self, String> {
        if front.len() + back.len() > LONGEST {
            return Err(String::from("the card is too long for a question"));
        }
        let mut card = Self::default();
        card.read_front(front);
        if card.options.is_empty() {
            return Err(String::from("the front of the card lists no options to choose from"));
        }
        if back.contains("gp-key") {
            card.read_own_back(back)?;
        } else {
            card.read_other_back(back);
        }
        Ok(card)
    }

    /// The words of some HTML; what else it has is noted.
    pub(super) fn text(&mut self, html: &str) -> String {
        let plain = plain(html);
        self.lost.extend(plain.lost);
        plain.text
    }

    fn read_front(&mut self, front: &str) {
        let elements = elements(front);
        let list = elements
            .iter()
            .find(|element| element.is("gp-options"))
            .or_else(|| elements.iter().find(|element| element.is_list()));
        let texts: Vec<String> = match list {
            Some(list) => {
                let stem = elements.iter().find(|element| element.is("gp-stem"));
                self.stem = self.text(stem.map_or(&front[..list.start], |stem| stem.inner));
                self.fixed = list.is("gp-fixed");
                let items: Vec<&Element<'_>> = elements
                    .iter()
                    .filter(|element| element.name.eq_ignore_ascii_case("li") && list.holds(element))
                    .collect();
                items.iter().map(|item| self.text(item.inner)).collect()
            }
            None => self.read_lines(front),
        };
        let option = |text| OptionDraft { text, right: false, why: String::new() };
        self.options = texts.into_iter().map(option).collect();
    }

    /// Options as lines that begin with `A)`, `A.` and so on; what comes before is the question.
    fn read_lines(&mut self, front: &str) -> Vec<String> {
        let text = self.text(front);
        let mut options: Vec<String> = vec![];
        for line in text.lines() {
            match lettered(line).filter(|(number, _)| *number == options.len()) {
                Some((_, text)) => options.push(text.to_owned()),
                None => match options.last_mut() {
                    Some(option) => *option = format!("{option}\n{line}"),
                    None => self.stem = format!("{}\n{line}", self.stem),
                },
            }
        }
        options
    }

    fn read_own_back(&mut self, back: &str) -> Result<(), String> {
        for element in elements(back) {
            let text = self.text(element.inner);
            if element.is("gp-key") {
                let number = self.lettered_option(&text)?;
                self.options[number].right = true;
            } else if element.is("gp-why") {
                let text = text.strip_prefix("Not ").unwrap_or(&text);
                let (number, why) =
                    lettered(text).filter(|(number, _)| *number < self.options.len()).ok_or_else(|| {
                        format!("a reason on the back belongs to no option: \"{}\"", short(text))
                    })?;
                why.clone_into(&mut self.options[number].why);
            } else if element.is("gp-explanation") {
                self.explanation = text;
            } else if element.is("gp-source") {
                text.strip_prefix("Source: ").unwrap_or(&text).clone_into(&mut self.source);
            } else if element.is("gp-topic") {
                self.topic = text;
            }
        }
        Ok(())
    }

    fn read_other_back(&mut self, back: &str) {
        let text = self.text(back);
        let (first, rest) = text.split_once('\n').unwrap_or((&text, ""));
        self.answer = Some(first.to_owned());
        (self.explanation, self.source) = split_source(rest);
    }

    /// The options as an answer can mean them.
    pub(super) fn choices(&self) -> Vec<Choice<'_>> {
        self.options.iter().enumerate().map(|(at, option)| (at, option.text.as_str())).collect()
    }

    /// Takes the answer as the answers of its file are meant.
    pub(super) fn settle(&mut self, habit: Habit) -> Result<(), String> {
        let Some(answer) = &self.answer else { return Ok(()) };
        for number in read(answer, &self.choices(), habit, false)? {
            self.options[number].right = true;
        }
        Ok(())
    }

    /// The option that `B. text` means. Where letter and text mean two, nobody knows which was meant.
    fn lettered_option(&self, text: &str) -> Result<usize, String> {
        let (number, rest) =
            lettered(text).ok_or_else(|| format!("the answer \"{}\" has no letter", short(text)))?;
        let Some(option) = self.options.get(number) else {
            return Err(format!("the answer \"{}\" names an option that is not there", short(text)));
        };
        if !rest.is_empty() && tidied(rest) != tidied(&option.text) {
            return Err(format!(
                "the answer \"{}\" does not read like the option with its letter",
                short(text)
            ));
        }
        Ok(number)
    }
}

/// `B. text` or `B) text` as a number and the text.
fn lettered(line: &str) -> Option<(usize, &str)> {
    let (letters, rest) = line.split_once(['.', ')'])?;
    if !(rest.is_empty() || rest.starts_with([' ', '\u{a0}', '\n'])) {
        return None;
    }
    Some((letter_index(letters).filter(|_| letters.len() <= 2)?, rest.strip_prefix(' ').unwrap_or(rest)))
}
