//! What a failure says: a sentence, then what to do next. No other place has words for one.

use std::io::{self, ErrorKind};
use std::path::Path;

use super::Failure;
use super::say::{Words, say};
use super::unknown::{did_you_mean, no_date, not_a_topic, several, unknown};
use crate::catalog::CatalogError;
use crate::exam::Unfit;
use crate::quiz::Empty;
use crate::store::{Cause, StoreError};
use crate::whole_file::{ReadError, WriteError};
use crate::words::{counted, harmless, quoted, shortened};

/// The most characters of a line that is printed: what is quoted in it may be of any size.
const MOST_SHOWN: usize = 1_000;

impl Failure {
    /// What a person is told, in lines; `None` where there is nothing to say.
    pub(crate) fn text(&self) -> Option<String> {
        let words = self.words()?;
        let mut lines = vec![format!("error: {}", harmless(&words.message))];
        lines.extend(words.hints.iter().map(|hint| format!("  {}", harmless(hint))));
        Some(lines.join("\n"))
    }

    /// The words of a failure; `None` where there is nothing to say.
    #[expect(clippy::too_many_lines, reason = "a line or two for each failure")]
    pub(crate) fn words(&self) -> Option<Words> {
        let words = match self {
            Self::BrokenPipe => return None,
            Self::Stream(error) if error.get_ref().is_some() => say(error.to_string()),
            Self::Stream(error) => say(format!("the output cannot be written: {error}")),
            Self::Variable { name, value, wanted } => {
                say(format!("{name} is \"{value}\"")).hint(format!("it has to be {wanted}; or unset it"))
            }
            Self::NoRandom(error) => {
                say(format!("the system gives no random numbers: {error}")).hint("give --seed")
            }
            Self::Catalog(error) => catalog(error),
            Self::BankErrors { errors, file } => bank_errors(*errors, file.as_deref()),
            Self::ProfileErrors { problems, file } => {
                let place = file.as_ref().map_or_else(String::new, |file| format!(" in {}", file.display()));
                say(format!("{problems}{place}"))
                    .hint("correct them, or move the file away: the built-in profiles need no file")
            }
            Self::Unknown { what, name, known } => unknown(*what, name, known),
            Self::Several { what, typed, by_name, fit } => several(*what, typed, *by_name, fit),
            Self::NotACommand { typed, instead } => instead
                .iter()
                .fold(say(format!("there is no command \"{typed}\"")), |words, (command, what)| {
                    words.hint(format!("`{command}` {what}"))
                }),
            Self::NotATopic { what, id } => not_a_topic(what, id),
            Self::TopicForProfile { typed, topic } => {
                say(format!("there is no exam profile \"{typed}\", but a topic"))
                    .hint(format!("an exam of it alone: guardprep exam --topic {topic}"))
                    .hint("`guardprep exam --list` shows the profiles")
            }
            Self::NoDate { typed, why } => no_date(typed, why),
            Self::Left(_) => return None,
            Self::NothingToAsk(empty) => nothing_to_ask(empty),
            Self::Store(error) => store(error),
            Self::NoFileToMerge(path) => say(format!("there is no progress file {}", path.display()))
                .hint("copy it from the other machine first; `guardprep progress merge --help` says more"),
            Self::NotKept => say("there is no home folder in which progress could be kept")
                .hint("set GUARDPREP_HOME to a folder you can write to, or give --progress FILE"),
            Self::NoProgress => {
                say("there is no progress yet").hint("`guardprep quiz` asks the first question")
            }
            Self::NoAnswer => {
                say("there is no answer to take back").hint("`guardprep quiz` asks the first question")
            }
            Self::OnlyExamAnswers => say("there is no answer of a quiz to take back")
                .hint("an exam that was handed in stays as it is"),
            Self::NothingPaused => say("there is no paused quiz or exam")
                .hint("`guardprep quiz` starts a quiz, `guardprep exam` an exam"),
            Self::NoSuchPaused { number, of } => {
                say(format!("nothing of number {number} is paused")).hint(match of {
                    1 => String::from("one is paused: `guardprep resume` takes it"),
                    of => format!("{of} are paused, with the numbers from 1 to {of}"),
                })
            }
            Self::Unwritable(error) => say(format!("an event cannot be written as JSON: {error}")),
            Self::ExamUnfit(unfit) => say(unfit.to_string()).hint(match unfit {
                Unfit::PassAboveQuestions(..) => {
                    "give --pass a number that can be reached, or a percent such as 70%"
                }
                Unfit::Papers => {
                    "leave -n and --pass out, or take a profile of one paper: `guardprep exam --list`"
                }
            }),
            Self::NoExamQuestion => say("there is no question for this exam")
                .hint("it asks topics that the banks do not hold, or the law of another place")
                .hint("`guardprep topics` lists the topics"),
            Self::PausedVanished { what } => say(format!("the banks hold no question of the paused {what}"))
                .hint("give its bank with --bank, as when you began it: it is kept until then")
                .hint("`guardprep resume --drop` drops it"),
            Self::ExamVanished { number } => {
                say(format!("the banks hold no question of exam {number} any more"))
                    .hint("give the bank with --bank, as when you took it")
            }
            Self::NoExam => say("no exam was handed in yet").hint("`guardprep exam` starts one"),
            Self::NoSuchExam { number, of } => say(format!("there is no exam {number}"))
                .hint(format!("they go from 1 to {of}; `guardprep progress` lists them")),
            Self::Write(error) => write(error),
            Self::OnlyRead { format } => say(format!("{format} can only be read")),
            Self::AlwaysRaw { format } => {
                say(format!("--raw means nothing for {format}: its texts are always written as they are"))
            }
            Self::NothingSaid { format, lines } => {
                lines.iter().fold(say(format!("{format} can say none of these questions")), Words::hint)
            }
            Self::NotForTerminal { format, extension } => say(format!("{format} is nothing for a terminal"))
                .hint(format!("write it into a file with -o questions.{extension}")),
            Self::OneTopicAFile { format, topics } => {
                say(format!("the questions have {topics} topics, and a {format} file holds one"))
                    .hint("name a folder with -o, or one topic")
            }
            Self::Read { name, error } => say(format!("cannot read {name}: {error}")).hint(match error {
                ReadError::TooLarge => "make several files of it",
                ReadError::NotAFile(_) => "name a file; `-` reads what is typed or piped",
                ReadError::Io(_) => "is the name right, and may you read it?",
            }),
            Self::UnknownFormat { name, what: Some((what, hint)), .. } => {
                say(format!("{name} is {what}")).hint(*hint)
            }
            Self::UnknownFormat { name, what: None, known } => {
                say(format!("cannot tell which format {name} is in"))
                    .hint(format!("say it with --from: {}", known.join(", ")))
            }
            Self::OneTopicABank { topics, file } => {
                let holder = file.as_ref().map_or_else(
                    || String::from("a bank file holds one"),
                    |file| format!("{} can hold one", file.display()),
                );
                say(format!("the questions have {topics} topics, and {holder}"))
                    .hint("name a folder with -o, or one topic for all with --topic ID")
            }
            Self::Class(failure) => failure.words(),
            Self::Unsound { topic, message } => {
                say(format!("the bank {topic} would have an error: {message}"))
            }
        };
        let short = |line: &str| shortened(line, MOST_SHOWN);
        Some(Words {
            message: short(&words.message),
            hints: words.hints.iter().map(|line| short(line)).collect(),
        })
    }
}

