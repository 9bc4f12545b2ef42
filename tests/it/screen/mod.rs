//! A real pseudo-terminal, read into a screen: what a person would see, and what their keys do.

mod ending;

use std::io::{Read, Write};
use std::num::NonZero;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};

use crate::support::{PROGRAM, Sandbox};

/// The longest that anything is waited for.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);

pub(crate) const ENTER: &str = "\r";
pub(crate) const ESCAPE: &str = "\x1b";
pub(crate) const CTRL_C: &str = "\x03";
pub(crate) const BACKSPACE: &str = "\x7f";
pub(crate) const UP: &str = "\x1b[A";
pub(crate) const DOWN: &str = "\x1b[B";

/// A program at a terminal.
pub(crate) struct Terminal {
    screen: vt100::Parser,
    output: Receiver<Vec<u8>>,
    /// Every byte that reached the terminal.
    pub(crate) bytes: Vec<u8>,
    /// Rows that were longer than the terminal: there may be none.
    wrapped: Vec<String>,
    may_wrap: bool,
    /// Something was sent, and nothing came back yet.
    stale: bool,
    keys: Box<dyn Write + Send>,
    master: Box<dyn MasterPty + Send>,
    /// Held open: a terminal forgets its modes when its last user leaves.
    slave: Box<dyn SlavePty + Send>,
    /// The modes that the program found.
    found: String,
    child: Running,
}

/// A child that does not outlive its test.
struct Running(Box<dyn Child + Send + Sync>);

impl Drop for Running {
    fn drop(&mut self) {
        if let Ok(None) = self.0.try_wait() {
            let _ = self.0.kill();
        }
    }
}

impl Sandbox {
    /// Runs guardprep at a terminal of this size; what is set in `environment` is added to the sandbox's own.
    pub(crate) fn at_terminal(
        &self,
        size: (u16, u16),
        args: &[&str],
        environment: &[(&str, &str)],
    ) -> Terminal {
        let mut command = CommandBuilder::new(PROGRAM);
        command.args(args);
        self.start(size, command, environment)
    }

    /// Runs a script of the shell at a terminal.
    pub(crate) fn shell_at_terminal(&self, size: (u16, u16), script: &str) -> Terminal {
        let mut command = CommandBuilder::new("/bin/sh");
        command.args(["-c", script]);
        self.start(size, command, &[])
    }

    fn start(
        &self,
        (rows, cols): (u16, u16),
        mut command: CommandBuilder,
        environment: &[(&str, &str)],
    ) -> Terminal {
        let pty = native_pty_system().openpty(size(rows, cols)).unwrap();
        let found = modes(&*pty.master);
        command.cwd(self.path(""));
        command.env_clear();
        command.env("TERM", "xterm-256color");
        for (name, value) in &self.environment {
            command.env(name, value);
        }
        for (name, value) in environment {
            command.env(name, value);
        }
        let child = Running(pty.slave.spawn_command(command).unwrap());
        let mut reader = pty.master.try_clone_reader().unwrap();
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 4_096];
            while let Ok(length @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..length].to_vec()).is_err() {
                    break;
                }
            }
        });
        Terminal {
            screen: vt100::Parser::new(columns(rows), columns(cols), 0),
            output,
            bytes: vec![],
            wrapped: vec![],
            may_wrap: false,
            stale: false,
            keys: pty.master.take_writer().unwrap(),
            master: pty.master,
            slave: pty.slave,
            found,
            child,
        }
    }
}

fn size(rows: u16, cols: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

fn columns(n: u16) -> NonZero<u16> {
    NonZero::new(n).unwrap()
}

/// Echo, line editing, signals from keys: everything that a shell finds again afterwards.
fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().unwrap())
}

impl Terminal {
    /// Waits until the screen shows a text, and something has come back since keys were sent.
    #[track_caller]
    pub(crate) fn wait(&mut self, text: &str) -> &mut Self {
        self.until(text, |screen| screen.contains(text))
    }

    /// Waits until the last row that holds anything is this one, blanks at its end left out: the program asks.
    #[track_caller]
    pub(crate) fn asks(&mut self, row: &str) -> &mut Self {
        self.until(row, |screen| screen.trim_end().lines().last() == Some(row))
    }

    #[track_caller]
    pub(crate) fn until(&mut self, what: &str, shows: impl Fn(&str) -> bool) -> &mut Self {
        while self.stale || !shows(&self.text()) {
            self.more(what);
        }
        assert!(self.may_wrap || self.wrapped.is_empty(), "rows that wrap: {:#?}", self.wrapped);
        self
    }

