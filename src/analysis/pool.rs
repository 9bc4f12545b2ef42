//! Several classes as one. Scores of different tests cannot be compared, so that each class is compared with itself, and
//! its correlation counts by its number of students: the mean of Fisher's z, weighted with n - 3,
//!
//! ```text
//! r = tanh( sum (n_c - 3) atanh(r_c) / sum (n_c - 3) )
//! ```
//!
//! over the classes `c` that have one: their members were asked the same, and neither all nor none were right.

/// Nearer to 1 a correlation is no figure that an average can bear.
const HIGHEST: f64 = 0.999;

/// The correlation of all classes, each given with its number of students, and of how many students it is.
pub(super) fn pooled(classes: &[(f64, i64)]) -> Option<(f64, usize)> {
    if let [(r, n)] = classes {
        return Some((*r, usize::try_from(*n).ok()?));
    }
    let (mut weights, mut sum) = (0, 0.0);
    for (r, n) in classes.iter().filter(|(_, n)| *n > 3) {
        weights += n - 3;
        sum += (n - 3) as f64 * r.clamp(-HIGHEST, HIGHEST).atanh();
    }
    (weights > 0).then(|| ((sum / weights as f64).tanh(), weights as usize + 3))
}
