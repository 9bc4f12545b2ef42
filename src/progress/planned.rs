//! The study plan that holds now.

use super::event::{Body, Event};
use super::study_plan::StudyPlan;

/// The plan that a log ends with. A reset of what was learned leaves it: the exam is still on that day.
pub(crate) fn study_plan<'e>(events: impl IntoIterator<Item = &'e Event>) -> StudyPlan {
    let plans = events.into_iter().filter_map(|event| match &event.body {
        Body::Plan(plan) => Some(plan),
        _ => None,
    });
    plans.last().cloned().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(number: u64, body: Body) -> Event {
        Event { id: format!("e{number}"), device: String::from("d"), number, at: 0, sitting: None, body }
    }

    #[test]
    fn the_last_plan_counts_whole_and_a_reset_leaves_it() {
        let plan = |number, exam: Option<&str>, minutes| {
            event(number, Body::Plan(StudyPlan { exam: exam.map(ToOwned::to_owned), minutes, profile: None }))
        };
        let mut log = vec![plan(1, Some("2026-06-01"), Some(20)), plan(2, Some("2026-06-08"), None)];
        log.push(event(3, Body::Reset { topic: None }));
        let planned = study_plan(&log);
        assert_eq!(
            (planned.exam_date().unwrap().to_string().as_str(), planned.minutes),
            ("2026-06-08", None)
        );
        log.push(plan(4, None, None));
        assert_eq!(study_plan(&log), StudyPlan::default());
        assert_eq!(serde_json::to_string(&log[3].body).unwrap(), r#"{"event":"plan"}"#);
    }

    #[test]
    fn only_plans_that_guardprep_could_have_written_are_sound() {
        let sound = |text: &str| serde_json::from_str::<Body>(text).unwrap().is_sound();
        assert!(sound(r#"{"event":"plan"}"#));
        assert!(sound(r#"{"event":"plan","exam":"2026-06-01","minutes":1440,"profile":"us-xx"}"#));
        for wrong in [
            r#""exam":"2026-6-1""#,
            r#""exam":"2026-02-30""#,
            r#""exam":"2026-06-01T10:00""#,
            r#""exam":"soon""#,
            r#""minutes":0"#,
            r#""minutes":1441"#,
        ] {
            assert!(!sound(&format!(r#"{{"event":"plan",{wrong}}}"#)), "{wrong}");
        }
        let long = "a".repeat(100_001);
        assert!(!sound(&format!(r#"{{"event":"plan","profile":"{long}"}}"#)));
        assert!(!sound(&format!(r#"{{"event":"guess","target":"{long}","on":true}}"#)));
        // Its texts are printed.
        let Body::Plan(plan) = serde_json::from_str(r#"{"event":"plan","profile":"a\u001b[31mb"}"#).unwrap()
        else {
            unreachable!("a plan");
        };
        assert!(plan.profile.unwrap().chars().all(|c| !c.is_control()));
    }
}
