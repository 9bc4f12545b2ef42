//! What an exam came to: score, verdict, topics, time, second thoughts.

use super::sheet::{Sheet, SheetItem};
use crate::bank::Bank;
use crate::progress::{HandInReason, PaperTerms, Pass};

/// The result of an exam that is handed in. Blanks count as wrong, flags for nothing. Questions are told by their
/// places in the sheet.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Outcome {
    pub(crate) reason: HandInReason,
    pub(crate) asked: usize,
    pub(crate) answered: usize,
    pub(crate) correct: usize,
    /// From the start to the end on the clock, in milliseconds: to the deadline at most.
    pub(crate) used: u64,
    /// `None` where a pass rule is missing: there is a score and no verdict.
    pub(crate) verdict: Option<Verdict>,
    pub(crate) papers: Vec<PaperOutcome>,
    /// In the order of the bank.
    pub(crate) topics: Vec<TopicOutcome>,
    pub(crate) timing: Timing,
    /// Whose first choice was right and whose last is not: changed, or taken out.
    pub(crate) right_to_wrong: Vec<usize>,
    pub(crate) wrong_to_right: Vec<usize>,
    /// What to go over: every question that was missed or flagged.
    pub(crate) go_over: Vec<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Passed,
    NotPassed,
    /// Passed as soon as so many missed questions are answered right.
    Review(usize),
}

/// One paper: each has to be passed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PaperOutcome {
    pub(crate) title: String,
    pub(crate) asked: usize,
    pub(crate) answered: usize,
    pub(crate) correct: usize,
    /// How many right answers pass, where a rule says.
    pub(crate) needed: Option<usize>,
    /// The percent that the rule names.
    pub(crate) percent: Option<u32>,
    pub(crate) verdict: Option<Verdict>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TopicOutcome {
    pub(crate) topic: String,
    pub(crate) asked: usize,
    pub(crate) correct: usize,
    /// Whether its share of right answers is below the one that passes; `None` without a rule.
    pub(crate) below: Option<bool>,
}

/// Where the time went.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Timing {
    /// Milliseconds that there were for each question; `None` without a limit.
    pub(crate) pace: Option<u64>,
    /// Half of the questions took longer, in milliseconds.
    pub(crate) median: u64,
    /// Questions that took more than twice the pace (the median, without a limit), the longest first.
    pub(crate) slow: Vec<Slow>,
    /// Blanks that were left when the time was up.
    pub(crate) not_reached: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Slow {
    pub(crate) place: usize,
    pub(crate) spent: u64,
    /// What it took beyond the pace.
    pub(crate) lost: u64,
    pub(crate) correct: bool,
}

impl Outcome {
    /// The result; `None` before the exam is handed in.
    pub(crate) fn of(sheet: &Sheet<'_>, bank: &Bank) -> Option<Self> {
        let handed_in = sheet.handed_in()?;
        let end = sheet.terms.deadline.map_or(handed_in.at, |deadline| handed_in.at.min(deadline));
        let items = sheet.items();
        let places = |which: &dyn Fn(&SheetItem<'_>) -> bool| -> Vec<usize> {
            (0..items.len()).filter(|&place| which(&items[place])).collect()
        };
        let papers: Vec<PaperOutcome> = (0..sheet.terms.papers.len()).map(|at| paper(sheet, at)).collect();
        Some(Self {
            reason: handed_in.reason,
            asked: items.len(),
            answered: sheet.answered(),
            correct: items.iter().filter(|item| item.is_right()).count(),
            used: end.saturating_sub(sheet.began).max(0).unsigned_abs(),
            verdict: whole(&papers.iter().map(|paper| paper.verdict).collect::<Vec<_>>()),
            topics: topics(sheet, bank, &papers),
            timing: timing(sheet, handed_in.reason),
            right_to_wrong: places(&|item| item.first == Some(true) && !item.is_right()),
            wrong_to_right: places(&|item| item.first == Some(false) && item.is_right()),
            go_over: places(&|item| item.flagged || !item.is_right()),
            papers,
        })
    }
}

