//! Workbooks as programs and people make them, and as nobody should.

use std::io::Write;

use crate::exchange::archive::Archive;
use crate::exchange::{ImportOptions, Imported, find, recognize};

const SHARED: &str = "<sst><si><t>Question</t></si><si><t>Option A</t></si><si><t>Option B</t></si><si><t>Answer</t></si>\
    <si><r><rPr><b/></rPr><t>Who opens </t></r><r><t xml:space=\"preserve\">the gate?</t></r><rPh><t>kana</t></rPh></si>\
    <si><t>The guard</t></si><si><t>The driver &amp; co</t></si></sst>";
const BOOK: &str = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Notes\" sheetId=\"2\" r:id=\"rId2\"/>\
    <sheet name=\"Gate\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
const RELS: &str = "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>\
    <Relationship Id=\"rId2\" Target=\"/xl/worksheets/sheet2.xml\"/></Relationships>";
const STYLES: &str = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"d/m/yyyy\"/></numFmts>\
    <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"9\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>";

/// A cell of Excel: a number where the text is one, else a text in its place.
fn cell(reference: &str, text: &str) -> String {
    match text.parse::<f64>() {
        Ok(_) => format!("<c r=\"{reference}\"><v>{text}</v></c>"),
        Err(_) => format!("<c r=\"{reference}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"),
    }
}

/// Rows that begin at a row and a column.
fn sheet(first: usize, column: usize, rows: &[&[&str]]) -> String {
    let row = |(at, cells): (usize, &&[&str])| {
        let cells: Vec<String> = cells
            .iter()
            .enumerate()
            .map(|(n, text)| {
                cell(&format!("{}{}", crate::exchange::text::letter(column + n), first + at), text)
            })
            .collect();
        format!("<row r=\"{}\">{}</row>", first + at, cells.concat())
    };
    let rows: Vec<String> = rows.iter().enumerate().map(row).collect();
    format!("<worksheet><sheetData>{}</sheetData></worksheet>", rows.concat())
}

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = Archive::new();
    for (name, text) in parts {
        archive.add(name, text.as_bytes());
    }
    archive.finish()
}

fn import(bytes: &[u8]) -> Imported {
    assert_eq!(recognize("list.xlsx", bytes).map(|format| format.name), Some("xlsx"));
    let options = ImportOptions { file_name: String::from("list.xlsx"), ..ImportOptions::default() };
    (find("xlsx").unwrap().import.as_ref().unwrap().read)(bytes, &options)
}

/// Each problem as its place and message.
fn told(imported: &Imported) -> Vec<String> {
    let place = |problem: &crate::diagnostic::Diagnostic| problem.place.as_ref().unwrap().text();
    imported.problems.iter().map(|problem| format!("{} {}", place(problem), problem.message)).collect()
}

fn keys(imported: &Imported) -> Vec<&str> {
    imported.bank.questions().iter().map(|question| question.keys[0].as_str()).collect()
}

const NAMES: &[&str] = &["Question", "Option 1", "Option 2", "Option 3", "Answer"];

#[test]
fn shared_texts_with_bold_pieces_and_a_sheet_of_notes() {
    let shared = |row: usize, indices: &[usize]| {
        let cells: Vec<String> = indices.iter().map(|at| format!("<c t=\"s\"><v>{at}</v></c>")).collect();
        format!("<row r=\"{row}\">{}</row>", cells.concat())
    };
    let gate = format!(
        "<worksheet><sheetData>{}{}</sheetData><mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells></worksheet>",
        shared(1, &[0, 1, 2, 3]),
        shared(2, &[4, 5, 6, 5])
    );
    let notes = sheet(1, 0, &[&["Remember to print this"]]);
    let imported = import(&packed(&[
        ("[Content_Types].xml", "<Types/>"),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", RELS),
        ("xl/sharedStrings.xml", SHARED),
        ("xl/worksheets/sheet1.xml", &gate),
        ("xl/worksheets/sheet2.xml", &notes),
    ]));
    assert_eq!(told(&imported), Vec::<String>::new());
    let [question] = imported.bank.questions() else { panic!("{imported:#?}") };
    assert_eq!((question.stem.as_str(), question.keys[0].as_str()), ("Who opens the gate?", "The guard"));
    assert_eq!(question.distractors[0].text, "The driver & co");
    assert_eq!(imported.said, ["the sheet \"Notes\" has no questions, and was not read"]);
}

