//! A reader, as fuzzing sees it.

/// What its files are made of, which decides how they are changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Made {
    /// Text, or what should be some.
    Text,
    /// A zip file, a packed tar file, or text.
    Parts,
    /// A database.
    Tables,
}

/// A reader, as fuzzing sees it.
#[derive(Clone)]
pub(crate) struct Reader {
    pub(crate) name: String,
    /// What is handed to the check besides the bytes: the name of a format, mostly.
    pub(crate) subject: &'static str,
    pub(crate) made: Made,
    pub(crate) seeds: Vec<Vec<u8>>,
    /// Reads the bytes and panics where something does not hold. What it returns differs where what happened differs.
    pub(crate) check: fn(&str, &[u8]) -> u64,
}

impl Reader {
    pub(crate) fn check(&self, bytes: &[u8]) -> u64 {
        (self.check)(self.subject, bytes)
    }
}
