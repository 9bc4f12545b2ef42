//! Packages that unpack to far more than they are, lie about themselves, or name files outside of themselves.

use super::zip::{Entry, gzip, tar, zip, zip_claiming};

type File = (String, Vec<u8>);

const SHEET: &str =
    "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>stem</t></is></c></row>";
const MEGABYTE: usize = 1024 * 1024;
const XLSX: &str = "xl/worksheets/sheet1.xml";

pub(super) fn packages() -> Vec<File> {
    let all = [bombs(), liars(), workbooks(), documents(), backups()].concat();
    all.into_iter().map(|(name, bytes)| (name.to_owned(), bytes)).collect()
}

/// What comes out of them is larger than anything.
fn bombs() -> Vec<(&'static str, Vec<u8>)> {
    let bomb =
        |name: &str, before: &str, megabytes: usize| zip(&[Entry::bomb(name, before.as_bytes(), megabytes)]);
    // One file of a package under the names of a thousand.
    let mut shared: Vec<Entry> = vec![Entry::bomb("a0.xml", b"<questestinterop>", 8)];
    for n in 1..1_000 {
        shared.push(Entry { name: format!("a{n}.xml").into_bytes(), at: Some(0), ..shared[0].clone() });
    }
    let inner = zip(&[Entry::bomb("imsmanifest.xml", b"", 64)]);
    vec![
        ("xlsx/bomb.xlsx", bomb(XLSX, SHEET, 2_000)),
        (
            "xlsx/bomb-of-strings.xlsx",
            zip(&[Entry::stored(XLSX, SHEET), Entry::bomb("xl/sharedStrings.xml", b"<sst>", 2_000)]),
        ),
        (
            "xlsx/bomb.ods",
            zip(&[
                Entry::stored("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
                Entry::bomb("content.xml", b"<table>", 2_000),
            ]),
        ),
        (
            "xlsx/bomb-of-a-kind.ods",
            bomb("mimetype", "application/vnd.oasis.opendocument.spreadsheet", 2_000),
        ),
        ("docx/bomb.docx", bomb("word/document.xml", "<document><body>", 2_000)),
        ("canvas/bomb.zip", bomb("assessment.xml", "<questestinterop>", 2_000)),
        ("canvas/bomb-under-a-thousand-names.zip", zip(&shared)),
        ("qti21/bomb.zip", bomb("imsmanifest.xml", "<manifest>", 2_000)),
        (
            "qti21/packages-in-packages.zip",
            zip(&[Entry::stored("imsmanifest.xml", inner.clone()), Entry::stored("inner.zip", inner)]),
        ),
        ("apkg/bomb.apkg", bomb("collection.anki2", "SQLite format 3\0", 2_000)),
        (
            "mbz/bomb.zip",
            zip(&[
                Entry::stored("moodle_backup.xml", "<m/>"),
                Entry::bomb("questions.xml", b"<question_categories>", 2_000),
            ]),
        ),
        ("mbz/bomb.mbz", gzip(&vec![0; 16 * MEGABYTE], 100)),
        ("mbz/bomb-of-questions.mbz", {
            let size = format!("{:011o}", 200 * MEGABYTE);
            let mut head = tar(&[("questions.xml", &size, b'0', b"")]);
            head.truncate(512);
            [gzip(&head, 1), gzip(&vec![b' '; 10 * MEGABYTE], 20)].concat()
        }),
        ("mbz/gzip-in-gzip.mbz", gzip(&gzip(&vec![0; MEGABYTE], 1), 1)),
    ]
}

/// What they say of themselves is not so.
fn liars() -> Vec<(&'static str, Vec<u8>)> {
    let item =
        Entry::deflated("assessment.xml", b"<questestinterop><item ident='x'></item></questestinterop>");
    let with = |change: &dyn Fn(&mut Entry)| {
        let mut entry = item.clone();
        change(&mut entry);
        zip(&[entry])
    };
    let named = |names: &[&[u8]]| -> Vec<u8> {
        zip(&names.iter().map(|name| Entry::deflated(*name, b"<questestinterop/>")).collect::<Vec<_>>())
    };
    let link = Entry { mode: 0o12_0777, ..Entry::stored("imsmanifest.xml", "/etc/passwd") };
    let many: Vec<Entry> = (0..20_001).map(|n| Entry::stored(format!("{n}.xml"), "")).collect();
    let whole = with(&|_| {});
    vec![
        (
            "canvas/sizes-far-too-large.zip",
            with(&|entry| (entry.packed, entry.unpacked) = (u32::MAX - 1, u32::MAX - 1)),
        ),
        ("canvas/sizes-of-nothing.zip", with(&|entry| (entry.packed, entry.unpacked) = (0, 0))),
        ("canvas/wrong-sum.zip", with(&|entry| entry.sum ^= 1)),
        ("canvas/locked.zip", with(&|entry| entry.flags = 1)),
        ("canvas/no-such-method.zip", with(&|entry| entry.method = 99)),
        ("canvas/begins-behind-its-end.zip", with(&|entry| entry.at = Some(u32::MAX - 1))),
        ("canvas/no-such-stream.zip", with(&|entry| entry.data.fill(0xff))),
        ("canvas/cut-in-a-file.zip", whole[..60].to_vec()),
        ("canvas/claims-65534-files.zip", zip_claiming(std::slice::from_ref(&item), 65_534)),
        ("canvas/files-by-the-thousand.zip", zip(&many)),
        ("canvas/nothing-in-it.zip", zip(&[])),
        (
            "canvas/paths-outside.zip",
            named(&[
                b"../../../evil.xml",
                b"/tmp/evil.xml",
                b"..\\..\\evil.xml",
                b"C:\\evil.xml",
                b"a/../../evil.xml",
            ]),
        ),
        (
            "canvas/names-with-escapes.zip",
            named(&[b"\x1b[2J\x07.xml", b"\xff\xfe.xml", b"a\0b.xml", "\u{202e}lmx.xml".as_bytes()]),
        ),
        ("canvas/the-same-name.zip", named(&[&b"a.xml"[..]; 50])),
        ("canvas/links.zip", zip(&[link, item.clone()])),
        (
            "apkg/no-database.apkg",
            zip(&[Entry::stored("collection.anki21b", "\u{28}\u{b5}\u{2f}\u{fd}rubbish")]),
        ),
    ]
}

fn workbook(rows: &str, strings: &str) -> Vec<u8> {
    zip(&[
        Entry::deflated(XLSX, format!("<worksheet><sheetData>{rows}</sheetData></worksheet>").as_bytes()),
        Entry::deflated("xl/sharedStrings.xml", format!("<sst>{strings}</sst>").as_bytes()),
    ])
}

fn workbooks() -> Vec<(&'static str, Vec<u8>)> {
    let head = "<row r=\"1\"><c t=\"inlineStr\"><is><t>stem</t></is></c><c t=\"inlineStr\"><is><t>answer</t></is></c><c t=\"inlineStr\"><is><t>A</t></is></c><c t=\"inlineStr\"><is><t>B</t></is></c></row>";
    let ods = |table: &str| {
        zip(&[
            Entry::stored("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            Entry::deflated("content.xml", format!("<table name='x'>{table}</table>").as_bytes()),
        ])
    };
    let cell = "<table-cell><p>x</p></table-cell>";
    let long = format!("<si><t>{}</t></si>", "word ".repeat(MEGABYTE / 5));
    vec![
        ("xlsx/a-row-far-down.xlsx", workbook("<row r=\"4294967296\"><c><v>1</v></c></row>", "")),
        ("xlsx/the-last-row.xlsx", workbook(&format!("{head}<row r=\"1048576\"><c><v>1</v></c></row>"), "")),
        (
            "xlsx/a-column-far-right.xlsx",
            workbook(&format!("{head}<row r=\"2\"><c r=\"ZZZZZZZZZZZZ2\"><v>1</v></c></row>"), ""),
        ),
        (
            "xlsx/the-last-column-of-every-row.xlsx",
            workbook(&format!("{head}{}", "<row><c r=\"BXX1\"><v>1</v></c></row>".repeat(20_000)), ""),
        ),
        (
            "xlsx/no-such-string.xlsx",
            workbook(
                &format!(
                    "{head}<row><c t=\"s\"><v>99999999999999999999</v></c><c t=\"s\"><v>-1</v></c></row>"
                ),
                "",
            ),
        ),
        (
            "xlsx/one-long-string-everywhere.xlsx",
            workbook(&format!("{head}{}", "<row><c t=\"s\"><v>0</v></c></row>".repeat(10_000)), &long),
        ),
        (
            "xlsx/numbers.xlsx",
            workbook(
                &format!(
                    "{head}<row><c><v>1e999</v></c><c><v>nan</v></c><c><v>-0</v></c><c><v>{}</v></c></row>",
                    "9".repeat(5_000)
                ),
                "",
            ),
        ),
        ("xlsx/tiny-rows.xlsx", workbook(&format!("{head}{}", "<row><c/></row>".repeat(200_000)), "")),
        (
            "xlsx/rows-repeated.ods",
            ods(&format!("<table-row number-rows-repeated='99999999999'>{cell}</table-row>")),
        ),
        (
            "xlsx/cells-repeated.ods",
            ods(&format!(
                "<table-row><table-cell number-columns-repeated='18446744073709551615'><p>x</p></table-cell>{cell}</table-row>"
            )),
        ),
        (
            "xlsx/both-repeated.ods",
            ods(&format!(
                "<table-row number-rows-repeated='1000000'>{}</table-row>",
                cell.replacen("<table-cell", "<table-cell number-columns-repeated='1000'", 1)
            )),
        ),
        (
            "xlsx/blanks-repeated.ods",
            ods(&format!(
                "<table-row><table-cell><p>{}</p></table-cell></table-row>",
                "<s c='1000'/>".repeat(50_000)
            )),
        ),
        (
            "xlsx/old.xls",
            [&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], &[0; 4096], b"W\0o\0r\0k\0b\0o\0o\0k\0"].concat(),
        ),
    ]
}

fn documents() -> Vec<(&'static str, Vec<u8>)> {
    let document = |body: &str| {
        zip(&[Entry::deflated(
            "word/document.xml",
            format!("<document><body>{body}</body></document>").as_bytes(),
        )])
    };
    let cell = "<tc><p><r><t>x</t></r></p></tc>";
    vec![
        ("docx/elements-in-elements.docx", document(&"<sdt>".repeat(100_000))),
        ("docx/tables-in-tables.docx", document(&format!("{}x{}", "<tbl><tr><tc>".repeat(20), "</tc></tr></tbl>".repeat(20)))),
        ("docx/lines-by-the-hundred-thousand.docx", document(&"<p><r><br/></r></p>".repeat(100_000))),
        ("docx/cells-by-the-hundred-thousand.docx", document(&format!("<tbl><tr>{}</tr></tbl>", cell.repeat(50_000)))),
        ("docx/no-document.docx", zip(&[Entry::stored("word/document.xml.rels", "x")])),
        ("docx/entity-of-a-file.docx", zip(&[Entry::deflated("word/document.xml", b"<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><document><body><p><r><t>&f;</t></r></p></body></document>")])),
        ("docx/escapes.docx", document("<p><r><t>1. What&#27;[2J&#8238;?</t></r></p><p><r><t>a) x</t></r></p><p><r><t>*b) y&#155;31m</t></r></p>")),
    ]
}

fn backups() -> Vec<(&'static str, Vec<u8>)> {
    let questions = b"<question_categories><question_category id='1'><name>x</name><questions/></question_category></question_categories>";
    let size = format!("{:011o}", questions.len());
    vec![
        ("mbz/size-far-too-large.mbz", gzip(&tar(&[("questions.xml", "77777777777", b'0', questions)]), 1)),
        ("mbz/size-below-zero.mbz", gzip(&tar(&[("questions.xml", "-0000000001", b'0', questions)]), 1)),
        ("mbz/paths-outside.mbz", gzip(&tar(&[("../../../evil", &size, b'0', questions), ("/tmp/evil", &size, b'0', questions)]), 1)),
        ("mbz/links.mbz", gzip(&tar(&[("questions.xml", "00000000000", b'2', b""), ("questions.xml", &size, b'0', questions)]), 1)),
        ("mbz/files-by-the-thousand.mbz", gzip(&tar(&[("files/x", "00000000000", b'0', b"")]).repeat(20_000), 1)),
        ("mbz/categories-in-a-ring.mbz", gzip(&tar(&[("questions.xml", "00000000400", b'0', b"<question_categories><question_category id='1'><name>a</name><parent>2</parent></question_category><question_category id='2'><name>b</name><parent>1</parent></question_category>")]), 1)),
        ("mbz/cut.mbz", gzip(&tar(&[("questions.xml", &size, b'0', questions)]), 1)[..80].to_vec()),
        ("mbz/no-archive.mbz", gzip(b"words", 1)),
    ]
}
