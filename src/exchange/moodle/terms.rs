//! Categories, tags and weights as Moodle understands them.

use crate::bank::{Named, Question, Topic};
use crate::exchange::export::Section;
use crate::exchange::intake::Draft;
use crate::exchange::loss::Loss;

/// The category of a topic. A single `/` parts the names of a path, two of them are one in a name; blanks around a name
/// are dropped, so that one keeps a name that begins or ends with `/` apart. What Moodle makes of the name is said.
pub(in crate::exchange) fn category(section: &Section<'_>, loss: &mut Loss) -> String {
    let mut title = crate::exchange::text::one_line(&section.topic.title);
    let mut say = |what: &str| {
        let first = section.questions.first().map_or("", |question| question.id.as_str());
        loss.change(first, what, 1);
    };
    if title.contains('<') {
        say("topics' titles with `<`, from which on Moodle drops the name of the category");
    }
    // What is called so is the place above all categories, and no category is made of it.
    if title == "top" {
        say("a topic called `top`, a word that Moodle keeps for itself: written `Top`");
        title = String::from("Top");
    }
    let name = title.replace('/', "//");
    let before = if name.starts_with('/') { " " } else { "" };
    format!("$course$/top/{before}{name}")
}

/// The names of a category's path with `/` between them, so that "Gate/Test" and "Desk/Test" stay apart; empty for the top
/// itself.
pub(in crate::exchange) fn title_of(path: &str) -> String {
    let mut names: Vec<String> = vec![String::new()];
    let mut rest = path;
    while let Some(at) = rest.find('/') {
        let slashes = rest[at..].bytes().take_while(|&byte| byte == b'/').count();
        let last = names.len() - 1;
        names[last].push_str(&rest[..at]);
        if slashes == 1 {
            names.push(String::new());
        } else {
            names[last].push_str(&"/".repeat(slashes / 2));
        }
        rest = &rest[at + slashes..];
    }
    let last = names.len() - 1;
    names[last].push_str(rest);
    let context = |name: &str| name.len() > 1 && name.starts_with('$') && name.ends_with('$');
    let mut names = names.iter().map(|name| name.trim()).filter(|name| !name.is_empty()).peekable();
    // `$course$/top/` goes before everything; a topic of its own may be called "top".
    if names.next_if(|name| context(name)).is_some() {
        names.next_if(|name| *name == "top");
    } else if path.trim() == "top" {
        names.next();
    }
    names.collect::<Vec<_>>().join("/")
}

/// What a question says about itself, as tags; they also let a teacher filter.
pub(in crate::exchange) fn tags(question: &Question) -> Vec<String> {
    let mut tags = vec![
        format!("topic:{}", question.topic),
        format!("objective:{}", encoded(&question.objective)),
        format!("kind:{}", question.kind.name()),
        format!("level:{}", question.level.name()),
    ];
    tags.extend(question.jurisdiction.iter().map(|place| format!("jurisdiction:{}", encoded(place))));
    tags
}

/// Takes one tag into a draft; false for one that is none of ours.
pub(in crate::exchange) fn take_tag(tag: &str, draft: &mut Draft) -> bool {
    let Some((name, value)) = tag.split_once(':') else { return false };
    draft.take(name.trim(), decoded(value.trim()))
}

/// Moodle strips some characters from tags, and `]` ends one in GIFT.
const RESERVED: &str = "<>`[]\\%\n";

fn encoded(text: &str) -> String {
    let hex = |c: char| format!("%{:02X}", c as u32);
    text.chars().map(|c| if RESERVED.contains(c) { hex(c) } else { c.to_string() }).collect()
}

fn decoded(text: &str) -> String {
    RESERVED
        .chars()
        .rev()
        .fold(text.to_owned(), |text, c| {
            // `%` itself comes last, so that nothing is decoded twice.
            if c == '%' { text } else { text.replace(&format!("%{:02X}", c as u32), &c.to_string()) }
        })
        .replace("%25", "%")
}

/// The shares of full marks that Moodle knows, in percent.
const GRADES: &[(f64, &str)] = &[
    (5.0, "5"),
    (10.0, "10"),
    (100.0 / 9.0, "11.11111"),
    (12.5, "12.5"),
    (100.0 / 7.0, "14.28571"),
    (100.0 / 6.0, "16.66667"),
    (20.0, "20"),
    (25.0, "25"),
    (30.0, "30"),
    (100.0 / 3.0, "33.33333"),
    (40.0, "40"),
    (50.0, "50"),
    (60.0, "60"),
    (200.0 / 3.0, "66.66667"),
    (70.0, "70"),
    (75.0, "75"),
    (80.0, "80"),
    (250.0 / 3.0, "83.33333"),
    (90.0, "90"),
    (100.0, "100"),
];

/// What a right and what a wrong option counts, in percent: all keys together are full marks, and a person who ticks
/// everything gets nothing.
pub(in crate::exchange) fn weights(question: &Question) -> (&'static str, String) {
    if !question.has_several_keys() {
        return ("100", String::from("0"));
    }
    let share = |count: usize| {
        let least = 100.0 / count as f64 - 0.001;
        GRADES.iter().find(|(grade, _)| *grade >= least).map_or("100", |(_, text)| text)
    };
    (share(question.keys.len()), format!("-{}", share(question.distractors.len())))
}

/// Why Moodle could not hold a question, where it could not.
pub(in crate::exchange) fn beyond_limits(topic: &Topic, question: &Question) -> Option<&'static str> {
    if question.id.chars().count() > 100 {
        return Some("the id is longer than the 100 characters that Moodle stores");
    }
    (topic.title.chars().count() > 255)
        .then_some("the topic's title is longer than the 255 characters that Moodle stores")
}

/// The right options of a question that gives weights: which ones, or why that cannot be said.
pub(in crate::exchange) fn right_ones(weights: &[f64], single: bool) -> Result<Vec<bool>, &'static str> {
    if !single {
        return Ok(weights.iter().map(|&weight| weight > 0.0).collect());
    }
    let full = |&weight: &f64| weight > 99.9;
    match weights.iter().filter(|weight| full(weight)).count() {
        0 if weights.iter().any(|&weight| weight > 0.0) => Err("no option is worth full marks"),
        0 | 1 => Ok(weights.iter().map(full).collect()),
        _ => Err(
            "several options are right, each on its own; guardprep asks for all keys of a question together",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::{category, title_of};
    use crate::bank::samples;
    use crate::exchange::export::Section;
    use crate::exchange::loss::Loss;

    #[test]
    fn what_moodle_makes_of_a_topics_name_is_said() {
        for (title, path, says) in [
            ("Law / Force", "$course$/top/Law // Force", ""),
            ("Top", "$course$/top/Top", ""),
            ("top", "$course$/top/Top", "`top`"),
            ("stop", "$course$/top/stop", ""),
            ("1 < 2", "$course$/top/1 < 2", "`<`"),
        ] {
            let mut topic = samples::topic("t");
            title.clone_into(&mut topic.title);
            let mut loss = Loss::default();
            let question = samples::question("q-1", "t");
            let section = Section { topic: &topic, questions: vec![&question] };
            assert_eq!(category(&section, &mut loss), path);
            let lines = loss.lines().join("\n");
            assert_eq!(says.is_empty(), lines.is_empty(), "{title}: {lines}");
            assert!(lines.contains(says) && (says.is_empty() || lines.contains("q-1")), "{lines}");
            if title != "top" {
                assert_eq!(title_of(path), title);
            }
        }
    }
}
