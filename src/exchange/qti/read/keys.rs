//! Which choices of an item are right.

use std::collections::BTreeMap;

use crate::exchange::xml::Node;

/// The identifiers of the right choices, or why they cannot be told.
pub(super) fn keys(item: &Node, response: &str, several: bool) -> Result<Vec<String>, &'static str> {
    let declaration =
        item.all("responseDeclaration").find(|node| node.attribute("identifier") == Some(response));
    let said: Vec<String> = declaration
        .and_then(|node| node.child("correctResponse"))
        .map(|node| node.all("value").map(|value| value.text().trim().to_owned()).collect())
        .unwrap_or_default();
    if !said.is_empty() {
        return Ok(said);
    }
    // Some programs say only what each choice is worth.
    let entries = declaration.into_iter().flat_map(|node| node.below("mapEntry"));
    let worth: BTreeMap<&str, f64> = entries
        .filter_map(|entry| {
            Some((entry.attribute("mapKey")?.trim(), entry.attribute("mappedValue")?.trim().parse().ok()?))
        })
        .collect();
    let best = worth.values().copied().fold(0.0, f64::max);
    let right = |points: f64| points > 0.0 && (several || points >= best);
    let found: Vec<String> =
        worth.iter().filter(|(_, points)| right(**points)).map(|(key, _)| (*key).to_owned()).collect();
    match found.len() {
        0 => {}
        1 => return Ok(found),
        _ if several => return Ok(found),
        _ => {
            return Err(
                "several options are right, each on its own; guardprep asks for all keys of a question together",
            );
        }
    }
    // Or score by a rule of their own: what sets the score to something is right.
    let scored = item.child("responseProcessing").into_iter().flat_map(|node| node.below("responseIf"));
    let found: Vec<String> = scored
        .filter(|branch| {
            branch.all("setOutcomeValue").any(|set| {
                set.attribute("identifier") == Some("SCORE")
                    && set
                        .below("baseValue")
                        .iter()
                        .any(|value| value.text().trim().parse::<f64>().is_ok_and(|n| n > 0.0))
            })
        })
        .flat_map(|branch| ["match", "member", "and"].into_iter().flat_map(|name| branch.all(name)))
        .flat_map(|test| test.below("baseValue"))
        .map(|value| value.text().trim().to_owned())
        .collect();
    if found.is_empty() || found.len() > 1 && !several {
        return Err("it does not say in a way that can be read which option is right");
    }
    Ok(found)
}

/// Whether choices are worth something although they are not among the right ones.
pub(super) fn gives_part(item: &Node, response: &str, several: bool, right: &[String]) -> usize {
    let declaration =
        item.all("responseDeclaration").find(|node| node.attribute("identifier") == Some(response));
    let entries = declaration.into_iter().flat_map(|node| node.below("mapEntry"));
    let worth = |entry: &&Node| entry.attribute("mappedValue").and_then(|n| n.trim().parse::<f64>().ok());
    entries
        .filter(|entry| !several && worth(entry).is_some_and(|points| points > 0.0))
        .filter(|entry| {
            !right.iter().any(|key| Some(key.as_str()) == entry.attribute("mapKey").map(str::trim))
        })
        .count()
}
