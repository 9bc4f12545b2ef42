//! How far a figure may be off.

/// From and to.
pub(crate) type Interval = (f64, f64);

/// The 97.5th and the 95th percentile of the normal distribution.
const Z_95: f64 = 1.959_963_984_540_054;
const Z_90: f64 = 1.644_853_626_951_472_7;

/// 95% interval of a share (Wilson, 1927). It stays inside 0 and 1, and says something even where all or none are right.
pub(super) fn of_share(count: usize, n: usize) -> Interval {
    if n == 0 {
        return (0.0, 1.0);
    }
    let (n, p, z2) = (n as f64, count as f64 / n as f64, Z_95 * Z_95);
    let middle = (p + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = Z_95 * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt() / (1.0 + z2 / n);
    ((middle - half).max(0.0), (middle + half).min(1.0))
}

/// 90% interval of a correlation (Fisher's z).
pub(super) fn of_correlation(r: f64, n: usize) -> Option<Interval> {
    if n <= 3 {
        return None;
    }
    let half = Z_90 / ((n - 3) as f64).sqrt();
    let z = r.clamp(-1.0, 1.0).atanh();
    Some(((z - half).tanh(), (z + half).tanh()))
}

/// 95% interval of alpha (Bonett, 2002) for `k` questions and `n` students.
pub(super) fn of_alpha(alpha: f64, k: usize, n: usize) -> Option<Interval> {
    if k < 2 || n < 3 || alpha >= 1.0 {
        return None;
    }
    let (k, n) = (k as f64, n as f64);
    let half = Z_95 * (2.0 * k / ((k - 1.0) * (n - 2.0))).sqrt();
    let log = (1.0 - alpha).ln();
    Some((1.0 - (log + half).exp(), 1.0 - (log - half).exp()))
}
