//! The names of problems that are found before there is a bank: in files that cannot be read, in what is imported, in
//! exam profiles. `check --explain` explains each; `tests/it/explained.rs` insists on that.

use crate::diagnostic::Severity::{self, Error, Warning};

/// What a name stands for.
pub(crate) struct Elsewhere {
    pub(crate) name: &'static str,
    pub(crate) severity: Severity,
    /// `file`, `import`, `profile`.
    pub(crate) about: &'static str,
    pub(crate) summary: &'static str,
    /// Why it is reported, and what to do.
    pub(crate) why: &'static str,
}

const fn entry(
    about: &'static str,
    severity: Severity,
    [name, summary, why]: [&'static str; 3],
) -> Elsewhere {
    Elsewhere { name, severity, about, summary, why }
}

#[rustfmt::skip] // one a line, and its reason below it
pub(crate) const ELSEWHERE: &[Elsewhere] = &[
    entry("file", Error, ["not-utf-8", "the file is not UTF-8 text",
        "In another encoding accents and quotation marks would be guessed at. Save it as UTF-8; most editors ask for the encoding when saving."]),
    entry("file", Error, ["unreadable", "a file of the banks folder cannot be opened",
        "It is left out and everything else works. Look at who may read it, and whether another program holds it."]),

    entry("import", Warning, ["encoding", "the file is not UTF-8, and its encoding was recognized or guessed",
        "A wrong guess shows in accents and quotation marks. Look at some, and save the file as UTF-8 if they are wrong."]),
    entry("import", Error, ["too-large", "the file, or one question of it, is larger than any that people write",
        "It is probably something else than questions. Split it into parts if it is not."]),
    entry("import", Error, ["package", "the package cannot be opened",
        "It has to be the file as the other program wrote it, not one that was unpacked and packed again."]),
    entry("import", Error, ["header", "the first row does not say which column holds what",
        "Without names a column could be taken for another. Name them in the first row, or say which is which: `--column stem=NAME`."]),
    entry("import", Warning, ["unknown-column", "a column is not read",
        "Nothing known has its name. `--column explanation=NAME` says what it holds; otherwise its texts stay behind."]),
    entry("import", Error, ["torn-row", "a row does not have the cells that the first row names",
        "A text that holds the delimiter or a line break has to stand in quotation marks; else the cells behind it move."]),
    entry("import", Error, ["no-key", "nothing says which option is right",
        "A guess would be a wrong key that nobody notices. The help at the place shows how this format marks the right option."]),
    entry("import", Warning, ["letters", "the options are not lettered one after the other",
        "The answer was taken by its letter, not by its place. Look whether it is the right one."]),
    entry("import", Error, ["question-type", "the question is of a type that has no options",
        "guardprep asks questions with options only: matching, essays and numbers to type stay behind."]),
    entry("import", Error, ["stray-line", "a line belongs to no question",
        "It may be the rest of a question that was cut apart. Look at what stands before it."]),
    entry("import", Warning, ["stray-text", "a text belongs to no question",
        "Headings and remarks are left out. If it is a question, its options are missing or written otherwise."]),
    entry("import", Error, ["comment", "a row begins with `#`, which is a comment to Anki",
        "Put the text into quotation marks if it is a question."]),
    entry("import", Error, ["duplicate", "the same question stands in the file twice",
        "The first is kept. Two that only look the same need ids of their own."]),
    entry("import", Warning, ["topic", "a topic of the file cannot be read as it is written",
        "Its questions are read all the same, and go to a topic named by the file or by `--topic`."]),
    entry("import", Warning, ["newer-schema", "the file was written by a newer guardprep",
        "What is new in it is left out. A newer guardprep reads all of it."]),
    entry("import", Error, ["more-problems", "there are more problems than are shown one by one",
        "A file with so many is probably in another format. `--from` names it; otherwise mend the first ones and import again."]),

    entry("profile", Error, ["out-of-range", "a number is beyond what an exam can have",
        "The message names the smallest and the largest."]),
    entry("profile", Error, ["weights-sum", "the weights of the topics are not 100 percent together",
        "Each weight is the share of the exam's questions that its topic has."]),
    entry("profile", Error, ["figure-beside-papers", "a figure stands beside papers that have figures of their own",
        "It would be unclear which of them it belongs to. Write it into each paper."]),
    entry("profile", Error, ["two-pass-rules", "there are two pass rules",
        "They could disagree about the same exam. Keep the one that the authority publishes."]),
    entry("profile", Error, ["no-pass-rule", "the pass rule says nothing",
        "Where no rule is confirmed take `pass` out: then there is a score and no verdict."]),
    entry("profile", Error, ["minimum-of-unknown", "a minimum needs the number of questions that it is of",
        "37 right answers pass 60 questions and fail 100. Add `questions`, or write the rule as `percent`."]),
    entry("profile", Error, ["pass-above-questions", "more right answers are needed than there are questions",
        "Nobody could pass."]),
    entry("profile", Error, ["pass-disagrees", "the minimum and the percent of a pass rule disagree",
        "The authority rounds in one way: `rounding` is up, nearest or down."]),
];