fn catalog(error: &CatalogError) -> Words {
    let words = say(error.to_string());
    match error {
        CatalogError::Unreadable { near, .. } if !near.is_empty() => words.hint(did_you_mean(near)),
        CatalogError::Unreadable { error: ReadError::TooLarge, .. } => {
            words.hint("is it a bank? If so, make several files of it")
        }
        CatalogError::Unreadable { .. } => {
            words.hint("a bank is a file or a folder of files that end in .toml")
        }
        CatalogError::NoBank { .. } => words.hint("a bank is a file that ends in .toml"),
    }
}

fn bank_errors(errors: usize, file: Option<&str>) -> Words {
    let message = if errors == 1 {
        String::from("the question bank has 1 error")
    } else {
        format!("the question banks have {}; this is the first", counted(errors, "error"))
    };
    let file = file.map_or_else(String::new, |file| format!(" {}", quoted(Path::new(file))));
    say(message).hint(format!("`guardprep check{file}` shows all of them"))
}

fn nothing_to_ask(empty: &Empty) -> Words {
    let none = match empty.before {
        _ if empty.is_first => String::from("no question is"),
        1 => String::from("of the 1 question that fits otherwise, none is"),
        n => format!("of the {n} questions that fit otherwise, none is"),
    };
    say(format!("there is nothing to ask: {none} {}", empty.words)).hint(empty.help)
}

