//! Problems of the same kind, told once.

use super::{Diagnostic, Severity};
use crate::words::counted;

/// So many of a kind are told one by one.
const FEW: usize = 3;
/// So many places are named of the others.
const PLACES: usize = 8;

/// A problem that is told, and those like it that are only counted.
#[derive(Debug)]
pub(crate) struct Alike<'p> {
    pub(crate) first: &'p Diagnostic,
    pub(crate) others: Vec<&'p Diagnostic>,
}

/// The problems in their order; of more than a few of one kind the first stands for all.
pub(crate) fn alike(problems: &[Diagnostic]) -> Vec<Alike<'_>> {
    let mut kinds: Vec<(Kind<'_>, Vec<&Diagnostic>)> = vec![];
    let mut places = std::collections::BTreeMap::new();
    for problem in problems {
        let kind = kind(problem);
        let at = *places.entry(kind.clone()).or_insert_with(|| {
            kinds.push((kind, vec![]));
            kinds.len() - 1
        });
        kinds[at].1.push(problem);
    }
    let mut told = vec![];
    for (_, all) in kinds {
        match &all[..] {
            [first, others @ ..] if all.len() > FEW => told.push(Alike { first, others: others.to_vec() }),
            few => told.extend(few.iter().map(|first| Alike { first, others: vec![] })),
        }
    }
    told
}

impl Alike<'_> {
    /// How many others there are, and where the first of them stand.
    pub(crate) fn rest(&self) -> Option<String> {
        if self.others.is_empty() {
            return None;
        }
        let place = |problem: &&&Diagnostic| {
            problem.place.as_ref().map(|place| {
                let text = place.text();
                text.rsplit_once(':').map_or(text.clone(), |(line, _)| line.to_owned())
            })
        };
        let places: Vec<String> =
            self.others.iter().take(PLACES).filter_map(|problem| place(&problem)).collect();
        let more = if self.others.len() > places.len() { ", ..." } else { "" };
        // `1 warning`, `9 errors`: the number, `more`, and what it counts.
        let count = counted(self.others.len(), self.first.severity.name());
        let (number, noun) = count.split_once(' ').unwrap_or((&count, "more"));
        Some(format!("{number} more {noun} of this kind: {}{more}", places.join(", ")))
    }
}

type Kind<'p> = (Severity, &'static str, String, &'p str);

/// What problems of one kind have in common: what they quote and count differs.
fn kind(problem: &Diagnostic) -> Kind<'_> {
    let mut plain = String::new();
    let mut quoted = None;
    for c in problem.message.chars() {
        match quoted {
            Some(mark) if c == mark => quoted = None,
            Some(_) => {}
            None if c == '`' || c == '"' => quoted = Some(c),
            None if c.is_ascii_digit() => {}
            None => plain.push(c),
        }
    }
    (problem.severity, problem.rule, plain, problem.help.as_deref().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::alike;
    use crate::diagnostic::{Diagnostic, Place, Source};

    #[test]
    fn many_of_a_kind_are_told_once_with_their_places() {
        let source = Source::new("list.csv", "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\n");
        let mut problems: Vec<Diagnostic> = (0..12)
            .map(|n| {
                let message = format!("the answer \"{n}) text\" is none of the {n} options");
                Diagnostic::error("no-key", message).at(Place::new(&source, n * 2..n * 2 + 1))
            })
            .collect();
        problems.push(Diagnostic::error("no-key", "the answer is missing").at(Place::new(&source, 4..5)));
        let told = alike(&problems);
        assert_eq!(told.len(), 2);
        assert_eq!(told[0].first, &problems[0]);
        let places = (2..10).map(|line| format!("list.csv:{line}")).collect::<Vec<_>>().join(", ");
        assert_eq!(told[0].rest(), Some(format!("11 more errors of this kind: {places}, ...")));
        assert_eq!(told[1].rest(), None);
        assert_eq!(alike(&problems[..3]).len(), 3);
        assert_eq!(
            alike(&problems[..4])[0].rest().unwrap(),
            "3 more errors of this kind: list.csv:2, list.csv:3, list.csv:4"
        );
    }
}
