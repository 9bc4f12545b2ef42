//! The filters of a selection, in the order in which they are applied.

use super::filter::Filter;
use super::search::speaks_of;
use crate::progress::Standing;

pub(crate) const FILTERS: &[Filter] =
    &[TOPIC, OBJECTIVE, KIND, LEVEL, JURISDICTION, WORDS, LAST, SINCE, HISTORY];

const TOPIC: Filter = Filter {
    words: |_| String::from("of these topics"),
    help: "`guardprep topics` lists the topics",
    is_history: false,
    asked: |selection| !selection.topics.is_empty(),
    fits: |selection, question, _| selection.topics.contains(&question.topic),
};

const OBJECTIVE: Filter = Filter {
    words: |_| String::from("on this objective"),
    help: "`guardprep topics TOPIC` lists the objectives of a topic",
    is_history: false,
    asked: |selection| !selection.objectives.is_empty(),
    fits: |selection, question, _| selection.objectives.contains(&question.objective),
};

const KIND: Filter = Filter {
    words: |_| String::from("of this kind"),
    help: "leave --kind out, or take another topic",
    is_history: false,
    asked: |selection| !selection.kinds.is_empty(),
    fits: |selection, question, _| selection.kinds.contains(&question.kind),
};

const LEVEL: Filter = Filter {
    words: |_| String::from("on this level"),
    help: "leave --level out, or take another topic",
    is_history: false,
    asked: |selection| !selection.levels.is_empty(),
    fits: |selection, question, _| selection.levels.contains(&question.level),
};

const JURISDICTION: Filter = Filter {
    words: |_| String::from("about the law of this place"),
    help: "leave --jurisdiction out: most questions hold everywhere",
    is_history: false,
    asked: |selection| !selection.jurisdictions.is_empty(),
    fits: |selection, question, _| {
        question.jurisdiction.as_ref().is_some_and(|place| selection.jurisdictions.contains(place))
    },
};

const WORDS: Filter = Filter {
    words: |selection| format!("one with \"{}\"", selection.words.join(" ")),
    help: "leave a word out, or take the beginning of one",
    is_history: false,
    asked: |selection| !selection.words.is_empty(),
    fits: |selection, question, _| speaks_of(question, &selection.words),
};

const LAST: Filter = Filter {
    words: |_| String::from("of a quiz or exam that you answered"),
    help: "`guardprep quiz` asks the first question",
    is_history: true,
    asked: |selection| selection.last,
    fits: |_, question, history| history.last_sitting().is_some_and(|last| last.asked.contains(&question.id)),
};

const SINCE: Filter = Filter {
    words: |_| String::from("one that you answered in that time"),
    help: "leave --since out, or give a longer time",
    is_history: true,
    asked: |selection| selection.since.is_some(),
    fits: |selection, question, history| {
        let last = history.attempts(question).next_back();
        last.is_some_and(|attempt| selection.since.is_none_or(|since| attempt.at >= since))
    },
};

const HISTORY: Filter = Filter {
    words: |selection| {
        let asked = [
            (selection.missed, "one that you got wrong"),
            (selection.weak, "weak"),
            (selection.new, "new"),
            (selection.flagged, "flagged"),
            (selection.guessed, "a guess"),
        ];
        asked.iter().filter(|(asked, _)| *asked).map(|(_, word)| *word).collect::<Vec<_>>().join(" or ")
    },
    help: "`guardprep quiz` asks any question, `guardprep progress` shows what you have done",
    is_history: true,
    asked: |selection| {
        selection.missed || selection.weak || selection.new || selection.flagged || selection.guessed
    },
    fits: |selection, question, history| {
        let standing = history.standing(question);
        // A question of an exam that was left without an answer was missed in it.
        let missed = match history.last_sitting().filter(|_| selection.last) {
            Some(last) => last.missed.contains(&question.id),
            None => standing == Standing::Wrong,
        };
        (selection.missed && missed)
            || (selection.guessed && history.attempts(question).next_back().is_some_and(|a| a.guessed))
            || (selection.weak && history.is_weak(question))
            || (selection.new && matches!(standing, Standing::New | Standing::Changed))
            || (selection.flagged && history.is_flagged(&question.id))
    },
};
