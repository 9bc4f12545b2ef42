//! Where importers hand in what they read: here ids, topics and objectives are settled, faults become problems with a
//! place, and only what our own reader would accept gets into the bank.

mod collect;
mod decode;
mod draft;
mod encoding;
mod identify;
mod letters;
mod naming;
mod word;
mod word_list;

pub(crate) use collect::Intake;
pub(super) use decode::{Decoded, decode, is_binary};
pub(crate) use draft::{Draft, OptionDraft, TopicDraft, short, tidied};
pub(crate) use encoding::Encoding;
pub(super) use naming::{IMPORTED, declared, moved, objective, words};
pub(super) use word::{fold, means, true_or_false, words_of};
pub(super) use word_list::Word;