#[test]
fn places_are_those_of_the_sheet_and_titles_stand_above() {
    let rows: &[&[&str]] = &[
        &["Quiz of the night desk"],
        NAMES,
        &["How many exits has the hall?", "2", "3", "4", "2"],
        &["How many?", "2", "3", "4", "9"],
        &["Who?", "x", "x", "z", "3"],
        &["Which?", "x", "y", "z", "3"],
    ];
    let imported = import(&packed(&[("xl/worksheets/sheet1.xml", &sheet(3, 1, rows))]));
    assert_eq!(keys(&imported), ["3", "z"]);
    assert_eq!(
        told(&imported),
        [
            "list.xlsx/sheet1:6:1 the answer is `9`, and there is no such option",
            "list.xlsx/sheet1:7:1 two options read the same: \"x\"",
        ]
    );
    assert_eq!((imported.read, imported.skipped), (2, 2));
    assert_eq!(imported.said, ["the answers count the options from 1"]);
}

#[test]
fn numbers_are_read_as_they_are_shown_and_dates_are_told() {
    let styled = "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>A1</f><v>How much?</v></c><c r=\"B2\" s=\"1\"><v>0.5</v></c>\
        <c r=\"C2\" s=\"2\"><v>45000</v></c><c r=\"D2\" t=\"e\"><v>#REF!</v></c><c r=\"E2\" t=\"inlineStr\"><is><t>50%</t></is></c></row>";
    let xml = sheet(1, 0, &[NAMES]).replace("</sheetData>", &format!("{styled}</sheetData>"));
    let imported = import(&packed(&[("xl/styles.xml", STYLES), ("xl/worksheets/sheet1.xml", &xml)]));
    assert_eq!(keys(&imported), ["50%"]);
    assert_eq!(imported.bank.questions()[0].distractors[0].text, "2023-03-15");
    let told = told(&imported);
    assert!(
        told.len() == 2 && told[0].starts_with("list.xlsx/sheet1:2:1 cell C2: it holds a date"),
        "{told:?}"
    );
    assert!(told[1].contains("cell D2: it shows the error #REF!"), "{told:?}");
}

#[test]
fn libre_office_repeats_cells_and_keeps_lines() {
    let text = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let names: String = ["Pregunta", "A", "B", "Respuesta"].map(text).concat();
    let row: String = [
        text("¿Quién abre<text:s text:c=\"1\"/>la <text:span>puerta</text:span>?"),
        text("El guardia"),
        text("El chofer"),
        String::from("<table:table-cell office:value-type=\"string\"><office:annotation><text:p>note</text:p></office:annotation><text:p>A</text:p></table:table-cell>"),
    ]
    .concat();
    let content = format!(
        "<office:document-content><office:spreadsheet><table:table table:name=\"Hoja1\"><table:table-row>{names}\
         <table:table-cell table:number-columns-repeated=\"16380\"/></table:table-row><table:table-row>{row}</table:table-row>\
         <table:table-row table:number-rows-repeated=\"1048574\"><table:table-cell table:number-columns-repeated=\"16384\"/>\
         </table:table-row></table:table></office:spreadsheet></office:document-content>"
    );
    let imported = import(&packed(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", &content),
    ]));
    assert_eq!(told(&imported), Vec::<String>::new());
    assert_eq!(imported.bank.questions()[0].stem, "¿Quién abre la puerta?");
    assert_eq!(keys(&imported), ["El guardia"]);
}

