//! Word lists: whole words and phrases in lower case. They are short on purpose: a rule that fires on a word which may
//! well be innocent teaches an author to look away.

/// Words and phrases that mean the same to a rule. A phrase is words joined by blanks.
#[derive(Clone, Copy)]
pub(super) struct List {
    /// Its place in [`LISTS`].
    number: u32,
    pub(super) phrases: &'static [&'static str],
}

impl List {
    const fn new(number: u32, phrases: &'static [&'static str]) -> Self {
        Self { number, phrases }
    }

    /// The bit that stands for it where a word names its lists.
    pub(super) const fn bit(self) -> u32 {
        1 << self.number
    }
}

/// All lists, each at its number.
pub(super) const LISTS: &[List] = &[
    ABSOLUTES,
    SWEEPING,
    HEDGES,
    COURTEOUS,
    RUDE,
    PROCEDURE,
    VAGUE_FREQUENCY,
    STRAW_OPENINGS,
    NEGATIVES,
    OPTION_NOUNS,
    AND,
];

/// Words that admit no exception. Anyone who has sat exams knows that an option with one of them is seldom the key.
#[rustfmt::skip]
pub(super) const ABSOLUTES: List = List::new(0, &[
    "always", "never", "everyone", "everybody", "everything", "nobody", "no one", "under no circumstances",
    "under any circumstances", "in all cases", "in every case", "at all times", "without exception",
    "every time", "no matter what", "completely", "absolutely", "entirely", "impossible", "guarantees",
    "guaranteed",
]);

/// The wider circle, for counting over a whole bank.
#[rustfmt::skip]
pub(super) const SWEEPING: List = List::new(1, &[
    "all", "any", "anyone", "anybody", "anything", "every", "none", "nothing", "no", "only", "must", "cannot",
    "totally", "fully", "whatever", "in any case",
]);

#[rustfmt::skip]
pub(super) const HEDGES: List = List::new(2, &[
    "may", "might", "can", "could", "usually", "often", "generally", "likely", "probably", "possibly",
    "possible", "perhaps", "sometimes", "normally", "typically", "tend", "tends", "appropriate", "reasonable",
    "reasonably", "mostly", "mainly", "partly", "largely", "depends", "depending", "some", "as far as",
    "where possible", "if possible", "in most cases",
]);

#[rustfmt::skip]
pub(super) const COURTEOUS: List = List::new(3, &[
    "please", "thank", "thanks", "thanking", "sorry", "apologize", "apologise", "apologizes", "welcome",
    "calm", "calmly", "polite", "politely", "politeness", "courteous", "courteously", "courtesy", "respect",
    "respectful", "respectfully", "kind", "kindly", "kindness", "gentle", "gently", "patient", "patiently",
    "friendly", "warm", "warmly", "listen", "listens", "listening", "acknowledge", "acknowledges",
    "acknowledging", "empathy", "understand", "understanding", "help", "helps", "helpful", "helping", "offer",
    "offers", "offering", "explain", "explains", "explaining", "greet", "greets", "appreciate", "glad",
    "happy", "quietly", "discreetly", "dignity", "comfortable", "reassure", "reassures", "invite", "invites",
]);

#[rustfmt::skip]
pub(super) const RUDE: List = List::new(4, &[
    "ignore", "ignores", "ignoring", "refuse", "refuses", "refusing", "argue", "argues", "arguing", "shout",
    "shouts", "shouting", "yell", "yells", "threaten", "threatens", "threatening", "demand", "demands",
    "demanding", "insist", "insists", "insisting", "dismiss", "dismisses", "scold", "scolds", "mock", "mocks",
    "insult", "insults", "blame", "blames", "blaming", "force", "forces", "forcing", "grab", "grabs", "push",
    "pushes", "punish", "punishes", "humiliate", "intimidate", "warn", "warns", "warning", "order", "orders",
    "ordering", "confront", "confronts", "accuse", "accuses", "deny", "denies", "reject", "rejects", "avoid",
    "avoids", "lie", "lies", "hide", "hides", "pretend", "do nothing", "walk away",
]);

#[rustfmt::skip]
pub(super) const PROCEDURE: List = List::new(5, &[
    "report", "reports", "reporting", "record", "records", "recording", "document", "documents",
    "documenting", "policy", "policies", "procedure", "procedures", "protocol", "supervisor", "supervisors",
    "notify", "notifies", "radio", "log", "logs", "write", "writes", "written", "note", "notes", "form",
    "forms", "post orders", "instructions", "rule", "rules", "according to", "follow", "follows", "following",
    "dispatch", "control room", "call", "calls", "inform", "informs", "handover", "statement",
]);

#[rustfmt::skip]
pub(super) const VAGUE_FREQUENCY: List = List::new(6, &[
    "often", "usually", "rarely", "sometimes", "frequently", "occasionally", "generally", "seldom",
    "commonly", "from time to time", "now and then",
]);

/// Openings that nobody who wants the post would choose, by their base form.
#[rustfmt::skip]
pub(super) const STRAW_OPENINGS: List = List::new(7, &[
    "ignore", "refuse", "argue", "shout", "yell", "scream", "threaten", "mock", "insult", "laugh", "ridicule",
    "scold", "punish", "push", "shove", "grab", "humiliate", "bully", "dismiss", "sneer", "swear", "lie",
    "do nothing", "walk away", "turn away", "look away", "stay silent", "make fun",
]);

/// What makes a sentence negative, in lower case; contractions are recognised by their ending.
pub(super) const NEGATIVES: List = List::new(8, &["not", "never", "cannot", "except"]);

/// Words that say that a letter or a number after them names an option.
#[rustfmt::skip]
pub(super) const OPTION_NOUNS: List = List::new(9, &[
    "option", "options", "answer", "answers", "choice", "choices", "distractor", "alternative", "alternatives",
]);

/// Where an option goes on with one more thing.
pub(super) const AND: List = List::new(10, &["and"]);
