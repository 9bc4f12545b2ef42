//! The shapes, one file each. The first whose signs a file has reads it; a plain table has none and comes last.

mod canvas;
mod forms;
mod log;
mod moodle;
mod page;
mod person;
mod plain;
mod scanner;

use super::shape::Shape;

pub(super) const SHAPES: &[Shape] = &[
    page::SHAPE,
    log::SHAPE,
    moodle::RESPONSES,
    moodle::GRADES,
    canvas::SHAPE,
    forms::MICROSOFT,
    forms::GOOGLE,
    scanner::SHAPE,
    plain::SHAPE,
];
