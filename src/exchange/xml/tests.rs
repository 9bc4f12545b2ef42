//! What gets out is well formed, and what comes in cannot do harm.

use super::{Child, Xml, elements};

#[test]
fn nothing_that_xml_forbids_gets_out() {
    let mut xml = Xml::new();
    xml.within("a", &[("b", "1 < 2 & \"3\"\nnew\u{0}")], |xml| {
        xml.leaf("c", &[], "]]> & <d> \u{1}\u{b}\u{fffe}\r\nend");
        xml.empty("e", &[]);
        xml.inline("f", &[], |xml| {
            xml.lines("one\ntwo", "br");
            xml.leaf("g", &[], "x");
        });
    });
    let text = String::from_utf8(xml.finish()).unwrap();
    assert_eq!(
        text,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"1 &lt; 2 &amp; &quot;3&quot;&#10;new\u{fffd}\">\n  \
         <c>]]&gt; &amp; &lt;d&gt; \u{fffd}\u{fffd}\u{fffd}\nend</c>\n  <e/>\n  <f>one<br/>two<g>x</g></f>\n</a>\n"
    );
    let read = elements(&text, "a");
    let node = read[0].as_ref().unwrap();
    assert_eq!(node.attribute("b"), Some("1 < 2 & \"3\"\nnew\u{fffd}"));
    assert_eq!(node.child("c").unwrap().text(), "]]> & <d> \u{fffd}\u{fffd}\u{fffd}\nend");
    assert_eq!(node.path(&["f", "g"]).unwrap().text(), "x");
    assert_eq!(node.below("g").len(), 1);
}

/// The texts of what could be read, and the faults.
fn check(text: &str, expected: &[&str]) {
    let told: Vec<String> = elements(text, "q")
        .iter()
        .map(|result| match result {
            Ok(node) => node.text(),
            Err(trouble) => format!("{}: {}", trouble.span.start, trouble.message),
        })
        .collect();
    assert_eq!(told, expected, "{text}");
}

#[test]
fn one_broken_element_spoils_no_other() {
    check("<r><q>a</q><q>b &amp; &eacute;&#65;<![CDATA[<c>]]></q></r>", &["a", "b & éA<c>"]);
    check("<r><q>a</q><q>b<q>c</q></r>", &["a", "11: `<q>` is not closed before the next one begins", "c"]);
    let faulty =
        |text: &str| elements(text, "q").into_iter().map(|result| result.is_ok()).collect::<Vec<_>>();
    for (text, sound) in [
        ("<r><q>a & b</q><q>c</q></r>", vec![false, true]),
        ("<r><q>a &nope; b</q><q>c</q></r>", vec![false, true]),
        ("<r><q><p>a</q><q>c</q></r>", vec![false, true]),
        ("<r><q>a</p></q><q>c</q></r>", vec![false, true]),
        ("<r><q>a</q><q>c", vec![true, false]),
        ("<r><q x=\"1>a</q><q>c</q></r>", vec![false, true]),
        ("<r><quiz>x</quiz><q/></r>", vec![true]),
        ("nothing", vec![]),
    ] {
        assert_eq!(faulty(text), sound, "{text}");
    }
}

#[test]
fn entities_are_not_expanded_and_nesting_is_bounded() {
    let bomb =
        "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><r><q>&b;</q><q>c</q></r>";
    let read = elements(bomb, "q");
    assert!(read[0].as_ref().is_err_and(|trouble| trouble.message.contains("`&b;`")), "{read:?}");
    assert!(read[1].is_ok());

    let deep = format!("<r><q>{}</q><q>c</q></r>", "<x>".repeat(100_000));
    let read = elements(&deep, "q");
    assert!(read[0].is_err() && read[1].is_ok() && read.len() == 2);
    let external = "<!DOCTYPE r SYSTEM \"file:///etc/passwd\"><r><q>&x;</q></r>";
    assert!(elements(external, "q")[0].is_err());
}

#[test]
fn mixed_content_keeps_its_order() {
    let read = elements("<q>a<b>c</b>d</q>", "q");
    let node = read[0].as_ref().unwrap();
    assert!(
        matches!(&node.children[..], [Child::Text(a), Child::Node(_), Child::Text(d)] if a == "a" && d == "d")
    );
}
