//! All options of a question in one cell.

use crate::exchange::intake::tidied;

/// The ways to part them, the surest first. The first one that parts every cell of the column is meant.
const WAYS: &[fn(&str) -> Vec<String>] = &[
    lettered,
    quoted,
    |cell| by(cell, '\n'),
    |cell| by(cell, '|'),
    |cell| by(cell, ';'),
    |cell| by(cell, ','),
];

/// The options of each cell; `None` where the cells are parted in no way that is known.
pub(super) fn split(cells: &[&str]) -> Option<Vec<Vec<String>>> {
    let parted = |way: &fn(&str) -> Vec<String>| -> Option<Vec<Vec<String>>> {
        let part = |cell: &&str| match cell.trim() {
            "" => Some(vec![]),
            cell => Some(way(cell)).filter(|options| options.len() > 1),
        };
        cells.iter().map(part).collect()
    };
    WAYS.iter().find_map(parted)
}

fn by(cell: &str, mark: char) -> Vec<String> {
    cell.split(mark).map(tidied).filter(|text| !text.is_empty()).collect()
}

/// `A) red B) green`, on one line or several.
fn lettered(cell: &str) -> Vec<String> {
    let mut options = vec![];
    let mut rest = cell.trim();
    for at in 0_u8..26 {
        let letter = char::from(b'A' + at);
        let Some(text) = after_label(rest, letter) else { return vec![] };
        let next = char::from(b'A' + at + 1);
        let starts = text.char_indices().filter(|(_, c)| c.is_whitespace() || ",;|/".contains(*c));
        let end = starts
            .map(|(start, c)| (start, start + c.len_utf8()))
            .find(|(_, after)| after_label(&text[*after..], next).is_some());
        let Some((end, after)) = end else {
            options.push(text.trim().to_owned());
            return if options.iter().any(String::is_empty) { vec![] } else { options };
        };
        options.push(text[..end].trim().trim_end_matches([',', ';', '|']).trim().to_owned());
        rest = text[after..].trim_start();
    }
    vec![]
}

/// What follows `A)`, `a.` or `(A)`.
fn after_label(text: &str, letter: char) -> Option<&str> {
    let text = text.trim_start();
    let text = text.strip_prefix('(').unwrap_or(text);
    let rest = text.strip_prefix(letter).or_else(|| text.strip_prefix(letter.to_ascii_lowercase()))?;
    rest.strip_prefix([')', '.', ':', '、', '）', '．', '：'])
}

/// `['red', 'green']` or `["red","green"]`, as programs write lists.
fn quoted(cell: &str) -> Vec<String> {
    let Some(inner) = cell.trim().strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) else {
        return vec![];
    };
    if let Ok(texts) = serde_json::from_str::<Vec<String>>(cell) {
        return texts;
    }
    let mut options = vec![];
    let mut rest = inner.trim();
    while let Some(mark) = rest.chars().next().filter(|c| ['\'', '"'].contains(c)) {
        let Some(end) = rest[1..].find(mark).map(|end| end + 1) else { return vec![] };
        options.push(rest[1..end].to_owned());
        rest = rest[end + 1..].trim_start().trim_start_matches(',').trim_start();
    }
    if rest.is_empty() { options } else { vec![] }
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn the_whole_column_says_how_options_are_parted() {
        for (cells, expected) in [
            (
                &["A) red B) green", "a. one\nb. two, three"][..],
                Some(vec![vec!["red", "green"], vec!["one", "two, three"]]),
            ),
            (&["red\ngreen, dark", "x\ny"], Some(vec![vec!["red", "green, dark"], vec!["x", "y"]])),
            (&["red|green", "", "x | y"], Some(vec![vec!["red", "green"], vec![], vec!["x", "y"]])),
            (&["red;green", "x;y,z"], Some(vec![vec!["red", "green"], vec!["x", "y,z"]])),
            (&["red, green"], Some(vec![vec!["red", "green"]])),
            (&["['red, pale', \"it's\"]"], Some(vec![vec!["red, pale", "it's"]])),
            (&["[\"a\",\"b\"]"], Some(vec![vec!["a", "b"]])),
            (&["A. U.S. law, B. none"], Some(vec![vec!["U.S. law", "none"]])),
            (&["red;green", "x|y"], None),
            (&["red"], None),
        ] {
            let found = split(cells);
            let found: Option<Vec<Vec<&str>>> = found
                .as_ref()
                .map(|all| all.iter().map(|one| one.iter().map(String::as_str).collect()).collect());
            assert_eq!(found, expected, "{cells:?}");
        }
    }
}
