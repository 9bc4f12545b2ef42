//! The unit in which the log counts time.

/// Milliseconds since 1970-01-01T00:00Z, or between two such moments.
pub(crate) type Millis = i64;

pub(crate) const MILLIS_A_DAY: Millis = 86_400_000;
