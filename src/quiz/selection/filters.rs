//! The filters of a selection, in the order in which they are applied.

use super::Filter;
use crate::progress::Standing;

pub(crate) const FILTERS: &[Filter] = &[TOPIC, OBJECTIVE, KIND, LEVEL, JURISDICTION, HISTORY];

const TOPIC: Filter = Filter {
    words: |_| String::from("of these topics"),
    help: "`guardprep topics` lists the topics",
    asked: |selection| !selection.topics.is_empty(),
    fits: |selection, question, _| selection.topics.contains(&question.topic),
};

const OBJECTIVE: Filter = Filter {
    words: |_| String::from("on this objective"),
    help: "`guardprep topics TOPIC` lists the objectives of a topic",
    asked: |selection| !selection.objectives.is_empty(),
    fits: |selection, question, _| selection.objectives.contains(&question.objective),
};

const KIND: Filter = Filter {
    words: |_| String::from("of this kind"),
    help: "leave --kind out, or take another topic",
    asked: |selection| !selection.kinds.is_empty(),
    fits: |selection, question, _| selection.kinds.contains(&question.kind),
};

const LEVEL: Filter = Filter {
    words: |_| String::from("on this level"),
    help: "leave --level out, or take another topic",
    asked: |selection| !selection.levels.is_empty(),
    fits: |selection, question, _| selection.levels.contains(&question.level),
};

const JURISDICTION: Filter = Filter {
    words: |_| String::from("about the law of this place"),
    help: "leave --jurisdiction out: most questions hold everywhere",
    asked: |selection| !selection.jurisdictions.is_empty(),
    fits: |selection, question, _| {
        question.jurisdiction.as_ref().is_some_and(|place| selection.jurisdictions.contains(place))
    },
};

const HISTORY: Filter = Filter {
    words: |selection| {
        let asked = [
            (selection.missed, "one that you got wrong"),
            (selection.weak, "weak"),
            (selection.new, "new"),
            (selection.flagged, "flagged"),
        ];
        asked.iter().filter(|(asked, _)| *asked).map(|(_, word)| *word).collect::<Vec<_>>().join(" or ")
    },
    help: "`guardprep quiz` asks any question, `guardprep progress` shows what you have done",
    asked: |selection| selection.missed || selection.weak || selection.new || selection.flagged,
    fits: |selection, question, history| {
        let standing = history.standing(question);
        (selection.missed && standing == Standing::Wrong)
            || (selection.weak && history.is_weak(question))
            || (selection.new && matches!(standing, Standing::New | Standing::Changed))
            || (selection.flagged && history.is_flagged(&question.id))
    },
};
