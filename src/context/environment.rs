//! The environment of one run.

use std::ffi::OsString;
use std::path::PathBuf;

use jiff::Timestamp;

use crate::failure::Failure;

/// The variables that mean something to guardprep.
#[derive(Clone, Debug, Default)]
pub(super) struct Environment {
    pub(super) home: Option<PathBuf>,
    pub(super) banks: Vec<PathBuf>,
    pub(super) now: Option<Timestamp>,
    pub(super) columns: Option<usize>,
    pub(super) no_color: bool,
    pub(super) dumb: bool,
    /// The person does not want to hear of days in a row.
    pub(super) no_streak: bool,
    /// The command that the person reads long texts with.
    pub(super) pager: Option<OsString>,
    /// A Windows terminal window that programs see as a pipe: single keys do not arrive there.
    pub(super) mintty: bool,
}

impl Environment {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the environment")]
    pub(super) fn read() -> Result<(Self, Option<u64>), Failure> {
        let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
        let text = |name: &str| set(name).map(|value: OsString| value.to_string_lossy().into_owned());
        let wrong = |name: &'static str, value: &str, wanted: &'static str| Failure::Variable {
            name,
            value: value.to_owned(),
            wanted,
        };
        let now = match text("GUARDPREP_NOW") {
            Some(value) => Some(
                value
                    .parse::<Timestamp>()
                    .map_err(|_| wrong("GUARDPREP_NOW", &value, "a time such as 2026-05-01T09:00:00Z"))?,
            ),
            None => None,
        };
        let seed = match text("GUARDPREP_SEED") {
            Some(value) => {
                Some(value.parse::<u64>().map_err(|_| wrong("GUARDPREP_SEED", &value, "a whole number"))?)
            }
            None => None,
        };
        let environment = Self {
            home: set("GUARDPREP_HOME").map(PathBuf::from),
            banks: set("GUARDPREP_BANKS")
                .map(|value| {
                    std::env::split_paths(&value).filter(|path| !path.as_os_str().is_empty()).collect()
                })
                .unwrap_or_default(),
            now,
            columns: text("COLUMNS").and_then(|value| value.parse().ok()).filter(|columns| *columns > 0),
            no_color: set("NO_COLOR").is_some(),
            no_streak: set("GUARDPREP_NO_STREAK").is_some(),
            dumb: text("TERM").is_some_and(|term| term == "dumb"),
            pager: set("PAGER"),
            mintty: cfg!(windows) && set("MSYSTEM").is_some() && set("WT_SESSION").is_none(),
        };
        Ok((environment, seed))
    }
}
