//! A study plan in sentences: what is left to do, how much a day that makes, and whether it fits.

use jiff::civil::Date;

use super::Ahead;
use crate::progress::{Pacing, StudyPlan, USUAL_SHARE};
use crate::words::counted;

/// A date as people say it: `Friday, December 11, 2026`.
pub(crate) fn day(date: Date) -> String {
    date.strftime("%A, %B %-d, %Y").to_string()
}

/// The sentences about a plan, one a line.
pub(crate) fn plan_lines(ahead: &Ahead) -> Vec<String> {
    let pacing = &ahead.pacing;
    let mut lines = vec![exam(ahead)];
    if let (Some(minutes), Some(possible)) = (ahead.minutes, pacing.possible) {
        let own = if pacing.pace.is_own { ", as it took you lately" } else { "" };
        lines.push(format!(
            "{} a day are enough for {}, at {} seconds each with its explanation{own}.",
            counted(minutes as usize, "minute"),
            counted(possible, "answer"),
            pacing.pace.millis.div_ceil(1_000),
        ));
    }
    if pacing.days == Some(0) {
        return lines;
    }
    lines.push(needed(pacing));
    if let Some(per_day) = pacing.per_day.filter(|_| pacing.needed() > 0) {
        lines.push(format!("That makes {per_day} a day, about {}.", time(pacing.minutes(per_day))));
    }
    lines.extend(fit(pacing));
    if pacing.days.is_none() {
        let share = match pacing.possible {
            Some(_) => counted(pacing.share, "question"),
            None => format!("{USUAL_SHARE} questions"),
        };
        lines.push(format!("Without a date, guardprep study asks {share} a day."));
    }
    lines
}

fn exam(ahead: &Ahead) -> String {
    let title = ahead.title.as_deref().unwrap_or("a mock exam of all topics");
    let pacing = &ahead.pacing;
    match (ahead.exam, pacing.over) {
        (None, _) => format!("Exam: {title}. No date is set."),
        (Some(date), Some(days)) => {
            let ago = if days == 1 { String::from("yesterday") } else { format!("{days} days ago") };
            format!("Exam: {title}. It was on {}, {ago}.", day(date))
        }
        (Some(date), None) => {
            let when = match pacing.days {
                Some(0) => String::from("today"),
                Some(1) => String::from("tomorrow"),
                days => format!("in {} days", days.unwrap_or(0)),
            };
            format!("Exam: {title}, on {}: {when}.", day(date))
        }
    }
}

fn needed(pacing: &Pacing) -> String {
    let needed = pacing.needed();
    if needed == 0 {
        return format!(
            "Nothing is left to do: every one of the {} came, and will be remembered.",
            counted(pacing.questions, "question")
        );
    }
    let mut sentences = vec![format!("Still needed: {}.", counted(needed, "answer"))];
    match (pacing.unseen, pacing.later) {
        (0, _) => {}
        (unseen, 0) => sentences.push(format!("{} never came.", counted(unseen, "question"))),
        (unseen, later) => sentences.push(format!(
            "{} never came, and about {later} of these will have to come again before the exam.",
            counted(unseen, "question")
        )),
    }
    if pacing.fading > 0 {
        let fading = counted(pacing.fading, "question");
        sentences.push(if pacing.days.is_some() {
            format!("{fading} that came will be forgotten by then, unless they come again.")
        } else {
            format!("{fading} that came are likely to be forgotten by now.")
        });
    }
    sentences.join(" ")
}

/// Whether the minutes are enough.
fn fit(pacing: &Pacing) -> Option<String> {
    let (possible, days) = (pacing.possible?, pacing.days?);
    if pacing.over.is_some() || pacing.needed() == 0 {
        return None;
    }
    let come = (possible * days).min(pacing.unseen);
    Some(match (pacing.fits()?, pacing.fits_once()?) {
        (true, _) => String::from("It fits."),
        (false, true) => String::from(
            "It does not fit: every question comes at least once, but not everything that fades comes again.",
        ),
        (false, false) => format!(
            "It does not fit: {come} of the {} will come. Your weakest topics come first, so these count most.",
            counted(pacing.unseen, "new question")
        ),
    })
}

/// `36 minutes`, `2 hours`, `1 hour 5 minutes`.
fn time(minutes: u64) -> String {
    let (hours, rest) = ((minutes / 60) as usize, (minutes % 60) as usize);
    match (hours, rest) {
        (0, rest) => counted(rest, "minute"),
        (hours, 0) => counted(hours, "hour"),
        (hours, rest) => format!("{} {}", counted(hours, "hour"), counted(rest, "minute")),
    }
}

/// What a person can do about a plan: commands, and what they are good for. `later` is a date by which it would fit.
pub(crate) fn plan_choices(ahead: &Ahead, later: Option<Date>) -> Vec<(String, String)> {
    let pacing = &ahead.pacing;
    let mut choices = vec![];
    let mut can = |command: String, what: &str| choices.push((command, what.to_owned()));
    if pacing.days == Some(0) && pacing.over.is_none() {
        can(String::from("guardprep review --missed"), "once more over what was wrong");
        can(String::from("guardprep study"), "what is most likely forgotten");
        return choices;
    }
    if ahead.exam.is_none() || pacing.over.is_some() {
        can(String::from("guardprep plan --exam DATE"), "such as 2026-12-31 or Dec 31");
    } else if pacing.fits() == Some(false) {
        let mut longer = |answers: Option<usize>, what: &str| {
            let minutes = answers.map(|answers| pacing.minutes(answers));
            if let Some(minutes) = minutes.filter(|minutes| *minutes <= StudyPlan::MOST_MINUTES.into()) {
                can(format!("guardprep plan --minutes {minutes}"), what);
            }
        };
        longer(
            pacing.per_day_once.filter(|_| pacing.fits_once() == Some(false)),
            "every question comes once",
        );
        longer(pacing.per_day, "all of it fits");
        if let Some(date) = later {
            can(format!("guardprep plan --exam {date}"), "all of it fits by then");
        }
    } else if ahead.minutes.is_none() {
        can(String::from("guardprep plan --minutes N"), "whether it fits into your day");
    }
    if ahead.title.is_none() {
        can(String::from("guardprep plan --profile NAME"), "which exam (guardprep exam --list)");
    }
    if pacing.over.is_some() {
        can(String::from("guardprep plan --off"), "forget it");
    } else {
        can(String::from("guardprep study"), "what to do today");
    }
    choices
}