fn write(error: &WriteError) -> Words {
    let (path, io) = match error {
        WriteError::Exists(_) => {
            return say(error.to_string()).hint(
                "give another name; `analyze`, `export`, `import` and `progress` replace it with --force",
            );
        }
        WriteError::NotAFolder(_) => return say(error.to_string()).hint("give another name"),
        WriteError::NotAFile { what, .. } => {
            return say(error.to_string()).hint(match *what {
                "a device or a pipe" => "leave -o out, and send the output there with >",
                _ => "give another name",
            });
        }
        WriteError::Io { path, error } => (path, error),
    };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.is_dir());
    match (io.kind(), folder) {
        (ErrorKind::InvalidFilename, _) => say(error.to_string()).hint("give a shorter name"),
        (ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge, _) => {
            say(format!("the disk is full, or the file may not grow: {}", path.display()))
                .hint("make room, and try again; what was there is as it was")
        }
        (_, Some(folder)) => {
            say(error.to_string()).hint(format!("there is no folder {}; make it first", folder.display()))
        }
        _ if is_held_from_replacing(io) => say(format!("another program holds {}", path.display()))
            .hint("close the file there, and try again"),
        (ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem, _) => {
            say(error.to_string()).hint("may you write to the folder? Give another one with -o")
        }
        _ => say(error.to_string()),
    }
}

/// What Windows answers where another program, such as Word or Excel, has a file open: a sharing violation or a lock.
fn is_held(error: &io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33))
}

/// And where the file would be replaced: plainly no access.
fn is_held_from_replacing(error: &io::Error) -> bool {
    is_held(error) || (cfg!(windows) && error.raw_os_error() == Some(5))
}

fn store(error: &StoreError) -> Words {
    const UNTOUCHED: &str =
        "it was left as it was; give another file with --progress, or practice with --no-save";
    let path = error.path.display();
    match &error.cause {
        Cause::NotOurs => say(format!("{path} is not a progress file of guardprep")).hint(UNTOUCHED),
        Cause::Damaged => say(format!("the progress file {path} is damaged"))
            .hint("put a copy of it back if you have one; `guardprep progress merge FILE` joins older copies")
            .hint(UNTOUCHED),
        Cause::Newer { found, known } => say(format!(
            "the progress file {path} was written by a newer guardprep (schema {found}; this one knows {known})"
        ))
        .hint("install the newer guardprep again")
        .hint(UNTOUCHED),
        Cause::NewerKind(_) => say(format!("the progress file {path} was written by a newer guardprep"))
            .hint("install the newer guardprep again")
            .hint(UNTOUCHED),
        Cause::TornCopy => say(format!("{path} is damaged, or was copied in the middle of a write"))
            .hint("nothing of it was taken in; `guardprep progress backup FILE` makes a copy that is whole"),
        Cause::Altered(how) => say(format!("{path} is not as guardprep writes it: {how}"))
            .hint("nothing of it was taken in; `guardprep progress backup FILE` makes a copy to merge"),
        Cause::TooMuch(how) => say(format!("{path} is too large to be a progress file: {how}"))
            .hint("it was left as it was, and nothing of it was taken in"),
        Cause::Unreadable(io) if is_held(io) => {
            say(format!("another program holds the progress file {path}"))
                .hint("close it there, and try again")
        }
        Cause::Unreadable(io) => {
            say(format!("the progress file {path} cannot be read: {io}")).hint(UNTOUCHED)
        }
        Cause::CutOff => say(format!("the last write to the progress file {path} was cut off")).hint(
            "to read it, it has to be put right first: make it and its folder writable, or copy both files",
        ),
        Cause::Locked => say(format!("another program holds the progress file {path}"))
            .hint("close the other guardprep, and try again"),
        Cause::ReadOnly => say(format!("the progress file {path} cannot be written"))
            .hint("set GUARDPREP_HOME to a folder you can write to, or give --progress FILE"),
        Cause::Full => say(format!("the disk is full, or the file may not grow: {path}"))
            .hint("make room, then type `guardprep resume`; every answer before this one is kept"),
        Cause::Folder(io) => say(format!("cannot use {path}: {io}"))
            .hint("set GUARDPREP_HOME to a folder you can write to, or give --progress FILE"),
        Cause::Other(other) => say(format!("the progress file {path} could not be used"))
            .hint(format!("this is what SQLite says: {other}"))
            .hint(UNTOUCHED),
    }
}
