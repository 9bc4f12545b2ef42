//! Moodle XML of several versions, languages and plugins.

use encoding_rs::Encoding;

use super::{check, check_bytes};

fn quiz(questions: &str) -> String {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n{questions}\n</quiz>\n")
}

fn answers(answers: &[(&str, &str, &str)]) -> String {
    let one = |(fraction, text, why): &(&str, &str, &str)| {
        format!(
            "<answer fraction=\"{fraction}\" format=\"html\"><text><![CDATA[{text}]]></text><feedback format=\"html\"><text>{why}</text></feedback></answer>"
        )
    };
    answers.iter().map(one).collect()
}

const TWO: &[(&str, &str, &str)] = &[("100", "The guard", ""), ("0", "The driver", "He waits.")];

#[test]
fn as_moodle_four_writes_it() {
    let question = format!(
        "<!-- question: 17 -->\n<question type=\"multichoice\"><name><text>Gate</text></name><questiontext format=\"html\"><text><![CDATA[<p dir=\"ltr\" style=\"text-align: left;\">Who opens the gate?<br></p><p><img src=\"@@PLUGINFILE@@/g.png\" alt=\"the gate\" width=\"9\"></p>]]></text><file name=\"g.png\" path=\"/\" encoding=\"base64\">iVBORw0KGgo=</file></questiontext><generalfeedback format=\"html\"><text></text></generalfeedback><defaultgrade>1.0000000</defaultgrade><penalty>0.3333333</penalty><hidden>0</hidden><idnumber></idnumber><single>true</single><shuffleanswers>true</shuffleanswers><answernumbering>abc</answernumbering><showstandardinstruction>0</showstandardinstruction><correctfeedback format=\"html\"><text>Your answer is correct.</text></correctfeedback><partiallycorrectfeedback format=\"html\"><text>Your answer is partially correct.</text></partiallycorrectfeedback><incorrectfeedback format=\"html\"><text>Your answer is incorrect.</text></incorrectfeedback><shownumcorrect/>{}</question>",
        answers(&[
            ("100", "<p>The guard</p>", ""),
            ("0", "<p>The driver</p>", "<![CDATA[<p>He waits.</p>]]>")
        ])
    );
    check(
        "four.xml",
        &quiz(&question),
        &[
            "moodle-xml: 1 read, 0 skipped",
            "Who opens the gate?\\n[the gate] (four) + The guard - The driver (He waits.)",
            "not carried: feedback that only says right or wrong (3): four.xml:4",
            "not carried: images (1): four.xml:4",
        ],
    );
}

#[test]
fn markdown_plain_text_and_line_breaks() {
    let question = |format: &str, text: &str| {
        format!(
            "<question type=\"multichoice\"><name><text>x</text></name><questiontext format=\"{format}\"><text>{text}</text></questiontext><single>1</single>{}</question>",
            answers(TWO)
        )
    };
    let text = [
        question("markdown", "**Who** opens\nthe `gate`?"),
        question("plain_text", "Who &lt;opens&gt; it?"),
        question("moodle_auto_format", "Who shuts it?\nQuickly?"),
    ];
    check(
        "formats.xml",
        &quiz(&text.concat()),
        &[
            "moodle-xml: 3 read, 0 skipped",
            "Who opens the gate? (formats) + The guard - The driver (He waits.)",
            "Who <opens> it? (formats) + The guard - The driver (He waits.)",
            "Who shuts it?\\nQuickly? (formats) + The guard - The driver (He waits.)",
            "4 duplicate-id: the id `x` is taken at formats.xml:3:1; this question became `formats-a1d90518`",
            "4 duplicate-id: the id `x` is taken at formats.xml:3:1; this question became `formats-9ebd7aee`",
            "not carried: formatting (1): formats.xml:3",
            "not carried: names (2): formats.xml:4, 4",
        ],
    );
}

#[test]
fn several_keys_in_every_kind() {
    let question = |kind: &str, more: &str, answers: &str| {
        format!(
            "<question type=\"{kind}\"><name><text>n</text></name><questiontext format=\"html\"><text>Which two of {kind}?</text></questiontext>{more}{answers}</question>"
        )
    };
    let set = answers(&[("100", "Ask", ""), ("100", "Note", ""), ("0", "Shout", "Never.")]);
    let half = answers(&[("50", "Ask", "Good."), ("50", "Note", "Also good."), ("-100", "Shout", "")]);
    let text = [
        question("multichoice", "<single>false</single>", &half),
        question("multichoiceset", "", &set),
        question("oumultiresponse", "", &set),
        question("multichoice", "<single>true</single>", &set).replace("two of", "one of"),
        question("truefalse", "", &answers(&[("0", "true", "It is not."), ("100", "false", "")])),
    ];
    check(
        "kinds.xml",
        &quiz(&text.concat()),
        &[
            "moodle-xml: 4 read, 1 skipped",
            "Which two of multichoice? (kinds) + Ask + Note - Shout ! Good.\\nAlso good.",
            "Which two of multichoiceset? (kinds) + Ask + Note - Shout (Never.)",
            "Which two of oumultiresponse? (kinds) + Ask + Note - Shout (Never.)",
            "Which two of truefalse? (kinds) + False - True (It is not.)",
            "3 duplicate-id: the id `n` is taken at kinds.xml:3:1; this question became `kinds-28c23a1a`",
            "3 duplicate-id: the id `n` is taken at kinds.xml:3:1; this question became `kinds-3140423d`",
            "3 no-question: several options are right, each on its own; guardprep asks for all keys of a question together",
            "3 duplicate-id: the id `n` is taken at kinds.xml:3:1; this question became `kinds-9e0d9b18`",
            "not carried: names (3): kinds.xml:3, 3, 3",
        ],
    );
}

