//! Programs that may take so much memory and so much time, and are ended where they take more.

use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use crate::support::{Ran, run_watched};

/// What any input may cost. (Tests are built without optimization, and machines are busy: this is no promise about time, which
/// README's last section makes; it tells what ends from what does not.)
pub(crate) const MOST_MEMORY: u64 = 256 * 1024 * 1024;
pub(crate) const MOST_TIME: Duration = Duration::from_mins(1);

/// What came of a program, and what it took.
#[derive(Debug)]
pub(crate) struct Bounded {
    pub(crate) ran: Ran,
    /// The most memory it had, in bytes; 0 where the system does not tell.
    pub(crate) memory: u64,
    pub(crate) time: Duration,
}

impl Bounded {
    /// Runs a program, and kills it as soon as it takes too much of either.
    pub(crate) fn run(command: Command, input: &[u8]) -> Self {
        let began = Instant::now();
        let over = AtomicBool::new(false);
        let over = &over;
        let (ran, memory) = std::thread::scope(|scope| {
            let (told, watched) = std::sync::mpsc::channel();
            let watch = scope.spawn(move || {
                let Ok(id) = watched.recv() else { return 0 };
                let mut memory = 0;
                while !over.load(Ordering::Acquire) {
                    let mut now = peak(id);
                    // In the moment before a program takes its place, a new process has the memory of the tests.
                    if now > MOST_MEMORY {
                        std::thread::sleep(Duration::from_millis(2));
                        now = peak(id);
                    }
                    memory = memory.max(now);
                    if memory > MOST_MEMORY || began.elapsed() > MOST_TIME {
                        let pid = i32::try_from(id).ok().and_then(Pid::from_raw);
                        let _ = pid.map(|pid| kill_process(pid, Signal::KILL));
                        break;
                    }
                    std::thread::sleep(Duration::from_millis(1));
                }
                memory
            });
            let ran = run_watched(command, input, |id| told.send(id).unwrap());
            over.store(true, Ordering::Release);
            (ran, watch.join().unwrap())
        });
        Self { ran, memory, time: began.elapsed() }
    }

    /// Fails unless it stayed within bounds.
    #[track_caller]
    pub(crate) fn within(self) -> Ran {
        let bounds = self.beyond();
        assert!(bounds.is_none(), "{bounds:?}: {:?}", self.ran);
        self.ran
    }

    /// What it took too much of.
    pub(crate) fn beyond(&self) -> Option<String> {
        let memory = (self.memory > MOST_MEMORY).then(|| format!("more than {} MB", self.memory >> 20));
        memory.or_else(|| (self.time > MOST_TIME).then(|| format!("{:?}", self.time)))
    }
}

/// The most memory that a process had until now.
fn peak(id: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches("kB").trim().parse::<u64>().ok());
    kilobytes.unwrap_or(0) * 1024
}
