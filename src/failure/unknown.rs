//! The words for a name that means nothing, or too much.

use super::Thing;
use super::say::{Words, say};
use crate::progress::NoDate;
use crate::words::nearest;

pub(super) fn unknown(what: Thing, name: &str, known: &[String]) -> Words {
    let (noun, list) = match what {
        Thing::Question => (
            "question",
            String::from("`guardprep review` prints the ids, and `guardprep review --all WORDS` searches"),
        ),
        Thing::Topic => ("topic", String::from("`guardprep topics` lists them")),
        Thing::Objective => {
            ("objective", String::from("`guardprep topics TOPIC` lists the objectives of a topic"))
        }
        Thing::Jurisdiction if known.is_empty() => ("jurisdiction", String::from("the banks have none")),
        Thing::Jurisdiction => ("jurisdiction", format!("the banks have {}", known.join(", "))),
        Thing::Profile => ("exam profile", String::from("`guardprep exam --list` shows them")),
        Thing::Rule => ("rule", String::from("`guardprep check --list` names them")),
    };
    let words = say(format!("there is no {noun} \"{name}\""));
    let near: Vec<String> =
        nearest(name, known.iter().map(String::as_str)).into_iter().map(ToOwned::to_owned).collect();
    if near.is_empty() { words.hint(list) } else { words.hint(did_you_mean(&near)).hint(list) }
}

pub(super) fn did_you_mean(near: &[String]) -> String {
    format!("did you mean {}?", near.join(" or "))
}

/// What fits, each as it is typed and as it is called.
pub(super) fn several(what: Thing, typed: &str, by_name: bool, fit: &[(String, String)]) -> Words {
    let message = match what {
        _ if !by_name => format!("no topic is called \"{typed}\", but questions of these have it"),
        Thing::Profile => format!("\"{typed}\" fits {} exam profiles; type the name of one", fit.len()),
        _ => format!("\"{typed}\" fits {} topics; type the name of one", fit.len()),
    };
    let longest = fit.iter().map(|(id, _)| id.len()).max().unwrap_or(0);
    fit.iter().fold(say(message), |words, (id, title)| words.hint(format!("{id:longest$}  {title}")))
}

pub(super) fn no_date(typed: &str, why: &NoDate) -> Words {
    match why {
        NoDate::Unreadable => {
            say(format!("\"{typed}\" is no date")).hint("type it as 2026-12-31 or as Dec 31, or in 3 weeks")
        }
        NoDate::TwoWays(one, other) => {
            say(format!("\"{typed}\" can be read in two ways")).hint(format!("type {one} or {other}"))
        }
        NoDate::Over(date) => say(format!("{date} is over"))
            .hint("type a date that is still to come; `guardprep plan --off` forgets the one that is set"),
    }
}

pub(super) fn not_a_topic(what: &str, id: &str) -> Words {
    let words = say(format!("\"{id}\" is {what} and no topic"));
    match what {
        "an objective" => words.hint(format!("its questions: guardprep quiz --objective {id}")),
        _ => words.hint(format!("to read it with its answer: guardprep show {id}")),
    }
}
