//! Decks as Anki and other programs make them, made here with SQLite, and decks that are made to harm.

mod harm;
mod made;
mod read;
