//! The banks of `question-banks/`, compiled in, so that the program works from any folder.
//!
//! The list is written out, in the order in which topics are shown: a build script or a macro over the folder would
//! not notice a new file. A test does.

/// File name and text of each shipped bank.
pub(crate) const EMBEDDED: &[(&str, &str)] = &[
    ("foundations.toml", include_str!("../../question-banks/foundations.toml")),
    ("trust-cooperation.toml", include_str!("../../question-banks/trust-cooperation.toml")),
    ("engagement-reporting.toml", include_str!("../../question-banks/engagement-reporting.toml")),
    ("voluntary-compliance.toml", include_str!("../../question-banks/voluntary-compliance.toml")),
    ("de-escalation.toml", include_str!("../../question-banks/de-escalation.toml")),
    ("information-directions.toml", include_str!("../../question-banks/information-directions.toml")),
    ("legal-liability.toml", include_str!("../../question-banks/legal-liability.toml")),
    ("community-value.toml", include_str!("../../question-banks/community-value.toml")),
];
