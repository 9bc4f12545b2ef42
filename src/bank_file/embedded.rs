//! The banks of `question-banks/`, compiled in, so that the program works from any folder.
//!
//! The list is written out, in the order in which topics are shown: a build script or a macro over the folder would
//! not notice a new file. A test does.

/// File name and text of each shipped bank.
pub(crate) const EMBEDDED: &[(&str, &str)] = &[
    ("foundations.toml", include_str!("../../question-banks/foundations.toml")),
    ("customers.toml", include_str!("../../question-banks/customers.toml")),
    ("trust-cooperation.toml", include_str!("../../question-banks/trust-cooperation.toml")),
    ("engagement-reporting.toml", include_str!("../../question-banks/engagement-reporting.toml")),
    ("reputation-professionalism.toml", include_str!("../../question-banks/reputation-professionalism.toml")),
    ("balance-technology.toml", include_str!("../../question-banks/balance-technology.toml")),
    ("voluntary-compliance.toml", include_str!("../../question-banks/voluntary-compliance.toml")),
    ("de-escalation.toml", include_str!("../../question-banks/de-escalation.toml")),
    ("communication-skills.toml", include_str!("../../question-banks/communication-skills.toml")),
    ("information-directions.toml", include_str!("../../question-banks/information-directions.toml")),
    ("complaints-difficult.toml", include_str!("../../question-banks/complaints-difficult.toml")),
    ("access-crowds.toml", include_str!("../../question-banks/access-crowds.toml")),
    ("authority-law.toml", include_str!("../../question-banks/authority-law.toml")),
    ("legal-liability.toml", include_str!("../../question-banks/legal-liability.toml")),
    ("diversity-accessibility.toml", include_str!("../../question-banks/diversity-accessibility.toml")),
    ("crisis-behavior.toml", include_str!("../../question-banks/crisis-behavior.toml")),
    ("emergencies-public.toml", include_str!("../../question-banks/emergencies-public.toml")),
    ("reports-testimony.toml", include_str!("../../question-banks/reports-testimony.toml")),
    ("ethics-integrity.toml", include_str!("../../question-banks/ethics-integrity.toml")),
    ("community-value.toml", include_str!("../../question-banks/community-value.toml")),
];
