//! What the first menu offers, in which order and in which words.

use crate::bank::Bank;
use crate::commands::quiz;
use crate::progress::{Event, History, Pacing, Paused, Purpose, Standing, paused, to_resume};
use crate::report::paused_name;
use crate::words::columns;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    Study,
    /// Beyond today's share.
    More,
    Resume,
    Another,
    Quiz,
    Topic,
    Exam,
    Missed,
    Progress,
    Plan,
    Quit,
}

/// Where the person is on the way to the exam.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Day {
    /// Today's share is done.
    is_done: bool,
    /// The exam is tomorrow or today.
    is_last: bool,
    /// Days until the exam, if there is a date.
    exam: Option<usize>,
    /// The exam was before today.
    is_over: bool,
}

impl Day {
    pub(super) fn of(pacing: &Pacing) -> Self {
        Self {
            is_done: pacing.left_today() == 0 && pacing.done > 0,
            is_last: pacing.is_last(),
            exam: pacing.days,
            is_over: pacing.over.is_some(),
        }
    }
}

/// The choices and their words, each in so many columns where it matters. Study comes first until today's share is done,
/// unless it is paused or an exam's clock runs; on the last evening come then what was missed and an exam.
pub(super) fn entries(
    bank: &Bank,
    events: &[Event],
    history: &History,
    day: Day,
    room: usize,
    clock: &dyn Fn(&Paused<'_>) -> Option<String>,
) -> Vec<(Entry, String)> {
    let waiting = paused(events);
    let mut entries = vec![];
    let mut goes_first = false;
    if let Some(first) = to_resume(&waiting, bank).map(|at| waiting[at]) {
        let (name, done, of) = (first.plan.name(), first.done, first.plan.items().len());
        let clock = clock(&first);
        // Until when the clock runs matters more than what the exam is about.
        let mut words = match &clock {
            None => vec![
                format!("Go on: {}", paused_name(&first, bank)),
                format!("Go on: {name}, after {done} of {of}"),
            ],
            Some(clock) => vec![
                format!("Go on: {}; {clock}", paused_name(&first, bank)),
                format!("Go on: {name}, after {done} of {of}; {clock}"),
                format!("Go on: {name} {}", clock.strip_prefix("its clock runs ").unwrap_or(clock)),
            ],
        };
        let fits = words.iter().position(|words| columns(words) <= room).unwrap_or(words.len() - 1);
        entries.push((Entry::Resume, words.swap_remove(fits)));
        // A new study session would put the paused one aside, and a clock that runs does not wait.
        goes_first = clock.is_some() || first.plan.purpose() == Some(Purpose::Study);
    }
    if waiting.len() > 1 {
        entries.push((Entry::Another, format!("Go on with another ({} more paused)", waiting.len() - 1)));
    }
    if !day.is_done {
        let study = (Entry::Study, String::from("Study: the questions of today"));
        entries.insert(usize::from(goes_first), study);
    }
    let missed = bank.questions().iter().filter(|q| history.standing(q) == Standing::Wrong).count();
    let missed = (missed > 0).then(|| (Entry::Missed, format!("What I got wrong ({missed})")));
    let exam = (Entry::Exam, String::from("Mock exam"));
    let practice = [
        (Entry::Quiz, format!("Practice: {} questions, explained", quiz::USUAL)),
        (Entry::Topic, String::from("Practice one topic")),
    ];
    if day.is_last {
        entries.extend(missed);
        entries.push(exam);
        entries.extend(practice);
    } else {
        entries.extend(practice);
        entries.push(exam);
        entries.extend(missed);
    }
    if day.is_done {
        entries.push((Entry::More, String::from("Study: done for today; ten more")));
    }
    entries.push((Entry::Progress, String::from("How I am doing")));
    entries.push((Entry::Plan, plan(day)));
    entries.push((Entry::Quit, String::from("Stop")));
    entries
}

fn plan(day: Day) -> String {
    match day.exam {
        None => String::from("Plan: the day of my exam"),
        Some(_) if day.is_over => String::from("Plan: the exam was before today"),
        Some(0) => String::from("Plan: the exam is today"),
        Some(1) => String::from("Plan: the exam is tomorrow"),
        Some(days) => format!("Plan: the exam is in {days} days"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::samples;
    use crate::progress::samples::exam_terms;
    use crate::progress::{Answer, Body, ExamPlan, QuizPlan, SittingPlan};

    /// The choices on a day on which something was answered wrong.
    fn offered(day: Day) -> Vec<Entry> {
        worded(day).into_iter().map(|(entry, _)| entry).collect()
    }

    fn worded(day: Day) -> Vec<(Entry, String)> {
        let bank = samples::bank(1, 3);
        let question = &bank.questions()[0];
        let answer = Answer {
            item: 0,
            question: question.id.clone(),
            topic: question.topic.clone(),
            chosen: vec![],
            correct: false,
            key: question.key_fingerprint().to_string(),
            took: 0,
        };
        let (id, device, body) = (String::from("e"), String::from("d"), Body::Answer(answer));
        let log = [Event { id, device, number: 1, at: 0, sitting: None, body }];
        entries(&bank, &log, &History::derive(&log), day, 70, &|_| None)
    }

    #[test]
    fn study_is_first_until_it_is_done() {
        use Entry::{Exam, Missed, More, Plan, Progress, Quit, Quiz, Study, Topic};
        let day = Day::default();
        assert_eq!(offered(day), [Study, Quiz, Topic, Exam, Missed, Progress, Plan, Quit]);
        let done = Day { is_done: true, ..day };
        assert_eq!(offered(done), [Quiz, Topic, Exam, Missed, More, Progress, Plan, Quit]);
        let last = Day { is_last: true, ..day };
        assert_eq!(offered(last), [Study, Missed, Exam, Quiz, Topic, Progress, Plan, Quit]);
        let last = Day { is_last: true, ..done };
        assert_eq!(offered(last), [Missed, Exam, Quiz, Topic, More, Progress, Plan, Quit]);
    }

    /// What comes first where this is paused, and whether an exam's clock runs.
    fn first_of(plan: SittingPlan, runs: bool) -> Entry {
        let bank = samples::bank(1, 3);
        let (id, device) = (String::from("s"), String::from("d"));
        let log =
            [Event { sitting: Some(id.clone()), id, device, number: 1, at: 0, body: Body::Start { plan } }];
        let clock = |_: &Paused<'_>| runs.then(|| String::from("its clock runs until 20:15"));
        entries(&bank, &log, &History::derive(&log), Day::default(), 70, &clock)[0].0
    }

    #[test]
    fn a_study_session_that_is_paused_and_a_clock_that_runs_come_before_a_new_one() {
        let quiz = |purpose| SittingPlan::Quiz(QuizPlan { seed: 0, purpose, items: vec![].into() });
        let exam = || SittingPlan::Exam(ExamPlan { seed: 0, items: vec![].into(), terms: exam_terms() });
        assert_eq!(first_of(quiz(Purpose::Study), false), Entry::Resume);
        assert_eq!(first_of(quiz(Purpose::Practice), false), Entry::Study);
        assert_eq!(first_of(exam(), true), Entry::Resume);
        assert_eq!(first_of(exam(), false), Entry::Study);
    }

    #[test]
    fn a_day_that_is_done_says_so() {
        let study = |is_done| {
            let mut items = worded(Day { is_done, ..Day::default() }).into_iter();
            items.find(|(entry, _)| matches!(entry, Entry::Study | Entry::More)).unwrap().1
        };
        assert_eq!(study(false), "Study: the questions of today");
        assert_eq!(study(true), "Study: done for today; ten more");
    }

    #[test]
    fn the_plan_says_when_the_exam_is() {
        let told = |exam, is_over| plan(Day { exam, is_over, ..Day::default() });
        assert_eq!(told(None, false), "Plan: the day of my exam");
        assert_eq!(told(Some(14), false), "Plan: the exam is in 14 days");
        assert_eq!(told(Some(1), false), "Plan: the exam is tomorrow");
        assert_eq!(told(Some(0), false), "Plan: the exam is today");
        assert_eq!(told(Some(0), true), "Plan: the exam was before today");
    }
}
