//! The page of one topic.

use super::page::Frame;
use super::table::{Line, Shape, sentences};
use crate::bank::Question;
use crate::report::{ENOUGH, ObjectiveFigures, ProgressReport, TopicReport};
use crate::terminal::palette::{HEADING, paint};
use crate::words::{counted, hang, opening, wrap, wrap_command};

/// So many questions of a kind are told, unless all are asked for.
const MOST: usize = 5;

/// Its blocks, with an empty line between two.
pub(crate) fn topic_page(report: &ProgressReport<'_>, of: &TopicReport<'_>, frame: Frame<'_>) -> Vec<String> {
    let id = &of.topic.id;
    let figures = &of.statistics;
    let mut groups = vec![];
    let title = wrap(&format!("{} ({id})", of.topic.title), frame.width);
    let mut head: Vec<String> = title.lines().map(|line| paint(HEADING, line)).collect();
    head.push(wrap(&state(report, of), frame.width));
    let lines: Vec<Line> = of.objectives.iter().map(line).collect();
    let shape = Shape::new(&lines, frame.table_width);
    // One block: on a page of a small window both have room.
    let table =
        if frame.plain { sentences(&lines, frame.width) } else { shape.whole_table("Objective", &lines) };
    groups.push(format!("{}\n\n{table}", head.join("\n")));
    if !frame.plain && figures.seen > 0 {
        groups.push(wrap(&shape.legend(&lines), frame.width));
    }
    let list = |head: String, all: usize, told: Vec<String>, command: &str| {
        if all == 0 {
            return None;
        }
        let mut list: Vec<String> =
            wrap(&head, frame.width).lines().map(|line| paint(HEADING, line)).collect();
        list.extend(told);
        if all > MOST && !frame.all {
            list.push(wrap_command(&format!("  and {} more: {command}", all - MOST), frame.width));
        }
        Some(list.join("\n"))
    };
    let most = if frame.all { usize::MAX } else { MOST };
    groups.extend(list(
        format!("Answered wrong the same way twice or more: {}", of.misconceptions.len()),
        of.misconceptions.len(),
        of.misconceptions
            .iter()
            .take(most)
            .map(|one| {
                let times = format!("{} times", one.times);
                told(one.question, &[(&times, one.question.option(one.option))], frame)
            })
            .collect(),
        &format!("guardprep progress {id} --all"),
    ));
    groups.extend(list(
        format!("Missed: {}", of.missed.len()),
        of.missed.len(),
        of.missed
            .iter()
            .take(most)
            .map(|(question, chosen)| told(question, &[("You", &chosen.join(" / "))], frame))
            .collect(),
        &format!("guardprep review {id}"),
    ));
    for (head, questions, command) in [
        ("Right, but said to be a guess", &of.lucky, format!("guardprep review {id} --guessed")),
        ("Due, most likely forgotten first", &of.due, format!("guardprep progress {id} --all")),
    ] {
        groups.extend(list(
            format!("{head}: {}", questions.len()),
            questions.len(),
            questions.iter().take(most).map(|question| short(question, frame)).collect(),
            &command,
        ));
    }
    let next = match (of.missed.is_empty(), figures.seen < figures.questions) {
        (false, _) => format!("Go over what was missed: guardprep quiz {id} --missed"),
        (true, true) => format!("Go on with new questions: guardprep quiz {id} --new"),
        (true, false) => format!("Practice it: guardprep quiz {id}"),
    };
    groups.push(wrap_command(&next, frame.width));
    groups
}

fn state(report: &ProgressReport<'_>, of: &TopicReport<'_>) -> String {
    let figures = &of.statistics;
    let Some(percent) = figures.percent() else {
        return format!("None of {} seen yet.", counted(figures.questions, "question"));
    };
    let mut said = vec![
        format!("{} of {} seen.", figures.seen, counted(figures.questions, "question")),
        format!("{}, {percent}% right.", counted(figures.answers, "answer")),
    ];
    said.extend(
        report.chance_percent(figures).map(|chance| format!("Chance of a right answer now: {chance}%.")),
    );
    if let Some(trend) = figures.trend {
        said.push(format!("Trend: {}.", trend.name()));
    }
    said.push(format!("Last practiced {}.", report.ago(figures.last)));
    said.join(" ")
}

fn line(of: &ObjectiveFigures<'_>) -> Line {
    Line {
        title: of.objective.text.clone(),
        questions: of.questions,
        seen: of.seen,
        right_now: of.right_now,
        chance: (of.answers >= ENOUGH).then(|| (of.chance * 100.0).round() as usize),
        due: of.due,
        trend: None,
        last: String::new(),
    }
}

/// A question with what was chosen and what is right.
fn told(question: &Question, chosen: &[(&str, &str)], frame: Frame<'_>) -> String {
    let keys: Vec<&str> = (0..question.option_count())
        .filter(|&at| question.is_key(at))
        .map(|at| question.option(at))
        .collect();
    let right = keys.join(" / ");
    let mut lines = vec![short(question, frame)];
    lines.extend(
        chosen
            .iter()
            .chain([&("Right", right.as_str())])
            .map(|(who, text)| hang(&format!("    {who}: "), "      ", text, frame.width)),
    );
    lines.join("\n")
}

/// The first words of a question, in a row.
fn short(question: &Question, frame: Frame<'_>) -> String {
    format!("  {}", opening(&question.stem, frame.width.saturating_sub(2)))
}
