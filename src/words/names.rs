//! Names that people type: which are well formed, which two are the same, and which one was probably meant.

/// More than any id that somebody wants to type, and the most that Moodle takes.
pub(crate) const LONGEST_ID: usize = 100;

/// Whether a text can be the id of a topic or an objective: lower case words and digits joined by hyphens.
pub(crate) fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= LONGEST_ID
        && text.split('-').all(|word| {
            !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
        })
}

/// Whether two names differ in case, blanks, hyphens and underscores only.
pub(crate) fn same_name(a: &str, b: &str) -> bool {
    let plain = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    plain(a) == plain(b)
}

/// The names that are near enough to what was typed to be meant by it, best first, at most three.
pub(crate) fn nearest<'a>(typed: &str, names: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    if typed.len() > 2 * LONGEST_ID {
        return vec![];
    }
    let typed = typed.to_lowercase();
    let mut scored: Vec<(f64, &str)> = names
        .into_iter()
        .map(|name| {
            let whole = strsim::jaro_winkler(&typed, name);
            // `deesc` stands for a beginning of `de-escalation`, hyphens apart.
            let squeezed = name.replace('-', "");
            let beginning = typed.len() >= 3 && squeezed.starts_with(&typed.replace('-', ""));
            let word = name.split('-').map(|word| strsim::jaro_winkler(&typed, word)).fold(0.0, f64::max);
            (if beginning { 1.0 } else { whole.max(word * 0.98) }, name)
        })
        .filter(|(score, _)| *score >= 0.8)
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    scored.into_iter().take(3).map(|(_, name)| name).collect()
}

/// The name of a file that holds a topic. Windows keeps some names for devices, whatever follows the dot.
pub(crate) fn file_name(topic: &str, extension: &str) -> String {
    let is_device = matches!(topic, "aux" | "con" | "nul" | "prn")
        || topic
            .strip_prefix("com")
            .or_else(|| topic.strip_prefix("lpt"))
            .is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|byte| byte.is_ascii_digit()));
    format!("{topic}{}.{extension}", if is_device { "-topic" } else { "" })
}
