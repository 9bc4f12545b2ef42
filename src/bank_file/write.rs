//! A topic with its questions → text that [`super::read()`] reads back as the same bank, laid out as a person would.

use crate::bank::{Question, Topic};
use crate::words::{Block, FENCE, blocks, tidy};

/// Where the lines of a stem are broken.
const WIDTH: usize = 110;

/// Writes a bank file.
pub(crate) fn write(topic: &Topic, questions: &[&Question]) -> String {
    let mut file = File(format!("schema = {}\n", super::SCHEMA));
    file.header("[topic]");
    file.key("id", &quoted(&topic.id));
    file.key("title", &quoted(&topic.title));
    file.key("summary", &quoted(&topic.summary));
    for objective in &topic.objectives {
        file.header("[[objective]]");
        file.key("id", &quoted(&objective.id));
        file.key("text", &quoted(&objective.text));
    }
    for question in questions {
        file.question(question);
    }
    file.0
}

struct File(String);

impl File {
    fn header(&mut self, name: &str) {
        self.0.push('\n');
        self.0.push_str(name);
        self.0.push('\n');
    }

    fn key(&mut self, key: &str, value: &str) {
        self.0.push_str(key);
        self.0.push_str(" = ");
        self.0.push_str(value);
        self.0.push('\n');
    }

    /// A key that is left out where there is nothing to say.
    fn optional(&mut self, key: &str, text: &str) {
        if !text.is_empty() {
            self.key(key, &prose(text));
        }
    }

    fn question(&mut self, question: &Question) {
        use crate::bank::Named;
        self.header("[[question]]");
        self.key("id", &quoted(&question.id));
        self.key("objective", &quoted(&question.objective));
        self.key("kind", &quoted(question.kind.name()));
        self.key("level", &quoted(question.level.name()));
        self.key("stem", &prose(&question.stem));
        match &question.keys[..] {
            [key] => self.key("answer", &quoted(key)),
            keys => self.key("answers", &list(keys.iter().map(|key| quoted(key)))),
        }
        let distractors = question.distractors.iter().map(|distractor| {
            let text = quoted(&distractor.text);
            match distractor.why.as_str() {
                "" => format!("{{ text = {text} }}"),
                why => format!("{{ text = {text}, why = {} }}", quoted(why)),
            }
        });
        self.key("distractors", &list(distractors));
        self.optional("explanation", &question.explanation);
        self.optional("source", &question.source);
        if let Some(place) = &question.jurisdiction {
            self.key("jurisdiction", &quoted(place));
        }
        if !question.order.is_empty() {
            self.key("order", &list(question.order.iter().map(|text| quoted(text))));
        }
        if !question.allow.is_empty() {
            let entries =
                question.allow.iter().map(|allow| quoted(&format!("{}: {}", allow.rule, allow.reason)));
            self.key("allow", &list(entries));
        }
    }
}

/// A list, one entry a line.
fn list(entries: impl Iterator<Item = String>) -> String {
    let lines: Vec<String> = entries.map(|entry| format!("  {entry},\n")).collect();
    format!("[\n{}]", lines.concat())
}

/// A text on one line. The reader takes a blank line for a new paragraph, and leaves code as it is.
fn quoted(text: &str) -> String {
    let block = |block: &Block<'_>| match block {
        Block::Paragraph(paragraph) => escaped(paragraph),
        Block::Code(lines) => {
            escaped(&format!("{FENCE}\n{}\n{FENCE}", lines.join("\n"))).replace('\n', "\\n")
        }
    };
    format!("\"{}\"", blocks(text).iter().map(block).collect::<Vec<_>>().join("\\n\\n"))
}

/// A text that may be long: broken into lines, which the reader joins again.
fn prose(text: &str) -> String {
    let on_one_line = quoted(text);
    if on_one_line.chars().count() <= WIDTH && !text.contains('\n') {
        return on_one_line;
    }
    // Between three quotation marks single ones may stand as they are, but not before the closing three.
    let plain = |paragraph: &str| {
        let text = escaped(paragraph);
        if text.contains("\\\"\\\"") || text.ends_with('"') { text } else { text.replace("\\\"", "\"") }
    };
    let (mut kept, mut laid_out, mut end) = (vec![], vec![], "");
    for block in blocks(text) {
        match block {
            Block::Paragraph(paragraph) => {
                let paragraph = plain(paragraph);
                laid_out.push(wrapped(&paragraph));
                kept.push(paragraph);
                end = "";
            }
            Block::Code(lines) => {
                let lines: Vec<String> = lines.iter().map(|line| plain(line)).collect();
                let code = format!("{FENCE}\n{}\n{FENCE}", lines.join("\n"));
                laid_out.push(code.clone());
                kept.push(code);
                end = "\n";
            }
        }
    }
    let laid_out = laid_out.join("\n\n");
    // A word may say something else in a line of its own: a fence begins code, an unusual blank a paragraph.
    if tidy(&laid_out) != kept.join("\n") {
        return on_one_line;
    }
    format!("\"\"\"\n{laid_out}{end}\"\"\"")
}

/// Characters that mean something in a text in double quotes, one or three, as what stands for them.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\\' => escaped.push_str("\\\\"),
            '"' => escaped.push_str("\\\""),
            '\n' => escaped.push('\n'),
            c if c.is_control() => escaped.push_str(&unicode(c)),
            c => escaped.push(c),
        }
    }
    escaped
}

/// `\u001B`.
fn unicode(c: char) -> String {
    format!("\\u{:04X}", c as u32)
}

fn wrapped(text: &str) -> String {
    let mut lines: Vec<String> = vec![String::new()];
    let mut width = 0;
    for word in text.split(' ') {
        let length = word.chars().count();
        let last = lines.len() - 1;
        if width > 0 && width + 1 + length > WIDTH {
            lines.push(word.to_owned());
            width = length;
            continue;
        }
        if width > 0 {
            lines[last].push(' ');
            width += 1;
        }
        lines[last].push_str(word);
        width += length;
    }
    lines.join("\n")
}
