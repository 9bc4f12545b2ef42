//! What to type next.

/// Commands with what they are good for, a row each. A command is never broken: if the descriptions do not fit beside
/// them, they are left out, and if a command does not fit after `Next:`, it gets its own row.
pub(crate) fn next_steps(choices: &[(impl AsRef<str>, impl AsRef<str>)], width: usize) -> String {
    let rows = || choices.iter().map(|(command, what)| (command.as_ref(), what.as_ref()));
    let longest = rows().map(|(command, _)| command.len()).max().unwrap_or(0);
    let beside = "Next:  ".len();
    let room = rows().all(|(_, what)| beside + longest + 2 + what.len() <= width);
    let (first, other) = if beside + longest <= width { ("Next:  ", "       ") } else { ("Next:\n  ", "  ") };
    let row = |(at, (command, what)): (usize, (&str, &str))| {
        let lead = if at == 0 { first } else { other };
        if room { format!("{lead}{command:longest$}  {what}") } else { format!("{lead}{command}") }
    };
    rows().enumerate().map(row).collect::<Vec<_>>().join("\n")
}
