//! Broken Moodle XML.

use super::check;

fn question(stem: &str, answers: &str) -> String {
    format!(
        "<question type=\"multichoice\">\n<name><text>a name</text></name>\n<questiontext format=\"html\"><text>{stem}</text></questiontext>\n<single>true</single>\n{answers}\n</question>\n"
    )
}

const ANSWERS: &str =
    "<answer fraction=\"100\"><text>x</text></answer><answer fraction=\"0\"><text>y</text></answer>";

#[test]
fn ten_broken_moodle_files() {
    let good = question("Good?", ANSWERS);
    let xml = |broken: &str, problems: &[&str]| {
        check("moodle-xml", &format!("<quiz>\n{broken}{good}</quiz>\n"), problems, &["Good?"]);
    };
    // 1: a raw ampersand
    xml(&question("This & that?", ANSWERS), &["4 syntax"]);
    // 2: an element that is never closed
    xml(&question("What?<p>", ANSWERS), &["4 syntax"]);
    // 3: a question that is never closed
    xml(&question("What?", ANSWERS).replace("</question>\n", ""), &["2 syntax"]);
    // 4: an entity that nobody declared
    xml(&question("What &nope;?", ANSWERS), &["4 syntax"]);
    // 5: no right answer
    xml(&question("What?", &ANSWERS.replace("100", "0")), &["2 no-question"]);
    // 6: a fraction that is no number
    xml(&question("What?", &ANSWERS.replace("\"0\"", "\"none\"")), &["6 no-question"]);
    // 7: another type, and none at all
    xml(
        "<question type=\"essay\"><name><text>e</text></name></question>\n<question/>\n",
        &["2 question-type", "3 question-type"],
    );
    // 8: one answer only
    xml(&question("What?", "<answer fraction=\"100\"><text>x</text></answer>"), &["2 no-question"]);
    // 9: nothing asked
    xml(&question("<![CDATA[<p> </p>]]>", ANSWERS), &["2 no-question"]);
    // 10: two options that read the same, once the markup is gone
    xml(&question("What?", &ANSWERS.replace(">y<", "><![CDATA[<b>x</b>]]><")), &["2 no-question"]);
}

#[test]
fn what_ends_in_the_middle_keeps_what_came_before() {
    let good = question("Good?", ANSWERS);
    check(
        "moodle-xml",
        &format!("<quiz>\n{good}<question type=\"multichoice\"><name>"),
        &["8 syntax"],
        &["Good?"],
    );
    check("moodle-xml", "no xml at all", &["1 no-question"], &[]);
    check("moodle-xml", "<quiz></quiz>", &["1 no-question"], &[]);
}
