//! All exam profiles: the built-in ones, and those of the user's own files, which replace them or are added.

use super::profile::{Blueprint, Profile};
use super::profile_file::{ProfileFile, read};
use crate::diagnostic::{Diagnostic, Source};

/// The text of the built-in profiles.
pub(crate) const EMBEDDED: &str = include_str!("profiles.toml");

/// The profiles in the order in which they are listed, and the blueprint for those without weights.
#[derive(Clone, Debug)]
pub(crate) struct Profiles {
    pub(crate) all: Vec<Profile>,
    pub(crate) blueprint: Blueprint,
    pub(crate) problems: Vec<Diagnostic>,
}

impl Profiles {
    /// The built-in profiles alone.
    pub(crate) fn embedded() -> Self {
        Self::with([])
    }

    /// The built-in profiles and those of more files; a later profile replaces an earlier one of the same id.
    pub(crate) fn with(files: impl IntoIterator<Item = ProfileFile>) -> Self {
        let blueprint = Blueprint { weights: vec![], source: String::new() };
        let mut profiles = Self { all: vec![], blueprint, problems: vec![] };
        profiles.add(read(&Source::new("profiles.toml (built in)", EMBEDDED)));
        for file in files {
            profiles.add(file);
        }
        profiles
    }

    fn add(&mut self, mut file: ProfileFile) {
        self.problems.append(&mut file.problems);
        if let Some(blueprint) = file.blueprint {
            self.blueprint = blueprint;
        }
        for profile in file.profiles {
            match self.all.iter_mut().find(|other| other.id == profile.id) {
                Some(place) => *place = profile,
                None => self.all.push(profile),
            }
        }
    }

    pub(crate) fn find(&self, id: &str) -> Option<&Profile> {
        self.all.iter().find(|profile| profile.id == id)
    }
}
