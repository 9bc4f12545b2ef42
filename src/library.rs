//! The question banks and exam profiles of this run, and what is done when something is wrong in them.

use std::path::PathBuf;

use crate::bank_file::Joined;
use crate::catalog;
use crate::context::{Context, Stream};
use crate::diagnostic::{Diagnostic, count, sort};
use crate::exam::Profiles;
use crate::failure::Failure;

/// The user's own folder of banks.
fn banks_folder(context: &Context) -> Option<PathBuf> {
    Some(context.data_folder()?.join("banks"))
}

/// All banks there are, with their problems.
pub(crate) fn banks(context: &Context) -> Result<Joined, Failure> {
    Ok(catalog::load(banks_folder(context).as_deref(), &context.named_banks())?)
}

/// All banks there are, for asking: refused while one has an error.
pub(crate) fn sound_banks(context: &Context) -> Result<Joined, Failure> {
    let mut joined = banks(context)?;
    sort(&mut joined.problems);
    let errors: Vec<_> = joined.problems.iter().filter(|problem| problem.is_error()).cloned().collect();
    let Some(first) = errors.first() else { return Ok(joined) };
    context.print(Stream::Err, &context.diagnostic(first, Stream::Err))?;
    let file = first.place.as_ref().map(|place| place.source.name.clone());
    Err(Failure::BankErrors { errors: errors.len(), file })
}

/// All exam profiles: the built-in ones and those of the user's own file, which may not have an error.
pub(crate) fn profiles(context: &Context) -> Result<Profiles, Failure> {
    let path = context.data_folder().map(|folder| folder.join("exams.toml"));
    let mut profiles = catalog::profiles(path.as_deref())?;
    sort(&mut profiles.problems);
    for problem in &profiles.problems {
        context.print(Stream::Err, &format!("{}\n", context.diagnostic(problem, Stream::Err)))?;
    }
    if profiles.problems.iter().any(Diagnostic::is_error) {
        return Err(Failure::ProfileErrors { problems: count(&profiles.problems), file: path });
    }
    Ok(profiles)
}
