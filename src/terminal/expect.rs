//! What can be typed at each prompt and what it means, for keys and for lines.

use super::reply::{Reply, letter};

/// What is expected at a prompt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Expect {
    /// An answer: one of `options`, or several of them.
    Answer { options: usize, several: bool },
    /// Enter, to continue after the explanation.
    Next,
    /// In an exam: an answer, or where to go.
    Exam { options: usize, several: bool },
    /// In an exam: where to go from the review screen.
    Overview,
    /// Yes or no: one key, or a line.
    Sure,
    /// Enter, to continue reading.
    More,
    /// Enter, to go back to the menu, or a key for what was wrong.
    Menu,
    /// At a page of a long text: where to go.
    Page,
    /// At a question of an exam that is gone over: where to go.
    GoOver,
}

impl Expect {
    /// The most characters that are searched for.
    pub(crate) const MOST_SEARCHED: usize = 18;

    /// The option that a character names, if it names one.
    pub(crate) fn option(&self, c: char) -> Option<usize> {
        let place = match c.to_ascii_lowercase() {
            letter @ 'a'..='h' => letter as usize - 'a' as usize,
            digit @ '1'..='8' => digit as usize - '1' as usize,
            _ => return None,
        };
        (place < self.options()).then_some(place)
    }

    /// How many options there are to choose from.
    pub(super) fn options(&self) -> usize {
        match self {
            Self::Answer { options, .. } | Self::Exam { options, .. } => *options,
            _ => 0,
        }
    }

    pub(crate) fn wants_several(&self) -> bool {
        matches!(self, Self::Answer { several: true, .. } | Self::Exam { several: true, .. })
    }

    /// What Escape does: one step back, where there is one. At a question it does nothing: nothing is left by accident.
    pub(super) fn escape(&self) -> Option<Reply> {
        match self {
            Self::More | Self::Menu | Self::Overview => Some(Reply::Previous),
            Self::Page | Self::GoOver => Some(Reply::Quit),
            Self::Sure => Some(Reply::No),
            Self::Answer { .. } | Self::Exam { .. } | Self::Next => None,
        }
    }

    /// Whether the prompt only waits to continue. In a pipe such prompts are left out.
    pub(crate) fn is_pause(&self) -> bool {
        matches!(self, Self::Next | Self::More | Self::Menu)
    }

    /// Whether Enter and the space bar go on.
    pub(super) fn goes_on(&self) -> bool {
        self.is_pause() || self.is_page()
    }

    fn is_page(&self) -> bool {
        matches!(self, Self::Page | Self::GoOver)
    }

    fn is_question(&self) -> bool {
        matches!(self, Self::Answer { .. } | Self::Exam { .. })
    }

    /// The command of a single character. Callers try [`Self::option`] first: with six options `f` is an option, and
    /// only `*` flags.
    pub(crate) fn command(&self, c: char) -> Option<Reply> {
        let c = c.to_ascii_lowercase();
        Some(match (self, c) {
            (Self::Sure, 'y') => Reply::Yes,
            (Self::Sure, 'n') => Reply::No,
            (Self::Sure, _) => return None,
            (_, 'q') => Reply::Quit,
            (Self::Menu, 'w') => Reply::Why,
            (Self::Menu, 'a') => Reply::All,
            (Self::More | Self::Menu, _) => return None,
            (_, '?') => Reply::Help,
            (Self::Page | Self::GoOver, ' ' | 'n') => Reply::Next,
            (Self::Page | Self::GoOver, 'b' | 'p') => Reply::Previous,
            (Self::GoOver, 'a') => Reply::All,
            (Self::Exam { .. } | Self::Overview, 'n') | (Self::Exam { .. }, 's') => Reply::Next,
            (Self::Exam { .. } | Self::Overview, 'x') => Reply::HandIn,
            (Self::Exam { .. } | Self::Overview, 'p') => Reply::Previous,
            (Self::Exam { .. }, '-') => Reply::Clear,
            (_, 'r') => Reply::Again,
            (Self::Overview | Self::Page, _) => return None,
            (_, 'f' | '*') => Reply::Flag,
            (Self::Exam { .. }, 'l') => Reply::FlagLast,
            (Self::Answer { .. } | Self::Next, 'u') => Reply::Undo,
            (Self::Answer { .. } | Self::Next | Self::GoOver, 'g') => Reply::Guess,
            (Self::Next | Self::GoOver, 'w') => Reply::Why,
            (Self::Answer { .. }, 's') => Reply::Skip,
            _ => return None,
        })
    }

    /// The text that a key begins if a number or words have to be typed behind it, up to Enter. No letter of an option
    /// begins a number.
    pub(super) fn entry(&self, c: char) -> Option<String> {
        match self {
            Self::Exam { .. } | Self::Overview | Self::GoOver if matches!(c, 'j' | 'J' | '#') => {
                Some(String::from("j "))
            }
            Self::Overview if c.is_ascii_digit() => Some(format!("j {c}")),
            Self::Page | Self::GoOver if c == '/' => Some(c.to_string()),
            Self::Overview if matches!(c, 'f' | 'F' | '*') => Some(String::from("f ")),
            _ => None,
        }
    }

