//! A quiz as one page for a browser: it works from a file on a phone, without a network, and asks nobody for anything.
//!
//! The start page and local storage are in `back_end.js`; everything else comes from `player`.

use super::player::{self, Quiz, Source, json};
use super::text::opaque;
use super::{Export, Exported, Format, Loss, Part};

pub(super) const FORMAT: Format = Format {
    name: "html-quiz",
    summary: "a quiz in one web page, for a phone's browser, without a network",
    extension: "html",
    loses: &[Part::Kind, Part::Level, Part::Allow],
    export: Some(export),
    import: None,
};

pub(super) const BACK_END: Source =
    Source { text: include_str!("back_end.js"), hash: "KIlDaymIlSN4EJsKbuTOfP0vjwLguRxe+Cq1Y2p/6Jk=" };

fn export(export: &Export<'_>) -> Exported {
    Exported { bytes: page(export).into_bytes(), loss: Loss::default() }
}

pub(super) fn page(export: &Export<'_>) -> String {
    let topics = player::topics(export);
    let questions: Vec<_> =
        export.questions().map(|(topic, question)| player::question(export, topic, question)).collect();
    let quiz = Quiz {
        title: &export.options.title,
        // Names exactly these texts: a round is kept with its options' numbers.
        stamp: &opaque([json(&topics).as_str(), json(&questions).as_str()]),
        shown: export.options.shown,
        pass: None,
        topics: &topics,
        questions: &questions,
    };
    player::page(&quiz, BACK_END)
}
