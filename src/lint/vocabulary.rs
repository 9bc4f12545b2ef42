//! The words of a bank, each with a number: what the rules ask about a word is worked out once, and looked up from then
//! on.

use super::lexicon::{LISTS, List, NEGATIVES};
use super::lookup::Lookup;
use super::prose::{is_content, lower, raw_words, stemmed};

/// The number of a word in lower case.
pub(super) type Word = u32;

/// All words of the texts that were read, numbered in the order in which they were met.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    numbers: Lookup<String, Word>,
    entries: Vec<Entry>,
    /// The lists that hold each word, by their bits, and [`BEGINS`].
    lists: Vec<u32>,
    stems: Lookup<String, u32>,
    phrases: Vec<Phrase>,
}

/// The numbers of another vocabulary's words and stems.
#[derive(Debug)]
pub(super) struct TakenIn {
    pub(super) words: Vec<Word>,
    pub(super) stems: Vec<u32>,
}

/// The bit of words with which a phrase of a list begins.
const BEGINS: u32 = 1 << 31;

/// What is known of a word.
#[derive(Debug)]
struct Entry {
    text: String,
    /// The number of its stem, where the word has content of its own.
    stem: Option<u32>,
}

/// A phrase of a list, all of whose words are in the bank.
#[derive(Debug)]
struct Phrase {
    words: Vec<Word>,
    lists: u32,
}

impl Vocabulary {
    /// Adds the words of a text as numbers; new words are taken in.
    pub(super) fn read(&mut self, text: &str, words: &mut Vec<Word>) {
        words.extend(raw_words(text).map(|word| self.take_in(word)));
    }

    /// Takes in all words of another vocabulary in its order, as if their texts had been read after its own.
    pub(super) fn take_in_all(&mut self, other: &Self) -> TakenIn {
        let mut taken_in = TakenIn { words: vec![], stems: vec![0; other.stems.len()] };
        for entry in &other.entries {
            let number = self.take_in(&entry.text);
            taken_in.words.push(number);
            if let (Some(theirs), Some(ours)) = (entry.stem, self.stem(number)) {
                taken_in.stems[theirs as usize] = ours;
            }
        }
        taken_in
    }

    fn take_in(&mut self, word: &str) -> Word {
        let is_lower = word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'\'');
        let lowered = if is_lower { None } else { Some(lower(word)) };
        let word = lowered.as_deref().unwrap_or(word);
        if let Some(&number) = self.numbers.get(word) {
            return number;
        }
        let number = self.entries.len() as Word;
        let stem = is_content(word).then(|| {
            let next = self.stems.len() as u32;
            *self.stems.get_or_insert(stemmed(word), next)
        });
        self.entries.push(Entry { text: word.to_owned(), stem });
        self.numbers.insert(word.to_owned(), number);
        number
    }

    /// To be called once, after the last text: finds the words and phrases of all lists.
    pub(super) fn finish(&mut self) {
        self.lists = self
            .entries
            .iter()
            .map(|entry| if entry.text.ends_with("n't") { NEGATIVES.bit() } else { 0 })
            .collect();
        for list in LISTS {
            for phrase in list.phrases {
                let words: Option<Vec<Word>> = phrase.split(' ').map(|word| self.number(word)).collect();
                match words.as_deref() {
                    Some([word]) => self.lists[*word as usize] |= list.bit(),
                    Some([first, ..]) => {
                        self.lists[*first as usize] |= BEGINS;
                        self.phrases.push(Phrase { words: words.unwrap_or_default(), lists: list.bit() });
                    }
                    _ => {}
                }
            }
        }
    }

    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// The number of a word in lower case, where the bank has it.
    pub(super) fn number(&self, word: &str) -> Option<Word> {
        self.numbers.get(word).copied()
    }

    pub(super) fn text(&self, word: Word) -> &str {
        &self.entries[word as usize].text
    }

    pub(super) fn stem(&self, word: Word) -> Option<u32> {
        self.entries[word as usize].stem
    }

    /// How often words and phrases of a list stand in a run of words.
    pub(super) fn count(&self, words: &[Word], list: List) -> usize {
        (0..words.len()).map(|at| self.count_at(words, at, list)).sum()
    }

    /// Whether a word or phrase of a list stands in a run of words.
    pub(super) fn has(&self, words: &[Word], list: List) -> bool {
        (0..words.len()).any(|at| self.count_at(words, at, list) > 0)
    }

    /// How many words and phrases of a list begin at a word.
    fn count_at(&self, words: &[Word], at: usize, list: List) -> usize {
        let lists = self.lists[words[at] as usize];
        let single = usize::from(lists & list.bit() != 0);
        if lists & BEGINS == 0 {
            return single;
        }
        let is_here =
            |phrase: &&Phrase| phrase.lists & list.bit() != 0 && words[at..].starts_with(&phrase.words);
        single + self.phrases.iter().filter(is_here).count()
    }
}
