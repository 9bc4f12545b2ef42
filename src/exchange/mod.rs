//! Banks in the formats of other programs: a file or folder for each format, with its exporter, its importer or both.
//! Everything works on bytes in memory; nothing here opens a file.
//!
//! A format is a `const` [`Format`] in its own file. Two lines in this file (`mod` and a row of [`FORMATS`]) add it to
//! the command line, the help and the tests that run over all formats. What it cannot carry is listed in
//! [`Format::loses`], from which the loss report and the expectations of the round-trip test are made.
//!
//! * [`Export`]: what is to be exported; [`Export::choices`] lays out the options of a question
//! * [`Exported`]: the bytes, and the [`Loss`]
//! * `intake`: where importers pass what they read; ids, objectives and faults are handled there
//! * `player`: the page that asks in a browser, for every format that makes one
//! * `text`, `xml`, `archive`: escaping, documents and packages, shared by all formats
//! * `keys`: what an answer means, decided once a file; `workbook`: the sheets of `.xlsx` and `.ods`
//! * `responses`: what students answered, as other programs write it down: no format of questions
//! * `table`, `preset`, `qti`, `papers`, `html`, `office`: what several similar formats share

mod aiken;
mod anki;
mod archive;
mod bank_toml;
mod blackboard;
mod blooket;
mod brightspace;
mod canvas;
mod docx;
mod docx_exam;
mod exam_key;
mod export;
mod feedback;
mod foreign;
mod format;
mod gift;
mod gimkit;
mod google_forms;
mod h5p;
mod html;
mod html_exam;
mod html_quiz;
mod import;
mod intake;
mod json;
mod kahoot;
mod keys;
mod list;
mod loss;
mod markdown;
mod markup;
mod mdbook_quiz;
mod moodle;
mod moodle_backup;
mod moodle_xml;
mod ms_forms;
mod office;
mod opentriviaqa;
mod package;
mod papers;
mod part;
mod player;
mod pool;
mod preset;
mod qti;
mod quizizz;
mod quizlet;
mod responses;
mod scorm12;
mod table;
mod template;
mod text;
mod workbook;
mod wrapped;
mod xml;

#[cfg(test)]
mod tests;

pub(crate) use export::{Export, ExportOptions, Exported};
pub(crate) use foreign::{Foreign, foreign};
pub(crate) use format::{Format, Import};
pub(crate) use import::{ImportOptions, Imported};
pub(crate) use intake::Encoding;
pub(crate) use keys::Habit;
pub(crate) use loss::Loss;
pub(crate) use part::Part;
#[cfg(test)]
pub(crate) use player::tests::base64;
pub(crate) use pool::draw;
pub(crate) use responses::{Gathered, Origin, ResponseFile, gather};
pub(crate) use table::spreadsheet;
pub(crate) use table::{FIELDS, is_field};
pub(crate) use text::html;

/// Every format, in the order in which they are listed.
#[rustfmt::skip] // one a line: several people add to it
pub(crate) const FORMATS: &[Format] = &[
    moodle_xml::FORMAT,
    moodle_backup::FORMAT,
    canvas::FORMAT,
    gift::FORMAT,
    html_exam::FORMAT,
    docx_exam::FORMAT,
    exam_key::FORMAT,
    table::CSV,
    table::TSV,
    table::XLSX,
    blackboard::FORMAT,
    brightspace::FORMAT,
    kahoot::FORMAT,
    blooket::FORMAT,
    gimkit::FORMAT,
    quizizz::FORMAT,
    quizlet::FORMAT,
    google_forms::FORMAT,
    ms_forms::FORMAT,
    anki::FORMAT,
    anki::APKG,
    aiken::FORMAT,
    list::FORMAT,
    docx::FORMAT,
    opentriviaqa::FORMAT,
    mdbook_quiz::FORMAT,
    qti::QTI_21,
    qti::QTI_30,
    scorm12::FORMAT,
    h5p::FORMAT,
    html_quiz::FORMAT,
    markdown::FORMAT,
    json::FORMAT,
    bank_toml::FORMAT,
];

/// The format of this name.
pub(crate) fn find(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

/// The most likely format of some bytes. Between equally likely ones the ending of the file's name decides.
pub(crate) fn recognize(file_name: &str, bytes: &[u8]) -> Option<&'static Format> {
    let name = file_name.to_lowercase();
    // Every format looks for its own signs in UTF-8.
    let foreign = !intake::is_binary(bytes) && std::str::from_utf8(bytes).is_err();
    let text =
        (foreign || bytes.contains(&0) && !intake::is_binary(bytes)).then(|| intake::decode(bytes).text);
    let bytes = text.as_deref().map_or(bytes, str::as_bytes);
    FORMATS
        .iter()
        .filter(|format| !intake::is_binary(bytes) || is_packed(format))
        .filter_map(|format| {
            let likeness = (format.import.as_ref()?.likeness)(bytes);
            let ending = name.ends_with(&format!(".{}", format.extension));
            (likeness > 0).then_some(((likeness, ending), format))
        })
        // The first of equals: `max_by_key` would take the last.
        .rev()
        .max_by_key(|(rank, _)| *rank)
        .map(|(_, format)| format)
}

/// Whether a format is no text: a picture or a workbook is never taken for broken text.
fn is_packed(format: &Format) -> bool {
    ["zip", "xlsx", "docx", "apkg", "mbz"].iter().any(|packed| format.extension.ends_with(packed))
}
