//! The screen before an exam begins, and the figures of a profile in words.

use crate::bank::{Bank, Named};
use crate::exam::{Assumption, Drawn, PassRule, Profile, Setup, TimeKind};
use crate::progress::{ExamTerms, Pass};
use crate::terminal::palette::{HEADING, paint};
use crate::words::{counted, duration, hang, numbers, wrap};

/// The exam that was drawn: its figures and their source, what guardprep chose itself, which topics are short of
/// questions, and how it works.
pub(crate) fn start(
    drawn: &Drawn,
    setup: &Setup,
    profile: Option<&Profile>,
    bank: &Bank,
    width: usize,
) -> String {
    let terms = drawn.terms();
    let title = match profile {
        Some(profile) => format!("{}, {}", profile.title, profile.place),
        None => terms.title.clone(),
    };
    let heading = wrap(&title, width);
    let mut blocks: Vec<String> = heading.lines().map(|line| paint(HEADING, line)).collect();
    let mut say = |text: &str| blocks.push(wrap(text, width));
    say(&figures_of(terms, drawn.len()));
    if let Some(profile) = profile {
        say(&format!(
            "Figures: {}, {}. Source: {}.",
            profile.confidence.name(),
            profile.year,
            profile.source
        ));
        if let Some(note) = &profile.note {
            say(note);
        }
        if profile.time == TimeKind::Shared {
            say(&format!("Time: {}.", profile.time.summary()));
        }
        say("Only the format of that exam is copied, not its content: the questions are guardprep's own.");
        if let Some(subjects) = &profile.also_covers {
            say(&format!("That exam also covers what is not asked here: {subjects}."));
        }
    }
    let assumptions: Vec<&str> = setup
        .assumptions
        .iter()
        .map(|assumption| match assumption {
            Assumption::Questions => "the number of questions",
            Assumption::Time => "the time",
        })
        .collect();
    if !assumptions.is_empty() {
        say(&format!("Not known of the real exam, and chosen by guardprep: {}.", assumptions.join(", ")));
    }
    let short: Vec<String> = drawn
        .shortages
        .iter()
        .map(|short| format!("{} ({} of {})", bank.title(&short.topic), short.available, short.wanted))
        .collect();
    if drawn.len() < drawn.wanted {
        say(&format!(
            "The banks have only {} of {} questions for it: time and pass mark are made smaller with them.",
            drawn.len(),
            drawn.wanted
        ));
    } else if !short.is_empty() {
        say(&format!(
            "Fewer questions than their share: {}. Other topics make up for them.",
            short.join(", ")
        ));
    }
    blocks.push(String::new());
    let clock =
        if terms.allowed.is_some() { " The clock goes on even when the program is closed." } else { "" };
    blocks.push(wrap(
        &format!(
            "You learn what was right when you hand in. Every answer is kept at once; you may change it until then.{clock}"
        ),
        width,
    ));
    blocks.push(hang("Keys: ", "      ", "the letter answers, n and p walk, j 12 goes to question 12, f flags, x shows what is open and hands in, ? lists all.", width));
    blocks.join("\n")
}

fn figures_of(terms: &ExamTerms, questions: usize) -> String {
    let time = match terms.allowed {
        Some(allowed) if terms.extra_time > 100 => {
            format!("{} with {}% extra time", duration(allowed), terms.extra_time - 100)
        }
        Some(allowed) => duration(allowed),
        None => String::from("no time limit"),
    };
    match &terms.papers[..] {
        [paper] => {
            format!(
                "{}, {time}, {}.",
                counted(questions, "question"),
                pass_words(paper.pass, paper.questions)
            )
        }
        papers => {
            let each = |(at, paper): (usize, &crate::progress::PaperTerms)| {
                format!(
                    "Paper {}: {}, {}: {}.",
                    at + 1,
                    paper.title,
                    counted(paper.questions, "question"),
                    pass_words(paper.pass, paper.questions)
                )
            };
            let papers: Vec<String> = papers.iter().enumerate().map(each).collect();
            format!("{}, {time}.\n{}", counted(questions, "question"), papers.join("\n"))
        }
    }
}

/// What passes, in words. A count decides, so a count is said: 37 of 60 pass where the authority writes 62 percent.
pub(super) fn pass_words(pass: Option<Pass>, questions: usize) -> String {
    match pass {
        Some(Pass::Count { needed, .. }) => needed_words(needed, questions),
        Some(Pass::AllCorrect) => needed_words(questions, questions),
        Some(Pass::ReviewUntilRight) => {
            String::from("every missed question has to be answered right afterwards")
        }
        None => String::from("no pass mark: a score and no verdict"),
    }
}

/// How many right answers pass, before an exam and after it.
pub(super) fn needed_words(needed: usize, questions: usize) -> String {
    match needed {
        _ if needed == questions => String::from("every answer has to be right"),
        1 => String::from("1 right answer passes"),
        _ => format!("{needed} right answers pass"),
    }
}

/// The figures of a profile, for `exam --list`.
pub(crate) fn figures(profile: &Profile) -> String {
    let questions = profile.questions().map(|n| counted(n, "question"));
    let questions = questions.unwrap_or_else(|| String::from("number of questions not confirmed"));
    let time = match (profile.minutes(), profile.time) {
        (None, _) => String::from("time not confirmed"),
        (Some(minutes), TimeKind::Minimum) => format!("at least {minutes} minutes, no limit"),
        (Some(minutes), TimeKind::Limit) => format!("{minutes} minutes"),
        (Some(minutes), TimeKind::Shared) => format!("{minutes} minutes with the review"),
    };
    let rules: Vec<String> = profile
        .papers
        .iter()
        .enumerate()
        .map(|(at, paper)| {
            let rule = match paper.pass {
                None => String::from("no pass mark confirmed"),
                Some(rule) => match (paper.questions, rule) {
                    (None, PassRule::Percent(percent, _) | PassRule::Both(_, percent, _)) => {
                        format!("{percent}% pass")
                    }
                    (of, rule) => {
                        pass_words(Some(rule.settle(of.unwrap_or(0), of.unwrap_or(0))), of.unwrap_or(0))
                    }
                },
            };
            if profile.has_several_papers() { format!("paper {}: {rule}", numbers(&[at])) } else { rule }
        })
        .collect();
    format!("{questions}, {time}, {}", rules.join(", "))
}
