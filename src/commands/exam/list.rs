//! `guardprep exam --list`: the exams whose format can be copied.

use serde_json::{Value, json};

use crate::bank::Named;
use crate::context::{Context, Stream};
use crate::exam::{Confidence, PaperProfile, PassRule, Profile, Profiles};
use crate::failure::{Exit, Failure};
use crate::library;
use crate::terminal::view::exam::figures;
use crate::words::{hang, wrap};

pub(super) fn run(as_json: bool, context: &Context) -> Result<Exit, Failure> {
    let profiles = library::profiles(context)?;
    if as_json {
        context.print(Stream::Out, &document(&profiles).to_string())?;
        return Ok(Exit::Done);
    }
    context.read_through(&|width| text(&profiles, width).split("\n\n").map(ToOwned::to_owned).collect())
}

fn text(profiles: &Profiles, width: usize) -> String {
    let mut blocks = vec![wrap(
        "What is known of real exams. Their format can be copied; the questions are guardprep's own.",
        width,
    )];
    for profile in &profiles.all {
        let said = [
            format!("{}, {}", profile.title, profile.place),
            figures(profile),
            format!("{}, {}: {}", profile.confidence.name(), profile.year, profile.source),
        ];
        blocks.push(String::new());
        blocks.push(profile.id.clone());
        blocks.extend(said.iter().map(|line| hang("  ", "    ", line, width)));
    }
    blocks.push(String::new());
    for confidence in Confidence::ALL {
        let line = format!("{}: {}", confidence.name(), confidence.summary());
        blocks.push(hang("", "  ", &line, width));
    }
    blocks.push(String::from("\nTake one:  guardprep exam PROFILE"));
    blocks.join("\n")
}

fn document(profiles: &Profiles) -> Value {
    json!({ "schema": 1, "profiles": profiles.all.iter().map(profile).collect::<Vec<_>>() })
}

fn profile(profile: &Profile) -> Value {
    json!({
        "id": profile.id, "title": profile.title, "place": profile.place, "questions": profile.questions(),
        "minutes": profile.minutes(), "time": profile.time.name(), "options": profile.options,
        "true_false_percent": profile.true_false_percent, "open_book": profile.open_book,
        "jurisdictions": profile.jurisdictions, "source": profile.source, "year": profile.year,
        "confidence": profile.confidence.name(), "also_covers": profile.also_covers, "note": profile.note,
        "papers": profile.papers.iter().map(paper).collect::<Vec<_>>(),
    })
}

fn paper(paper: &PaperProfile) -> Value {
    let pass = paper.pass.map(|rule| match rule {
        PassRule::Minimum(minimum) => json!({ "minimum": minimum }),
        PassRule::Percent(percent, rounding) => json!({ "percent": percent, "rounding": rounding.name() }),
        PassRule::Both(minimum, percent, rounding) => {
            json!({ "minimum": minimum, "percent": percent, "rounding": rounding.name() })
        }
        PassRule::AllCorrect => json!({ "mastery": "all-correct" }),
        PassRule::ReviewUntilRight => json!({ "mastery": "review-until-right" }),
    });
    json!({
        "title": paper.title, "questions": paper.questions, "minutes": paper.minutes, "pass": pass,
        "topics": paper.topics,
    })
}
