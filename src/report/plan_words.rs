//! A study plan in sentences: what is left to do, how much a day that makes, and whether it fits.

use jiff::civil::Date;

use super::Ahead;
use super::last_day::{exam_day, last_choices, last_evening};
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
    lines.extend(
        ahead
            .counted()
            .map(|counted| format!("{counted} of the {} questions here are for this exam.", ahead.in_banks)),
    );
    if pacing.is_exam_day() {
        lines.push(exam_day(pacing));
        return lines;
    }
    if pacing.is_last_evening() {
        lines.push(last_evening(pacing));
        lines.extend(optional(ahead));
        return lines;
    }
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
        lines.push(a_day(pacing, per_day));
    }
    lines.extend(fit(pacing));
    lines.extend(optional(ahead));
    lines.extend(study_order(pacing, 0));
    if pacing.days.is_none() {
        let share = match pacing.possible {
            Some(_) => counted(pacing.share, "question"),
            None => format!("{USUAL_SHARE} questions"),
        };
        lines.push(format!("Without a date, a day of study has {share}."));
    }
    lines
}

/// The exam, its place and its date.
fn exam(ahead: &Ahead) -> String {
    let title = match (&ahead.title, &ahead.place) {
        (Some(title), Some(place)) => format!("{title} ({place})"),
        (Some(title), None) => title.clone(),
        (None, _) => String::from("a mock exam of all topics"),
    };
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
    let mut sentences =
        vec![format!("Still needed: {}{}.", counted(needed, "answer"), since_this_morning(pacing))];
    if pacing.missed_today > 0 {
        sentences.push(format!(
            "Of today's {}, {} wrong or a guess: what was missed comes again.",
            counted(pacing.done, "answer"),
            if pacing.missed_today == 1 {
                String::from("1 was")
            } else {
                format!("{} were", pacing.missed_today)
            }
        ));
    }
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

/// How what is needed compares to this morning, once something was answered.
fn since_this_morning(pacing: &Pacing) -> String {
    match (pacing.needed(), pacing.this_morning) {
        _ if pacing.done == 0 => String::new(),
        (now, morning) if now > morning => format!(", {} more than this morning", now - morning),
        (now, morning) if now < morning => format!(", {} fewer than this morning", morning - now),
        _ => String::from(", as many as this morning"),
    }
}

/// How much of what is needed that makes for each day, and what of it is done.
fn a_day(pacing: &Pacing, per_day: usize) -> String {
    let about = time(pacing.minutes(per_day));
    let after = match pacing.days.map_or(0, |days| days.saturating_sub(1)) {
        0 | 1 => format!("For tomorrow that makes {per_day}, about {about}."),
        n => format!("For the {n} days after today that makes {per_day} a day, about {about}."),
    };
    match (pacing.done, pacing.left_today()) {
        (0, _) => format!("That makes {per_day} a day, about {about}."),
        (_, 0) => format!("Today's share of {} is done. {after}", pacing.share),
        (done, left) => {
            format!("Of today's share of {}, {done} are done and {left} are left. {after}", pacing.share)
        }
    }
}

/// What is left is optional, where the chance is high without it.
fn optional(ahead: &Ahead) -> Option<String> {
    let chance = ahead.high_chance().filter(|_| ahead.pacing.needed() > 0)?;
    Some(format!("You are ready ({chance}): the rest is optional."))
}

/// When what was missed comes again, while `now` new questions are asked and others are left for later.
pub(crate) fn study_order(pacing: &Pacing, now: usize) -> Option<String> {
    if pacing.unseen <= now || pacing.over.is_some() || pacing.is_last() {
        return None;
    }
    Some(match pacing.new_until {
        Some(date) => format!(
            "New questions come until about {}. What you missed comes back after that, or any time: \
             guardprep quiz --missed",
            date.strftime("%A, %B %-d")
        ),
        None => String::from(
            "New questions come every day until the exam. What you missed comes back when you ask for it: \
             guardprep quiz --missed",
        ),
    })
}

/// Whether the minutes are enough.
fn fit(pacing: &Pacing) -> Option<String> {
    let possible = pacing.possible_until()?;
    if pacing.over.is_some() || pacing.needed() == 0 {
        return None;
    }
    let come = possible.min(pacing.unseen);
    Some(match (pacing.fits()?, pacing.fits_once()?) {
        (true, _) => String::from("It fits."),
        (false, true) => String::from(
            "It does not fit: every question comes at least once, but not everything that fades comes again.",
        ),
        (false, false) => format!(
            "It does not fit: about {come} of the {} will come. Your weakest topics come first, so these count most.",
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
    if pacing.is_last() {
        if pacing.left_today() > 0 {
            can(String::from("guardprep study"), "what to do today");
        }
        for (command, what) in last_choices(ahead) {
            can(command, what);
        }
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
