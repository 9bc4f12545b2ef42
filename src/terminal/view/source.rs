//! The source of a question for people: what a code of law is called stands before its abbreviation.

/// The beginning of a code as the banks write it, what it is called, and other words of a source that say the same.
const CODES: &[(&str, &str, &[&str])] = &[
    ("16 CCR 643", "California's guard training standard", &["California guard courses"]),
    ("WAC 308-18", "Washington's guard training rules", &[]),
    ("Utah Admin. Code R156-63a", "Utah's rules for security guards", &[]),
    ("O. Reg. 362/07", "Ontario's regulation on uniforms", &[]),
    ("18 U.S.C.", "federal criminal law", &[]),
    ("29 U.S.C.", "federal labor law", &["National Labor Relations Act"]),
    ("42 U.S.C.", "federal civil rights law", &["Civil Rights Act"]),
    ("28 CFR 35", "federal rules on access for people with disabilities", &[]),
    ("28 CFR 36", "federal rules on access for people with disabilities", &[]),
    ("29 CFR 1910", "federal workplace safety rules", &[]),
    ("34 CFR 668", "federal rules on campus safety", &["Clery Act"]),
    ("41 CFR 102", "federal rules for government buildings", &[]),
    ("45 CFR 164", "federal rules on the privacy of patients", &[]),
    ("460 N.W.2d", "decision of a Minnesota court", &[]),
    ("NFPA 72", "the national fire alarm code", &[]),
    ("NFPA 101", "the national code on safe exits", &[]),
    ("EN 14012", "European standard", &["service quality standards"]),
    ("ISO 10002", "international standard", &["service quality standards"]),
    ("ACP 125", "the allied manual of radio procedure", &[]),
];

/// What is written short, and the word for it.
const SHORT: &[(&str, &str)] =
    &[("s.", "section"), ("ss.", "sections"), ("art.", "article"), ("arts.", "articles")];

/// A source in words first, such as `California's guard training standard, 16 CCR 643 Appendix II.A`. A name that the
/// source gives itself is not said again.
pub(super) fn source_in_words(source: &str) -> String {
    let mut said = source.to_owned();
    for (code, name, same) in CODES {
        let Some(at) = find(&said, code) else { continue };
        let before = said[..at].to_lowercase();
        if std::iter::once(name).chain(*same).any(|words| before.contains(&words.to_lowercase())) {
            continue;
        }
        let starts = at == 0;
        let name = if starts { capital(name) } else { (*name).to_owned() };
        said.insert_str(at, &format!("{name}, "));
    }
    let words: Vec<&str> = said
        .split(' ')
        .map(|word| SHORT.iter().find(|(short, _)| *short == word).map_or(word, |(_, long)| long))
        .collect();
    words.join(" ")
}

/// Where a code stands on its own.
fn find(text: &str, code: &str) -> Option<usize> {
    let is_part = |c: char| c.is_alphanumeric();
    text.match_indices(code).map(|(at, _)| at).find(|&at| {
        !text[..at].ends_with(is_part) && !text[at + code.len()..].starts_with(char::is_alphanumeric)
    })
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank_file::{EMBEDDED, read};
    use crate::diagnostic::Source;

    #[test]
    fn words_stand_before_a_code() {
        for (source, said) in [
            ("16 CCR 643 Appendix", "California's guard training standard, 16 CCR 643 Appendix"),
            (
                "Training practice: bias (16 CCR 643 Appendix II.A.4, Diversity)",
                "Training practice: bias (California's guard training standard, 16 CCR 643 Appendix II.A.4, Diversity)",
            ),
            (
                "Taught under California's guard training standard, 16 CCR 643 Appendix II.C",
                "Taught under California's guard training standard, 16 CCR 643 Appendix II.C",
            ),
            ("18 U.S.C. s. 2511(2)(d)", "Federal criminal law, 18 U.S.C. section 2511(2)(d)"),
            ("Penal Code ss. 834 and 835", "Penal Code sections 834 and 835"),
            ("NFPA 1011 and 116 CCR 643", "NFPA 1011 and 116 CCR 643"),
            ("Post orders of the site", "Post orders of the site"),
            ("", ""),
        ] {
            assert_eq!(source_in_words(source), said);
        }
    }

    /// Words that look like the abbreviation of a code, with a number before or behind.
    fn codes(source: &str) -> Vec<String> {
        let bare = |word: &str| word.trim_matches(|c| "(),;:\"".contains(c)).to_owned();
        let tokens: Vec<&str> = source.split_whitespace().collect();
        let is_code = |word: &str| {
            let capitals = word.chars().filter(char::is_ascii_uppercase).count();
            let plain = word.chars().all(|c| c.is_ascii_uppercase() || ".0123456789d".contains(c));
            capitals >= 2 && plain && word.starts_with(|c: char| c.is_ascii_uppercase())
        };
        let is_title = |word: &str| word.trim_start_matches('(').chars().all(|c| c.is_ascii_digit());
        let is_section = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
        (0..tokens.len())
            .filter(|&at| is_code(&bare(tokens[at])))
            .filter(|&at| {
                tokens.get(at + 1).is_some_and(|word| is_section(word))
                    || (at > 0 && is_title(tokens[at - 1]))
            })
            .map(|at| bare(tokens[at]))
            .collect()
    }

    #[test]
    fn every_code_of_the_shipped_bank_is_said_in_words() {
        let mut seen = 0;
        for (name, text) in EMBEDDED {
            let loaded = read(&Source::new(*name, *text));
            for question in loaded.questions.iter().map(|loaded| &loaded.item) {
                for code in codes(&question.source) {
                    seen += 1;
                    let known = CODES.iter().find(|(known, ..)| {
                        known.split(' ').any(|word| word == code) && find(&question.source, known).is_some()
                    });
                    assert!(known.is_some(), "{}: no words for {code}: {}", question.id, question.source);
                }
                let said = source_in_words(&question.source);
                for short in ["s.", "ss.", "art.", "arts."] {
                    assert!(!said.split(' ').any(|word| word == short), "{said}");
                }
            }
        }
        assert!(seen > 50, "{seen}");
    }
}
