//! XML out and in: a writer that cannot say what XML forbids, and a reader that hostile input cannot exhaust.

mod write;

#[allow(unused_imports, reason = "the first XML format is about to come")]
pub(crate) use write::Xml;
