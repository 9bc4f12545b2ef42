//! No question is left because of what was done with them: good news, or none yet, so a sentence and no failure.

use crate::context::{Context, Stream};
use crate::failure::Failure;
use crate::progress::History;
use crate::quiz::Empty;
use crate::words::{counted, wrap};

/// Says why nothing is left to `ask` or to `read`, and what to do next.
pub(super) fn nothing_left(
    to: &str,
    empty: &Empty,
    help: &str,
    history: &History,
    stream: Stream,
    context: &Context,
) -> Result<(), Failure> {
    let is_first_day = empty.is_history && history.is_empty();
    let said = if is_first_day {
        format!("Nothing to {to} yet: you have not answered a question.")
    } else {
        let fitting = if empty.is_first { "" } else { " that fit otherwise" };
        let questions = counted(empty.before, "question");
        format!("Nothing to {to}: of the {questions}{fitting}, none is {}.", empty.words)
    };
    let mut help =
        if is_first_day { String::from("`guardprep quiz` asks the first one") } else { help.to_owned() };
    if let Some(first) = help.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    Ok(context.print(stream, &wrap(&format!("{said}\n{help}."), context.width()))?)
}
