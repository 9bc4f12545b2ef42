//! A small bank whose options say what they are, so that a test can choose the right one from what it sees.

use std::fmt::Write;

use crate::support::Sandbox;

/// Writes a bank of this many questions with one right option each; gives its path. Its topic is `desk`.
pub(crate) fn desk(sandbox: &Sandbox, questions: usize) -> String {
    let mut bank = head();
    for n in 1..=questions {
        let place = format!("at post {n} of the night desk");
        let stem =
            format!("A visitor asks {place} where the lift is, and the way is long. What comes FIRST?");
        let wrong = |word: &str, how: &str| {
            (format!("Wrong {word}: {how} {place}, whatever the visitor says"), format!("{how} helps nobody"))
        };
        let wrong = [wrong("one", "point"), wrong("two", "wait"), wrong("three", "shrug")];
        bank += &question(
            n,
            &stem,
            &[format!("Right: greet the visitor {place} and ask what is needed")],
            &wrong,
        );
    }
    write(sandbox, &bank)
}

/// The same with one question that has several right options: `keys` of them, and `distractors` wrong ones.
pub(crate) fn desk_of_several(sandbox: &Sandbox, keys: usize, distractors: usize) -> String {
    let words = ["one", "two", "three", "four", "five", "six", "seven"];
    let right: Vec<String> = words[..keys].iter().map(|word| format!("Right {word}")).collect();
    let wrong: Vec<_> = words[..distractors]
        .iter()
        .map(|word| (format!("Wrong {word}"), format!("{word} is no good")))
        .collect();
    let bank = head() + &question(1, "Which of these belong into the note?", &right, &wrong);
    write(sandbox, &bank)
}

/// One question with these texts: stem, right option, wrong option, its reason, explanation, source.
pub(crate) fn desk_of_texts(
    sandbox: &Sandbox,
    [stem, right, wrong, why, explanation, source]: [&str; 6],
) -> String {
    let bank = head()
        + &question(1, stem, &[right.to_owned()], &[(wrong.to_owned(), why.to_owned())])
            .replace(EXPLANATION, &quoted(explanation))
            .replace(SOURCE, &quoted(source));
    write(sandbox, &bank)
}

const EXPLANATION: &str = "\"Explained: a greeting opens a talk, and a question shows what is needed.\"";
const SOURCE: &str = "\"Handbook of the desk, page 4\"";

fn write(sandbox: &Sandbox, bank: &str) -> String {
    sandbox.write("desk.toml", bank).to_str().unwrap().to_owned()
}

fn head() -> String {
    String::from(
        "schema = 1\n\n[topic]\nid = \"desk\"\ntitle = \"At the desk\"\nsummary = \"Meeting people.\"\n\n\
         [[objective]]\nid = \"meet\"\ntext = \"Meet people\"\n",
    )
}

fn question(n: usize, stem: &str, keys: &[String], wrong: &[(String, String)]) -> String {
    let keys: Vec<String> = keys.iter().map(|key| quoted(key)).collect();
    let mut text = format!(
        "\n[[question]]\nid = \"desk-{n:03}\"\nobjective = \"meet\"\nkind = \"first-action\"\nlevel = \"apply\"\nstem = {}\n",
        quoted(stem)
    );
    match &keys[..] {
        [one] => writeln!(text, "answer = {one}").unwrap(),
        several => writeln!(text, "answers = [{}]", several.join(", ")).unwrap(),
    }
    text += "distractors = [\n";
    for (wrong, why) in wrong {
        writeln!(text, "  {{ text = {}, why = {} }},", quoted(wrong), quoted(why)).unwrap();
    }
    writeln!(text, "]\nexplanation = {EXPLANATION}\nsource = {SOURCE}").unwrap();
    text
}

/// A string of TOML; control characters are written as escapes.
fn quoted(text: &str) -> String {
    let escaped: String = text
        .chars()
        .map(|c| match c {
            '"' | '\\' => format!("\\{c}"),
            c if c.is_control() => format!("\\u{:04x}", u32::from(c)),
            c => c.to_string(),
        })
        .collect();
    format!("\"{escaped}\"")
}
