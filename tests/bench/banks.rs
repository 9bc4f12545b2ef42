//! Banks of any size, of the words of the shipped ones.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// The banks that are shipped.
pub(crate) const SHIPPED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/question-banks");

const LARGEST: usize = 10_000;

/// What a made-up bank is like.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    Sound,
    /// Each question has an explanation that is too short.
    Findings,
}

/// Words in an order that only depends on the seed.
struct Words {
    all: Vec<String>,
    state: u64,
}

impl Words {
    fn new() -> Self {
        let mut names: Vec<PathBuf> =
            fs::read_dir(SHIPPED).unwrap().map(|entry| entry.unwrap().path()).collect();
        names.sort();
        let text: String =
            names.iter().map(|name| fs::read_to_string(name).unwrap().to_lowercase()).collect();
        let words = text.split(|c: char| !c.is_ascii_alphabetic() && c != '\'');
        let all = words.filter(|word| word.len() > 1 && !word.contains('\'')).map(str::to_owned).collect();
        Self { all, state: 7 }
    }

    fn some(&mut self, count: usize) -> String {
        let mut text = String::new();
        for _ in 0..count {
            self.state =
                self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let word = &self.all[(self.state >> 33) as usize % self.all.len()];
            let _ = write!(text, "{}{word}", if text.is_empty() { "" } else { " " });
        }
        text
    }
}

/// Writes a bank of scenarios with four options each, five to an objective.
pub(crate) fn write(path: &Path, questions: usize, sort: Sort) {
    let mut words = Words::new();
    let mut text =
        String::from("schema = 1\n[topic]\nid = \"bench\"\ntitle = \"Bench\"\nsummary = \"Made up.\"\n");
    for objective in 0..questions.div_ceil(5) {
        let _ = write!(text, "[[objective]]\nid = \"o{objective}\"\ntext = \"{}\"\n", words.some(6));
    }
    for n in 0..questions {
        let _ = write!(
            text,
            "[[question]]\nid = \"bench-{n}\"\nobjective = \"o{}\"\nkind = \"scenario\"\nlevel = \"apply\"\n\
             stem = \"{}?\"\nanswer = \"{}\"\ndistractors = [\n",
            n / 5,
            words.some(30),
            words.some(12)
        );
        for _ in 0..3 {
            let _ = writeln!(text, "  {{ text = \"{}\", why = \"{}\" }},", words.some(12), words.some(15));
        }
        let explanation = if sort == Sort::Findings { String::from("Too short.") } else { words.some(30) };
        let _ = write!(text, "]\nexplanation = \"{explanation}\"\nsource = \"A made-up source\"\n");
    }
    fs::write(path, text).unwrap();
}

/// Writes a folder of banks, none with more than 10,000 questions: a larger file is refused.
pub(crate) fn write_folder(folder: &Path, questions: usize, sort: Sort) {
    fs::create_dir_all(folder).unwrap();
    for file in 0..questions.div_ceil(LARGEST) {
        let path = folder.join(format!("{file}.toml"));
        write(&path, questions.min(LARGEST), sort);
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replace("\nid = \"bench", &format!("\nid = \"bench-{file}"))).unwrap();
    }
}

/// The same questions as text2qti takes them.
pub(crate) fn for_text2qti(bank: &Path, path: &Path) {
    let bank: toml::Table = fs::read_to_string(bank).unwrap().parse().unwrap();
    let mut text = String::from("Quiz title: Bench\n");
    for (n, question) in bank["question"].as_array().unwrap().iter().enumerate() {
        let said = |key: &str| question[key].as_str().unwrap();
        let _ = write!(
            text,
            "\n{}. {}\n... {}\n*a) {}\n",
            n + 1,
            said("stem"),
            said("explanation"),
            said("answer")
        );
        for (letter, distractor) in ["b", "c", "d"].iter().zip(question["distractors"].as_array().unwrap()) {
            let _ = writeln!(text, "{letter}) {}", distractor["text"].as_str().unwrap());
        }
    }
    fs::write(path, text).unwrap();
}
