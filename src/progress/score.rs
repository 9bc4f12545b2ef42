//! What the answers of an exam come to under its terms: the one place where an exam is passed or not.

use super::terms::{ExamTerms, PaperTerms, Pass};

/// One question of an exam that is handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ItemScore {
    /// Its place in the plan, which says in which paper it is.
    pub(crate) number: usize,
    pub(crate) answered: bool,
    pub(crate) correct: bool,
    /// Answered right since, when it was gone over.
    pub(crate) reviewed: bool,
}

/// The score of an exam. Blanks count as wrong, flags for nothing.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ExamScore {
    pub(crate) asked: usize,
    pub(crate) answered: usize,
    pub(crate) correct: usize,
    pub(crate) papers: Vec<PaperScore>,
    /// `None` where a pass rule is missing: there is a score and no verdict.
    pub(crate) verdict: Option<Verdict>,
}

/// One paper: each has to be passed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PaperScore {
    pub(crate) title: String,
    pub(crate) asked: usize,
    pub(crate) correct: usize,
    /// How many right answers pass, where a rule says.
    pub(crate) needed: Option<usize>,
    /// The percent that the rule names.
    pub(crate) percent: Option<u32>,
    pub(crate) verdict: Option<Verdict>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Passed,
    NotPassed,
    /// Passed as soon as so many missed questions are answered right.
    Review(usize),
}

impl ExamTerms {
    /// The score of an exam of these terms, of which these questions were asked.
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

    /// The paper of a question by its place in the plan.
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

/// How many of the questions that were asked have to be right, and the percent that the rule names.
fn needed(terms: &PaperTerms, asked: usize) -> (Option<usize>, Option<u32>) {
    match terms.pass {
        // Without a question nothing can be passed.
        _ if asked == 0 => (None, None),
        None => (None, None),
        // Where questions vanished from the bank, the rule keeps its proportion.
        Some(Pass::Count { needed, percent }) => {
            (Some(needed.saturating_mul(asked).div_ceil(terms.questions.max(1))), percent)
        }
        Some(Pass::AllCorrect | Pass::ReviewUntilRight) => (Some(asked), None),
    }
}

/// Each paper has to be passed: one that is not passed decides, whatever the others are.
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
