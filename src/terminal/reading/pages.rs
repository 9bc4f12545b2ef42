//! A text in pages. It consists of blocks, such as a question with its answer, with an empty row between two: a page
//! holds whole blocks, as many as fit, and only a block that is higher than the page is split.

/// Blocks laid out for a height.
pub(super) struct Pages {
    pages: Vec<Page>,
}

struct Page {
    /// The block that its first row belongs to.
    block: usize,
    rows: Vec<String>,
}

impl Pages {
    pub(super) fn new(blocks: &[String], height: usize) -> Self {
        let height = height.max(1);
        let mut pages: Vec<Page> = vec![];
        for (at, block) in blocks.iter().enumerate() {
            let rows: Vec<String> = block.trim_end().lines().map(ToOwned::to_owned).collect();
            match pages.last_mut() {
                Some(page) if page.rows.len() + 1 + rows.len() <= height => {
                    page.rows.push(String::new());
                    page.rows.extend(rows);
                }
                _ => pages.extend(rows.chunks(height).map(|rows| Page { block: at, rows: rows.to_vec() })),
            }
        }
        Self { pages }
    }

    pub(super) fn len(&self) -> usize {
        self.pages.len()
    }

    pub(super) fn text(&self, page: usize) -> String {
        self.pages.get(page).map_or_else(String::new, |page| page.rows.join("\n"))
    }

    /// The block that a page begins with.
    pub(super) fn block(&self, page: usize) -> usize {
        self.pages.get(page).map_or(0, |page| page.block)
    }

    /// The page with the first row of a block.
    pub(super) fn page_of(&self, block: usize) -> usize {
        let starts_later = self.pages.iter().position(|page| page.block > block);
        let last = starts_later.unwrap_or(self.pages.len()).saturating_sub(1);
        self.pages.iter().position(|page| page.block == block).unwrap_or(last)
    }

    /// The next page with some words, as [`next_with`] finds it.
    pub(super) fn find(&self, words: &str, from: usize) -> Option<usize> {
        next_with(words, from, self.len(), &|at| self.text(at))
    }
}

/// The next of some texts with some words after this one, starting again at the first after the last; this one comes
/// last.
pub(crate) fn next_with(
    words: &str,
    from: usize,
    count: usize,
    text: &dyn Fn(usize) -> String,
) -> Option<usize> {
    let wanted = bare(words);
    (from + 1..count).chain(0..=from).find(|&at| bare(&text(at)).contains(&wanted))
}

/// A text as it is searched: without colors, in lower case, and wherever it was wrapped.
fn bare(text: &str) -> String {
    let plain = anstream::adapter::strip_str(text).to_string().to_lowercase();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::Pages;

    fn pages(blocks: &[&str], height: usize) -> Pages {
        Pages::new(&blocks.iter().map(|block| (*block).to_owned()).collect::<Vec<_>>(), height)
    }

    fn texts(pages: &Pages) -> Vec<String> {
        (0..pages.len()).map(|at| pages.text(at)).collect()
    }

    #[test]
    fn a_page_holds_whole_blocks() {
        assert_eq!(texts(&pages(&["a\nb", "c", "d\ne\n"], 4)), ["a\nb\n\nc", "d\ne"]);
        assert_eq!(texts(&pages(&["a\nb", "c", "d"], 6)), ["a\nb\n\nc\n\nd"], "all on one");
        assert_eq!(texts(&pages(&[], 4)), Vec::<String>::new());
    }

    #[test]
    fn only_a_block_that_is_too_high_is_split() {
        let split = pages(&["a", "b\nc\nd\ne", "f"], 3);
        assert_eq!(texts(&split), ["a", "b\nc\nd", "e\n\nf"]);
        assert_eq!([0, 1, 2].map(|at| split.block(at)), [0, 1, 1]);
        assert_eq!([0, 1, 2].map(|block| split.page_of(block)), [0, 1, 2]);
    }

    #[test]
    fn words_are_found_wherever_they_were_wrapped_and_the_search_goes_round() {
        let text = pages(&["one", "the \u{1b}[1mBadge\u{1b}[0m\nof a guard", "three"], 2);
        assert_eq!(text.find("badge of", 0), Some(1));
        assert_eq!(text.find("ONE", 0), Some(0), "only here");
        assert_eq!(text.find("one", 1), Some(0), "round");
        assert_eq!(text.find("four", 1), None);
    }
}
