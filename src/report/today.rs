//! What is to be done today, in a sentence or two.

use super::Ahead;
use crate::words::counted;

/// How today's share stands, and the way to the exam; the last sentence ends with what to type.
pub(crate) fn today_line(ahead: &Ahead) -> String {
    let pacing = &ahead.pacing;
    let done = match (pacing.done, pacing.share, pacing.left_today()) {
        (0, share, 1..) => format!("Today: {}", counted(share, "question")),
        (done, share, 1..) => format!("Today: {done} of {} answered", counted(share, "question")),
        (done, _, 0) => format!("Done for today: {} answered", counted(done, "question")),
    };
    let exam = match (pacing.days, pacing.over) {
        (_, Some(days)) => {
            let ago = if days == 1 { String::from("yesterday") } else { format!("{days} days ago") };
            return format!("The exam was {ago}. For another date: guardprep plan --exam DATE");
        }
        (Some(0), None) if pacing.left_today() > 0 => String::from("The exam is today."),
        (Some(0), None) => {
            return match pacing.missed {
                0 => String::from("The exam is today."),
                _ => String::from(
                    "The exam is today. What you got wrong, once more: guardprep review --missed",
                ),
            };
        }
        (Some(days), None) => {
            let when = if days == 1 { String::from("tomorrow") } else { format!("in {days} days") };
            match pacing.needed() {
                // The evening before: what is not done now stays undone, and a number helps nobody.
                _ if days == 1 && pacing.left_today() > 0 => String::from("The exam is tomorrow."),
                _ if days == 1 && pacing.missed == 0 => String::from("The exam is tomorrow: rest."),
                _ if days == 1 => String::from(
                    "The exam is tomorrow. What you got wrong, once more: guardprep quiz --missed",
                ),
                0 => format!("The exam is {when}, and nothing is left to do before it."),
                needed => {
                    let optional = if ahead.high_chance().is_some() { ", all of them optional" } else { "" };
                    format!("The exam is {when}, with {} to go{optional}.", counted(needed, "answer"))
                }
            }
        }
        (None, None) if pacing.left_today() == 0 => {
            return format!("{done}. With the date of your exam there is a plan: guardprep plan --exam DATE");
        }
        (None, None) => return format!("{done}. guardprep study"),
    };
    let next = if pacing.left_today() == 0 { "" } else { " guardprep study" };
    format!("{done}. {exam}{next}")
}
