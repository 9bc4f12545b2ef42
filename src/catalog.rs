//! Finds, reads and joins banks: compiled in, in the user's folder, at a path. Reads the user's exam profiles, too.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use thiserror::Error;

use crate::bank_file::{EMBEDDED, Joined, LoadedFile, join, leave_out, read};
use crate::diagnostic::{Diagnostic, Place, Source};
use crate::exam::{self, Profiles};
use crate::parallel;
use crate::whole_file::{self, ReadError};
use crate::words::nearest;

/// How deep folders are followed.
const MOST_DEPTH: usize = 16;

#[derive(Debug, Error)]
pub(crate) enum CatalogError {
    #[error("cannot read the question bank {}: {error}", path.display())]
    Unreadable { path: PathBuf, error: ReadError, near: Vec<String> },
    #[error("there is no question bank in the folder {}", path.display())]
    NoBank { path: PathBuf },
}

/// All banks that a learner has: the shipped ones, then the user's folder, then each path; later ones replace topics
/// of earlier ones. The user's folder need not exist, and a file in it that cannot be used is left out.
pub(crate) fn load(user_folder: Option<&Path>, paths: &[PathBuf]) -> Result<Joined, CatalogError> {
    let mut layers = vec![embedded(), user_folder.map_or_else(Vec::new, read_folder)];
    for path in paths {
        layers.push(read_paths(std::slice::from_ref(path))?);
    }
    let left_out = leave_out(&mut layers, 1);
    Ok(Joined { left_out, ..join(layers) })
}

/// Every file of a folder that may not exist; what cannot be read is a file with a problem.
fn read_folder(folder: &Path) -> Vec<LoadedFile> {
    let unreadable = |path: &Path, error: &dyn std::fmt::Display| {
        let source = Source::new(path.display().to_string(), "");
        let problem = Diagnostic::error("unreadable", error.to_string()).at(Place::new(&source, 0..0));
        LoadedFile { topic: None, questions: vec![], problems: vec![problem] }
    };
    let mut found = BTreeSet::new();
    let mut files = vec![];
    if folder.is_dir()
        && let Err(error) = collect(folder, MOST_DEPTH, &mut BTreeSet::new(), &mut found)
    {
        files.push(unreadable(folder, &error));
    }
    files.extend(found.iter().map(|path| read_file(path).unwrap_or_else(|error| unreadable(path, &error))));
    files
}

/// All exam profiles: the built-in ones, and those of a file, which need not exist.
pub(crate) fn profiles(path: Option<&Path>) -> Result<Profiles, CatalogError> {
    let Some(path) = path.filter(|path| path.exists()) else { return Ok(Profiles::embedded()) };
    Ok(match read_text(path)? {
        Ok(source) => Profiles::with([exam::read(&source)]),
        Err(problem) => Profiles { problems: vec![*problem], ..Profiles::embedded() },
    })
}

/// The banks at some paths alone, as one layer.
pub(crate) fn load_only(paths: &[PathBuf]) -> Result<Joined, CatalogError> {
    Ok(join(vec![read_paths(paths)?]))
}

fn embedded() -> Vec<LoadedFile> {
    parallel::each(EMBEDDED, |(name, text)| read(&Source::embedded(format!("question-banks/{name}"), text)))
}

fn read_paths(paths: &[PathBuf]) -> Result<Vec<LoadedFile>, CatalogError> {
    let mut files = vec![];
    for path in paths {
        let unreadable = |error: io::Error| CatalogError::Unreadable {
            path: path.clone(),
            error: error.into(),
            near: neighbors(path),
        };
        if fs::metadata(path).map_err(unreadable)?.is_dir() {
            let mut found = BTreeSet::new();
            collect(path, MOST_DEPTH, &mut BTreeSet::new(), &mut found).map_err(unreadable)?;
            if found.is_empty() {
                return Err(CatalogError::NoBank { path: path.clone() });
            }
            let found: Vec<PathBuf> = found.into_iter().collect();
            for file in parallel::each(&found, |file| read_file(file)) {
                files.push(file?);
            }
        } else {
            files.push(read_file(path)?);
        }
    }
    Ok(files)
}

/// Every `.toml` file below a folder; links are followed, each real folder once.
fn collect(
    folder: &Path,
    depth: usize,
    visited: &mut BTreeSet<PathBuf>,
    found: &mut BTreeSet<PathBuf>,
) -> io::Result<()> {
    if depth == 0 || !visited.insert(fs::canonicalize(folder)?) {
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        // Dangling links are skipped.
        let Ok(metadata) = fs::metadata(&path) else { continue };
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if metadata.is_dir() && !hidden {
            collect(&path, depth - 1, visited, found)?;
        } else if metadata.is_file()
            && !hidden
            && path.extension().is_some_and(|extension| extension == "toml")
        {
            found.insert(path);
        }
    }
    Ok(())
}

fn read_file(path: &Path) -> Result<LoadedFile, CatalogError> {
    Ok(match read_text(path)? {
        Ok(source) => read(&source),
        Err(problem) => LoadedFile { topic: None, questions: vec![], problems: vec![*problem] },
    })
}

/// The text of a file, or the problem that it is not text.
fn read_text(path: &Path) -> Result<Result<Arc<Source>, Box<Diagnostic>>, CatalogError> {
    let unreadable = |error| CatalogError::Unreadable { path: path.to_owned(), error, near: neighbors(path) };
    let content = whole_file::read(path).map_err(unreadable)?;
    let name = path.display().to_string();
    match String::from_utf8(content) {
        Ok(text) => Ok(Ok(Source::new(name, text))),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let source = Source::new(name, String::from_utf8_lossy(error.as_bytes()).into_owned());
            let problem = Diagnostic::error("not-utf-8", "this file is not UTF-8 text")
                .at(Place::new(&source, at..at + '\u{fffd}'.len_utf8()))
                .label("the first byte that is not")
                .help("save it as UTF-8; most editors ask for the encoding when saving");
            Ok(Err(Box::new(problem)))
        }
    }
}

/// Files with a similar name in the folder of a path that does not exist.
fn neighbors(path: &Path) -> Vec<String> {
    if path.symlink_metadata().is_ok() {
        return vec![];
    }
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let Some(wanted) = path.file_name().map(|name| name.to_string_lossy().into_owned()) else {
        return vec![];
    };
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().take(1_000);
    let names: BTreeSet<String> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    let near = nearest(&wanted, names.iter().map(String::as_str));
    near.into_iter().map(|name| path.with_file_name(name).display().to_string()).collect()
}
