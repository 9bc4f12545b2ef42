//! Numbers as a spreadsheet shows them: it keeps `50%` as 0.5, and a date as a count of days.

/// How a number is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Plain,
    Thousands,
    Percent,
    Date,
    /// With signs of its own around it.
    Other(String),
}

impl Shape {
    /// By the number of a format, and by its code where it has one.
    pub(super) fn of(id: u32, code: &str) -> Self {
        match id {
            9 | 10 => return Self::Percent,
            3 | 4 | 37..=40 => return Self::Thousands,
            14..=22 | 27..=36 | 45..=47 | 50..=58 => return Self::Date,
            _ if code.is_empty() || matches!(code, "General" | "@") => return Self::Plain,
            _ => {}
        }
        // Texts in quotation marks and conditions in brackets are no part of what a format does.
        let (mut bare, mut quoted, mut bracket) = (String::new(), false, false);
        for c in code.chars() {
            match c {
                '"' => quoted = !quoted,
                '[' => bracket = true,
                ']' => bracket = false,
                _ if !quoted && !bracket => bare.push(c.to_ascii_lowercase()),
                _ => {}
            }
        }
        let only = |signs: &str| bare.chars().all(|c| signs.contains(c));
        if bare.contains('%') {
            Self::Percent
        } else if bare.contains(['y', 'd']) || bare.contains("h:") || bare.contains("mm") {
            Self::Date
        } else if code.contains('"') || code.contains("[$") && !code.contains("[$-") || !only("0#?.,;-_() ") {
            Self::Other(code.to_owned())
        } else if bare.contains(',') {
            Self::Thousands
        } else {
            Self::Plain
        }
    }
}

/// A number as its cell shows it, and what is not sure about it.
pub(super) fn show(value: &str, shape: &Shape) -> (String, Option<String>) {
    let Some(number) = value.trim().parse::<f64>().ok().filter(|number| number.is_finite()) else {
        return (value.to_owned(), None);
    };
    match shape {
        Shape::Plain => (plain(number), None),
        Shape::Percent => (format!("{}%", plain(number * 100.0)), None),
        Shape::Thousands => (thousands(&plain(number)), None),
        Shape::Date => {
            let date = date(number);
            let doubt = format!("it holds a date, {date}; was it typed as one, or as 1-2 or 3/4?");
            (date, Some(doubt))
        }
        Shape::Other(code) => {
            let text = plain(number);
            let doubt = format!(
                "it holds the number {text} and shows it as {code}; write it as text if the signs count"
            );
            (text, Some(doubt))
        }
    }
}

/// Without the digits that arithmetic with binary fractions leaves behind.
fn plain(number: f64) -> String {
    let rounded = format!("{number:.14e}").parse::<f64>().unwrap_or(number);
    if rounded == 0.0 { String::from("0") } else { rounded.to_string() }
}

fn thousands(number: &str) -> String {
    let (whole, rest) = number.split_at(number.find('.').unwrap_or(number.len()));
    let (sign, digits) = whole.split_at(usize::from(whole.starts_with('-')));
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{sign}{grouped}{rest}")
}

/// The day of a count of days from the end of 1899.
fn date(serial: f64) -> String {
    if !(0.0..3_000_000.0).contains(&serial) {
        return plain(serial);
    }
    // By Howard Hinnant, "chrono-compatible low-level date algorithms": days from the first of March of the year 0.
    let days = serial as i64 - 25_569 + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * march + 2) / 5 + 1;
    let month = if march < 10 { march + 3 } else { march - 9 };
    format!("{}-{month:02}-{day:02}", year + era * 400 + i64::from(month <= 2))
}

#[cfg(test)]
mod tests {
    use super::{Shape, show};

    #[test]
    fn numbers_are_shown_as_the_sheet_shows_them() {
        for (value, id, code, text, doubtful) in [
            ("2", 0, "", "2", false),
            ("2.0", 0, "General", "2", false),
            ("0.30000000000000004", 0, "", "0.3", false),
            ("-1.5", 2, "", "-1.5", false),
            ("0.5", 9, "", "50%", false),
            ("0.07", 164, "0.0%", "7%", false),
            ("1000", 3, "", "1,000", false),
            ("1234567.5", 165, "#,##0.00", "1,234,567.5", false),
            ("-1000", 4, "", "-1,000", false),
            ("45000", 14, "", "2023-03-15", true),
            ("44927", 164, "d/m/yyyy", "2023-01-01", true),
            ("60", 164, "0 \"min\"", "60", true),
            ("5", 164, "[$$-409]#,##0", "5", true),
            ("text", 0, "", "text", false),
            ("1e400", 0, "", "1e400", false),
        ] {
            let (shown, doubt) = show(value, &Shape::of(id, code));
            assert_eq!((shown.as_str(), doubt.is_some()), (text, doubtful), "{value} {code}");
        }
    }
}
