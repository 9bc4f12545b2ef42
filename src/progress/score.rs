//! The score of an exam under its terms: the only place that decides whether an exam is passed.

use super::terms::{ExamTerms, PaperTerms, Pass};

/// One question of an exam that is handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ItemScore {
    /// Its index in the plan, which decides in which paper it is.
    pub(crate) number: usize,
    pub(crate) answered: bool,
    pub(crate) correct: bool,
    /// Answered right after the exam, when it was asked again.
    pub(crate) reviewed: bool,
}

/// The score of an exam. A question without an answer counts as wrong; flags do not count.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ExamScore {
    pub(crate) asked: usize,
    pub(crate) answered: usize,
    pub(crate) correct: usize,
    pub(crate) papers: Vec<PaperScore>,
    /// `None` if a pass rule is missing: then there is a score without a verdict.
    pub(crate) verdict: Option<Verdict>,
}

/// The score of one paper.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PaperScore {
    pub(crate) title: String,
    pub(crate) asked: usize,
    pub(crate) correct: usize,
    /// How many right answers are needed, if there is a rule.
    pub(crate) needed: Option<usize>,
    /// The percentage that the rule states, for display.
    pub(crate) percent: Option<u32>,
    pub(crate) verdict: Option<Verdict>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Passed,
    NotPassed,
    /// Passed as soon as this many missed questions are answered right.
    Review(usize),
}

impl ExamTerms {
    /// The score of an exam with these terms for these questions, which may be fewer than were planned.
    pub(crate) fn score(&self, items: &[ItemScore]) -> ExamScore {
        let papers: Vec<PaperScore> = self
            .papers
            .iter()
            .enumerate()
            .map(|(at, terms)| {
                let of_paper = items.iter().filter(|item| self.paper_of(item.number) == at);
                paper(terms, &of_paper.copied().collect::<Vec<_>>())
            })
            .collect();
        ExamScore {
            asked: items.len(),
            answered: items.iter().filter(|item| item.answered).count(),
            correct: items.iter().filter(|item| item.correct).count(),
            verdict: whole(&papers),
            papers,
        }
    }

    /// The paper of a question by its index in the plan.
    pub(crate) fn paper_of(&self, number: usize) -> usize {
        let ends = self.papers.iter().scan(0_usize, |end, paper| {
            *end = end.saturating_add(paper.questions);
            Some(*end)
        });
        ends.take_while(|end| *end <= number).count().min(self.papers.len().saturating_sub(1))
    }
}

impl ExamScore {
    pub(crate) fn passed(&self) -> Option<bool> {
        self.verdict.map(|verdict| verdict == Verdict::Passed)
    }
}

impl PaperScore {
    pub(crate) fn passed(&self) -> Option<bool> {
        self.verdict.map(|verdict| verdict == Verdict::Passed)
    }
}

fn paper(terms: &PaperTerms, items: &[ItemScore]) -> PaperScore {
    let asked = items.len();
    let correct = items.iter().filter(|item| item.correct).count();
    let open = items.iter().filter(|item| !item.correct && !item.reviewed).count();
    let (needed, percent) = needed(terms, asked);
    let verdict = needed.map(|needed| match terms.pass {
        Some(Pass::ReviewUntilRight) if open > 0 => Verdict::Review(open),
        Some(Pass::ReviewUntilRight) => Verdict::Passed,
        _ if correct >= needed => Verdict::Passed,
        _ => Verdict::NotPassed,
    });
    PaperScore { title: terms.title.clone(), asked, correct, needed, percent, verdict }
}

/// How many of the questions that were asked have to be right, and the percentage that the rule states.
fn needed(terms: &PaperTerms, asked: usize) -> (Option<usize>, Option<u32>) {
    match terms.pass {
        // A paper without questions has no verdict.
        _ if asked == 0 => (None, None),
        None => (None, None),
        // If questions are no longer in the bank, the rule is scaled to those that are left.
        Some(Pass::Count { needed, percent }) => {
            (Some(needed.saturating_mul(asked).div_ceil(terms.questions.max(1))), percent)
        }
        Some(Pass::AllCorrect | Pass::ReviewUntilRight) => (Some(asked), None),
    }
}

/// Each paper has to be passed: a single one that is not passed decides.
fn whole(papers: &[PaperScore]) -> Option<Verdict> {
    if papers.iter().any(|paper| paper.verdict == Some(Verdict::NotPassed)) {
        return Some(Verdict::NotPassed);
    }
    let mut open = 0;
    for paper in papers {
        if let Verdict::Review(missed) = paper.verdict? {
            open += missed;
        }
    }
    (!papers.is_empty()).then_some(if open > 0 { Verdict::Review(open) } else { Verdict::Passed })
}
