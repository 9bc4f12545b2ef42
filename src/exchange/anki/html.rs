//! The elements of a card's HTML that matter here, in one pass however the editor left it.

/// An element; its texts are slices of the card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Element<'t> {
    pub(super) name: &'t str,
    pub(super) classes: &'t str,
    /// Where its opening tag begins.
    pub(super) start: usize,
    /// Where its closing tag begins.
    pub(super) end: usize,
    pub(super) inner: &'t str,
}

/// Elements within elements beyond this depth are taken for text.
const DEEPEST: usize = 30;

/// Blocks and lists in the order in which they begin; what is never closed is none.
pub(super) fn elements(html: &str) -> Vec<Element<'_>> {
    let mut found: Vec<Element<'_>> = vec![];
    // Of each open element: its number in `found`, and where its content begins.
    let mut open: Vec<(usize, usize)> = vec![];
    let mut closed: Vec<bool> = vec![];
    let mut from = 0;
    while let Some(start) = html[from..].find('<').map(|at| from + at) {
        let Some(end) = html[start..].find('>').map(|at| start + at) else { break };
        let tag = &html[start + 1..end];
        from = end + 1;
        if let Some(name) = tag.strip_prefix('/') {
            let same = |(number, _): &(usize, usize)| found[*number].name.eq_ignore_ascii_case(name.trim());
            if let Some(at) = open.iter().rposition(same) {
                let (number, content) = open[at];
                open.truncate(at);
                found[number].end = start;
                found[number].inner = &html[content..start];
                closed[number] = true;
            }
            continue;
        }
        let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        let known = ["div", "ol", "ul", "li"].iter().any(|known| known.eq_ignore_ascii_case(name));
        if known && open.len() < DEEPEST {
            open.push((found.len(), from));
            found.push(Element { name, classes: classes(tag), start, end: start, inner: "" });
            closed.push(false);
        }
    }
    found.into_iter().zip(closed).filter(|(_, closed)| *closed).map(|(element, _)| element).collect()
}

impl Element<'_> {
    pub(super) fn is(&self, class: &str) -> bool {
        self.classes.split_ascii_whitespace().any(|other| other == class)
    }

    pub(super) fn is_list(&self) -> bool {
        ["ol", "ul"].iter().any(|list| list.eq_ignore_ascii_case(self.name))
    }

    pub(super) fn holds(&self, other: &Element<'_>) -> bool {
        self.start < other.start && other.end <= self.end
    }
}

/// The value of `class` in a tag, quoted either way or not at all.
fn classes(tag: &str) -> &str {
    let Some(at) = tag.find("class=") else { return "" };
    let value = &tag[at + "class=".len()..];
    match value.chars().next() {
        Some(quote @ ('"' | '\'')) => value[1..].split(quote).next().unwrap_or_default(),
        _ => value.split_ascii_whitespace().next().unwrap_or_default(),
    }
}
