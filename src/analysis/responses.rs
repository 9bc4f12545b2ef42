//! Who answered what.

/// The answers of a class to the questions of a test.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Responses {
    pub(crate) items: Vec<Item>,
    pub(crate) students: Vec<Student>,
}

/// A question as it was asked.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Item {
    /// The id of the question where the banks know it, else what its column is called.
    pub(crate) name: String,
    /// Whether `name` is an id of the banks.
    pub(crate) known: bool,
    /// May be empty.
    pub(crate) stem: String,
    /// Ids; empty where the banks do not know the question.
    pub(crate) topic: String,
    pub(crate) objective: String,
    /// Empty where only right and wrong are known.
    pub(crate) options: Vec<Choice>,
}

/// An option of an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Choice {
    /// Its letter where nothing more is known.
    pub(crate) text: String,
    pub(crate) key: bool,
}

/// Somebody who took the test.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Student {
    /// Shown only where names are asked for; may be empty.
    pub(crate) name: String,
    /// One for each item.
    pub(crate) given: Vec<Given>,
}

/// What a student did with an item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Given {
    /// It was no part of the student's test.
    #[default]
    NotAsked,
    /// Asked and left out: wrong, and an option of its own.
    Blank,
    /// The chosen options, a bit for each.
    Chose(u64),
    /// Only this is known.
    Scored(bool),
}

/// More options than a [`Given::Chose`] can name.
pub(crate) const MOST_OPTIONS: usize = 64;

impl Item {
    fn keys(&self) -> u64 {
        self.options
            .iter()
            .enumerate()
            .filter(|(_, option)| option.key)
            .fold(0, |bits, (at, _)| bits | 1 << at)
    }

    /// The only key; `None` where there are several or it is not known.
    pub(crate) fn only_key(&self) -> Option<usize> {
        let mut keys = self.options.iter().enumerate().filter(|(_, option)| option.key).map(|(at, _)| at);
        keys.next().filter(|_| keys.next().is_none())
    }
}

impl Responses {
    /// Which answers are right: `None` for an item that was not asked. One row for each student.
    pub(super) fn scored(&self) -> Vec<Vec<Option<bool>>> {
        let keys: Vec<u64> = self.items.iter().map(Item::keys).collect();
        let score = |given: Given, keys: u64| match given {
            Given::NotAsked => None,
            Given::Blank => Some(false),
            Given::Chose(bits) => Some(bits == keys),
            Given::Scored(right) => Some(right),
        };
        let row = |student: &Student| {
            let given = student.given.iter().copied().chain(std::iter::repeat(Given::NotAsked));
            given.zip(&keys).map(|(given, keys)| score(given, *keys)).collect()
        };
        self.students.iter().map(row).collect()
    }
}
