//! The world as one run sees it: clock, seed, streams, folders, environment. Nothing else reads the clock or the
//! environment, and nearly everything is printed through here (the exceptions are in the map in `lib.rs`).

mod environment;
mod signals;
mod stream;
mod window;

use std::ffi::OsStr;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::sync::OnceLock;
use std::time::Instant;

use anstream::{AutoStream, ColorChoice};
use etcetera::BaseStrategy;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use rand::TryRng;
use rand::rngs::SysRng;

pub(crate) use signals::{Outlives, resume_words};
pub(crate) use stream::Stream;

use environment::Environment;
use window::{columns, rows, usable, usable_for_table};

use crate::diagnostic::{Diagnostic, render};
use crate::exam::Tick;
use crate::failure::{Exit, Failure};
use crate::progress::Millis;
use crate::terminal::{InputMode, Menu, Person, pass_by_pages, read_by_pages, read_in_program, remember};
use crate::words::{harmless_json, printable, without_command, wrap_whole};

/// When color is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless `NO_COLOR` is set
    #[default]
    Auto,
    Always,
    Never,
}

/// What the command line says about the whole run.
#[derive(Clone, Debug, Default)]
pub(crate) struct Settings {
    pub(crate) banks: Vec<PathBuf>,
    pub(crate) progress: Option<PathBuf>,
    pub(crate) plain: bool,
    pub(crate) color: Color,
    pub(crate) seed: Option<u64>,
    /// Whether commands are chosen in the menu.
    pub(crate) menu: bool,
}

pub(crate) struct Context {
    settings: Settings,
    environment: Environment,
    /// To find it takes a walk through the folder of all zones, and few commands ask for it.
    zone: OnceLock<TimeZone>,
    /// When this run began, on a clock that nobody can set.
    began: Instant,
}

impl Context {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
    pub(crate) fn new(mut settings: Settings) -> Result<Self, Failure> {
        let (environment, seed) = Environment::read()?;
        settings.seed = settings.seed.or(seed);
        settings.plain |= environment.dumb;
        let context = Self { settings, environment, zone: OnceLock::new(), began: Instant::now() };
        console::set_colors_enabled(context.has_color(Stream::Out));
        console::set_colors_enabled_stderr(context.has_color(Stream::Err));
        // Ctrl-C in a menu, a closed window, a system that shuts down. Where no handler can be set the terminal may
        // stay quiet after a signal, and everything else works.
        remember();
        signals::handle();
        Ok(context)
    }

    /// Milliseconds since 1970, or the fixed time of a test.
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
    pub(crate) fn now(&self) -> Millis {
        self.environment.now.unwrap_or_else(Timestamp::now).as_millisecond()
    }

    /// The clock on the wall, and one that only runs on; both stand still in a test.
    pub(crate) fn tick(&self) -> Tick {
        let ran = if self.environment.now.is_some() { 0 } else { self.began.elapsed().as_millis() };
        Tick { wall: self.now(), steady: u64::try_from(ran).unwrap_or(u64::MAX) }
    }

    pub(crate) fn zone(&self) -> TimeZone {
        self.zone.get_or_init(TimeZone::system).clone()
    }

    /// The seed that was asked for.
    pub(crate) fn fixed_seed(&self) -> Option<u64> {
        self.settings.seed
    }

    /// The seed that was asked for, or one from the system.
    pub(crate) fn seed(&self) -> Result<u64, Failure> {
        match self.settings.seed {
            Some(seed) => Ok(seed),
            // Short enough to be typed again.
            None => {
                SysRng.try_next_u32().map(u64::from).map_err(|error| Failure::NoRandom(error.to_string()))
            }
        }
    }

    pub(crate) fn is_plain(&self) -> bool {
        self.settings.plain
    }

    /// Whether commands are chosen in the menu, where none can be typed: it offers keys instead.
    pub(crate) fn in_menu(&self) -> bool {
        self.settings.menu
    }

    /// What is said, without the commands that nobody can type now.
    pub(crate) fn told(&self, text: &str) -> String {
        if self.settings.menu { without_command(text) } else { text.to_owned() }
    }

    /// The rows of the window that a text has to itself: in the menu its keys stand below it.
    pub(crate) fn page_rows(&self) -> Option<usize> {
        Self::window_rows().map(|rows| if self.settings.menu { rows.saturating_sub(3) } else { rows })
    }

    /// Whether days in a row are told.
    pub(crate) fn tells_streak(&self) -> bool {
        !self.environment.no_streak
    }

    /// Whether a person sits at a terminal on both ends.
    pub(crate) fn is_interactive() -> bool {
        io::stdin().is_terminal() && io::stdout().is_terminal()
    }

    fn has_color(&self, stream: Stream) -> bool {
        match self.settings.color {
            Color::Always => !self.settings.plain,
            Color::Never => false,
            Color::Auto => stream.is_terminal() && !self.settings.plain && !self.environment.no_color,
        }
    }

    /// A stream that drops color where it is not wanted.
    pub(crate) fn stream(&self, stream: Stream) -> Box<dyn Write> {
        let choice = if self.has_color(stream) { ColorChoice::Always } else { ColorChoice::Never };
        match stream {
            Stream::Out => Box::new(AutoStream::new(io::stdout(), choice)),
            Stream::Err => Box::new(AutoStream::new(io::stderr(), choice)),
        }
    }

