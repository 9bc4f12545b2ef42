//! A command that could not do its work, as data: what stopped it. Its words and the next thing to type are made in
//! one place, `words.rs`.

mod class;
mod say;
mod unknown;
mod words;

#[cfg(test)]
mod tests;

use std::io;
use std::path::PathBuf;

use crate::catalog::CatalogError;
use crate::exam::Unfit;
use crate::exchange::Foreign;
use crate::progress::NoDate;
use crate::quiz::Empty;
use crate::store::StoreError;
use crate::whole_file::{ReadError, WriteError};

pub(crate) use class::ClassFailure;

/// How the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Done, whatever the score.
    Done = 0,
    /// Done, and the answer is no.
    No = 1,
    /// It could not be done.
    CouldNot = 2,
    /// Interrupted, and everything is kept.
    Interrupted = 130,
}

/// Why a command stopped.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The reader of our output has gone: that is no error.
    BrokenPipe,
    /// What we print cannot be written, or what is typed cannot be read.
    Stream(io::Error),
    /// A variable of the environment has a value that means nothing.
    Variable {
        name: &'static str,
        value: String,
        wanted: &'static str,
    },
    /// The system gives no random numbers.
    NoRandom(String),

    Catalog(CatalogError),
    /// The banks have errors, the first of them in this file.
    BankErrors {
        errors: usize,
        file: Option<String>,
    },
    /// The user's exam profiles have problems.
    ProfileErrors {
        problems: String,
        file: Option<PathBuf>,
    },
    /// There is no such thing; these there are.
    Unknown {
        what: Thing,
        name: String,
        known: Vec<String>,
    },
    /// Several topics or profiles fit what was typed: their ids and titles. `by_name` if it is these that fit, and not only
    /// the questions of the topics.
    Several {
        what: Thing,
        typed: String,
        by_name: bool,
        fit: Vec<(String, String)>,
    },
    /// A usual word that is no command, and the commands that do what it says.
    NotACommand {
        typed: String,
        instead: &'static [(&'static str, &'static str)],
    },
    /// The id of a question or an objective where a topic is expected.
    NotATopic {
        what: &'static str,
        id: String,
    },
    /// An exam profile is expected, and this is what the person seems to mean.
    TopicForProfile {
        typed: String,
        topic: String,
    },
    /// What was typed is no date of an exam.
    NoDate {
        typed: String,
        why: NoDate,
    },
    /// The person left where something was to be chosen.
    Left(Exit),
    /// No question fits what was asked for.
    NothingToAsk(Empty),

    Store(StoreError),
    /// The file that is to be joined is not there.
    NoFileToMerge(PathBuf),
    /// What was to be written into the log would not be kept.
    NotKept,
    NoProgress,
    NoAnswer,
    /// All answers that count are those of exams, which are not taken back.
    OnlyExamAnswers,
    NothingPaused,
    NoSuchPaused {
        number: usize,
        of: usize,
    },
    /// An event cannot be written as JSON.
    Unwritable(String),

    ExamUnfit(Unfit),
    /// The banks hold no question for this exam.
    NoExamQuestion,
    /// The banks hold no question any more of an exam that was handed in.
    ExamVanished {
        number: usize,
    },
    /// The banks hold no question any more of a paused sitting.
    PausedVanished {
        what: &'static str,
    },
    NoExam,
    NoSuchExam {
        number: usize,
        of: usize,
    },

    Write(WriteError),
    /// A format that is only read.
    OnlyRead {
        format: &'static str,
    },
    /// `--raw` for a format that has no guarded texts.
    AlwaysRaw {
        format: &'static str,
    },
    /// A format can say none of the questions; a line for each reason.
    NothingSaid {
        format: &'static str,
        lines: Vec<String>,
    },
    /// Bytes that a terminal cannot show.
    NotForTerminal {
        format: &'static str,
        extension: &'static str,
    },
    /// A file of this format holds one topic, and there are several.
    OneTopicAFile {
        format: &'static str,
        topics: usize,
    },

    Read {
        name: String,
        error: ReadError,
    },
    UnknownFormat {
        name: String,
        /// What it is instead, and what to do.
        what: Option<Foreign>,
        known: Vec<&'static str>,
    },
    /// What was imported has several topics, and `-o` names no folder (but this file).
    OneTopicABank {
        topics: usize,
        file: Option<PathBuf>,
    },
    /// About the answers of a class, or what is kept of them.
    Class(ClassFailure),
    /// What was imported would not be a sound bank.
    Unsound {
        topic: String,
        message: String,
    },
}

/// What can be named on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Thing {
    Question,
    Topic,
    Objective,
    Jurisdiction,
    Profile,
    Rule,
}

impl Failure {
    pub(crate) fn unknown<'a>(what: Thing, name: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        let known = known.into_iter().map(ToOwned::to_owned).collect();
        Self::Unknown { what, name: name.to_owned(), known }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe { Self::BrokenPipe } else { Self::Stream(error) }
    }
}

impl From<CatalogError> for Failure {
    fn from(error: CatalogError) -> Self {
        Self::Catalog(error)
    }
}

impl From<WriteError> for Failure {
    fn from(error: WriteError) -> Self {
        Self::Write(error)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}
