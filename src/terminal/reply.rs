//! What can be typed, and what it means: one vocabulary for keys and lines.

/// What a person said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Reply {
    /// Options by the place at which they were shown, from 0.
    Options(Vec<usize>),
    Next,
    Flag,
    Skip,
    Undo,
    Again,
    Help,
    Quit,
    /// The input has ended.
    End,
    /// Ctrl-C.
    Interrupted,
    /// Several keys in one instant, as a paste gives them: none of them counts.
    Burst,
    /// Nothing that was expected.
    Unknown(String),
}

/// What is expected at a prompt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Expect {
    /// An answer: one of `options`, or several of them.
    Answer { options: usize, several: bool },
    /// To go on after the explanation.
    Next,
}

/// Letters of options.
pub(crate) fn letter(shown: usize) -> char {
    char::from(b'A' + shown.min(25) as u8)
}

/// `A`, `A and C`, `A, B and D`.
pub(crate) fn letters(shown: &[usize]) -> String {
    let mut shown = shown.to_vec();
    shown.sort_unstable();
    let names: Vec<String> = shown.iter().map(|&at| letter(at).to_string()).collect();
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => names.concat(),
    }
}

impl Expect {
    /// The option that a character names, if it names one.
    pub(crate) fn option(&self, c: char) -> Option<usize> {
        let Self::Answer { options, .. } = self else { return None };
        let place = match c.to_ascii_lowercase() {
            letter @ 'a'..='h' => letter as usize - 'a' as usize,
            digit @ '1'..='8' => digit as usize - '1' as usize,
            _ => return None,
        };
        (place < *options).then_some(place)
    }

    pub(crate) fn wants_several(&self) -> bool {
        matches!(self, Self::Answer { several: true, .. })
    }

    /// What a single character means. A letter that names an option is that option: a question of six has its `F`, and
    /// `*` always flags.
    pub(crate) fn command(&self, c: char) -> Option<Reply> {
        Some(match c.to_ascii_lowercase() {
            'f' | '*' => Reply::Flag,
            'u' => Reply::Undo,
            'r' if *self != Self::Next => Reply::Again,
            's' if *self != Self::Next => Reply::Skip,
            'q' => Reply::Quit,
            '?' => Reply::Help,
            _ => return None,
        })
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
        let word = match line.to_lowercase().as_str() {
            "flag" => Some(Reply::Flag),
            "skip" if *self != Self::Next => Some(Reply::Skip),
            "undo" => Some(Reply::Undo),
            "again" | "repeat" if *self != Self::Next => Some(Reply::Again),
            "help" => Some(Reply::Help),
            "quit" | "exit" | "stop" => Some(Reply::Quit),
            "" | "next" if *self == Self::Next => Some(Reply::Next),
            _ => None,
        };
        if let Some(reply) = word {
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

    /// A sentence for what means nothing here.
    pub(crate) fn refusal(&self, typed: &str) -> String {
        let shown: String = typed.chars().filter(|c| !crate::bank::is_harmful(*c)).take(20).collect();
        let what = match shown.trim() {
            "" => String::from("Nothing was typed."),
            shown => format!("\"{shown}\" means nothing here."),
        };
        format!("{what} {}", self.advice())
    }

    /// A sentence for several keys in one instant.
    pub(crate) fn refusal_of_burst(&self) -> String {
        format!("Several keys came at once, and none of them counts. {}", self.advice())
    }

    fn advice(&self) -> String {
        match self {
            Self::Answer { options, several } => {
                let last = letter(options - 1);
                let how = if *several { "Choose one or more of" } else { "Choose one of" };
                format!("{how} A-{last}, or ? for help.")
            }
            Self::Next => String::from("Press Enter to go on, or ? for help."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Expect, Reply, letters};

    #[test]
    fn lines_say_what_keys_say() {
        let four = Expect::Answer { options: 4, several: false };
        let six = Expect::Answer { options: 6, several: false };
        let several = Expect::Answer { options: 4, several: true };
        for (expect, line, reply) in [
            (&four, "b", Reply::Options(vec![1])),
            (&four, " B ", Reply::Options(vec![1])),
            (&four, "4", Reply::Options(vec![3])),
            (&four, "f", Reply::Flag),
            (&four, "*", Reply::Flag),
            (&six, "f", Reply::Options(vec![5])),
            (&six, "*", Reply::Flag),
            (&four, "e", Reply::Unknown("e".into())),
            (&four, "ab", Reply::Unknown("ab".into())),
            (&four, "", Reply::Unknown(String::new())),
            (&four, "Skip", Reply::Skip),
            (&four, "quit", Reply::Quit),
            (&several, "c a", Reply::Options(vec![0, 2])),
            (&several, "AC", Reply::Options(vec![0, 2])),
            (&several, "a, c and d", Reply::Options(vec![0, 2, 3])),
            (&several, "b", Reply::Options(vec![1])),
            (&several, "ax", Reply::Unknown("ax".into())),
            (&Expect::Next, "", Reply::Next),
            (&Expect::Next, "a", Reply::Unknown("a".into())),
            (&Expect::Next, "u", Reply::Undo),
        ] {
            assert_eq!(expect.line(line), reply, "{line:?} at {expect:?}");
        }
    }

    #[test]
    fn letters_are_listed_as_a_person_would() {
        assert_eq!(letters(&[0]), "A");
        assert_eq!(letters(&[2, 0]), "A and C");
        assert_eq!(letters(&[3, 0, 1]), "A, B and D");
    }
}
