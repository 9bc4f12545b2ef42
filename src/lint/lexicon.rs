//! Word lists: whole words and phrases in lower case. They are short on purpose: a rule that fires on a word which may
//! well be innocent teaches an author to look away.

/// Words that admit no exception. Anyone who has sat exams knows that an option with one of them is seldom the key.
#[rustfmt::skip]
pub(super) const ABSOLUTES: &[&str] = &[
    "always", "never", "everyone", "everybody", "everything", "nobody", "no one", "under no circumstances",
    "under any circumstances", "in all cases", "in every case", "at all times", "without exception",
    "every time", "no matter what", "completely", "absolutely", "entirely", "impossible", "guarantees",
    "guaranteed",
];

/// The wider circle, for counting over a whole bank.
#[rustfmt::skip]
pub(super) const SWEEPING: &[&str] = &[
    "all", "any", "anyone", "anybody", "anything", "every", "none", "nothing", "no", "only", "must", "cannot",
    "totally", "fully", "whatever", "in any case",
];

#[rustfmt::skip]
pub(super) const HEDGES: &[&str] = &[
    "may", "might", "can", "could", "usually", "often", "generally", "likely", "probably", "possibly",
    "possible", "perhaps", "sometimes", "normally", "typically", "tend", "tends", "appropriate", "reasonable",
    "reasonably", "mostly", "mainly", "partly", "largely", "depends", "depending", "some", "as far as",
    "where possible", "if possible", "in most cases",
];

#[rustfmt::skip]
pub(super) const COURTEOUS: &[&str] = &[
    "please", "thank", "thanks", "thanking", "sorry", "apologize", "apologise", "apologizes", "welcome",
    "calm", "calmly", "polite", "politely", "politeness", "courteous", "courteously", "courtesy", "respect",
    "respectful", "respectfully", "kind", "kindly", "kindness", "gentle", "gently", "patient", "patiently",
    "friendly", "warm", "warmly", "listen", "listens", "listening", "acknowledge", "acknowledges",
    "acknowledging", "empathy", "understand", "understanding", "help", "helps", "helpful", "helping", "offer",
    "offers", "offering", "explain", "explains", "explaining", "greet", "greets", "appreciate", "glad",
    "happy", "quietly", "discreetly", "dignity", "comfortable", "reassure", "reassures", "invite", "invites",
];

#[rustfmt::skip]
pub(super) const RUDE: &[&str] = &[
    "ignore", "ignores", "ignoring", "refuse", "refuses", "refusing", "argue", "argues", "arguing", "shout",
    "shouts", "shouting", "yell", "yells", "threaten", "threatens", "threatening", "demand", "demands",
    "demanding", "insist", "insists", "insisting", "dismiss", "dismisses", "scold", "scolds", "mock", "mocks",
    "insult", "insults", "blame", "blames", "blaming", "force", "forces", "forcing", "grab", "grabs", "push",
    "pushes", "punish", "punishes", "humiliate", "intimidate", "warn", "warns", "warning", "order", "orders",
    "ordering", "confront", "confronts", "accuse", "accuses", "deny", "denies", "reject", "rejects", "avoid",
    "avoids", "lie", "lies", "hide", "hides", "pretend", "do nothing", "walk away",
];

#[rustfmt::skip]
pub(super) const PROCEDURE: &[&str] = &[
    "report", "reports", "reporting", "record", "records", "recording", "document", "documents",
    "documenting", "policy", "policies", "procedure", "procedures", "protocol", "supervisor", "supervisors",
    "notify", "notifies", "radio", "log", "logs", "write", "writes", "written", "note", "notes", "form",
    "forms", "post orders", "instructions", "rule", "rules", "according to", "follow", "follows", "following",
    "dispatch", "control room", "call", "calls", "inform", "informs", "handover", "statement",
];

#[rustfmt::skip]
pub(super) const VAGUE_FREQUENCY: &[&str] = &[
    "often", "usually", "rarely", "sometimes", "frequently", "occasionally", "generally", "seldom",
    "commonly", "from time to time", "now and then",
];

/// Openings that nobody who wants the post would choose, by their base form.
#[rustfmt::skip]
pub(super) const STRAW_OPENINGS: &[&str] = &[
    "ignore", "refuse", "argue", "shout", "yell", "scream", "threaten", "mock", "insult", "laugh", "ridicule",
    "scold", "punish", "push", "shove", "grab", "humiliate", "bully", "dismiss", "sneer", "swear", "lie",
    "do nothing", "walk away", "turn away", "look away", "stay silent", "make fun",
];

/// What makes a sentence negative, in lower case; contractions are recognised by their ending.
pub(super) const NEGATIVES: &[&str] = &["not", "never", "cannot", "except"];
