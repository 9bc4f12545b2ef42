//! The list of topics: what to type, what it means, how much of it is seen.

use crate::words::{columns, counted, hang};

/// One topic of the list.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct TopicLine {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) questions: usize,
    /// `None` where it is not known.
    pub(crate) seen: Option<usize>,
    /// Share of right answers, in percent.
    pub(crate) percent: Option<usize>,
}

/// The list without a line break at its end: a title under each name where both do not fit one row; sentences in
/// plain mode.
pub(crate) fn topic_lines(topics: &[TopicLine], width: usize, plain: bool) -> String {
    if plain {
        return topics.iter().map(sentence).collect::<Vec<_>>().join("\n");
    }
    let seen = |topic: &TopicLine| {
        format!(
            "{}/{}",
            topic.seen.map_or_else(|| String::from("?"), |seen| seen.to_string()),
            topic.questions
        )
    };
    let widest = |of: &dyn Fn(&TopicLine) -> usize, head: &str| {
        topics.iter().map(of).max().unwrap_or(0).max(head.len())
    };
    let id_width = widest(&|topic| topic.id.len(), "Topic");
    let seen_width = widest(&|topic| seen(topic).len(), "Seen");
    let title_width = widest(&|topic| columns(&topic.title), "Title");
    if id_width + seen_width + title_width + 4 <= width {
        let row = |id: &str, seen: &str, title: &str| format!("{id:id_width$}  {seen:>seen_width$}  {title}");
        let rows = topics.iter().map(|topic| row(&topic.id, &seen(topic), &topic.title));
        return std::iter::once(row("Topic", "Seen", "Title")).chain(rows).collect::<Vec<_>>().join("\n");
    }
    let two_rows = |topic: &TopicLine| {
        let title = hang("    ", "    ", &topic.title, width);
        format!("{} ({} seen)\n{title}", topic.id, seen(topic))
    };
    topics.iter().map(two_rows).collect::<Vec<_>>().join("\n")
}

fn sentence(topic: &TopicLine) -> String {
    let right = topic.percent.map_or_else(String::new, |percent| format!(", {percent} percent right"));
    match topic.seen {
        Some(seen) => {
            format!("{}: {}. {seen} of {} questions seen{right}", topic.id, topic.title, topic.questions)
        }
        None => format!("{}: {}. {}", topic.id, topic.title, counted(topic.questions, "question")),
    }
}
