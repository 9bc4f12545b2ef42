//! Where the parts of a file begin and end.

use std::ops::Range;

/// From each line that begins a part to the next one; what stands before the first is a part, too.
pub(super) fn parts(text: &str, begins: impl Fn(&str) -> bool) -> Vec<Range<usize>> {
    let mut starts = vec![0];
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if at > 0 && begins(line) {
            starts.push(at);
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}
