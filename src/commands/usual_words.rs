//! Words that people type where a command is expected, from other programs and from habit, and what is done with them.

/// What is done with a word that is no command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Usual {
    /// It is another name of this command.
    Means(&'static str),
    /// It is another name of the menu.
    Menu,
    /// It is answered with what does it: what to type, and what that does.
    Says(&'static [(&'static str, &'static str)]),
}

use Usual::{Means, Menu, Says};

const WORDS: &[(&[&str], Usual)] = &[
    (&["practice", "practise", "train", "drill", "questions"], Means("quiz")),
    (&["test", "mock", "mock-exam"], Means("exam")),
    (&["stats", "statistics", "score", "scores", "status", "readiness", "results"], Means("progress")),
    (&["continue"], Means("resume")),
    (&["topic", "list"], Means("topics")),
    (&["menu", "start", "begin", "home"], Menu),
    (&["missed", "wrong", "mistakes"], Means("review")),
    (
        &["search", "find"],
        Says(&[("guardprep review --all WORDS", "reads whatever the questions say of them")]),
    ),
    (&["weak"], Says(&[("guardprep quiz --weak", "asks what is shaky")])),
    (&["flagged", "flags"], Says(&[("guardprep quiz --flagged", "asks what you flagged")])),
    (&["unseen"], Says(&[("guardprep quiz --new", "asks what you have not seen")])),
    (
        &["history"],
        Says(&[
            ("guardprep progress", "says how you are doing"),
            ("guardprep exam --review", "shows your last exam again"),
        ]),
    ),
    (&["reset", "restart"], Says(&[("guardprep progress reset", "starts over")])),
    (&["merge"], Says(&[("guardprep progress merge FILE", "joins the progress of another computer")])),
    (&["backup"], Says(&[("guardprep progress backup FILE", "copies your progress")])),
    (
        &["settings", "config", "options"],
        Says(&[("guardprep --help", "lists the options; nothing is set up")]),
    ),
    (&["version"], Says(&[("guardprep --version", "says which one this is")])),
    (
        &["quit", "exit", "q", "stop"],
        Says(&[("guardprep resume", "goes on; while a question is open, q stops")]),
    ),
];

/// The other names of commands: command, name.
pub(crate) fn aliases() -> impl Iterator<Item = (&'static str, &'static str)> {
    WORDS.iter().flat_map(|(words, usual)| {
        let command = if let Means(command) = usual { Some(*command) } else { None };
        words.iter().filter_map(move |word| Some((command?, *word)))
    })
}

/// What is done with a word, if it is a usual one.
pub(crate) fn usual(word: &str) -> Option<Usual> {
    let word = word.to_lowercase();
    WORDS.iter().find(|(words, _)| words.contains(&word.as_str())).map(|(_, usual)| *usual)
}

#[cfg(test)]
pub(crate) fn all() -> impl Iterator<Item = (&'static str, Usual)> {
    WORDS.iter().flat_map(|(words, usual)| words.iter().map(|word| (*word, *usual)))
}
