//! Packages as others write them and as people break them: every fault has its place, every sound question is kept.

use super::FORMAT;
use super::metadata::MANIFEST;
use crate::diagnostic::Place;
use crate::exchange::archive::Archive;
use crate::exchange::{ImportOptions, Imported};

/// A question as other programs write it: no shuffling, feedback for all, an everyday title.
const SOUND: &str = r#"<item ident="i1" title="Question"><itemmetadata><qtimetadata><qtimetadatafield>
<fieldlabel>question_type</fieldlabel><fieldentry>multiple_choice_question</fieldentry></qtimetadatafield></qtimetadata>
</itemmetadata><presentation><material><mattext texttype="text/html">&lt;p&gt;Who &lt;em&gt;greets&lt;/em&gt; first?&lt;/p&gt;</mattext>
</material><response_lid ident="response1" rcardinality="Single"><render_choice>
<response_label ident="a"><material><mattext>The guard</mattext></material></response_label>
<response_label ident="b"><material><mattext>The guest</mattext></material></response_label>
</render_choice></response_lid></presentation><resprocessing>
<respcondition><conditionvar><varequal respident="response1">b</varequal></conditionvar><displayfeedback linkrefid="no"/></respcondition>
<respcondition><conditionvar><varequal respident="response1">a</varequal></conditionvar><setvar>100</setvar></respcondition>
</resprocessing><itemfeedback ident="no"><flow_mat><material><mattext>Nobody waits.</mattext></material></flow_mat></itemfeedback>
</item>"#;

fn package(files: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = Archive::new();
    archive.add(MANIFEST, b"<?xml version=\"1.0\"?><manifest><resource type=\"imsqti_xmlv1p2\"/></manifest>");
    for (name, text) in files {
        archive.add(name, text.as_bytes());
    }
    archive.finish()
}

fn quiz(items: &str) -> Vec<u8> {
    let text = format!(
        "<?xml version=\"1.0\"?>\n<questestinterop><assessment ident=\"q\" title=\"Front desk\"><section>\n{items}\n\
         </section></assessment></questestinterop>"
    );
    package(&[("q/q.xml", &text)])
}

fn import(bytes: &[u8]) -> Imported {
    let options = ImportOptions { file_name: String::from("quiz.zip"), ..ImportOptions::default() };
    (FORMAT.import.unwrap().read)(bytes, &options)
}

/// What is said about a package, and how many questions came out of it.
fn check(bytes: &[u8], read: usize, problems: &[&str]) {
    let imported = import(bytes);
    let told: Vec<String> = imported
        .problems
        .iter()
        .map(|problem| {
            format!("{}: {}", problem.place.as_ref().map(Place::text).unwrap_or_default(), problem.message)
        })
        .collect();
    assert_eq!(imported.read, read, "{told:?}");
    assert_eq!(told.len(), problems.len(), "{told:?}");
    for (told, expected) in told.iter().zip(problems) {
        assert!(told.contains(expected), "{told}\nshould say: {expected}");
    }
}

#[test]
fn a_question_of_another_program_is_read() {
    let imported = import(&quiz(SOUND));
    assert_eq!(imported.problems, vec![]);
    let question = &imported.bank.questions()[0];
    assert_eq!(imported.bank.topics()[0].title, "Front desk");
    assert_eq!((question.stem.as_str(), question.option(0)), ("Who greets first?", "The guard"));
    assert_eq!(question.why(1), Some("Nobody waits."));
    // `Question` is no id when there are two of them; what stands in the text is.
    let two = import(&quiz(&format!("{SOUND}\n{}", SOUND.replace("i1", "i2").replace("Who", "And who"))));
    let ids: Vec<&str> = two.bank.questions().iter().map(|question| question.id.as_str()).collect();
    assert!(ids.iter().all(|id| id.starts_with("front-desk-")), "{ids:?}");
    assert_eq!(imported.loss.lines(), ["not carried: formatting (1): quiz.zip/q/q.xml:3"]);
}

#[test]
fn a_quiz_that_draws_on_a_bank_adds_nothing_to_it() {
    let bank = format!(
        "<questestinterop><objectbank ident=\"b\"><qtimetadata><qtimetadatafield><fieldlabel>bank_title</fieldlabel>\
         <fieldentry>Desks &amp; doors</fieldentry></qtimetadatafield></qtimetadata>{SOUND}</objectbank></questestinterop>"
    );
    let field = "<qtimetadatafield><fieldlabel>assessment_question_identifierref</fieldlabel>\
                 <fieldentry>i1</fieldentry></qtimetadatafield></qtimetadata>";
    let drawn = SOUND.replace("i1", "q1").replacen("</qtimetadata>", field, 1);
    let quiz = format!(
        "<questestinterop><assessment ident=\"q\" title=\"T\">{drawn}</assessment></questestinterop>"
    );
    // Whatever their order in the package.
    let imported = import(&package(&[("a/quiz.xml", &quiz), ("b.xml.qti", &bank)]));
    assert_eq!((imported.read, imported.skipped, imported.problems), (1, 0, vec![]));
    assert_eq!(imported.bank.topics()[0].title, "Desks & doors");
}

#[test]
fn broken_packages_keep_what_is_sound() {
    let other = SOUND.replace("i1", "i2").replace("Who", "And who");
    let with = |broken: &str| quiz(&format!("{broken}\n{other}"));
    let essay = SOUND.replace("multiple_choice_question", "essay_question");
    check(
        &with(&essay),
        1,
        &["quiz.zip/q/q.xml:3:1: a question of type `essay_question` is not multiple choice"],
    );
    let keyless = SOUND.replace("<setvar>100</setvar>", "");
    check(&with(&keyless), 1, &["q.xml:3:1: no option is worth a point"]);
    let alike = SOUND.replace("The guest", "The guard");
    check(&with(&alike), 1, &["q.xml:3:1: two options read the same"]);
    let two = SOUND.replace("<displayfeedback linkrefid=\"no\"/>", "<setvar>100</setvar>");
    check(&with(&two), 1, &["several options are right, each on its own"]);
    check(&with(&SOUND.replace("Nobody waits.", "You & me")), 1, &["q.xml:12:75: this is no XML"]);
    check(&with(&SOUND.replace("</response_lid>", "")), 1, &["this is no XML"]);
    let empty = SOUND.replace("The guard", "");
    check(&with(&empty), 1, &["the right option is empty"]);
    check(&with(&SOUND.replace("response_lid", "response_str")), 1, &["there are no options to choose from"]);
    let stemless = SOUND.replace("&lt;p&gt;Who &lt;em&gt;greets&lt;/em&gt; first?&lt;/p&gt;", "");
    check(&with(&stemless), 1, &["it asks nothing"]);
    check(&with(SOUND), 2, &[]);
    check(&quiz(&format!("{SOUND}{SOUND}")), 1, &["the same question stands at"]);
    let whole = quiz(SOUND);
    check(&whole[..whole.len() / 2], 0, &["this is no zip file"]);
    check(&package(&[]), 0, &["no question was found"]);
    check(&package(&[("../../etc/q.xml", "<questestinterop>")]), 0, &["no question was found"]);
}
