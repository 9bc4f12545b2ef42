//! A day's study in sentences: how much there is, and why it asks what it asks.

use crate::progress::Pacing;
use crate::words::counted;

/// Why the questions of a study session were chosen: how many for each reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reasons {
    /// They never came.
    pub(crate) new: usize,
    /// The title of the topic that the most of the new ones are about, if it is known to be weak.
    pub(crate) weakest: Option<String>,
    /// The same wrong option was chosen twice or more.
    pub(crate) misconceptions: usize,
    /// The last answer was wrong.
    pub(crate) wrong: usize,
    /// The last answer was right, by a guess.
    pub(crate) lucky: usize,
    /// They are likely to be forgotten by now.
    pub(crate) fading: usize,
}

impl Reasons {
    /// One line.
    pub(crate) fn line(&self) -> String {
        let told = |(n, why): &(usize, &str)| (*n > 0).then(|| format!("{n} {why}"));
        let first = [
            (self.misconceptions, "with a wrong option that you chose more than once"),
            (self.lucky, "that you guessed"),
        ];
        let last = [(self.wrong, "that you got wrong"), (self.fading, "likely forgotten by now")];
        let mut parts: Vec<String> = first.iter().filter_map(told).collect();
        match (self.new, &self.weakest) {
            (0, _) => {}
            (n, None) => parts.push(format!("{n} new")),
            (n, Some(topic)) => parts.push(format!("{n} new, weak topics first, the most on {topic}")),
        }
        parts.extend(last.iter().filter_map(told));
        format!("Why these: {}.", parts.join("; "))
    }
}

/// How much there is to do, when `count` questions are asked now.
pub(crate) fn study_begins(pacing: &Pacing, count: usize) -> String {
    let left = pacing.left_today();
    let now = match (pacing.done, left) {
        (_, 0) => format!("{} beyond today's share", counted(count, "question")),
        (0, _) if count == left => format!("Today: {}", counted(count, "question")),
        (0, _) => format!("Today: {}, of which {count} now", counted(left, "question")),
        (done, _) if count == left => {
            format!(
                "Today: {done} of {} answered, and now the other {left}",
                counted(pacing.share, "question")
            )
        }
        (done, _) => {
            format!("Today: {done} of {} answered, and now {count} more", counted(pacing.share, "question"))
        }
    };
    let exam = match (pacing.days, pacing.over) {
        (None, _) | (_, Some(_)) => "",
        (Some(0), None) => " The exam is today.",
        (Some(1), None) => " The exam is tomorrow.",
        (Some(days), None) => &format!(" The exam is in {days} days."),
    };
    format!("{now}.{exam}")
}

/// Why nothing is asked, and the day is over.
pub(crate) fn study_over(pacing: &Pacing) -> String {
    format!("Done for today: {} answered, of {}.", counted(pacing.done, "question"), pacing.share)
}

#[cfg(test)]
mod tests {
    use super::Reasons;

    #[test]
    fn every_reason_is_told_with_its_number() {
        let all = Reasons {
            new: 14,
            weakest: Some(String::from("People in crisis")),
            misconceptions: 1,
            wrong: 3,
            lucky: 2,
            fading: 5,
        };
        assert_eq!(
            all.line(),
            "Why these: 1 with a wrong option that you chose more than once; 2 that you guessed; 14 new, weak topics first, the \
             most on People in crisis; 3 that you got wrong; 5 likely forgotten by now."
        );
        assert_eq!(Reasons { new: 20, ..Reasons::default() }.line(), "Why these: 20 new.");
        assert_eq!(
            Reasons { fading: 1, ..Reasons::default() }.line(),
            "Why these: 1 likely forgotten by now."
        );
    }
}
