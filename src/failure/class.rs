//! What stopped a command about the answers of a class, and what is said of it.

use std::path::PathBuf;

use super::say::{Words, say};
use crate::words::counted;

#[derive(Debug)]
pub(crate) enum ClassFailure {
    /// Too few students for anything to be said.
    TooFewStudents { students: usize, fewest: usize },
    /// No column of answers could be read.
    NothingToAnalyze,
    /// No question that was answered is one of the banks.
    NothingToKeep,
    /// The file of statistics has problems.
    Statistics { problems: String, file: PathBuf },
    /// No question has such a facility.
    NoneSoEasy {
        facility: String,
        /// How many questions have another facility, how many have none, of how many another answer counted.
        others: [usize; 3],
    },
}

impl ClassFailure {
    pub(super) fn words(&self) -> Words {
        match self {
            Self::TooFewStudents { students, fewest } => say(format!(
                "there {} with answers; for fewer than {fewest} nothing is said about questions",
                if *students == 1 { String::from("is 1 student") } else { format!("are {students} students") }
            ))
            .hint("give all files of the class at once, or add last term's: analyze FILE FILE"),
            Self::NothingToAnalyze => say("no answer to any question could be read")
                .hint("one row a student, one column a question; `guardprep analyze --help` names what else is read"),
            Self::NothingToKeep => say("none of these questions is in the banks, so that nothing was kept of them")
                .hint("name their bank: `guardprep analyze FILE --bank BANK --write-stats STATS`"),
            Self::Statistics { problems, file } => {
                say(format!("{problems} in the statistics {}; the file stays as it is", file.display()))
                    .hint("`guardprep analyze FILE --write-stats NEW-FILE` makes new ones from the answers of a class")
            }
            Self::NoneSoEasy { facility, others: [outside, unknown, changed] } => {
                let mut why = vec![];
                for (count, words) in [
                    (*outside, "with another facility"),
                    (*unknown, "that no class was asked"),
                    (*changed, "with another right answer since"),
                ] {
                    if count > 0 {
                        why.push(format!("{} {words}", counted(count, "question")));
                    }
                }
                say(format!("no question has a facility of {facility}: there are {}", why.join(", ")))
                    .hint("widen --facility, or add a class: `guardprep analyze FILE --write-stats STATS`")
            }
        }
    }
}
