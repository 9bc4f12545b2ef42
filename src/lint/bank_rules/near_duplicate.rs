//! Two questions that are nearly one.

use super::super::rule::{Silenced, Told};
use super::super::similar::{Group, Pair, alike, groups};
use super::super::vocabulary::Word;
use super::{Check, Rule, Whole, named};
use crate::bank::Field;
use crate::diagnostic::{Diagnostic, Severity};

/// From here on a pair is reported, and from there on refused.
const ALIKE: f64 = 0.6;
const THE_SAME: f64 = 0.8;

pub(super) const RULE: Rule = Rule {
    name: "near-duplicate",
    summary: "two questions share most of their words in stem and answer (an error from four fifths on)",
    why: "Answering the same twice counts twice and shows nothing twice; and a mock exam that draws both asks less \
          than it says.",
    severity: Severity::Warning,
    bad: r#"
[[question]]
stem = "A visitor leaves a bag beside the fountain in the main lobby and walks out. What does the guard do first?"
answer = "Keep people away from it and call it in"
distractors = [
  { text = "Carry it to the lost property desk now", why = "Moving it may be unsafe." },
  { text = "Open it to look for a name inside of it", why = "Opening it may be unsafe." },
]

[[question]]
stem = "A visitor leaves a bag beside the fountain in the main hall and walks out. What does the guard do first?"
answer = "Keep people away from it and call it in"
distractors = [
  { text = "Push it out of the way with one foot", why = "Moving it may be unsafe." },
  { text = "Follow the person to the next station", why = "The post would be empty." },
]
"#,
    good: r#"
[[question]]
stem = "A visitor leaves a bag beside the fountain in the main lobby and walks out. What does the guard do first?"
answer = "Keep people away from it and call it in"
distractors = [
  { text = "Carry it to the lost property desk now", why = "Moving it may be unsafe." },
  { text = "Open it to look for a name inside of it", why = "Opening it may be unsafe." },
]

[[question]]
stem = "Which details of an abandoned parcel does the control room need before anything else?"
answer = "Where it is, and what it looks like"
distractors = [
  { text = "Whose it is, and what it has cost", why = "That can wait until later." },
  { text = "Who made it, and when it was sold", why = "That can wait until later." },
]
"#,
    check: Check::Pairs(check),
};

fn check<'w>(whole: &'w Whole<'_>) -> Told<'w> {
    let texts: Vec<Vec<&[Word]>> = whole
        .texts
        .questions()
        .map(|texts| std::iter::once(texts.stem()).chain(texts.keys()).map(|text| text.words).collect())
        .collect();
    let pairs = alike(&texts, ALIKE);
    Box::new(|silenced| tell(whole, pairs, silenced))
}

fn tell(whole: &Whole<'_>, mut pairs: Vec<Pair>, silenced: &mut Silenced<'_>) -> Vec<Diagnostic> {
    let joined = whole.joined;
    let questions = joined.bank.questions();
    pairs.retain(|pair| !silenced(&[pair.first, pair.second]));
    groups(&pairs)
        .into_iter()
        .map(|Group { members, least, most }| {
            let (first, second) = (members[0], members[1]);
            let severity = if most >= THE_SAME { Severity::Error } else { RULE.severity };
            let (least, most) = (format!("{:.0}", 100.0 * least), format!("{:.0}", 100.0 * most));
            let share = if least == most { most } else { format!("{least} to {most}") };
            let named = named(&joined.bank, &members);
            let message = match members.len() {
                2 => format!("{named} share {share} % of their wording"),
                n => format!("{n} questions share {share} % of their wording: {named}"),
            };
            Diagnostic::new(severity, RULE.name, message)
                .at(joined.place(second, Field::Stem))
                .related(joined.place(first, Field::Stem), "nearly the same")
                .help("ask for something else in one of them, or take it out")
                .question(questions[second].id.clone())
        })
        .collect()
}
