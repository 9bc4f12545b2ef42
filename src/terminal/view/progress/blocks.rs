//! A page that has to fit a window: groups of lines, of which the least needed go first.

use crate::words::columns;

/// Lines that stay or go together.
#[derive(Clone, Debug)]
struct Block {
    text: String,
    /// 0 stays; of the others the highest goes first.
    rank: u8,
}

/// Groups of blocks, with a blank line between groups.
#[derive(Clone, Debug)]
pub(super) struct Blocks {
    groups: Vec<Vec<Block>>,
    /// The columns of the window: what is longer, as a path may be, takes up several rows.
    width: usize,
}

impl Blocks {
    pub(super) fn new(width: usize) -> Self {
        Self { groups: vec![vec![]], width: width.max(1) }
    }

    /// Begins a new group.
    pub(super) fn group(&mut self) {
        self.groups.push(vec![]);
    }

    pub(super) fn add(&mut self, rank: u8, text: String) {
        if let Some(group) = self.groups.last_mut() {
            group.push(Block { text, rank });
        }
    }

    /// With a group of one text that stays, after so many groups.
    pub(super) fn with_group_at(mut self, at: usize, text: String) -> Self {
        self.groups.insert(at.min(self.groups.len()), vec![Block { text, rank: 0 }]);
        self
    }

    pub(super) fn height(&self) -> usize {
        let groups = self.groups.iter().filter(|group| !group.is_empty());
        let texts = groups.clone().flatten().flat_map(|block| block.text.split('\n'));
        let lines: usize = texts.map(|line| columns(line).div_ceil(self.width).max(1)).sum();
        lines + groups.count().saturating_sub(1)
    }

    /// Leaves out blocks, the least needed ones first, until the rest is not higher than this.
    pub(super) fn shed(&mut self, height: usize) {
        while self.height() > height {
            let Some(highest) =
                self.groups.iter().flatten().map(|block| block.rank).max().filter(|rank| *rank > 0)
            else {
                return;
            };
            // Of equals the last one.
            for group in self.groups.iter_mut().rev() {
                if let Some(at) = group.iter().rposition(|block| block.rank == highest) {
                    group.remove(at);
                    break;
                }
            }
        }
    }

    pub(super) fn text(&self) -> String {
        let groups = self.groups.iter().filter(|group| !group.is_empty());
        let texts =
            groups.map(|group| group.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join("\n"));
        texts.collect::<Vec<_>>().join("\n\n")
    }
}
