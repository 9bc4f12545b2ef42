//! The rules about a whole bank, one file each. A new rule needs its file and two lines here. Statistics report nothing
//! about a bank that is too small for them.

mod common;
mod cue_across_items;
mod key_longest_share;
mod key_shortest_share;
mod length_ratio;
mod lopsided_words;
mod near_duplicate;
mod objective_thin;
mod objective_without_question;
mod option_count;
mod shares;
mod single_cue;

use super::rule::{Check, Rule, Whole};
use common::{coverage, judged, named, problem};

/// Errors first, then warnings, then notes.
pub(super) const RULES: &[Rule] = &[
    objective_without_question::RULE,
    objective_thin::RULE,
    near_duplicate::RULE,
    key_longest_share::RULE,
    key_shortest_share::RULE,
    length_ratio::RULE,
    single_cue::RULE,
    cue_across_items::RULE,
    shares::NEGATIVE,
    shares::TRUE_FALSE,
    shares::ALL_OF_THE_ABOVE,
    option_count::RULE,
    lopsided_words::RULE,
];
