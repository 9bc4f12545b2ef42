//! The pieces that all formats share.

use std::io::Write;

use crate::bank::{Distractor, Question, samples};
use crate::exchange::archive::{Archive, unpack, unpack_within};
use crate::exchange::export::{Export, ExportOptions, lay_out};
use crate::exchange::html::{characters, plain};
use crate::exchange::loss::{Fate, Loss};
use crate::exchange::pool::draw;
use crate::exchange::text::{
    explanation_and_source, html, html_attribute, json_in_html, letter, letter_index, slug, split_source,
};

#[test]
fn markup_is_escaped_once_and_for_its_place() {
    assert_eq!(html("a < b & \"c\"\nd"), "a &lt; b &amp; \"c\"<br>d");
    assert_eq!(html_attribute("\"a' <\n"), "&quot;a&#39; &lt;&#10;");
    assert_eq!(json_in_html("\"</script>\u{2028}&\""), "\"\\u003c/script\\u003e\\u2028\\u0026\"");
    assert_eq!(plain(&html("x < y &amp; z\n<b>")).text, "x < y &amp; z\n<b>");
}

#[test]
fn letters_count_as_spreadsheets_do() {
    for (index, text) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")] {
        assert_eq!(letter(index), text);
        assert_eq!(letter_index(text), Some(index));
    }
    assert_eq!(letter_index("a1"), None);
    assert_eq!(slug("Law & Order: the Guard's duty"), "law-order-the-guards-duty");
}

#[test]
fn explanation_and_source_part_again() {
    for (explanation, source) in [
        ("", ""),
        ("a", ""),
        ("", "b"),
        ("a\nc", "b"),
        ("Source: a", ""),
        ("a\nSource: b", ""),
        ("a\nSource: b", "c"),
        ("a", "b\nc"),
    ] {
        let joined = explanation_and_source(explanation, source);
        assert_eq!(split_source(&joined), (explanation.to_owned(), source.to_owned()), "{joined:?}");
    }
    // It would be code in a line of its own.
    assert_eq!(explanation_and_source("Write:\n```", "b"), "Write:\n``` Source: b");
}

#[test]
fn html_of_others_becomes_text_however_broken_it_is() {
    for (html, text, lost) in [
        ("<p>One<br/>two</p><p>three</p>", "One\ntwo\nthree", &[][..]),
        ("a &lt;b&gt; &eacute;&#x41;&nbsp;c &nope; &", "a <b> éA c &nope; &", &[]),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2", &[]),
        ("<ul><li>x</li>\n<li>y</li></ul>", "- x\n- y", &[]),
        ("<ul><li>x</li></ul>", "x", &[]),
        ("<ol><li>x<ul><li>y</li></ul></li><li>z</li></ol>", "1. x\n- y\n2. z", &[]),
        (
            "10<sup>3</sup> x<SUP>n+1</SUP> e<sup>2x</sup> H<sub>2</sub>O a<sub>ij</sub>",
            "10³ xⁿ⁺¹ e^2x H₂O a_ij",
            &[],
        ),
        ("a<sup>never closed", "anever closed", &["formatting"]),
        ("<p>Read:</p><pre>if x:\n    y &lt; <b>2</b></pre>", "Read:\n```\nif x:\n    y < 2\n```", &[]),
        ("<b>bold</b> and <i>slanted</i>", "bold and slanted", &["formatting"]),
        ("see <img alt=\"a>b\" src=x> this", "see [a>b] this", &["images"]),
        ("<img src=x><video src=y></video>", "", &["images", "media"]),
        ("a<script>alert('<p>')</script>b<style>x", "ab", &["scripts and styles"]),
        ("a <!-- not this --> b", "a b", &[]),
        ("an <open tag", "an <open tag", &[]),
        ("<a href=\"x>y</a> <b", "y <b", &["formatting"]),
        ("", "", &[]),
    ] {
        let read = plain(html);
        assert_eq!((read.text.as_str(), &read.lost[..]), (text, lost), "{html}");
    }
    assert_eq!(characters("&#0;&#x110000;&#;&;"), "&#0;&#x110000;&#;&;");
    // Long input without an end is gone through once.
    assert!(plain(&"<a \"".repeat(200_000)).text.len() > 100_000);
    assert!(plain(&"&".repeat(1_000_000)).text.len() == 1_000_000);
}

