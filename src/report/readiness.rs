//! How ready a person is, in words: the one place that makes sentences of a chance to pass.

use crate::words::counted;

/// What there is to say about readiness for one exam. Shares go from 0 to 1.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ReadinessWords<'a> {
    /// Whether there are enough answers to say anything; without them only the first sentence says so.
    pub(crate) enough: bool,
    /// What is missing until there are.
    pub(crate) missing: Missing,
    /// The chance to pass.
    pub(crate) chance: f64,
    /// The expected score, from and to.
    pub(crate) score: (f64, f64),
    /// The share of right answers that passes.
    pub(crate) pass: f64,
    /// The exam by its title; `None` for a mock exam.
    pub(crate) exam: Option<&'a str>,
    /// The title of the topic that would raise the chance most.
    pub(crate) raise: Option<&'a str>,
    /// Subjects of the exam that these questions leave out.
    pub(crate) also_covers: Option<&'a str>,
}

/// What it takes until readiness can be told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Missing {
    pub(crate) answers: usize,
    /// Whether they have to be to questions that never came.
    pub(crate) are_new: bool,
    /// How many days after today that takes, with so many answers a day.
    pub(crate) days: usize,
    pub(crate) a_day: usize,
    /// Whether the exam is before that.
    pub(crate) too_late: bool,
}

impl Missing {
    /// A sentence that goes on after `Readiness:`.
    fn sentence(self) -> String {
        let Self { answers, are_new, days, a_day, too_late } = self;
        let more = counted(answers.max(1), if are_new { "more new question" } else { "more answer" });
        let when = match (too_late, days) {
            (true, _) => format!(", which at {a_day} a day is not before the exam"),
            (false, 0) => String::new(),
            (false, days) => format!(", in {} at {a_day} a day", counted(days, "day")),
        };
        format!("after about {more}{when}.")
    }
}

impl ReadinessWords<'_> {
    /// One word for the chance; as exact as the percentage that is shown with it.
    pub(crate) fn word(&self) -> &'static str {
        match shown_percent(self.chance) {
            90.. => READY,
            70..90 => "likely",
            40..70 => "even",
            _ => "not yet",
        }
    }

    /// Whether it is the best of the words.
    pub(crate) fn is_ready(&self) -> bool {
        self.word() == READY
    }

    /// The chance in percent, and of what it is the chance: where the exam covers more than is asked here, of a part.
    pub(crate) fn chance_words(&self) -> String {
        let part = if self.also_covers.is_some() { " this part of the exam" } else { "" };
        format!("{}% chance to pass{part}", shown_percent(self.chance))
    }

    /// The sentence for one line: after a quiz, in the menu.
    pub(crate) fn line(&self) -> String {
        let exam = self.exam.map_or_else(String::new, |exam| format!(" ({exam})"));
        if !self.enough {
            return format!("Readiness{exam}: {}", self.missing.sentence());
        }
        let (low, high) = (percent(self.score.0), percent(self.score.1));
        format!(
            "Readiness{exam}: {} ({}). Expected score {low}-{high}%, pass mark {}%.",
            self.word(),
            self.chance_words(),
            percent(self.pass)
        )
    }

    /// What would raise it most, where there is anything to say.
    pub(crate) fn raise_line(&self) -> Option<String> {
        let raise = self.raise.filter(|_| self.enough && shown_percent(self.chance) < MOST)?;
        Some(format!("What would raise it most: {raise}."))
    }

    /// What it is about, and what it is not.
    pub(crate) fn about(&self) -> String {
        let also = self.also_covers.map_or_else(String::new, |also| {
            format!(" The exam also covers {also}, and this says nothing about that.")
        });
        format!("This is about questions like these.{also}")
    }

    /// All of it, a sentence or two a line.
    pub(crate) fn lines(&self) -> Vec<String> {
        let mut lines = vec![self.line()];
        lines.extend(self.raise_line());
        if self.enough {
            lines.push(self.about());
        }
        lines
    }
}

const READY: &str = "ready";
/// Nothing is certain: never 0%, never 100%.
const MOST: usize = 99;

fn shown_percent(chance: f64) -> usize {
    percent(chance).clamp(1, MOST)
}

fn percent(share: f64) -> usize {
    (share.clamp(0.0, 1.0) * 100.0).round() as usize
}

#[cfg(test)]
mod tests {
    use super::{Missing, ReadinessWords};

    fn words(chance: f64) -> ReadinessWords<'static> {
        ReadinessWords {
            enough: true,
            missing: Missing::default(),
            chance,
            score: (0.66, 0.884),
            pass: 0.62,
            exam: None,
            raise: Some("People in crisis"),
            also_covers: None,
        }
    }

    #[test]
    fn a_word_goes_with_the_percentage_beside_it() {
        for (chance, word, shown) in [
            (1.0, "ready", "99%"),
            (0.895, "ready", "90%"),
            (0.894, "likely", "89%"),
            (0.70, "likely", "70%"),
            (0.694, "even", "69%"),
            (0.40, "even", "40%"),
            (0.394, "not yet", "39%"),
            (0.0, "not yet", "1%"),
        ] {
            let line = words(chance).line();
            assert!(line.contains(&format!("{word} ({shown} chance to pass)")), "{chance}: {line}");
        }
    }

    #[test]
    fn it_says_what_raises_it_and_what_it_leaves_out() {
        let said = ReadinessWords { exam: Some("Site exam"), also_covers: Some("first aid"), ..words(0.82) };
        assert_eq!(
            said.lines(),
            [
                "Readiness (Site exam): likely (82% chance to pass this part of the exam). Expected score 66-88%, pass mark 62%.",
                "What would raise it most: People in crisis.",
                "This is about questions like these. The exam also covers first aid, and this says nothing about that.",
            ]
        );
    }

    #[test]
    fn without_enough_answers_it_says_no_number() {
        let said =
            |missing| ReadinessWords { enough: false, missing, also_covers: Some("first aid"), ..words(0.5) };
        let any = Missing { answers: 39, a_day: 40, ..Missing::default() };
        assert_eq!(said(any).lines(), ["Readiness: after about 39 more answers."]);
        assert_eq!(said(any).raise_line(), None);
        for (missing, expected) in [
            (Missing { answers: 1, ..any }, "after about 1 more answer."),
            (
                Missing { answers: 327, are_new: true, days: 9, ..any },
                "after about 327 more new questions, in 9 days at 40 a day.",
            ),
            (
                Missing { answers: 327, are_new: true, days: 9, too_late: true, ..any },
                "after about 327 more new questions, which at 40 a day is not before the exam.",
            ),
        ] {
            assert_eq!(said(missing).line(), format!("Readiness: {expected}"));
        }
    }
}
