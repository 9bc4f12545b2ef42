//! How a program at a terminal ends, and what it leaves behind.

use super::*;

impl Terminal {
    /// Sets the modes of the terminal from outside, as a shell does that took it over for a while.
    pub(crate) fn stty(&mut self, modes: &str) -> &mut Self {
        let name = self.master.tty_name().unwrap();
        let status = std::process::Command::new("stty").arg("-F").arg(name).arg(modes).status();
        assert!(status.unwrap().success());
        self
    }

    pub(crate) fn pid(&self) -> i32 {
        self.child.0.process_id().unwrap().cast_signed()
    }

    /// Reads a summary to its end and waits for the end of the program: no row wrapped, the cursor is visible, the terminal is as it was found. Gives the exit code.
    #[track_caller]
    pub(crate) fn end(&mut self) -> u32 {
        let code = wait_for(|| {
            while let Ok(bytes) = self.output.try_recv() {
                self.take(&bytes);
            }
            self.turn_page();
            self.child.0.try_wait().unwrap()
        })
        .unwrap_or_else(|| panic!("does not end:\n{}", self.text()));
        assert_eq!(modes(&*self.master), self.found, "the terminal is left as it was found");
        // With the last user gone the output ends.
        let pty = native_pty_system().openpty(size(1, 1)).unwrap();
        drop(std::mem::replace(&mut self.slave, pty.slave));
        while let Ok(bytes) = self.output.recv_timeout(PATIENCE) {
            self.take(&bytes);
        }
        assert!(self.may_wrap || self.wrapped.is_empty(), "rows that wrap: {:#?}", self.wrapped);
        assert!(!self.screen.screen().hide_cursor(), "the cursor is hidden:\n{}", self.text());
        assert!(!self.text().contains("panicked"), "{}", self.text());
        code.exit_code()
    }

    /// Turns the page, where a summary is longer than the window.
    fn turn_page(&mut self) {
        if !self.stale && self.text().trim_end().lines().last().is_some_and(is_page_prompt) {
            self.send(ENTER);
        }
    }

    /// Turns the pages of a summary until the program asks for something else.
    #[track_caller]
    pub(crate) fn turned(&mut self, row: &str) -> &mut Self {
        while self.stale || self.text().trim_end().lines().last() != Some(row) {
            self.turn_page();
            self.more(row);
        }
        self
    }

    /// Waits for the end of a program that was killed: it can put nothing back.
    pub(crate) fn end_of_killed(&mut self) {
        assert!(wait_for(|| self.child.0.try_wait().unwrap()).is_some(), "does not end");
    }

    /// Closes the terminal as a person closes a window, and waits for the end of the program.
    pub(crate) fn close(self) {
        let Self { mut child, master, slave, keys, output, .. } = self;
        drop((keys, master, slave, output));
        assert!(wait_for(|| child.0.try_wait().unwrap()).is_some(), "still runs after its terminal is gone");
    }
}

/// Whether a page asks what comes next: "Page 1 of 3", or "1/3" in a narrow window.
fn is_page_prompt(row: &str) -> bool {
    row.starts_with("Page ") || row.trim_end().ends_with("Enter b / q:")
}