#[test]
fn a_workbook_without_questions_is_told_in_its_own_words() {
    let fault = include_bytes!("../../../tests/fixtures/imports/questions.xlsx");
    for (bytes, expected) in [
        (
            fault.to_vec(),
            "list.xlsx/sheet1:1:1 this is a workbook, and its sheet \"sheet1\" is no table of questions: no row of names has a column `stem` (or `question`)",
        ),
        (
            packed(&[("xl/worksheets/sheet1.xml", &sheet(1, 0, &[]))]),
            "list.xlsx:1:1 this is a workbook, and its sheets are empty",
        ),
        (
            packed(&[("xl/worksheets/sheet1.xml", "<worksheet><row r=\"1\"><c>")]),
            "list.xlsx:1:1 the workbook is broken: `<row>` is not closed",
        ),
        (
            packed(&[(
                "xl/worksheets/sheet1.xml",
                &sheet(2, 0, &[&["Question", "A", "B"], &["Who?", "x", "y"]]),
            )]),
            "list.xlsx/sheet1:2:1 this is a workbook, and its sheet \"sheet1\" is no table of questions: no row of names has a column `answer` (or `correct answer`)",
        ),
        (
            [
                &b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...."[..],
                &"Workbook".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>(),
            ]
            .concat(),
            "list.xlsx:1:1 this is a workbook of an old Excel (.xls), or one with a password",
        ),
    ] {
        let imported = import(&bytes);
        assert_eq!(told(&imported), [expected]);
        assert_eq!(imported.read, 0);
    }
}

#[test]
fn no_workbook_fills_the_memory() {
    // A cell at the far end of a sheet, a row that no sheet has.
    let far = sheet(1, 0, &[NAMES, &["Who?", "x", "y", "z", "2"]])
        .replace("</sheetData>", "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>");
    let imported = import(&packed(&[("xl/worksheets/sheet1.xml", &far)]));
    assert_eq!(imported.read, 1);
    assert!(told(&imported)[0].contains("cell XFD1048576: it is too far away"), "{:?}", told(&imported));
    let beyond = sheet(1, 0, &[NAMES])
        .replace("</sheetData>", "<row r=\"99999999\"><c><v>1</v></c></row></sheetData>");
    assert!(
        told(&import(&packed(&[("xl/worksheets/sheet1.xml", &beyond)])))[0].contains("a row has a number")
    );
    // One long text, named a hundred thousand times.
    let shared = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(100_000));
    let many = format!("<worksheet><row>{}</row></worksheet>", "<c t=\"s\"><v>0</v></c>".repeat(250));
    let many =
        many.replace("<row>", &format!("{}<row>", "<row><c t=\"s\"><v>0</v></c></row>".repeat(10_000)));
    let bomb = packed(&[("xl/sharedStrings.xml", &shared), ("xl/worksheets/sheet1.xml", &many)]);
    assert!(told(&import(&bomb))[0].contains("more than 64 MB of text"));
    // A package that swells.
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(vec![]));
    let options =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    writer.start_file("xl/worksheets/sheet1.xml", options).unwrap();
    writer.write_all(&vec![b' '; 40_000_000]).unwrap();
    let swollen = writer.finish().unwrap().into_inner();
    assert!(told(&import(&swollen))[0].contains("more than 24 MB come out of the package"));
    // A filled cell and a filled row, repeated as often as a sheet has places.
    let cell =
        "<table:table-cell table:number-columns-repeated=\"16384\"><text:p>text</text:p></table:table-cell>";
    let content = format!(
        "<table:table><table:table-row table:number-rows-repeated=\"1048576\">{cell}</table:table-row></table:table>"
    );
    let repeated =
        packed(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)]);
    assert!(told(&import(&repeated))[0].contains("more than 64 MB of text"));
}
