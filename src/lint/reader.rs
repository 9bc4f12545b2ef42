//! The names of the reader's own problems, for `check --list` and `check --explain`. The reader finds them; here they
//! are explained. A test reads each bad example and insists that exactly this problem comes out.

use crate::diagnostic::Severity;

/// What a name of the reader stands for.
pub(crate) struct ReaderRule {
    pub(crate) name: &'static str,
    pub(crate) severity: Severity,
    pub(crate) summary: &'static str,
    pub(crate) why: &'static str,
    /// A question that breaks it, or the beginning of a file.
    pub(crate) bad: &'static str,
    /// In how many files of one folder it has to stand to be a problem.
    pub(crate) files: usize,
}

const fn rule(name: &'static str, summary: &'static str, why: &'static str, bad: &'static str) -> ReaderRule {
    ReaderRule { name, severity: Severity::Error, summary, why, bad, files: 1 }
}

pub(crate) const READER_RULES: &[ReaderRule] = &[
    rule(
        "syntax",
        "the file is not TOML",
        "Nothing behind the place can be trusted, so it is mended before anything else is looked at.",
        "stem = What opens the gate?",
    ),
    rule(
        "unknown-schema",
        "the file is of a schema that this guardprep does not read",
        "To guess at a newer schema would read questions wrongly without a word.",
        "schema = 7",
    ),
    rule(
        "no-question",
        "the bank has no question",
        "There is nothing to ask.",
        "schema = 1\n\n[topic]\nid = \"gates\"\ntitle = \"Gates\"\nsummary = \"What opens them.\"",
    ),
    rule(
        "unknown-key",
        "a key that does not exist",
        "Most are misspelled, and what they hold would be lost in silence.",
        "stemm = \"What opens the gate?\"\nstem = \"What opens the gate?\"",
    ),
    rule(
        "missing-key",
        "a key that has to be there is not",
        "A question cannot be asked without it, or could not be kept apart from others.",
        "# no answer\nstem = \"What opens the gate?\"",
    ),
    rule(
        "wrong-type",
        "a value of another type than its key takes",
        "A number in the place of a text is a slip, and what was meant is not guessed.",
        "stem = 3",
    ),
    rule("empty-text", "a text is empty", "An empty option or stem cannot be read.", "stem = \" \""),
    ReaderRule {
        name: "control-character",
        severity: Severity::Warning,
        summary: "a text holds a control character",
        why: "It could move a cursor, hide words or turn their direction. It is shown as \u{fffd} until it is taken out.",
        bad: "stem = \"What opens \\u001b[31mthe gate?\"",
        files: 1,
    },
    rule(
        "unknown-value",
        "a kind or a level that does not exist",
        "Both are closed lists, so that selections and statistics mean the same everywhere.",
        "kind = \"riddle\"",
    ),
    rule(
        "id-form",
        "an id with blanks or of over 100 bytes, or one of a topic or objective with capitals",
        "Ids are typed on a command line and kept for ever in progress files.",
        "id = \"gate 1\"",
    ),
    rule(
        "duplicate-id",
        "two questions, or two objectives, have one id",
        "Progress is kept by id: the two would share theirs.",
        r#"
[[question]]
id = "gates-1"
stem = "What opens the gate?"

[[question]]
id = "gates-1"
stem = "Who opens the gate?"
"#,
    ),
    ReaderRule {
        files: 2,
        ..rule(
            "duplicate-topic",
            "two files of one folder hold the same topic",
            "A topic in a stronger place replaces one in a weaker; side by side, neither could.",
            "stem = \"What opens the gate?\"",
        )
    },
    rule(
        "undeclared-objective",
        "a question names an objective that its topic does not declare",
        "Coverage is counted by objective; a misspelled one would not count.",
        "objective = \"thirteen\"",
    ),
    rule(
        "two-answers",
        "there are both `answer` and `answers`",
        "One of them would be ignored.",
        "answer = \"A valid badge\"\nanswers = [\"A valid badge\", \"A master key\"]",
    ),
    rule(
        "too-few-options",
        "there is no right option, or no wrong one",
        "There is nothing to choose.",
        "distractors = []",
    ),
    rule(
        "too-many-keys",
        "so many right options that no wrong one has room",
        "Eight options are shown at most, and all right ones are among them.",
        "answers = [\"a\", \"b\", \"c\", \"d\", \"e\", \"f\", \"g\", \"h\"]",
    ),
    rule(
        "too-many-options",
        "a question has more options than a pool may hold",
        "Nobody writes forty distractors that each tempt somebody; such a file is a list of something else.",
        r#"answer = "Gate 0"
distractors = [
  { text = "G1", why = "." }, { text = "G2", why = "." }, { text = "G3", why = "." }, { text = "G4", why = "." },
  { text = "G5", why = "." }, { text = "G6", why = "." }, { text = "G7", why = "." }, { text = "G8", why = "." },
  { text = "G9", why = "." }, { text = "Ga", why = "." }, { text = "Gb", why = "." }, { text = "Gc", why = "." },
  { text = "Gd", why = "." }, { text = "Ge", why = "." }, { text = "Gf", why = "." }, { text = "Gg", why = "." },
  { text = "Gh", why = "." }, { text = "Gi", why = "." }, { text = "Gj", why = "." }, { text = "Gk", why = "." },
  { text = "Gl", why = "." }, { text = "Gm", why = "." }, { text = "Gn", why = "." }, { text = "Go", why = "." },
  { text = "Gp", why = "." }, { text = "Gq", why = "." }, { text = "Gr", why = "." }, { text = "Gs", why = "." },
  { text = "Gt", why = "." }, { text = "Gu", why = "." }, { text = "Gv", why = "." }, { text = "Gw", why = "." },
  { text = "Gx", why = "." }, { text = "Gy", why = "." }, { text = "Gz", why = "." }, { text = "H1", why = "." },
  { text = "H2", why = "." }, { text = "H3", why = "." }, { text = "H4", why = "." }, { text = "H5", why = "." },
]"#,
    ),
    rule(
        "equal-options",
        "two options read the same",
        "A person cannot tell them apart, and one of them is marked wrong. Case counts in short options and in \
         quantities: kHz is not KHz.",
        "answer = \"Ask the guest to wait\"\ndistractors = [{ text = \"ask the guest to wait.\", why = \"...\" }]",
    ),
    rule(
        "order",
        "`order` does not hold every option once",
        "Options that are missing from it would have no place.",
        "order = [\"A valid badge\"]",
    ),
    rule(
        "allow-form",
        "an entry of `allow` does not say which rule and why",
        "An exception without its reason cannot be judged by the next author.",
        "allow = [\"key-longest\"]",
    ),
];
