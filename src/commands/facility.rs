//! `--facility`: only questions of which so many answers were right in class.

use std::ops::RangeInclusive;
use std::path::PathBuf;

use crate::analysis::Shown;
use crate::bank::Question;
use crate::context::Context;
use crate::failure::{ClassFailure, Failure};
use crate::library;
use crate::words::counted;

/// The options of `export` and `exam` that select by what classes showed.
#[derive(Clone, Debug, Default, clap::Args)]
pub(super) struct ByFacility {
    /// Only questions of which this share of the answers was right in class, such as 0.4..0.8, 40%..80% or ..0.5
    #[arg(long, value_name = "FROM..TO", value_parser = range, requires = "stats")]
    facility: Option<RangeInclusive<f64>>,

    /// What classes showed, as `analyze --write-stats` writes it
    #[arg(long, value_name = "FILE", requires = "facility")]
    stats: Option<PathBuf>,
}

impl ByFacility {
    /// The candidates with this facility, and a note about those that are left out; all of them where none is asked for.
    pub(super) fn choose<'b>(
        &self,
        context: &Context,
        candidates: Vec<&'b Question>,
    ) -> Result<Vec<&'b Question>, Failure> {
        let (Some(wanted), Some(path)) = (&self.facility, &self.stats) else { return Ok(candidates) };
        let statistics = library::statistics(context, path)?;
        let (mut chosen, mut others) = (vec![], [0; 3]);
        for question in candidates {
            match statistics.of(question) {
                Shown::Figures(figures) if wanted.contains(&figures.facility) => chosen.push(question),
                Shown::Figures(_) => others[0] += 1,
                Shown::Nothing => others[1] += 1,
                Shown::OtherKey => others[2] += 1,
            }
        }
        let facility = format!("{:.2} to {:.2}", wanted.start(), wanted.end());
        if chosen.is_empty() {
            return Err(Failure::Class(ClassFailure::NoneSoEasy { facility, others }));
        }
        let left_out: Vec<String> = [
            (others[0], "other facility"),
            (others[1], "asked in no class"),
            (others[2], "other right answer since"),
        ]
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, why)| format!("{count} ({why})"))
        .collect();
        let left_out =
            if left_out.is_empty() { String::new() } else { format!("; left out: {}", left_out.join(", ")) };
        context.note(&format!("facility {facility}: {}{left_out}", counted(chosen.len(), "question")))?;
        Ok(chosen)
    }
}

/// Two shares with two dots between them; one may be missing.
fn range(text: &str) -> Result<RangeInclusive<f64>, String> {
    const WANTED: &str =
        "give two shares from 0 to 1 with two dots between them, such as 0.4..0.8, 40%..80%, ..0.5";
    let share = |text: &str, missing: f64| match text.trim() {
        "" => Some(missing),
        text => {
            let (number, hundred) = text.strip_suffix('%').map_or((text, 1.0), |number| (number, 100.0));
            Some(number.trim().parse::<f64>().ok()? / hundred).filter(|share| (0.0..=1.0).contains(share))
        }
    };
    let (from, to) = text.split_once("..").filter(|_| text.trim() != "..").ok_or(WANTED)?;
    let (from, to) = (share(from, 0.0).ok_or(WANTED)?, share(to, 1.0).ok_or(WANTED)?);
    if from > to { Err(String::from(WANTED)) } else { Ok(from..=to) }
}

#[cfg(test)]
mod tests {
    use super::range;

    #[test]
    fn a_range_of_facility_is_read_as_people_write_it() {
        for text in ["0.4..0.8", "40%..80%", " .4 .. 80% "] {
            assert_eq!(range(text), Ok(0.4..=0.8), "{text}");
        }
        assert_eq!(range("..0.5"), Ok(0.0..=0.5));
        assert_eq!(range("0.5.."), Ok(0.5..=1.0));
        for text in ["", "..", "0.8..0.4", "40..80", "0.4-0.8", "a..b", "NaN..1", "0.4..1.2", "-0.1..1"] {
            assert!(range(text).is_err(), "{text}");
        }
    }
}
