//! How an item of QTI 1.2 is scored, and which feedback is shown when.

use std::collections::{BTreeMap, BTreeSet};

use super::metadata::{GENERAL, OF_OPTION};
use crate::exchange::feedback::Feedback;
use crate::exchange::intake::Draft;
use crate::exchange::text::split_source;
use crate::exchange::xml::Node;

/// One `<respcondition>`.
pub(super) struct Condition {
    /// The options whose choice it asks for: not those below `<not>`.
    chosen: Vec<String>,
    /// It holds where nothing before it did.
    other: bool,
    points: Option<f64>,
    shown: Vec<String>,
}

pub(super) fn conditions(item: &Node) -> Vec<Condition> {
    let of = |node: &Node| Condition {
        chosen: node.child("conditionvar").map(positive).unwrap_or_default(),
        other: node.child("conditionvar").is_none_or(|node| node.child("other").is_some()),
        points: node.all("setvar").filter_map(|node| node.text().trim().parse().ok()).reduce(f64::max),
        shown: node
            .all("displayfeedback")
            .filter_map(|node| node.attribute("linkrefid").map(ToOwned::to_owned))
            .collect(),
    };
    item.all("resprocessing").flat_map(|node| node.all("respcondition")).map(of).collect()
}

fn positive(condition: &Node) -> Vec<String> {
    let mut found = vec![];
    let mut waiting = vec![condition];
    while let Some(node) = waiting.pop() {
        match node.name.as_str() {
            "varequal" | "varsubset" => found.push(node.text().trim().to_owned()),
            "not" => {}
            _ => waiting.extend(node.nodes()),
        }
    }
    found
}

/// The identifiers of the right options, or why they cannot be told.
pub(super) fn keys(conditions: &[Condition], several: bool) -> Result<Vec<String>, &'static str> {
    let mut worth: BTreeMap<&str, f64> = BTreeMap::new();
    for condition in conditions {
        for ident in &condition.chosen {
            let best = worth.entry(ident).or_default();
            *best = best.max(condition.points.unwrap_or(0.0));
        }
    }
    let best = worth.values().copied().fold(0.0, f64::max);
    if best <= 0.0 {
        return Err("no option is worth a point");
    }
    let is_right = |points: f64| if several { points > 0.0 } else { points >= best };
    let right: Vec<String> =
        worth.iter().filter(|(_, points)| is_right(**points)).map(|(ident, _)| (*ident).to_owned()).collect();
    if !several && right.len() > 1 {
        return Err(
            "several options are right, each on its own; guardprep asks for all keys of a question together",
        );
    }
    Ok(right)
}

/// Gives each text of feedback its place in a question, whose options have these identifiers, and names what has none.
pub(super) fn place(
    conditions: &[Condition],
    texts: &BTreeMap<String, String>,
    idents: &[String],
    draft: &mut Draft,
) -> Vec<(&'static str, usize)> {
    let mut used: BTreeSet<&str> = BTreeSet::new();
    let mut take = |ident: &str| {
        let (ident, text) = texts.get_key_value(ident)?;
        (used.insert(ident) && !text.is_empty()).then(|| text.clone())
    };
    let mut general: Vec<String> = take(GENERAL).into_iter().collect();
    for (ident, option) in idents.iter().zip(&mut draft.options) {
        let own = [format!("{ident}{OF_OPTION}")];
        let alone = |condition: &&Condition| matches!(&condition.chosen[..], [only] if only == ident);
        let linked = conditions.iter().filter(alone);
        let linked = linked.flat_map(|condition| &condition.shown);
        let whys: Vec<String> = own.iter().chain(linked).filter_map(|shown| take(shown)).collect();
        option.why = whys.join("\n");
    }
    let mut feedback = Feedback {
        right: take("correct_fb").into_iter().collect(),
        wrong: take("general_incorrect_fb").into_iter().collect(),
        partly: vec![],
    };
    for (at, condition) in conditions.iter().enumerate() {
        let right = condition.points.is_some_and(|points| points > 0.0);
        for text in condition.shown.iter().filter_map(|shown| take(shown)) {
            match () {
                () if right => feedback.right.push(text),
                // The first condition that holds for all others holds for everybody.
                () if condition.other && at == 0 => general.push(text),
                () => feedback.wrong.push(text),
            }
        }
    }
    (draft.explanation, draft.source) = split_source(&general.join("\n"));
    let unused =
        texts.iter().filter(|(ident, text)| !used.contains(ident.as_str()) && !text.is_empty()).count();
    let mut lost = feedback.settle(draft);
    lost.push(("feedback that is never shown", unused));
    lost
}