    /// Takes in what is printed next.
    #[track_caller]
    fn more(&mut self, what: &str) {
        match self.output.recv_timeout(PATIENCE) {
            Ok(bytes) => self.take(&bytes),
            Err(RecvTimeoutError::Timeout) => panic!("waited for {what:?} in vain:\n{}", self.text()),
            Err(RecvTimeoutError::Disconnected) => panic!("ended without {what:?}:\n{}", self.text()),
        }
    }

    fn take(&mut self, bytes: &[u8]) {
        self.stale = false;
        self.bytes.extend_from_slice(bytes);
        // Row by row, so that none scrolls away unseen.
        for row in bytes.split_inclusive(|byte| *byte == b'\n') {
            self.screen.process(row);
            let screen = self.screen.screen();
            let rows: Vec<String> = screen.rows(0, screen.size().1.get()).collect();
            let wrapped = rows
                .into_iter()
                .enumerate()
                .filter(|(at, _)| screen.row_wrapped(*at as u16))
                .map(|(_, row)| row);
            // A path is not broken: it is there to be copied.
            self.wrapped.extend(wrapped.filter(|row| !row.trim_start().starts_with('/')));
        }
    }

    #[track_caller]
    pub(crate) fn send(&mut self, keys: &str) -> &mut Self {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
        self.stale = true;
        self
    }

    /// Sends keys that are refused with this text, and waits for the prompt behind it. Keys before them that print
    /// nothing have been taken then, one by one or together with these.
    #[track_caller]
    pub(crate) fn refused(&mut self, keys: &str, said: &str, prompt: &str) -> &mut Self {
        let before = self.printed(said);
        self.send(keys);
        while self.printed(said) == before {
            self.more(said);
        }
        self.asks(prompt)
    }

    /// Presses a key again and again until a text is printed anew: for the time after keys that may be forgotten.
    #[track_caller]
    pub(crate) fn press_until(&mut self, key: &str, text: &str) -> &mut Self {
        let end = Instant::now() + PATIENCE;
        let before = self.printed(text);
        let mut pause = Duration::from_millis(40);
        while self.printed(text) == before {
            assert!(Instant::now() < end, "pressed {key:?} for {text:?} in vain:\n{}", self.text());
            self.send(key);
            while self.printed(text) == before
                && let Ok(bytes) = self.output.recv_timeout(pause)
            {
                self.take(&bytes);
            }
            // A slow machine takes keys that come too fast for a paste.
            pause = (pause * 2).min(Duration::from_secs(1));
        }
        self
    }

    /// What is on the screen, without blanks at the ends of rows.
    pub(crate) fn text(&self) -> String {
        let screen = self.screen.screen();
        screen.rows(0, screen.size().1.get()).map(|row| row.trim_end().to_owned() + "\n").collect()
    }

    #[track_caller]
    pub(crate) fn shows(&mut self, text: &str) -> &mut Self {
        assert!(self.text().contains(text), "no {text:?} on the screen:\n{}", self.text());
        self
    }

    #[track_caller]
    pub(crate) fn shows_no(&mut self, text: &str) -> &mut Self {
        assert!(!self.text().contains(text), "{text:?} is on the screen:\n{}", self.text());
        self
    }

    /// How often a text was printed since the program began, on the screen or scrolled away.
    pub(crate) fn printed(&self, text: &str) -> usize {
        String::from_utf8_lossy(&self.bytes).matches(text).count()
    }

    pub(crate) fn resize(&mut self, rows: u16, cols: u16) -> &mut Self {
        self.screen.screen_mut().set_size(columns(rows), columns(cols));
        self.master.resize(size(rows, cols)).unwrap();
        self
    }

    /// A window that says it has no rows and no columns; the screen stays as large as it was.
    pub(crate) fn unsized_window(&mut self) -> &mut Self {
        self.master.resize(size(0, 0)).unwrap();
        self
    }

    /// From here on a row may wrap: what is printed is for programs.
    pub(crate) fn wrapping_allowed(&mut self) -> &mut Self {
        self.may_wrap = true;
        self
    }

    /// The letter before an option on the screen.
    #[track_caller]
    pub(crate) fn letter(&self, option: &str) -> String {
        let text = self.text();
        let row = text
            .lines()
            .rev()
            .find(|row| row.starts_with("  ") && row.get(5..).is_some_and(|r| r.starts_with(option)));
        row.unwrap_or_else(|| panic!("no option {option:?}:\n{text}"))[2..3].to_owned()
    }
}

/// Asks again and again, for as long as there is patience.
pub(crate) fn wait_for<T>(mut ask: impl FnMut() -> Option<T>) -> Option<T> {
    let end = Instant::now() + PATIENCE;
    loop {
        let found = ask();
        if found.is_some() || Instant::now() > end {
            return found;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}
