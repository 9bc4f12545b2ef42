//! The rules about one question, one file each. A new rule needs its file and two lines here.

mod absolutes_only_in_distractors;
mod article_cue;
mod blank_inside_stem;
mod explanation_missing;
mod explanation_names_letter;
mod explanation_only_repeats;
mod k_type;
mod key_differs_in_form;
mod key_longest;
mod key_shortest;
mod lengths_uneven;
mod option_all_or_none_of_above;
mod option_inside_option;
mod option_names_other_options;
mod options_share_opening;
mod ranges_overlap;
mod source_missing;
mod stem_and_option_negative;
mod stem_asks_nothing;
mod stem_echo_in_key_only;
mod stem_negative_not_marked;
mod stem_too_long;
mod straw_distractors;
mod true_false_options;
mod two_options;
mod vague_frequency_in_options;
mod which_is_true;
mod why_missing;

use super::letters;
use super::rule::{Check, Finding, Rule, option_field};

/// Errors first, then warnings, then notes.
pub(super) const RULES: &[Rule] = &[
    option_names_other_options::RULE,
    option_all_or_none_of_above::RULE,
    k_type::RULE,
    ranges_overlap::RULE,
    explanation_missing::RULE,
    explanation_names_letter::RULE,
    key_longest::RULE,
    key_shortest::RULE,
    stem_negative_not_marked::RULE,
    stem_and_option_negative::RULE,
    absolutes_only_in_distractors::RULE,
    straw_distractors::RULE,
    stem_echo_in_key_only::RULE,
    key_differs_in_form::RULE,
    article_cue::RULE,
    stem_asks_nothing::RULE,
    true_false_options::RULE,
    two_options::RULE,
    explanation_only_repeats::RULE,
    source_missing::RULE,
    blank_inside_stem::RULE,
    option_inside_option::RULE,
    options_share_opening::RULE,
    lengths_uneven::RULE,
    vague_frequency_in_options::RULE,
    stem_too_long::RULE,
    which_is_true::RULE,
    why_missing::RULE,
];