#[test]
fn packages_are_the_same_every_time_and_come_apart_again() {
    let make = || {
        let mut archive = Archive::new();
        archive.add("imsmanifest.xml", b"<manifest/>");
        archive.add("a/b.txt", b"text");
        archive.finish()
    };
    assert_eq!(make(), make());
    let files = unpack(&make(), |name| name.starts_with("a/")).unwrap();
    assert_eq!(files, [(String::from("a/b.txt"), b"text".to_vec())]);
    assert!(unpack(b"PK no zip", |_| true).is_err());
}

#[test]
fn a_package_that_swells_is_refused() {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(vec![]));
    let options =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for file in 0..9 {
        writer.start_file(format!("{file}.xml"), options).unwrap();
        writer.write_all(&vec![b' '; 100_000]).unwrap();
    }
    let packed = writer.finish().unwrap().into_inner();
    assert!(packed.len() < 10_000);
    assert!(unpack_within(800_000, &packed, |_| true).unwrap_err().contains("800000"));
    assert_eq!(unpack_within(800_000, &packed, |name| name == "3.xml").unwrap().len(), 1);
    assert_eq!(unpack(&packed, |_| true).unwrap().len(), 9);
}

#[test]
fn a_loss_is_counted_named_and_told() {
    let mut loss = Loss::default();
    loss.skip("q1", "several keys");
    loss.skip("q2", "several keys");
    loss.refuse("q3", "an option is too long");
    loss.drop("q4", "rationales", 3);
    loss.drop("q5", "rationales", 2);
    loss.drop("q5", "sources", 0);
    loss.change("q5", "line breaks written as blanks", 1);
    assert_eq!(
        loss.lines(),
        [
            "1 question refused (an option is too long): q3",
            "2 questions skipped (several keys): q1, q2",
            "changed: line breaks written as blanks (1) in q5",
            "not carried: rationales (5)",
        ]
    );
    assert_eq!(loss.of(Fate::Skipped).count(), 1);
    assert_eq!(loss.json()[0]["fate"], "skipped");
    assert_eq!(loss.left_out().len(), 3);
    let mut other = Loss::default();
    other.merge(loss.clone());
    assert_eq!(other, loss);
}

#[test]
fn a_pool_is_drawn_from_and_the_rest_is_told() {
    let mut parts = samples::parts("q", "t", 9);
    parts.order =
        parts.keys.iter().cloned().chain(parts.distractors.iter().map(|d| d.text.clone())).collect();
    let mut bank = crate::bank::Bank::default();
    bank.add(samples::topic("t"), [Question::new(parts).unwrap(), samples::question("r", "t")]);
    let selected: Vec<&Question> = bank.questions().iter().collect();
    let (drawn, loss) = draw(&bank, &selected, 4, 1);
    let question = drawn.question("q").unwrap();
    assert_eq!((question.keys.len(), question.distractors.len(), question.order.len()), (1, 3, 4));
    assert_eq!(drawn.question("r"), bank.question("r"));
    assert_eq!(loss.lines(), ["not carried: distractors beyond 4 options (6)"]);
    assert_ne!(draw(&bank, &selected, 4, 2).0.question("q"), Some(question), "another seed draws others");
}

#[test]
fn a_new_distractor_leaves_the_others_where_they_were() {
    let question = samples::question("q", "t");
    let mut parts = samples::parts("q", "t", 3);
    parts.distractors.push(Distractor { text: String::from("a new one"), why: String::new() });
    let larger = Question::new(parts).unwrap();
    let without: Vec<usize> = lay_out(&larger, 5).into_iter().filter(|&option| option != 4).collect();
    assert_eq!(without, lay_out(&question, 5));
    let bank = samples::bank(2, 2);
    assert_eq!(Export::whole(&bank, ExportOptions::default()).sections.len(), 2);
}
