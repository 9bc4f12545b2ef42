//! Kahoot's spreadsheet: a workbook with one sheet, laid out as the program's own template.

use super::office::{self, RELATIONS, Relation, relations};
use super::preset::{LOSES, Limits, SECONDS, rows};
use super::table::{self, Known};
use super::xml::Xml;
use super::{Export, Exported, Format, Import};

pub(super) const FORMAT: Format = Format {
    name: "kahoot",
    summary: "Kahoot's spreadsheet; short questions only",
    extension: "kahoot.xlsx",
    loses: LOSES,
    export: Some(export),
    import: Some(Import { read: table::import, likeness: |bytes| table::is_known(bytes, Known::Kahoot) }),
};

const LIMITS: Limits = Limits {
    options: 4,
    several_keys: true,
    explanation: false,
    stem: 120,
    option: 75,
    reasons: [
        "more than the 4 options that Kahoot takes",
        "the question is longer than the 120 characters that Kahoot takes",
        "an option is longer than the 75 characters that Kahoot takes",
    ],
};

/// The names of the columns, by which the program finds them.
const NAMES: [&str; 7] = [
    "Question - max 120 characters",
    "Answer 1 - max 75 characters",
    "Answer 2 - max 75 characters",
    "Answer 3 - max 75 characters",
    "Answer 4 - max 75 characters",
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
];
/// Where the template has them; what comes before is for people.
const NAMES_ROW: usize = 8;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

fn export(export: &Export<'_>) -> Exported {
    let (rows, loss) = rows(export, &LIMITS, |short| {
        let mut row = vec![short.number.to_string(), short.stem.clone()];
        row.extend(short.options(4));
        row.extend([SECONDS.to_owned(), short.right()]);
        row
    });
    let part = |kind: &str| format!("{TYPE}.{kind}+xml");
    let (workbook_type, style_type, sheet_type) = (part("sheet.main"), part("styles"), part("worksheet"));
    let mut archive = office::begin(
        &[
            ("xl/workbook.xml", &workbook_type),
            ("xl/styles.xml", &style_type),
            ("xl/worksheets/sheet1.xml", &sheet_type),
        ],
        &[Relation::new("rId1", "officeDocument", "xl/workbook.xml")],
    );
    archive.add("xl/workbook.xml", &workbook());
    let parts = [
        Relation::new("rId1", "worksheet", "worksheets/sheet1.xml"),
        Relation::new("rId2", "styles", "styles.xml"),
    ];
    archive.add("xl/_rels/workbook.xml.rels", &relations(&parts));
    archive.add("xl/styles.xml", &styles());
    archive.add("xl/worksheets/sheet1.xml", &sheet(&rows));
    Exported { bytes: archive.finish(), loss }
}

fn workbook() -> Vec<u8> {
    let mut xml = Xml::new();
    xml.within("workbook", &[("xmlns", MAIN), ("xmlns:r", RELATIONS)], |xml| {
        xml.within("sheets", &[], |xml| {
            xml.empty("sheet", &[("name", "Sheet1"), ("sheetId", "1"), ("r:id", "rId1")]);
        });
    });
    xml.finish()
}

/// The least that spreadsheet programs open without offering to repair the file.
fn styles() -> Vec<u8> {
    let mut xml = Xml::new();
    let one = &[("count", "1")];
    xml.within("styleSheet", &[("xmlns", MAIN)], |xml| {
        xml.within("fonts", one, |xml| {
            xml.within("font", &[], |xml| {
                xml.empty("sz", &[("val", "11")]);
                xml.empty("name", &[("val", "Calibri")]);
            });
        });
        // The first two fills are taken for these whatever is written.
        xml.within("fills", &[("count", "2")], |xml| {
            for pattern in ["none", "gray125"] {
                xml.within("fill", &[], |xml| xml.empty("patternFill", &[("patternType", pattern)]));
            }
        });
        xml.within("borders", one, |xml| xml.empty("border", &[]));
        xml.within("cellStyleXfs", one, |xml| xml.empty("xf", &[]));
        xml.within("cellXfs", one, |xml| xml.empty("xf", &[("xfId", "0")]));
        xml.within("cellStyles", one, |xml| {
            xml.empty("cellStyle", &[("name", "Normal"), ("xfId", "0"), ("builtinId", "0")]);
        });
    });
    xml.finish()
}

fn sheet(questions: &[Vec<String>]) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.within("worksheet", &[("xmlns", MAIN)], |xml| {
        xml.within("sheetData", &[], |xml| {
            row(xml, 2, |xml| text(xml, 2, 1, "Quiz template"));
            row(xml, NAMES_ROW, |xml| {
                for (at, name) in NAMES.iter().enumerate() {
                    text(xml, NAMES_ROW, at + 1, name);
                }
            });
            for (at, cells) in questions.iter().enumerate() {
                let number = NAMES_ROW + 1 + at;
                row(xml, number, |xml| {
                    for (column, cell) in cells.iter().enumerate() {
                        // The running number, the seconds and a single right answer are numbers, as if typed in.
                        // A text is never one: an option `1,000` has to stay as it is.
                        let counts =
                            matches!(column, 0 | 6 | 7) && cell.bytes().all(|byte| byte.is_ascii_digit());
                        match (counts, cell.is_empty()) {
                            (_, true) => {}
                            (true, _) => xml.within("c", &[("r", &place(number, column))], |xml| {
                                xml.leaf("v", &[], cell);
                            }),
                            _ => text(xml, number, column, cell),
                        }
                    }
                });
            }
        });
    });
    xml.finish()
}

fn row(xml: &mut Xml, number: usize, cells: impl FnOnce(&mut Xml)) {
    xml.within("row", &[("r", &number.to_string())], cells);
}

fn text(xml: &mut Xml, row: usize, column: usize, text: &str) {
    xml.within("c", &[("r", &place(row, column)), ("t", "inlineStr")], |xml| {
        xml.within("is", &[], |xml| xml.leaf("t", &[("xml:space", "preserve")], &escaped(text)));
    });
}

/// `B9`: the column as a letter, the row counted from 1.
fn place(row: usize, column: usize) -> String {
    format!("{}{row}", super::text::letter(column))
}

/// Spreadsheets read `_x0041_` as `A`, whatever the XML around it says: an underscore that begins such a word is
/// written as one itself.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let word = text.as_bytes().get(at..at + 7);
        let coded = word.is_some_and(|word| {
            word[1] == b'x' && word[6] == b'_' && word[2..6].iter().all(u8::is_ascii_hexdigit)
        });
        escaped.push_str(if c == '_' && coded { "_x005F_" } else { "" });
        if !(c == '_' && coded) {
            escaped.push(c);
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn no_text_is_taken_for_a_coded_character() {
        for (text, written) in [
            ("_x0041_", "_x005F_x0041_"),
            ("a _x00e9_ _x12_ é_", "a _x005F_x00e9_ _x12_ é_"),
            ("snake_case _x_", "snake_case _x_"),
        ] {
            assert_eq!(escaped(text), written);
        }
    }
}
