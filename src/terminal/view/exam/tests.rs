//! An exam at every width.
