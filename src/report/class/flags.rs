//! What a flag means and what to do about it.

use super::figures::{correlation, option};
use super::whole::ClassReport;
use crate::analysis::{Flag, Item, ItemFigures};

/// A flag in one or two words, for a table.
pub(super) fn short(flag: &Flag) -> &'static str {
    match flag {
        Flag::WrongKey { .. } => "wrong key?",
        Flag::Unanswered => "no answer",
        Flag::Negative => "negative",
        Flag::Weak => "weak",
        Flag::NobodyRight => "all wrong",
        Flag::DeadDistractors { .. } => "idle option",
        Flag::LeftOut => "left out",
        Flag::EverybodyRight => "all right",
        Flag::Easy => "easy",
    }
}

impl ClassReport<'_> {
    /// What was seen, and what to do.
    pub(super) fn explained(&self, item: &Item, figures: &ItemFigures, flag: &Flag) -> (String, String) {
        let (asked, right) = (figures.asked, figures.right);
        let r = correlation(figures.discrimination);
        match flag {
            Flag::WrongKey { option: at } => self.wrong_key(item, figures, *at),
            Flag::Unanswered => (
                format!("None of {asked} students answered it."),
                String::from("Was it on every paper, and could it be answered? Take it out of the score."),
            ),
            Flag::Negative => (
                format!("Students who did well on the rest were wrong here more often (r {r})."),
                format!(
                    "Check the key{}, then look for a second option that can be defended.",
                    self.at(item)
                ),
            ),
            Flag::Weak => (
                format!("It hardly tells students who know the subject from others (r {r})."),
                String::from(
                    "Read it as a good student would: is the wording clear, and is the key better than every other option?",
                ),
            ),
            Flag::NobodyRight => (
                format!("None of {asked} students was right."),
                format!("Check the key{}; if it is right, teach this again.", self.at(item)),
            ),
            Flag::DeadDistractors { options } => {
                let names: Vec<String> = options.iter().map(|at| option(item, *at)).collect();
                let wrong = asked - right - figures.blank;
                let (was, one) = if names.len() == 1 {
                    ("was", "it with a mistake")
                } else {
                    ("were", "them with mistakes")
                };
                (
                    format!(
                        "{} {was} chosen by fewer than 5% of the {wrong} who were wrong.",
                        names.join(" and ")
                    ),
                    format!("Replace {one} that people make, or leave it at fewer options."),
                )
            }
            Flag::LeftOut => (
                format!("{} of {asked} students gave no answer.", figures.blank),
                String::from("Was there time for it, and was it understood?"),
            ),
            Flag::EverybodyRight => (
                format!("All {asked} students were right."),
                String::from("Fine for what everybody must know; it tells nothing about who knows more."),
            ),
            Flag::Easy => (
                format!("{right} of {asked} students were right."),
                String::from("Fine for what everybody must know; it tells little about who knows more."),
            ),
        }
    }

    fn wrong_key(&self, item: &Item, figures: &ItemFigures, at: usize) -> (String, String) {
        let key = item.only_key().unwrap_or_default();
        let (of_key, other) = (figures.options.get(key), figures.options.get(at));
        let chosen =
            |figures: Option<&crate::analysis::OptionFigures>| figures.map_or(0, |figures| figures.chosen);
        let r = |figures: Option<&crate::analysis::OptionFigures>| {
            figures.and_then(|figures| figures.correlation)
        };
        let keyed = match (chosen(of_key), r(of_key)) {
            (0, _) | (_, None) => format!("nobody chose the key {}", option(item, key)),
            (n, of_key) => format!("{n} chose the key {} (r {})", option(item, key), correlation(of_key)),
        };
        (
            format!(
                "{} of {} chose {} and did better on the rest of the test (r {}); {keyed}.",
                chosen(other),
                figures.asked,
                option(item, at),
                correlation(r(other)),
            ),
            format!(
                "Read the question again. If {} is right, mend the key{} and give the point to all who chose it.",
                option(item, at),
                self.at(item)
            ),
        )
    }

    /// Where the key stands, for an editor to jump to.
    fn at(&self, item: &Item) -> String {
        self.places.get(&item.name).map_or_else(String::new, |place| format!(" at {place}"))
    }
}
