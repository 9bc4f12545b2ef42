//! A place of its own for every test: a private home, a cleared environment, a fixed clock and seed.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_guardprep");

/// The time of every test.
pub(crate) const NOW: &str = "2026-05-01T09:00:00Z";

pub(crate) struct Sandbox {
    folder: TempDir,
    /// What every program started here finds in its environment.
    pub(crate) environment: Vec<(String, String)>,
}

impl Sandbox {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let home = folder.path().to_str().unwrap().to_owned();
        let set = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let environment = vec![
            set("HOME", &home),
            set("GUARDPREP_HOME", &format!("{home}/data")),
            set("GUARDPREP_NOW", NOW),
            set("GUARDPREP_SEED", "7"),
            set("TZ", "UTC"),
            set("PATH", "/usr/local/bin:/usr/bin:/bin"),
        ];
        Self { folder, environment }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn progress_file(&self) -> PathBuf {
        self.path("data/progress.db")
    }

    /// Writes a file and gives its path.
    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, content).unwrap();
        path
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        command
            .args(arguments)
            .env_clear()
            .envs(self.environment.iter().cloned())
            .current_dir(self.folder.path());
        command
    }

    /// Runs guardprep with some input, and says what came of it.
    #[must_use = "judge a program by what it printed and how it ended"]
    pub(crate) fn run(&self, arguments: &[&str], input: &str) -> Ran {
        run(self.command(arguments), input.as_bytes())
    }

    /// The events of the progress file, as `progress export` prints them.
    pub(crate) fn log(&self) -> Vec<serde_json::Value> {
        let ran = self.run(&["progress", "export"], "");
        ran.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// How many answers there are in the log.
    pub(crate) fn answers(&self) -> usize {
        self.log().iter().filter(|event| event["event"] == "answer").count()
    }
}

/// What a program printed, and its exit code (`None` after a signal).
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    pub(crate) code: Option<i32>,
}

#[must_use = "judge a program by what it printed and how it ended"]
pub(crate) fn run(command: Command, input: &[u8]) -> Ran {
    run_watched(command, input, |_| {})
}

/// The same; what is given gets the number of the process as soon as it runs.
#[must_use = "judge a program by what it printed and how it ended"]
pub(crate) fn run_watched(mut command: Command, input: &[u8], watch: impl FnOnce(u32)) -> Ran {
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    watch(child.id());
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // A program that stops reading early is no failure of the test.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let Output { status, stdout, stderr } = child.wait_with_output().unwrap();
    writer.join().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ran { stdout: text(stdout), stderr: text(stderr), code: status.code() }
}

impl Ran {
    /// Fails with everything that was printed unless the program ended with this code.
    #[track_caller]
    pub(crate) fn ended_with(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "stdout:\n{}\nstderr:\n{}", self.stdout, self.stderr);
        assert!(!self.stderr.contains("panicked"), "{}", self.stderr);
        self
    }

    #[track_caller]
    pub(crate) fn says(self, text: &str) -> Self {
        assert!(
            self.stdout.contains(text),
            "no {text:?} in stdout:\n{}\nstderr:\n{}",
            self.stdout,
            self.stderr
        );
        self
    }

    #[track_caller]
    pub(crate) fn complains(self, text: &str) -> Self {
        assert!(
            self.stderr.contains(text),
            "no {text:?} in stderr:\n{}\nstdout:\n{}",
            self.stderr,
            self.stdout
        );
        self
    }
}

/// The root of the project.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
