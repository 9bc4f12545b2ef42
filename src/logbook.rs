//! The progress file of this run: where it is, and what happens if it does not exist or cannot be used.
//!
//! A file that cannot be read is never treated as an empty one: a command that needs it fails, others print a note and
//! work without it.

use std::path::PathBuf;

use crate::context::Context;
use crate::failure::Failure;
use crate::progress::Derived;
use crate::store::{Cause, Store, StoreError};

pub(crate) fn path(context: &Context) -> Option<PathBuf> {
    context.named_progress().or_else(|| Some(context.data_folder()?.join("progress.db")))
}

/// Opens the file for a sitting. If it cannot be written, prints a note, and answers are not saved.
pub(crate) fn open(context: &Context) -> Result<Store, Failure> {
    let Some(path) = path(context) else {
        context.note(
            "progress cannot be kept: there is no home folder. Set GUARDPREP_HOME to a folder you can write to.",
        )?;
        return Ok(Store::nowhere());
    };
    match Store::open(&path) {
        Err(StoreError { cause: cause @ (Cause::ReadOnly | Cause::Folder(_)), .. }) => {
            context.note(&format!(
                "progress cannot be kept: {}: {cause}.\n      Set GUARDPREP_HOME to a folder you can write to. Going on without it.",
                path.display()
            ))?;
            Ok(Store::look_at(&path)?.unwrap_or_else(Store::nowhere))
        }
        store => Ok(store?),
    }
}

/// Opens the file for a command that reports something as done. Fails if it cannot be written.
pub(crate) fn writable(context: &Context) -> Result<Store, Failure> {
    Ok(Store::open(&path(context).ok_or(Failure::NotKept)?)?)
}

/// Opens the file for reading; `None` if there is no progress file.
pub(crate) fn look(context: &Context) -> Result<Option<Store>, Failure> {
    Ok(path(context).map_or(Ok(None), |path| Store::look_at(&path))?)
}

/// What follows from the log, for commands that only read it. As from an empty log if there is no file.
pub(crate) fn derived(context: &Context) -> Result<Derived, Failure> {
    Ok(look(context)?.map_or_else(|| Ok(Derived::default()), |mut store| store.derived())?)
}

/// The same with its store, for commands that work without it; `None` and a note if it cannot be read.
pub(crate) fn glance(context: &Context) -> Result<Option<(Store, Derived)>, Failure> {
    let read = || -> Result<(Store, Derived), StoreError> {
        let looked = path(context).map_or(Ok(None), |path| Store::look_at(&path))?;
        let mut store = looked.unwrap_or_else(Store::nowhere);
        let derived = store.derived()?;
        Ok((store, derived))
    };
    match read() {
        Ok(read) => Ok(Some(read)),
        Err(error) => {
            context.note(&format!("going on without your progress: {error}"))?;
            Ok(None)
        }
    }
}

/// Whether the answers of a sitting are saved, and whether it needs the history.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted {
    pub(crate) saved: bool,
    pub(crate) history: bool,
}

/// The store for a sitting, and what follows from the log so far. A sitting that is not saved and needs no history works
/// without a file.
pub(crate) fn for_sitting(context: &Context, wanted: Wanted) -> Result<(Store, Derived), Failure> {
    let mut store = match wanted {
        Wanted { saved: true, .. } => open(context)?,
        Wanted { history: true, .. } => look(context)?.unwrap_or_else(Store::nowhere),
        _ => return Ok(glance(context)?.unwrap_or_else(|| (Store::nowhere(), Derived::default()))),
    };
    let derived = store.derived()?;
    store.keep(&derived);
    Ok((store, derived))
}
