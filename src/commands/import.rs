//! `guardprep import`: turns questions from other programs into a bank.

use std::path::{Path, PathBuf};

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use serde_json::{Value, json};

use crate::bank::{Bank, Question};
use crate::bank_file;
use crate::context::{Context, Stream};
use crate::diagnostic::{self, Diagnostic, Source, count, sort};
use crate::exchange::{self, Encoding, FIELDS, FORMATS, Format, Habit, ImportOptions, Loss, is_field};
use crate::failure::{Exit, Failure};
use crate::whole_file;
use crate::words::{counted, file_name, hang, quoted};

/// Read questions of another program into a bank
///
/// What cannot be read is named with its line and left out; the rest becomes a bank, and the exit code is 1. A bank file
/// holds one topic: where the questions have several, -o names a folder.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Files to read; `-` is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,

    /// The format, where it is not recognized
    #[arg(long, value_name = "FORMAT", value_parser = formats())]
    from: Option<&'static Format>,

    /// Put every question into this topic
    #[arg(long, value_name = "ID")]
    topic: Option<String>,

    #[arg(long, value_name = "FIELD=HEADER", value_parser = column, help = column_help())]
    column: Vec<(String, String)>,

    /// How the answers of a table or of JSON say which option is right, where the file does not tell
    #[arg(long, value_name = "HOW", value_parser = answers())]
    answers: Option<Habit>,

    /// The encoding of the files, where it is taken for another one
    #[arg(long, value_name = "NAME", value_parser = encoding)]
    encoding: Option<Encoding>,

    /// For tables: a ' at the beginning of a cell is text, and does not guard a formula
    #[arg(long)]
    raw: bool,

    /// Write the bank into this file, or one file a topic into this folder; otherwise it is printed
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,

    /// Replace files that are there
    #[arg(long, requires = "output")]
    force: bool,

    /// Read, tell, and write nothing
    #[arg(long, conflicts_with = "output")]
    dry_run: bool,

    /// Print what was read, skipped and lost as JSON to stdout
    #[arg(long)]
    json: bool,
}

fn formats() -> impl TypedValueParser<Value = &'static Format> {
    let values = FORMATS
        .iter()
        .filter(|format| format.import.is_some())
        .map(|format| PossibleValue::new(format.name).help(format.summary));
    PossibleValuesParser::new(values)
        .try_map(|name| exchange::find(&name).ok_or_else(|| String::from("no such format")))
}

fn answers() -> impl TypedValueParser<Value = Habit> {
    let values = Habit::ASKED.iter().map(|habit| PossibleValue::new(habit.name()).help(habit.in_words()));
    PossibleValuesParser::new(values).try_map(|name| {
        let found = Habit::ASKED.iter().find(|habit| habit.name() == name);
        found.copied().ok_or_else(|| String::from("no such way to answer"))
    })
}

fn encoding(name: &str) -> Result<Encoding, String> {
    Encoding::named(name).ok_or_else(|| format!("no encoding is called so; examples: {}", Encoding::EXAMPLES))
}

fn column_help() -> String {
    let fields = FIELDS.join(", ");
    format!("For tables: which column is meant, such as stem=Frage (may be repeated). Fields: {fields}")
}

fn column(text: &str) -> Result<(String, String), String> {
    let (field, header) = text.split_once('=').ok_or("write it as FIELD=HEADER, such as stem=Frage")?;
    let (field, header) = (field.trim(), header.trim());
    if header.is_empty() {
        return Err(format!("which column is `{field}`? write it as {field}=HEADER"));
    }
    if !is_field(field) {
        return Err(format!("no field is called `{field}`; the fields are {}", FIELDS.join(", ")));
    }
    Ok((field.to_owned(), header.to_owned()))
}

/// What was read from all files together.
#[derive(Default)]
struct Sum {
    bank: Bank,
    problems: Vec<Diagnostic>,
    /// How each file was read.
    said: Vec<String>,
    read: usize,
    skipped: usize,
    loss: Loss,
}

pub(crate) fn run(args: &Args, context: &Context) -> Result<Exit, Failure> {
    let mut sum = Sum::default();
    for path in &args.files {
        read(path, args, &mut sum)?;
    }
    sort(&mut sum.problems);
    for problem in diagnostic::alike(&sum.problems) {
        context.print(Stream::Err, &context.diagnostic(problem.first, Stream::Err))?;
        if let Some(rest) = problem.rest() {
            context.print(Stream::Err, &hang("  ", "    ", &rest, context.width()))?;
        }
        context.print(Stream::Err, "")?;
    }
    for said in &sum.said {
        context.print(Stream::Err, &hang("", "  ", said, context.width()))?;
    }
    let texts = texts(&sum.bank);
    let written = if args.dry_run { vec![] } else { write(&texts, args, context)? };
    context.print(
        Stream::Err,
        &format!(
            "{} read, {} skipped; {}.",
            counted(sum.read, "question"),
            sum.skipped,
            count(&sum.problems)
        ),
    )?;
    for line in sum.loss.lines() {
        context.print(Stream::Err, &hang("  ", "    ", &line, context.width()))?;
    }
    if sum.read > 0 && sum.skipped > 0 {
        let (left, them) = (counted(sum.skipped, "question"), if sum.skipped == 1 { "it" } else { "them" });
        let note = format!(
            "The bank is not whole: {left} left out. Mend {them} where the errors say, and import again."
        );
        context.print(Stream::Err, &hang("", "", &note, context.width()))?;
    }
    if !written.is_empty() {
        let names: Vec<String> = written.iter().map(|path| quoted(path)).collect();
        let names = names.join(" ");
        context.print(Stream::Err, &format!("Written: {names}\nNext:  guardprep check {names}"))?;
    }
    if args.json {
        let problems: Vec<Value> = sum.problems.iter().map(diagnostic::json).collect();
        let document = json!({
            "schema": 1, "read": sum.read, "skipped": sum.skipped, "problems": problems, "said": sum.said, "lost": sum.loss.json(),
            "files": written.iter().map(|path| path.display().to_string()).collect::<Vec<_>>(),
        });
        context.document(&document)?;
    }
    // As with `check`: whoever chains commands must not take half a file for the whole.
    let whole = sum.read > 0 && !sum.problems.iter().any(Diagnostic::is_error);
    Ok(if whole { Exit::Done } else { Exit::No })
}

