//! The progress file of this run: where it is, and what is done when it is not there or cannot be used.
//!
//! A file that cannot be read is never taken for an empty one: what needs it fails, what does not says so and works
//! without it.

use std::path::PathBuf;

use crate::context::Context;
use crate::failure::Failure;
use crate::progress::Event;
use crate::store::{Cause, Store, StoreError};

pub(crate) fn path(context: &Context) -> Option<PathBuf> {
    context.named_progress().or_else(|| Some(context.data_folder()?.join("progress.db")))
}

/// For a sitting. Where the file cannot be written that is said once, and what is answered is kept nowhere.
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

/// For what says "done": only where it is kept.
pub(crate) fn writable(context: &Context) -> Result<Store, Failure> {
    Ok(Store::open(&path(context).ok_or(Failure::NotKept)?)?)
}

/// What is there to read; `None` where there is no progress file.
pub(crate) fn look(context: &Context) -> Result<Option<Store>, Failure> {
    Ok(path(context).map_or(Ok(None), |path| Store::look_at(&path))?)
}

/// What is there to read, for what works without it too: with nothing in it where there is no file, and `None` where
/// there is one that cannot be read, which is said.
pub(crate) fn glance(context: &Context) -> Result<Option<(Store, Vec<Event>)>, Failure> {
    let read = || -> Result<(Store, Vec<Event>), StoreError> {
        let looked = path(context).map_or(Ok(None), |path| Store::look_at(&path))?;
        let store = looked.unwrap_or_else(Store::nowhere);
        let events = store.events()?;
        Ok((store, events))
    };
    match read() {
        Ok(read) => Ok(Some(read)),
        Err(error) => {
            context.note(&format!("going on without your progress: {error}"))?;
            Ok(None)
        }
    }
}

/// What to do with the answers of a sitting, and whether it asks what was done so far.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted {
    pub(crate) saved: bool,
    pub(crate) history: bool,
}

/// The log of a sitting, and what is in it so far. One that is not saved and asks nothing of it needs no file.
pub(crate) fn for_sitting(context: &Context, wanted: Wanted) -> Result<(Store, Vec<Event>), Failure> {
    let store = match wanted {
        Wanted { saved: true, .. } => open(context)?,
        Wanted { history: true, .. } => look(context)?.unwrap_or_else(Store::nowhere),
        _ => return Ok(glance(context)?.unwrap_or_else(|| (Store::nowhere(), vec![]))),
    };
    let events = store.events()?;
    Ok((store, events))
}
