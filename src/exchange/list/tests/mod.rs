//! Pieces of the reader of lists; whole lists are in `exchange/tests/inputs`.

mod answer;
mod label;
mod line;
