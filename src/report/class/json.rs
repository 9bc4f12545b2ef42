//! The report for programs.

use serde_json::{Value, json};

use super::whole::ClassReport;
use crate::analysis::{Depth, Flag, Interval, Item, ItemFigures, Knowledge};

impl ClassReport<'_> {
    /// Everything; a figure that there are too few students for is null.
    pub(crate) fn json(&self, problems: &[Value]) -> Value {
        let analysis = self.analysis;
        let scores = analysis.scores.as_ref().map(|scores| {
            let reliability = scores.reliability.map(|found| {
                json!({"alpha": found.alpha, "interval_95": found.interval.map(interval), "standard_error": found.error})
            });
            json!({
                "mean": scores.mean, "median": scores.median, "standard_deviation": scores.deviation,
                "reliability": reliability, "distribution": scores.distribution,
            })
        });
        let results: Vec<Value> = self
            .results()
            .iter()
            .map(|(name, right, asked)| json!({"student": name, "right": right, "asked": asked}))
            .collect();
        json!({
            "schema": 1,
            "students": analysis.students,
            "questions": self.responses.items.len(),
            "files": self.origins,
            "problems": problems,
            "first_answers_only": self.first_only,
            "says": match analysis.depth {
                Depth::Nothing => "nothing",
                Depth::Shares => "shares",
                Depth::Intervals => "intervals",
                Depth::Everything => "everything",
            },
            "scores": scores,
            "topics": knowledge(&analysis.topics),
            "objectives": knowledge(&analysis.objectives),
            "items": self.items().map(|(item, figures)| self.item(item, figures)).collect::<Vec<_>>(),
            "results": if self.names { json!(results) } else { Value::Null },
        })
    }

    fn item(&self, item: &Item, figures: &ItemFigures) -> Value {
        let options: Vec<Value> = item
            .options
            .iter()
            .zip(&figures.options)
            .map(|(option, figures)| {
                json!({
                    "text": option.text, "key": option.key, "chosen": figures.chosen, "share": figures.share,
                    "r": figures.correlation,
                })
            })
            .collect();
        let flags: Vec<Value> = figures
            .flags
            .iter()
            .map(|flag| {
                let (seen, act) = self.explained(item, figures, flag);
                let options = match flag {
                    Flag::WrongKey { option } => json!([option]),
                    Flag::DeadDistractors { options } => json!(options),
                    _ => json!([]),
                };
                json!({"flag": flag.name(), "options": options, "seen": seen, "do": act})
            })
            .collect();
        json!({
            "question": item.name, "in_bank": item.known, "stem": item.stem, "topic": text(&item.topic),
            "objective": text(&item.objective), "asked": figures.asked, "right": figures.right,
            "left_out": figures.blank, "facility": figures.facility,
            "facility_interval_95": interval(figures.facility_interval), "r": figures.discrimination,
            "r_interval_90": figures.discrimination_interval.map(interval), "r_left_out": figures.blank_correlation,
            "alpha_without": figures.alpha_without, "upper_lower_27": figures.upper_lower,
            "efficiency": figures.efficiency, "options": options, "flags": flags,
        })
    }
}

fn interval((from, to): Interval) -> Value {
    json!([from, to])
}

fn text(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

fn knowledge(list: &[Knowledge]) -> Vec<Value> {
    let one = |known: &Knowledge| {
        json!({
            "topic": known.topic, "objective": text(&known.objective), "questions": known.questions,
            "answers": known.answers, "right": known.right,
        })
    };
    list.iter().map(one).collect()
}
