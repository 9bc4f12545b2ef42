//! Somebody who learns: knows some questions from the start, remembers what was explained, and forgets some of it.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::pipe::{PROMPT, Session};
use crate::support::Sandbox;

/// A bank whose options say what they are.
pub(super) fn bank(topic: &str, questions: usize) -> String {
    let mut text = format!(
        "schema = 1\n\n[topic]\nid = \"{topic}\"\ntitle = \"About {topic}\"\nsummary = \"Asks about {topic}.\"\n\n\
         [[objective]]\nid = \"{topic}-one\"\ntext = \"Know {topic}\"\n"
    );
    for n in 1..=questions {
        let wrong: Vec<String> = (1..4)
            .map(|w| format!("{{ text = \"Wrong {w} of {topic} {n}\", why = \"It is wrong.\" }}"))
            .collect();
        write!(
            text,
            "\n[[question]]\nid = \"{topic}-{n:03}\"\nobjective = \"{topic}-one\"\nkind = \"concept\"\nlevel = \"recall\"\n\
             stem = \"What is right about {topic} in case {n}?\"\nanswer = \"Right in {topic} {n}\"\n\
             distractors = [{}]\nexplanation = \"So it is.\"\nsource = \"A test\"\n",
            wrong.join(", ")
        )
        .unwrap();
    }
    text
}

#[derive(Default)]
pub(super) struct Learner {
    /// By stem: how often it came.
    came: BTreeMap<String, usize>,
    answers: usize,
}

impl Learner {
    /// Studies what is asked today. Returns what was said before the first question and after the last.
    pub(super) fn study(&mut self, sandbox: &Sandbox) -> String {
        let mut session = Session::start(sandbox.command(&["study"]));
        let mut prompts = 0;
        loop {
            let asks = |stdout: &str| stdout.matches(PROMPT).count();
            session.until("a prompt or the end", |stdout| {
                asks(stdout) > prompts
                    || stdout.contains("Finished: ") && stdout.contains("Next:") && stdout.ends_with('\n')
            });
            if asks(&session.stdout) == prompts {
                break;
            }
            prompts += 1;
            let answer = self.answer(&session.stdout);
            session.send(&answer);
        }
        session.end();
        let begin = session.stdout.split("Question 1 of").next().unwrap();
        let end = session.stdout.rfind("Finished: ").unwrap();
        format!("{begin}{}", &session.stdout[end..])
    }

    /// The letter to answer the last question with.
    fn answer(&mut self, stdout: &str) -> String {
        let question = &stdout[stdout.rfind("What is right about ").unwrap()..];
        let stem = question.lines().next().unwrap().to_owned();
        let came = self.came.entry(stem).or_default();
        *came += 1;
        self.answers += 1;
        // Knows half of the new ones, most of what came once, and nearly all of what came more often.
        let knows = match *came {
            1 => self.answers.is_multiple_of(2),
            2 => !self.answers.is_multiple_of(4),
            _ => !self.answers.is_multiple_of(10),
        };
        let options = question.lines().filter(|line| line.starts_with("  ") && line.len() > 5);
        let wanted = if knows { "Right" } else { "Wrong" };
        let row = options.into_iter().find(|row| row[5..].starts_with(wanted)).unwrap();
        row[2..3].to_owned()
    }
}
