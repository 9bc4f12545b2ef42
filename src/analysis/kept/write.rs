//! Statistics as TOML that [`super::read_statistics()`] reads back. What people look for stands first.

use std::fmt::Write as _;

use super::read::SCHEMA;
use super::statistics::Statistics;

const HEAD: &str = "# What classes showed about questions; `guardprep analyze --write-stats` adds the next class.
# [[question]] is for reading and is made from [[class]], which holds sums over its students:
# asked, right, rest (right answers to the other questions), rest-squares, right-rest (rest of those who were right).
# Discrimination is the correlation of being right with the rest; of several classes it is the mean of Fisher's z,
# weighted with the number of students less 3.
";

pub(crate) fn write_statistics(statistics: &Statistics) -> String {
    let mut out = format!("{HEAD}schema = {SCHEMA}\n");
    for id in statistics.ids() {
        let Some(figures) = statistics.of_last_key(id) else { continue };
        let _ = write!(
            out,
            "\n[[question]]\nid = {}\nanswers = {}\nfacility = {:.4}\n",
            quoted(id),
            figures.asked,
            figures.facility
        );
        if let Some(r) = figures.discrimination {
            // No minus before zero.
            let _ = writeln!(out, "discrimination = {:.4}", (r * 1e4).round() / 1e4 + 0.0);
        }
    }
    for class in &statistics.classes {
        let _ = write!(out, "\n[[class]]\nid = \"{}\"\nstudents = {}\n", class.id, class.students);
        for question in &class.questions {
            let sums = &question.sums;
            let _ = write!(
                out,
                "\n[[class.question]]\nid = {}\nkey = \"{}\"\ncomparable = {}\nasked = {}\nright = {}\nrest = {}\n\
                 rest-squares = {}\nright-rest = {}\nblank = {}\nblank-rest = {}\n",
                quoted(&question.id),
                question.key,
                question.common,
                sums.n,
                sums.right,
                sums.rest,
                sums.rest_squares,
                sums.right_rest,
                sums.blank.n,
                sums.blank.rest,
            );
            for (option, chosen) in question.options.iter().zip(&sums.options) {
                let key = if option.key { ", key = true" } else { "" };
                let text = quoted(&option.text);
                let start = if out.ends_with("},\n") { "" } else { "options = [\n" };
                let _ = writeln!(
                    out,
                    "{start}  {{ text = {text}, chosen = {}, rest = {}{key} }},",
                    chosen.n, chosen.rest
                );
            }
            if !question.options.is_empty() {
                out += "]\n";
            }
        }
    }
    out
}

/// A text in quotation marks.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out += "\\n",
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
