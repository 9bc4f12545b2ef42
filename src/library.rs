//! The question banks, exam profiles and statistics of this run, and what happens when something is wrong in them.

use std::path::{Path, PathBuf};

use crate::analysis::{Statistics, read_statistics};
use crate::bank_file::Joined;
use crate::catalog;
use crate::context::{Context, Stream};
use crate::diagnostic::{Diagnostic, Place, Source, count, sort};
use crate::exam::Profiles;
use crate::failure::{ClassFailure, Failure};
use crate::limits;
use crate::whole_file;
use crate::words::counted;

/// The user's own folder of banks.
fn banks_folder(context: &Context) -> Option<PathBuf> {
    Some(context.data_folder()?.join("banks"))
}

/// All banks of this run, with their problems.
pub(crate) fn banks(context: &Context) -> Result<Joined, Failure> {
    Ok(catalog::load(banks_folder(context).as_deref(), &context.named_banks())?)
}

/// All banks, for commands that ask or export questions. Fails if a bank has an error; a bank in the user's folder that
/// cannot be used is only noted and left out.
pub(crate) fn sound_banks(context: &Context) -> Result<Joined, Failure> {
    let mut joined = noted(context)?;
    sort(&mut joined.problems);
    let errors: Vec<_> = joined.problems.iter().filter(|problem| problem.is_error()).cloned().collect();
    let Some(first) = errors.first() else { return Ok(joined) };
    context.print(Stream::Err, &context.diagnostic(first, Stream::Err))?;
    Err(Failure::BankErrors { errors: errors.len(), file: file(first) })
}

/// All banks, for commands that only report: what could be read is enough.
pub(crate) fn known_banks(context: &Context) -> Result<Joined, Failure> {
    let joined = noted(context)?;
    let errors = joined.problems.iter().filter(|problem| problem.is_error()).count();
    if errors > 0 {
        let errors = counted(errors, "error");
        context.note(&format!("the question banks have {errors}; `guardprep check` shows them"))?;
    }
    Ok(joined)
}

/// All banks, with a note about each one that was left out.
fn noted(context: &Context) -> Result<Joined, Failure> {
    let joined = banks(context)?;
    for problem in &joined.left_out {
        let place = problem.place.as_ref().map_or_else(String::new, Place::text);
        context.note(&format!(
            "a question bank is left out: {place}: {}. `guardprep check` shows more.",
            problem.message
        ))?;
    }
    Ok(joined)
}

fn file(problem: &Diagnostic) -> Option<String> {
    Some(problem.place.as_ref()?.source.name.clone())
}

/// All exam profiles: the built-in ones and those of the user's own file. Fails if that file has an error.
pub(crate) fn profiles(context: &Context) -> Result<Profiles, Failure> {
    let path = context.data_folder().map(|folder| folder.join("exams.toml"));
    let mut profiles = catalog::profiles(path.as_deref())?;
    sort(&mut profiles.problems);
    tell(context, &profiles.problems)?;
    if profiles.problems.iter().any(Diagnostic::is_error) {
        return Err(Failure::ProfileErrors { problems: count(&profiles.problems), file: path });
    }
    Ok(profiles)
}

/// All exam profiles, for commands that only report: what could be read is enough.
pub(crate) fn known_profiles(context: &Context) -> Result<Profiles, Failure> {
    let path = context.data_folder().map(|folder| folder.join("exams.toml"));
    let profiles = catalog::profiles(path.as_deref())?;
    let errors = profiles.problems.iter().filter(|problem| problem.is_error()).count();
    if errors > 0 {
        let errors = counted(errors, "error");
        context.note(&format!("your exam profiles have {errors}; `guardprep exam --list` shows them"))?;
    }
    Ok(profiles)
}

/// What classes showed, as `analyze --write-stats` keeps it. Fails, and says everything that is wrong, unless the file is
/// sound.
pub(crate) fn statistics(context: &Context, path: &Path) -> Result<Statistics, Failure> {
    let name = path.display().to_string();
    let bytes = whole_file::read(path).map_err(|error| Failure::Read { name: name.clone(), error })?;
    let read = match String::from_utf8(bytes) {
        Ok(text) => read_statistics(&Source::new(name, text)),
        Err(error) => {
            let source = Source::new(name, String::from_utf8_lossy(error.as_bytes()));
            let at = error.utf8_error().valid_up_to();
            let problem = Diagnostic::error("not-utf-8", "the file is not UTF-8 text");
            Err(vec![problem.at(Place::new(&source, at..at))])
        }
    };
    read.map_err(|mut problems| {
        sort(&mut problems);
        if let Err(failure) = tell(context, &problems) {
            return failure;
        }
        Failure::Class(ClassFailure::Statistics { problems: count(&problems), file: path.to_owned() })
    })
}

/// Prints problems: as many as anybody reads, and how many there are more.
fn tell(context: &Context, problems: &[Diagnostic]) -> Result<(), Failure> {
    let shown = problems.len().min(limits::IN_FULL);
    let rest = (shown < problems.len()).then(|| Diagnostic::untold(problems.len() - shown));
    for problem in problems[..shown].iter().chain(&rest) {
        context.print(Stream::Err, &format!("{}\n", context.diagnostic(problem, Stream::Err)))?;
    }
    Ok(())
}