    /// Prints a text and a line break. An error on stderr is ignored: it must not stop the work.
    pub(crate) fn print(&self, stream: Stream, text: &str) -> io::Result<()> {
        let mut out = self.stream(stream);
        let printed = writeln!(out, "{}", printable(text)).and_then(|()| out.flush());
        if stream == Stream::Err { Ok(()) } else { printed }
    }

    /// Prints a JSON document to stdout.
    pub(crate) fn document(&self, document: &serde_json::Value) -> io::Result<()> {
        self.print(Stream::Out, &harmless_json(&document.to_string()))
    }

    /// A sentence about the result, on stderr.
    pub(crate) fn remark(&self, text: &str) -> io::Result<()> {
        let width = usable(columns(Stream::Err, self.environment.columns));
        self.print(Stream::Err, &wrap_whole(text, width))
    }

    /// A note about the result, on stderr.
    pub(crate) fn note(&self, text: &str) -> io::Result<()> {
        self.remark(&format!("note: {text}"))
    }

    /// Columns that may be used: one less than the window has, at most 88.
    pub(crate) fn width(&self) -> usize {
        usable(columns(Stream::Out, self.environment.columns))
    }

    /// Columns that a table may use, which is more than a text may.
    pub(crate) fn table_width(&self) -> usize {
        usable_for_table(columns(Stream::Out, self.environment.columns))
    }

    /// The rows of the window on stdout; `None` without one, where nothing scrolls away.
    pub(crate) fn window_rows() -> Option<usize> {
        Stream::Out.is_terminal().then(|| rows(Stream::Out))
    }

    /// The person at the keyboard; with `stream` on stderr, stdout stays free for a document.
    pub(crate) fn person(&self, stream: Stream) -> Person {
        let fixed = self.environment.columns;
        let (stands, began) = (self.environment.now.is_some(), self.began);
        Person::new(
            self.stream(stream),
            self.input_mode(stream),
            Box::new(move || usable(columns(stream, fixed))),
            Box::new(move || (!stands).then(|| began.elapsed())),
        )
    }

    fn input_mode(&self, stream: Stream) -> InputMode {
        if io::stdin().is_terminal()
            && stream.is_terminal()
            && !self.settings.plain
            && !self.environment.mintty
        {
            InputMode::Keys
        } else {
            InputMode::Lines { echo: !io::stdin().is_terminal() }
        }
    }

    /// Shows a text in a program that reads it. Returns whether there is such a program.
    pub(crate) fn read_in(program: impl AsRef<OsStr>, text: &str) -> io::Result<bool> {
        signals::yield_to_program(true);
        let shown = read_in_program(program.as_ref(), &printable(text));
        signals::yield_to_program(false);
        shown
    }

    /// Prints a text that may be longer than the screen, as blocks with an empty line between two; `blocks` makes it for
    /// a width. On a terminal it is read in `$PAGER`, or page by page where there is none; elsewhere all of it is printed.
    pub(crate) fn read_through(&self, blocks: &dyn Fn(usize) -> Vec<String>) -> Result<Exit, Failure> {
        let whole = || blocks(self.width()).join("\n\n");
        if !Self::is_interactive() {
            self.print(Stream::Out, &whole())?;
            return Ok(Exit::Done);
        }
        if let Some(pager) = self.environment.pager.as_ref().filter(|_| !self.settings.plain) {
            // Some pagers would show the colors as signs.
            let text = anstream::adapter::strip_str(&whole()).to_string();
            if Self::read_in(pager, &text)? {
                return Ok(Exit::Done);
            }
        }
        let interrupted = read_by_pages(&mut self.person(Stream::Out), &|| rows(Stream::Out), blocks)?;
        Ok(if interrupted { Exit::Interrupted } else { Exit::Done })
    }

    /// Says something that a prompt follows, such as a summary. Where it is longer than the window of somebody who is
    /// there to read it, it comes page by page. `text` makes it for a width. Returns whether it was interrupted.
    pub(crate) fn pass_through(person: &mut Person, text: &dyn Fn(usize) -> String) -> io::Result<bool> {
        if !person.pauses() {
            person.say(&text(person.width()))?;
            return Ok(false);
        }
        // As one block: pages are filled, since what belongs together is no longer than a few rows.
        pass_by_pages(person, &|| rows(Stream::Out), &|width| vec![text(width)])
    }

    pub(crate) fn menu(&self) -> Menu {
        Menu::new(self.settings.plain || self.environment.mintty)
    }

    /// Sets what is printed when a signal ends the program.
    pub(crate) fn set_outlives(outlives: Outlives) {
        signals::set(outlives);
    }

    /// Sets the number by which `resume` knows the sitting that is going on, for what a signal prints.
    pub(crate) fn set_resume_number(number: Option<usize>) {
        signals::set_number(number);
    }

    /// The folder for what is kept, or `None` on a system without a home.
    pub(crate) fn data_folder(&self) -> Option<PathBuf> {
        if let Some(home) = &self.environment.home {
            return Some(home.clone());
        }
        let strategy = etcetera::base_strategy::choose_native_strategy().ok()?;
        Some(strategy.data_dir().join("guardprep"))
    }

    /// The progress file that was asked for.
    pub(crate) fn named_progress(&self) -> Option<PathBuf> {
        self.settings.progress.clone()
    }

    /// The banks that were asked for, besides those of the data folder.
    pub(crate) fn named_banks(&self) -> Vec<PathBuf> {
        self.environment.banks.iter().chain(&self.settings.banks).cloned().collect()
    }

    pub(crate) fn diagnostic(&self, problem: &Diagnostic, stream: Stream) -> String {
        render(problem, self.has_color(stream), self.width())
    }
}
