//! The order of rows and columns in a file decides nothing.

use proptest::prelude::*;

use super::class::read;
use crate::analysis::Analysis;

const TABLE: &str = include_str!("../../../../tests/fixtures/responses/scanner.csv");

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn rows_and_columns_may_stand_in_any_order(seed in any::<u64>()) {
        let mut cells: Vec<Vec<&str>> = TABLE.lines().map(|line| line.split(',').collect()).collect();
        let mut state = seed;
        let mut below = |most: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % most
        };
        for at in (2..cells.len()).rev() {
            let other = 1 + below(at);
            cells.swap(at, other);
        }
        for at in (1..cells[0].len()).rev() {
            let other = below(at + 1);
            for row in &mut cells {
                row.swap(at, other);
            }
        }
        let text: String = cells.iter().map(|row| row.join(",") + "\n").collect();
        let sorted = |text: &str| {
            let gathered = read(text);
            let analysis = Analysis::new(&gathered.responses);
            let mut items: Vec<_> = gathered.responses.items.into_iter().zip(analysis.items).collect();
            items.sort_by(|a, b| a.0.name.cmp(&b.0.name));
            (items, analysis.scores, analysis.topics, analysis.objectives)
        };
        prop_assert_eq!(sorted(TABLE), sorted(&text));
    }
}
