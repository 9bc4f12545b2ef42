//! A bounded set of cases, and what fuzzing found before.

mod bounded;
mod found;
