//! One and many: counts, spans of time, lists of numbers.

/// `1 question`, `2 questions`: nouns that take an s.
pub(crate) fn counted(n: usize, noun: &str) -> String {
    format!("{n} {noun}{}", if n == 1 { "" } else { "s" })
}

/// `1 hour 15 minutes`, `41 minutes`, `50 seconds`: as exact as matters.
pub(crate) fn duration(millis: u64) -> String {
    let seconds = (millis + 500) / 1_000;
    let unit = |n: u64, noun: &str| (n > 0).then(|| counted(n as usize, noun));
    let parts = match seconds {
        0..60 => return counted(seconds as usize, "second"),
        60..600 => [unit(seconds / 60, "minute"), unit(seconds % 60, "second")],
        _ => [unit(seconds / 3_600, "hour"), unit(seconds % 3_600 / 60, "minute")],
    };
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Numbers as a person counts questions, three or more in a row as one: `3, 9-12 and 17`.
pub(crate) fn numbers(places: &[usize]) -> String {
    let mut runs: Vec<(usize, usize)> = vec![];
    for number in places.iter().map(|place| place + 1) {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => runs.push((number, number)),
        }
    }
    let names: Vec<String> = runs
        .into_iter()
        .flat_map(|(first, last)| match last - first {
            0 => vec![first.to_string()],
            1 => vec![first.to_string(), last.to_string()],
            _ => vec![format!("{first}-{last}")],
        })
        .collect();
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => names.concat(),
    }
}
