//! Figures against published tables and another program's, and what must hold whatever the answers are.

mod class;
mod flags;
mod kept;
mod laws;
mod published;
mod reference;
mod simulation;
