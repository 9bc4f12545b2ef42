//! Options that have an order of their own, and which one it is.

use super::Question;

/// Sorts these options ([`Question::option`]) as they naturally stand, or `None` where any order is as good.
///
/// A question with an `order` keeps it, numbers ascend, True/False and Yes/No stand so.
pub(crate) fn natural_order(question: &Question, options: &[usize]) -> Option<Vec<usize>> {
    let sorted_by = |place: &dyn Fn(&str) -> Option<f64>| {
        let mut placed: Vec<(f64, usize)> = options
            .iter()
            .map(|&at| place(question.option(at)).map(|place| (place, at)))
            .collect::<Option<_>>()?;
        placed.sort_by(|a, b| a.0.total_cmp(&b.0));
        Some(placed.into_iter().map(|(_, at)| at).collect())
    };
    if !question.order.is_empty() {
        return sorted_by(&|text| question.order.iter().position(|other| other == text).map(|at| at as f64));
    }
    let pair = |first: &'static str, second: &'static str| {
        move |text: &str| match text.trim_end_matches('.').to_lowercase() {
            plain if plain == first => Some(0.0),
            plain if plain == second => Some(1.0),
            _ => None,
        }
    };
    sorted_by(&|text| text.replace(',', "").parse::<f64>().ok().filter(|number| number.is_finite()))
        .or_else(|| sorted_by(&pair("true", "false")))
        .or_else(|| sorted_by(&pair("yes", "no")))
}
