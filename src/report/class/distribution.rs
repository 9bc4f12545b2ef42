//! How many students have which score, as a picture and in words.

use crate::words::counted;

/// The most rows of the picture.
const MOST_ROWS: usize = 16;

/// Scores from, to, and how many students have one of them. Scores below the lowest and above the highest are left out.
pub(super) fn bins(distribution: &[usize]) -> Vec<(usize, usize, usize)> {
    let Some(low) = distribution.iter().position(|count| *count > 0) else { return vec![] };
    let high = distribution.iter().rposition(|count| *count > 0).unwrap_or(low);
    let size = (high - low + 1).div_ceil(MOST_ROWS);
    // Bins begin at a multiple of their size, so that two classes can be compared.
    let start = low / size * size;
    (start..=high)
        .step_by(size)
        .map(|from| {
            let to = (from + size - 1).min(distribution.len() - 1);
            (from, to, distribution[from..=to].iter().sum())
        })
        .collect()
}

pub(super) fn picture(distribution: &[usize], width: usize) -> String {
    let bins = bins(distribution);
    let label = |from: usize, to: usize| if from == to { from.to_string() } else { format!("{from}-{to}") };
    let widest = bins.iter().map(|(from, to, _)| label(*from, *to).len()).max().unwrap_or(0);
    let most = bins.iter().map(|(_, _, count)| *count).max().unwrap_or(0);
    let room = width.saturating_sub(widest + 10).clamp(5, 50);
    let row = |(from, to, count): &(usize, usize, usize)| {
        // Somebody is always seen.
        let bar = if most <= room { *count } else { (count * room).div_ceil(most) };
        let count = if *count == 0 { String::new() } else { format!(" {count}") };
        format!("  {:>widest$} |{}{count}", label(*from, *to), "#".repeat(bar)).trim_end().to_owned()
    };
    bins.iter().map(row).collect::<Vec<_>>().join("\n")
}

pub(super) fn sentences(distribution: &[usize]) -> String {
    let row = |(from, to, count): &(usize, usize, usize)| {
        let scores = if from == to { format!("{from} right") } else { format!("{from} to {to} right") };
        format!("{scores}: {}", counted(*count, "student"))
    };
    bins(distribution).iter().map(row).collect::<Vec<_>>().join("\n")
}
