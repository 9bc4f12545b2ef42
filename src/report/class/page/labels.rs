//! Names beside points, where they cover no point and no other name.

use crate::words::{columns, shortened};

/// A name in its place.
pub(super) struct Label {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) class: &'static str,
    pub(super) text: String,
}

/// Left, top, right, bottom.
type Area = (f64, f64, f64, f64);

pub(super) struct Labels {
    taken: Vec<Area>,
    within: Area,
}

/// Of letters in a plot.
const LETTER: f64 = 6.2;
const LINE: f64 = 11.0;
const LONGEST: usize = 18;

impl Labels {
    pub(super) fn around(
        points: &[(f64, f64)],
        (left, right): (f64, f64),
        (top, bottom): (f64, f64),
    ) -> Self {
        let area = |(x, y): &(f64, f64)| (x - 5.0, y - 5.0, x + 5.0, y + 5.0);
        Self { taken: points.iter().map(area).collect(), within: (left, top - 10.0, right, bottom) }
    }

    /// Right of the point, left of it, above or below; `None` where there is no room.
    pub(super) fn place(&mut self, name: &str, (x, y): (f64, f64)) -> Option<Label> {
        let text = shortened(name, LONGEST);
        let width = columns(&text) as f64 * LETTER;
        let candidates = [
            (x + 7.0, y + 4.0, x + 7.0, "faint"),
            (x - 7.0, y + 4.0, x - 7.0 - width, "faint end"),
            (x, y - 8.0, x - width / 2.0, "faint mid"),
            (x, y + 16.0, x - width / 2.0, "faint mid"),
        ];
        for (x, y, left, class) in candidates {
            let area = (left, y - LINE + 1.0, left + width, y + 2.0);
            if self.is_free(area) {
                self.taken.push(area);
                return Some(Label { x, y, class, text });
            }
        }
        None
    }

    fn is_free(&self, (left, top, right, bottom): Area) -> bool {
        let inside = left >= self.within.0
            && top >= self.within.1
            && right <= self.within.2
            && bottom <= self.within.3;
        let apart = |taken: &Area| taken.0 > right || taken.2 < left || taken.1 > bottom || taken.3 < top;
        inside && self.taken.iter().all(apart)
    }
}
