//! A session through pipes that is held step by step: send a line, wait for what is said to it.

use std::io::{Read, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Instant;

use crate::screen::{PATIENCE, wait_for};

/// A program that reads and writes pipes, and does not outlive its test.
pub(crate) struct Session {
    child: Child,
    stdin: Option<ChildStdin>,
    output: Receiver<Vec<u8>>,
    errors: Receiver<Vec<u8>>,
    /// What was printed until now.
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Session {
    pub(crate) fn start(mut command: Command) -> Self {
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let output = follow(child.stdout.take().unwrap());
        let errors = follow(child.stderr.take().unwrap());
        let stdin = child.stdin.take();
        Self { child, stdin, output, errors, stdout: String::new(), stderr: String::new() }
    }

    pub(crate) fn send(&mut self, line: &str) -> &mut Self {
        let stdin = self.stdin.as_mut().unwrap();
        stdin.write_all(format!("{line}\n").as_bytes()).unwrap();
        stdin.flush().unwrap();
        self
    }

    /// Waits until a text was printed so many times in all.
    #[track_caller]
    pub(crate) fn wait(&mut self, text: &str, times: usize) -> &mut Self {
        self.until(text, |stdout| stdout.matches(text).count() >= times)
    }

    #[track_caller]
    pub(crate) fn until(&mut self, what: &str, shows: impl Fn(&str) -> bool) -> &mut Self {
        let end = Instant::now() + PATIENCE;
        while !shows(&self.stdout) {
            let left = end.saturating_duration_since(Instant::now());
            let bytes = self.output.recv_timeout(left);
            let bytes = bytes.unwrap_or_else(|_| panic!("waited for {what:?} in vain:\n{}", self.stdout));
            self.stdout += std::str::from_utf8(&bytes).unwrap();
        }
        self
    }

    /// Answers the first option, so many times, and waits for the prompt behind each.
    #[track_caller]
    pub(crate) fn answer(&mut self, times: usize) -> &mut Self {
        for _ in 0..times {
            let prompts = self.stdout.matches(PROMPT).count();
            self.wait(PROMPT, prompts.max(1));
            self.send("a").wait(PROMPT, prompts.max(1) + 1);
        }
        self
    }

    pub(crate) fn pid(&self) -> i32 {
        self.child.id().cast_signed()
    }

    /// Ends the input.
    pub(crate) fn close_input(&mut self) -> &mut Self {
        self.stdin = None;
        self
    }

    /// Waits for the end; gives the exit code, or `None` after a signal that was not handled.
    #[track_caller]
    pub(crate) fn end(&mut self) -> Option<i32> {
        // The program itself may have patience with a file that is held: twice as long is enough for both.
        let status = wait_for(|| self.child.try_wait().unwrap())
            .or_else(|| wait_for(|| self.child.try_wait().unwrap()));
        let status = status.unwrap_or_else(|| panic!("does not end:\n{}", self.stdout));
        while let Ok(bytes) = self.output.recv() {
            self.stdout += std::str::from_utf8(&bytes).unwrap();
        }
        while let Ok(bytes) = self.errors.recv() {
            self.stderr += std::str::from_utf8(&bytes).unwrap();
        }
        assert!(!self.stderr.contains("panicked"), "{}", self.stderr);
        status.code()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if let Ok(None) = self.child.try_wait() {
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }
}

/// Every question ends in it.
pub(crate) const PROMPT: &str = " (? help): ";

fn follow(mut stream: impl Read + Send + 'static) -> Receiver<Vec<u8>> {
    let (sender, receiver) = channel();
    std::thread::spawn(move || {
        let mut kept = vec![];
        let mut buffer = [0; 4_096];
        while let Ok(length @ 1..) = stream.read(&mut buffer) {
            kept.extend_from_slice(&buffer[..length]);
            // Only whole characters are handed on.
            let whole = match std::str::from_utf8(&kept) {
                Ok(_) => kept.len(),
                Err(error) => error.valid_up_to(),
            };
            if sender.send(kept.drain(..whole).collect()).is_err() {
                break;
            }
        }
    });
    receiver
}

/// The questions of a transcript as they were shown: head line, stem and options.
pub(crate) fn questions(transcript: &str) -> Vec<String> {
    let from = |at: usize| transcript[at..].split("\nAnswer").next().unwrap().to_owned();
    transcript
        .match_indices("Question ")
        .filter(|(at, _)| *at == 0 || transcript[..*at].ends_with('\n'))
        // And not what is said about one, such as that its answer is kept.
        .filter(|(at, _)| transcript[*at..].lines().next().is_some_and(|head| head.contains(" of ")))
        .map(|(at, _)| from(at))
        .collect()
}