    /// What a whole line means.
    pub(crate) fn line(&self, line: &str) -> Reply {
        let line = line.trim();
        let mut chars = line.chars();
        if let (Some(c), None) = (chars.next(), chars.next()) {
            if let Some(option) = self.option(c) {
                return Reply::Options(vec![option]);
            }
            if let Some(command) = self.command(c) {
                return command;
            }
        }
        if self.is_page()
            && let Some(words) = line.strip_prefix('/').map(str::trim).filter(|words| !words.is_empty())
        {
            return Reply::Find(words.to_owned());
        }
        let word = line.to_lowercase();
        if let Some(reply) = self.word(&word).or_else(|| self.number(&word)) {
            return reply;
        }
        if self.wants_several() {
            let named = line.split(|c: char| c == ',' || c.is_whitespace()).flat_map(|part| {
                // "ac" and "a c" both name two; "and" names none.
                let part = if part.eq_ignore_ascii_case("and") { "" } else { part };
                part.chars().collect::<Vec<_>>()
            });
            let places: Option<Vec<usize>> = named.map(|c| self.option(c)).collect();
            if let Some(mut places) = places.filter(|places| !places.is_empty()) {
                places.sort_unstable();
                places.dedup();
                return Reply::Options(places);
            }
        }
        Reply::Unknown(line.to_owned())
    }

    fn word(&self, word: &str) -> Option<Reply> {
        let is_exam = matches!(self, Self::Exam { .. } | Self::Overview);
        Some(match word {
            "y" | "yes" if *self == Self::Sure => Reply::Yes,
            "" | "n" | "no" if *self == Self::Sure => Reply::No,
            "quit" | "exit" | "stop" => Reply::Quit,
            _ if *self == Self::Sure => return None,
            "back" | "previous" if self.is_page() => Reply::Previous,
            "all" if *self == Self::GoOver => Reply::All,
            "flag" if !matches!(self, Self::Overview | Self::Page) => Reply::Flag,
            "guess" if matches!(self, Self::Answer { .. } | Self::Next | Self::GoOver) => Reply::Guess,
            "why" if matches!(self, Self::Next | Self::GoOver) => Reply::Why,
            "skip" if matches!(self, Self::Answer { .. }) => Reply::Skip,
            "skip" if matches!(self, Self::Exam { .. }) => Reply::Next,
            "undo" if matches!(self, Self::Answer { .. } | Self::Next) => Reply::Undo,
            "clear" if is_exam && self.is_question() => Reply::Clear,
            "again" | "repeat" => Reply::Again,
            "hand in" | "review" | "submit" if is_exam => Reply::HandIn,
            "previous" | "back" if is_exam => Reply::Previous,
            "next" if is_exam => Reply::Next,
            "" if *self == Self::Overview => Reply::Previous,
            "" | "next" if self.goes_on() => Reply::Next,
            "help" => Reply::Help,
            _ => return None,
        })
    }

    /// `j 12`, `jump 12`, `go to 12`, and on the review screen `12` and `f 12`.
    fn number(&self, word: &str) -> Option<Reply> {
        if !matches!(self, Self::Exam { .. } | Self::Overview | Self::GoOver) {
            return None;
        }
        let flagged = ["flag", "f", "*"].iter().find_map(|lead| word.strip_prefix(lead));
        if let Some(rest) = flagged.filter(|_| *self == Self::Overview) {
            return rest.trim().parse().ok().map(Reply::FlagNumber);
        }
        let rest = ["jump to", "jump", "go to", "goto", "go", "j", "#"]
            .iter()
            .find_map(|lead| word.strip_prefix(lead));
        let number = rest.or((*self == Self::Overview).then_some(word))?;
        number.trim().parse().ok().map(Reply::Go)
    }

    /// The message when something is typed that means nothing at this prompt.
    pub(crate) fn refusal(&self, typed: &str) -> String {
        let shown: String = typed.chars().filter(|c| !crate::words::is_harmful(*c)).take(20).collect();
        let what = match shown.trim() {
            "" => String::from("Nothing was typed."),
            "j" | "#" if matches!(self, Self::Exam { .. } | Self::Overview | Self::GoOver) => {
                return String::from("Type the number of the question behind it, such as j 12.");
            }
            // `g 12` is what other programs, and this one once, have for it.
            typed
                if matches!(self, Self::Exam { .. } | Self::Overview | Self::GoOver)
                    && typed
                        .strip_prefix(['g', 'G'])
                        .is_some_and(|rest| rest.trim().chars().all(|c| c.is_ascii_digit())) =>
            {
                return String::from(
                    "g says that you guessed, when you go over an exam. j 12 goes to question 12.",
                );
            }
            "/" if self.is_page() => String::from("Type a word behind it, such as /badge."),
            "f" | "*" if *self == Self::Overview => {
                return String::from("Type the number of the question behind it, such as f 12.");
            }
            shown => format!("\"{shown}\" means nothing here."),
        };
        format!("{what} {}", self.advice())
    }

    /// The message when several keys arrive at once.
    pub(crate) fn refusal_of_burst(&self) -> String {
        format!("Several keys came at once, and none of them counts. {}", self.advice())
    }

    fn advice(&self) -> String {
        match self {
            Self::Answer { options, several } | Self::Exam { options, several } => {
                let last = letter(options - 1);
                let how = if *several { "Choose one or more of" } else { "Choose one of" };
                format!("{how} A-{last}, or ? for help.")
            }
            Self::Next => String::from("Press Enter to go on, or ? for help."),
            Self::Overview => String::from(
                "Type j or f and a number, n for the next without an answer, x to hand in, or ? for help.",
            ),
            Self::Sure => String::from("Type y or n."),
            Self::Menu => String::from(
                "Press Enter for the menu, w to read what was wrong, a to answer it again, or q to leave.",
            ),
            Self::More => String::from("Press Enter to go on, or q to stop."),
            Self::Page | Self::GoOver => {
                String::from("Press Enter to go on, b to go back, q to stop, or ? for help.")
            }
        }
    }
}
