//! The numbers about a whole bank: for people, and for programs.

use std::fmt::Write as _;

use serde_json::{Value, json as value};

use crate::lint::{Balance, BankMeasures, FEWEST, FEWEST_OPTIONS, Share, percent};
use crate::words::{counted, hang};

/// The report for people, at most `width` columns wide where words allow.
pub(crate) fn text(measures: &BankMeasures, width: usize) -> String {
    let mut out = String::new();
    let n = measures.judged;
    let several = measures.several_keys;
    let _ = writeln!(
        out,
        "{}, {several} of them with several right options",
        counted(measures.questions, "question")
    );
    let counts = |counts: &mut dyn Iterator<Item = (String, usize)>| {
        let listed: Vec<String> = counts
            .map(|(name, count)| format!("{name} {count} ({:.0} %)", percent(count, measures.questions)))
            .collect();
        listed.join(", ")
    };
    for (what, mut list) in mixtures(measures) {
        out.push_str(&paragraph(&format!("{what}: {}", counts(&mut list.drain(..))), width, "  "));
    }
    if n < FEWEST {
        let words = format!(
            "How the bank looks to a guesser is measured from {FEWEST} questions with one right option up, true-false \
             questions aside; here are {n}."
        );
        return out + &paragraph(&words, width, "");
    }
    out.push('\n');
    for (what, share) in [
        ("answer strictly the longest option", &measures.key_longest),
        ("answer strictly the shortest option", &measures.key_shortest),
    ] {
        let line = format!(
            "{what}: {} of {n}, {:.1} %; by chance {:.1} ± {:.1} %",
            share.count,
            percent(share.count, n),
            100.0 * share.expected / n as f64,
            200.0 * share.error / n as f64
        );
        out.push_str(&paragraph(&line, width, "  "));
    }
    let times = measures.length_ratio.exp2();
    let line = format!(
        "length of the answer against its distractors: {times:.2} times (log2 {:+.3}; 0 is even)",
        measures.length_ratio
    );
    out.push_str(&paragraph(&line, width, "  "));
    out.push('\n');
    out.push_str(&paragraph(
        "What choosing by looks alone would earn (ties shared; points over chance):",
        width,
        "",
    ));
    let widest = measures.cues.iter().map(|cue| cue.name.len()).max().unwrap_or(0);
    let _ =
        writeln!(out, "  {:widest$}  {:>6}  {:>6}  {:>6}  {:>5}", "choose", "hits", "chance", "points", "z");
    for cue in &measures.cues {
        let mark = if cue.gives_away() { "  too much" } else { "" };
        let (rate, chance, excess) = (100.0 * cue.rate, 100.0 * cue.chance, cue.excess());
        let _ = writeln!(
            out,
            "  {:widest$}  {rate:>4.1} %  {chance:>4.1} %  {excess:>+6.1}  {:>+5.1}{mark}",
            cue.name, cue.z
        );
    }
    for cue in measures.cues.iter().filter(|cue| cue.gives_away()) {
        out.push_str(&paragraph(
            &format!("{} finds, clearest first: {}", cue.name, cue.worst.join(", ")),
            width,
            "  ",
        ));
    }
    out.push('\n');
    out.push_str(&word_balance(measures, width));
    if n < 150 {
        out.push_str(&paragraph("Below 150 questions such figures are weak.", width, ""));
    }
    out
}

pub(crate) fn json(measures: &BankMeasures) -> Value {
    let share = |share: &Share| value!({"count": share.count, "expected": share.expected, "standard_error": share.error, "worst": share.worst});
    let named = |list: &[(&str, usize)]| -> Value {
        list.iter()
            .map(|(name, count)| ((*name).to_owned(), value!(count)))
            .collect::<serde_json::Map<_, _>>()
            .into()
    };
    let counts: serde_json::Map<String, Value> =
        measures.option_counts.iter().map(|(options, count)| (options.to_string(), value!(count))).collect();
    let cues: Vec<Value> = measures
        .cues
        .iter()
        .map(|cue| {
            value!({
                "name": cue.name, "summary": cue.summary, "rate": cue.rate, "chance": cue.chance,
                "excess_points": cue.excess(), "z": cue.z, "p_holm": cue.p,
                "gives_away": measures.judged >= FEWEST && cue.gives_away(), "worst": cue.worst,
            })
        })
        .collect();
    let balance: Vec<Value> = measures
        .balance
        .iter()
        .map(|balance| {
            value!({
                "name": balance.name, "class": balance.is_class, "options": balance.options,
                "keys": balance.keys, "expected": balance.expected, "ratio": balance.ratio(),
                "lopsided": balance.is_lopsided(), "found_in": balance.where_found,
            })
        })
        .collect();
    value!({
        "questions": measures.questions,
        "judged": measures.judged,
        "key_longest": share(&measures.key_longest),
        "key_shortest": share(&measures.key_shortest),
        "length_ratio_log2": measures.length_ratio,
        "option_counts": counts,
        "kinds": named(&measures.kinds),
        "levels": named(&measures.levels),
        "cues": cues,
        "word_balance": balance,
    })
}

fn mixtures(measures: &BankMeasures) -> [(&'static str, Vec<(String, usize)>); 3] {
    let named = |list: &[(&str, usize)]| {
        list.iter().filter(|(_, n)| *n > 0).map(|(name, n)| ((*name).to_owned(), *n)).collect()
    };
    let options =
        measures.option_counts.iter().map(|(options, n)| (format!("{options} options"), *n)).collect();
    [("options", options), ("kinds", named(&measures.kinds)), ("levels", named(&measures.levels))]
}

/// A paragraph with a line break at its end.
fn paragraph(text: &str, width: usize, indent: &str) -> String {
    hang("", indent, text, width) + "\n"
}

/// The classes of words with what they earn, and the single words that are lopsided.
fn word_balance(measures: &BankMeasures, width: usize) -> String {
    let mut out = paragraph(
        &format!(
            "How often options with certain words are right (from {FEWEST_OPTIONS} options up; 1.0 is chance, 0.5 to \
             1.5 is even):"
        ),
        width,
        "",
    );
    let (classes, words): (Vec<&Balance>, Vec<&Balance>) =
        measures.balance.iter().partition(|balance| balance.is_class);
    let widest = classes.iter().map(|class| class.name.len()).max().unwrap_or(0).max("words of".len());
    if !classes.is_empty() {
        let _ =
            writeln!(out, "  {:widest$}  {:>7}  {:>7}  {:>8}", "words of", "options", "answers", "x chance");
    }
    for class in classes {
        let mark = if class.is_lopsided() { "  uneven" } else { "" };
        let (name, options, keys, ratio) = (&class.name, class.options, class.keys, class.ratio());
        let _ = writeln!(out, "  {name:widest$}  {options:>7}  {keys:>7}  {ratio:>8.1}{mark}");
    }
    let lopsided: Vec<String> = words
        .iter()
        .filter(|word| word.is_lopsided())
        .map(|word| format!("{} {}/{}", word.name, word.keys, word.options))
        .collect();
    let line = match lopsided.len() {
        0 => format!("single words: {}, all of them even", words.len()),
        n => format!(
            "single words: {}, {n} of them uneven (answers/options): {}",
            words.len(),
            lopsided.join(", ")
        ),
    };
    out + &paragraph(&line, width, "  ")
}
