//! All rules: about one question, about `allow`, about the whole bank.

use super::rule::Rule;
use super::{allow, bank_rules, rules};

/// Rules about one question, about `allow`, and about the whole bank; in each group errors first, then warnings, then
/// notes.
pub(super) fn all() -> impl Iterator<Item = &'static Rule> {
    rules::RULES.iter().chain(allow::RULES).chain(bank_rules::RULES)
}