fn read(path: &Path, args: &Args, sum: &mut Sum) -> Result<(), Failure> {
    let is_stdin = path == Path::new("-");
    let name = if is_stdin { String::from("standard input") } else { path.display().to_string() };
    let bytes =
        if is_stdin { whole_file::read_from(std::io::stdin().lock()) } else { whole_file::read(path) };
    let mut bytes = bytes.map_err(|error| Failure::Read { name: name.clone(), error })?;
    if let Some(encoding) = args.encoding {
        sum.said.push(match encoding.in_utf8(&bytes) {
            Some((text, bad)) => {
                bytes = text;
                let as_asked = format!("{name}: read as {}, as asked", encoding.name());
                if bad == 0 {
                    as_asked
                } else {
                    format!("{as_asked}; {bad} characters are none there and became \u{fffd}")
                }
            }
            None => format!("{name}: this is a package and no text; --encoding says nothing about it"),
        });
    }
    let format = args.from.or_else(|| exchange::recognize(&name, &bytes));
    let Some((format, import)) =
        format.and_then(|format| format.import.as_ref().map(|import| (format, import)))
    else {
        let known: Vec<&str> = FORMATS.iter().filter(|f| f.import.is_some()).map(|f| f.name).collect();
        return Err(Failure::UnknownFormat { name, what: exchange::foreign(&bytes), known });
    };
    let options = ImportOptions {
        file_name: name,
        topic: args.topic.clone(),
        columns: args.column.clone(),
        answers: args.answers,
        raw: args.raw,
    };
    let imported = (import.read)(&bytes, &options);
    sum.said.extend(imported.said.iter().map(|said| format!("{}: {said}", options.file_name)));
    sum.read += imported.read;
    sum.skipped += imported.skipped;
    sum.problems.extend(imported.problems);
    sum.loss.merge(imported.loss);
    for topic in imported.bank.topics() {
        let (new, known): (Vec<&Question>, Vec<&Question>) = imported
            .bank
            .questions_of(&topic.id)
            .partition(|question| sum.bank.question(&question.id).is_none());
        for question in known {
            sum.read -= 1;
            sum.skipped += 1;
            let message = format!("the id `{}` was read before, from another file", question.id);
            let problem = Diagnostic::error("duplicate-id", message).question(question.id.clone());
            sum.problems.push(problem.help(format!("it is left out of what {} adds", format.name)));
        }
        sum.bank.add(topic.clone(), new.into_iter().cloned());
    }
    Ok(())
}

/// The bank as TOML, one text for each topic, with its id.
fn texts(bank: &Bank) -> Vec<(String, String)> {
    let text = |topic: &crate::bank::Topic| {
        let questions: Vec<&Question> = bank.questions_of(&topic.id).collect();
        (!questions.is_empty()).then(|| (topic.id.clone(), bank_file::write(topic, &questions)))
    };
    bank.topics().iter().filter_map(text).collect()
}

/// Writes the banks and returns the files. Without `-o` a single bank is printed.
fn write(texts: &[(String, String)], args: &Args, context: &Context) -> Result<Vec<PathBuf>, Failure> {
    for (id, text) in texts {
        // Our own reader has to accept what we write.
        let again = bank_file::read(&Source::new(format!("{id}.toml"), text.as_str()));
        if let Some(problem) = again.problems.iter().find(|problem| problem.is_error()) {
            return Err(Failure::Unsound { topic: id.clone(), message: problem.message.clone() });
        }
    }
    match (&args.output, texts) {
        (_, []) => Ok(vec![]),
        (None, [(_, text)]) if !args.json => {
            context.print(Stream::Out, text.trim_end())?;
            Ok(vec![])
        }
        (None, _) if args.json => Ok(vec![]),
        (None, several) => Err(Failure::OneTopicABank { topics: several.len(), file: None }),
        (Some(path), [(_, text)]) if !path.is_dir() => {
            whole_file::write(path, text.as_bytes(), args.force)?;
            Ok(vec![path.clone()])
        }
        (Some(folder), several) => {
            if !folder.is_dir() {
                if folder.extension().is_some_and(|extension| extension == "toml") {
                    return Err(Failure::OneTopicABank { topics: several.len(), file: Some(folder.clone()) });
                }
                whole_file::create_folder(folder)?;
            }
            let paths: Vec<PathBuf> =
                several.iter().map(|(id, _)| folder.join(file_name(id, "toml"))).collect();
            for path in &paths {
                whole_file::is_free(path, args.force)?;
            }
            for (path, (_, text)) in paths.iter().zip(several) {
                whole_file::write(path, text.as_bytes(), args.force)?;
            }
            Ok(paths)
        }
    }
}