#[test]
fn other_kinds_are_named() {
    let others = ["matching", "shortanswer", "essay", "numerical", "cloze", "ddwtos"];
    let named =
        |kind: &&str| format!("<question type=\"{kind}\"><name><text>{kind}</text></name></question>\n");
    let text = others.iter().map(named).collect::<Vec<_>>().concat();
    let good = format!(
        "<question type=\"multichoice\"><name><text>Gate</text></name><questiontext format=\"html\"><text>Who?</text></questiontext><defaultgrade>2</defaultgrade><single>true</single>{}<tags><tag><text>night</text></tag><tag><text>level:recall</text></tag></tags></question>",
        answers(TWO)
    );
    check(
        "others.xml",
        &quiz(&format!("{text}{good}")),
        &[
            "moodle-xml: 1 read, 6 skipped",
            "Who? (others) + The guard - The driver (He waits.)",
            "3 question-type: a question of type `matching` is not multiple choice",
            "4 question-type: a question of type `shortanswer` is not multiple choice",
            "5 question-type: a question of type `essay` is not multiple choice",
            "6 question-type: a question of type `numerical` is not multiple choice",
            "7 question-type: a question of type `cloze` is not multiple choice",
            "8 question-type: a question of type `ddwtos` is not multiple choice",
            "not carried: tags (1): others.xml:9",
            "not carried: points (1): others.xml:9",
        ],
    );
}

#[test]
fn every_encoding() {
    let text = quiz(&format!(
        "<question type=\"multichoice\"><name><text>Größe</text></name><questiontext format=\"html\"><text>Wer öffnet – früh – das Tor?</text></questiontext><single>true</single>{}</question>",
        answers(TWO)
    ));
    for (label, name) in [("windows-1252", "Windows-1252 (Western)"), ("iso-8859-15", "ISO-8859-15")] {
        let text = text.replace("UTF-8", label).replace('–', if label == "iso-8859-15" { "-" } else { "–" });
        let bytes = Encoding::for_label(label.as_bytes()).unwrap().encode(&text).0.into_owned();
        let (_, imported) = super::import("tor.xml", &bytes);
        assert_eq!(imported.said, [format!("the text is in {name}")]);
        assert!(imported.bank.questions()[0].stem.starts_with("Wer öffnet "), "{label}");
    }
    for big in [false, true] {
        let text = text.replace("UTF-8", "UTF-16");
        let bytes: Vec<u8> = text
            .encode_utf16()
            .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
            .collect();
        for mark in [&[][..], if big { &[0xfe, 0xff] } else { &[0xff, 0xfe] }] {
            let (format, imported) = super::import("tor.xml", &[mark, &bytes].concat());
            assert_eq!(
                (format, imported.bank.questions()[0].stem.as_str()),
                ("moodle-xml", "Wer öffnet – früh – das Tor?")
            );
        }
    }
}

#[test]
fn categories_with_what_they_say() {
    let question = |stem: &str| {
        format!(
            "<question type=\"multichoice\"><name><text>{stem}</text></name><questiontext format=\"html\"><text>{stem}</text></questiontext><single>true</single>{}</question>",
            answers(TWO)
        )
    };
    let text = format!(
        "<question type=\"category\"><category><text>$module$/top/Default for Night/Gate // door</text></category><info format=\"html\"><text>&lt;p&gt;For week &lt;b&gt;two&lt;/b&gt;.&lt;/p&gt;</text></info><idnumber>gates</idnumber></question>{}<question type=\"category\"><category><text>top</text></category></question>{}",
        question("Who opens it?"),
        question("Who shuts it?")
    );
    let text = quiz(&text);
    check_bytes(
        "cat.xml",
        text.as_bytes(),
        &[
            "moodle-xml: 2 read, 0 skipped",
            "Who opens it? (gates) + The guard - The driver (He waits.)",
            "Who shuts it? (cat) + The guard - The driver (He waits.)",
        ],
    );
    let (_, imported) = super::import("cat.xml", text.as_bytes());
    assert_eq!(imported.bank.topics()[0].summary, "For week two.");
    assert_eq!(imported.bank.topics()[0].title, "Default for Night/Gate / door");
}