fn paper(sheet: &Sheet<'_>, at: usize) -> PaperOutcome {
    let terms = &sheet.terms.papers[at];
    let items: Vec<&SheetItem<'_>> = sheet.items().iter().filter(|item| item.paper == at).collect();
    let correct = items.iter().filter(|item| item.is_right()).count();
    let asked = items.len();
    let open = items.iter().filter(|item| !item.is_right() && !item.reviewed).count();
    let (needed, percent) = needed(terms, asked);
    let verdict = judge(terms, asked, correct, open);
    let answered = items.iter().filter(|item| item.choice.is_some()).count();
    PaperOutcome { title: terms.title.clone(), asked, answered, correct, needed, percent, verdict }
}

/// How many of the questions that were asked have to be right, and the percent that the rule names.
fn needed(terms: &PaperTerms, asked: usize) -> (Option<usize>, Option<u32>) {
    match terms.pass {
        // Without a question nothing can be passed.
        _ if asked == 0 => (None, None),
        None => (None, None),
        // Where questions vanished from the bank, the rule keeps its proportion.
        Some(Pass::Count { needed, percent }) => {
            (Some((needed * asked).div_ceil(terms.questions.max(1))), percent)
        }
        Some(Pass::AllCorrect | Pass::ReviewUntilRight) => (Some(asked), None),
    }
}

/// One paper, where `open` of the missed questions were not answered right since.
pub(super) fn judge(terms: &PaperTerms, asked: usize, correct: usize, open: usize) -> Option<Verdict> {
    let (needed, _) = needed(terms, asked);
    let needed = needed?;
    Some(match terms.pass {
        Some(Pass::ReviewUntilRight) if open > 0 => Verdict::Review(open),
        Some(Pass::ReviewUntilRight) => Verdict::Passed,
        _ if correct >= needed => Verdict::Passed,
        _ => Verdict::NotPassed,
    })
}

/// Of the whole: each paper has to be passed, so that one which is not decides whatever the others are.
pub(super) fn whole(papers: &[Option<Verdict>]) -> Option<Verdict> {
    if papers.contains(&Some(Verdict::NotPassed)) {
        return Some(Verdict::NotPassed);
    }
    let mut open = 0;
    for paper in papers {
        if let Verdict::Review(missed) = (*paper)? {
            open += missed;
        }
    }
    (!papers.is_empty()).then_some(if open > 0 { Verdict::Review(open) } else { Verdict::Passed })
}

fn topics(sheet: &Sheet<'_>, bank: &Bank, papers: &[PaperOutcome]) -> Vec<TopicOutcome> {
    let needed: Option<usize> = papers.iter().map(|paper| paper.needed).sum();
    let all = sheet.items().len();
    let outcome = |topic: &crate::bank::Topic| {
        let of_topic = || sheet.items().iter().filter(|item| item.question.topic == topic.id);
        let (asked, correct) = (of_topic().count(), of_topic().filter(|item| item.is_right()).count());
        // correct / asked < needed / all, in whole numbers.
        let below = needed.map(|needed| correct * all < needed * asked);
        TopicOutcome { topic: topic.id.clone(), asked, correct, below }
    };
    bank.topics().iter().map(outcome).filter(|topic| topic.asked > 0).collect()
}

fn timing(sheet: &Sheet<'_>, reason: HandInReason) -> Timing {
    let mut spent: Vec<u64> = sheet.items().iter().map(|item| item.spent).collect();
    spent.sort_unstable();
    let median = spent.get(spent.len() / 2).copied().unwrap_or(0);
    let pace = sheet.terms.allowed.map(|allowed| allowed / sheet.items().len().max(1) as u64);
    let usual = pace.unwrap_or(median);
    let slow = |(place, item): (usize, &SheetItem<'_>)| Slow {
        place,
        spent: item.spent,
        lost: item.spent.saturating_sub(usual),
        correct: item.is_right(),
    };
    let mut slow: Vec<Slow> = sheet.items().iter().enumerate().map(slow).collect();
    slow.retain(|slow| usual > 0 && slow.spent > 2 * usual);
    slow.sort_by_key(|slow| std::cmp::Reverse(slow.spent));
    let not_reached = if reason == HandInReason::TimeUp { sheet.unanswered().len() } else { 0 };
    Timing { pace, median, slow, not_reached }
}
