//! What stands before a question or an option: numbers, letters of several scripts, bullets, boxes.

use crate::exchange::intake::{Word, means};

/// The letter or number before an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Letter {
    /// Its place among the letters of its script, from 0.
    pub(super) index: usize,
    /// The place that a letter of the same looks has in the Latin alphabet: lists mix them up.
    pub(super) latin: Option<usize>,
    /// Script and case, whether a parenthesis opens it, what closes it: options of one question have the same.
    pub(super) style: (u8, bool, char),
}

impl Letter {
    /// Whether it can be the one that comes next; its index is then that.
    pub(super) fn as_next(self, next: usize) -> Option<Self> {
        let matches = |index: usize| index == next;
        if matches(self.index) {
            Some(self)
        } else if self.latin.is_some_and(matches) {
            Some(Self { index: next, ..self })
        } else {
            None
        }
    }
}

/// Alphabets in which options are counted.
const ALPHABETS: &[(u8, &str)] = &[
    (b'a', "abcdefghijklmnopqrstuvwxyz"),
    (b'A', "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    (b'r', "абвгдежзиклмнопрст"),
    (b'R', "АБВГДЕЖЗИКЛМНОПРСТ"),
    (b'g', "αβγδεζηθ"),
    (b'o', "①②③④⑤⑥⑦⑧⑨⑩"),
    (b'c', "ⓐⓑⓒⓓⓔⓕⓖⓗ"),
    (b'C', "ⒶⒷⒸⒹⒺⒻⒼⒽ"),
    (b'w', "ＡＢＣＤＥＦＧＨ"),
    (b'k', "가나다라마바사아"),
    (b'K', "ㄱㄴㄷㄹㅁㅂㅅㅇ"),
    (b'j', "アイウエオカキク"),
    (b'z', "甲乙丙丁戊己庚辛"),
    (b'h', "אבגדהוזח"),
    (b'y', "أبجدهوزح"),
];

/// Cyrillic letters that look like Latin ones.
const ALIKE: &[(char, char)] = &[
    ('а', 'a'),
    ('с', 'c'),
    ('е', 'e'),
    ('А', 'A'),
    ('В', 'B'),
    ('С', 'C'),
    ('Е', 'E'),
    ('Н', 'H'),
    ('в', 'b'),
    ('б', 'b'),
    ('д', 'd'),
];

pub(super) fn letter(c: char) -> Option<(usize, Option<usize>, u8)> {
    let (script, index) = ALPHABETS.iter().find_map(|(script, letters)| {
        letters.chars().position(|other| other == c).map(|index| (*script, index))
    })?;
    let latin = ALIKE
        .iter()
        .find(|(own, _)| *own == c)
        .map(|(_, latin)| (latin.to_ascii_lowercase() as u8 - b'a') as usize);
    Some((index, latin, script))
}

/// The letter at the beginning of a text, and what comes behind it: `a)`, `A.`, `(a)`, `[a]`, `A、`, `A - `, `①`.
pub(super) fn lettered(text: &str) -> Option<(Letter, &str)> {
    let (open, rest) = match text.chars().next()? {
        '(' | '（' | '[' => (true, &text[text.chars().next()?.len_utf8()..]),
        _ => (false, text),
    };
    let rest = if open { rest.trim_start() } else { rest };
    let c = rest.chars().next()?;
    let (index, latin, script) = letter(c)?;
    let after = &rest[c.len_utf8()..];
    let made = |close: char, rest| Some((Letter { index, latin, style: (script, open, close) }, rest));
    if !open && matches!(script, b'o' | b'c' | b'C') {
        return made(' ', after.trim_start_matches([' ', '.', ')', '、', '\t']).trim());
    }
    // `(a)`, and `a )`, as some type it.
    let close_text = if open { after.trim_start() } else { after };
    let close = close_text.chars().next()?;
    let behind = &close_text[close.len_utf8()..];
    let next = behind.chars().next();
    let blank = next.is_none_or(char::is_whitespace);
    match close {
        ')' | '）' | ']' if open => made(')', behind.trim()),
        ')' | '）' | '、' | '．' => made(if close == '）' { ')' } else { close }, behind.trim()),
        // `A.The guard`, but neither `U.S.` nor `e.g.` nor `a.m.`
        '.' if blank || (behind.chars().nth(1) != Some('.') && next.is_some_and(char::is_alphanumeric)) => {
            made('.', behind.trim())
        }
        ':' | '：' if blank || close == '：' => made(':', behind.trim()),
        ' ' if script != b'a' && ["- ", "– ", "— "].iter().any(|dash| behind.starts_with(dash)) => {
            made('-', behind[behind.find(' ')?..].trim())
        }
        _ => None,
    }
}

/// `Option A: text`, `选项A：text`: the letter behind a word.
pub(super) fn named_option(text: &str) -> Option<(Letter, &str)> {
    let at = text.char_indices().find(|(_, c)| c.is_whitespace() || c.is_ascii_uppercase() && *c <= 'H');
    // The letter itself may begin the word: look behind it.
    let cut = text.find(' ').or(at.map(|(at, _)| at)).filter(|at| *at > 1)?;
    means(Word::Option, &text[..cut]).then(|| lettered(text[cut..].trim_start()))?
}

/// The number before a question, how it is written, and what comes behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) number: Option<usize>,
    /// What closes it; `Q` where a word stands before it.
    pub(super) style: char,
}

/// `1.`, `1)`, `(1)`, `1:`, `1、`, `Q1:`, `Question 1`, `Вопрос №1.`, `第1题`, `问题1：`, `Q:`.
pub(super) fn numbered(text: &str) -> Option<(Number, &str)> {
    if let Some((number, behind)) = bare_number(text) {
        return Some((number, behind));
    }
    // `第1题：`
    if let Some(rest) = text.strip_prefix('第') {
        let (number, behind) = digits(rest.trim_start())?;
        let behind = behind.trim_start();
        let word = behind.chars().next().filter(|c| "题題问問".contains(*c))?;
        let behind = behind[word.len_utf8()..].trim_start_matches(['：', ':', '、', '.', ' ']);
        return Some((Number { number: Some(number), style: 'Q' }, behind));
    }
    let end = text.find(|c: char| c.is_ascii_digit() || "№#.:：".contains(c))?;
    let name = text[..end].trim();
    let short = name.eq_ignore_ascii_case("q")
        || name.eq_ignore_ascii_case("no")
        || name.is_empty() && text.starts_with(['№', '#']);
    let word = short
        || ["問", "问", "문"].contains(&name)
        || means(Word::Question, name)
        || means(Word::Number, name);
    if !word || name.chars().count() > 30 {
        return None;
    }
    let rest = text[end..].trim_start_matches(['№', '#', '.', ' ']);
    if let Some((number, behind)) = digits(rest) {
        let closed = behind.trim_start_matches([' ', '.', ')', ':', '：', '、', '-', '–', '*', '_', ']']);
        let apart = behind.is_empty() || closed.len() < behind.len();
        return apart.then_some((Number { number: Some(number), style: 'Q' }, closed));
    }
    // `Q: text`, without a number
    let behind = text[end..].strip_prefix([':', '：'])?;
    let apart = behind.starts_with(char::is_whitespace) || text[end..].starts_with('：');
    (apart && !behind.trim().is_empty()).then(|| (Number { number: None, style: 'Q' }, behind.trim()))
}

pub(super) fn bare_number(text: &str) -> Option<(Number, &str)> {
    let (open, rest) = match text.strip_prefix(['(', '（']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text),
    };
    let (number, behind) = digits(rest)?;
    let behind = if open { behind.trim_start() } else { behind.strip_prefix('\\').unwrap_or(behind) };
    let close = behind.chars().next()?;
    let rest = &behind[close.len_utf8()..];
    let next = rest.chars().next();
    let apart = next.is_none_or(char::is_whitespace);
    let fits = match close {
        ')' | '）' => apart || !rest.starts_with(|c: char| c.is_ascii_punctuation()),
        _ if open => false,
        '.' => apart || next.is_some_and(char::is_alphabetic),
        '、' | '．' => true,
        ':' | '：' => apart || close == '：',
        _ => false,
    };
    let style = match (open, close) {
        (true, _) => '(',
        (false, '）') => ')',
        (false, close) => close,
    };
    fits.then(|| (Number { number: Some(number), style }, rest.trim()))
}

/// A number of at most four digits, and what comes behind it.
pub(super) fn digits(text: &str) -> Option<(usize, &str)> {
    let end = text.bytes().take_while(u8::is_ascii_digit).count();
    let number = text[..end].parse().ok().filter(|_| end <= 4)?;
    Some((number, &text[end..]))
}

/// What a bullet says: `- `, `• `, `[ ]`, `(x)`, `✓`, `❌`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bullet {
    pub(super) sign: char,
    /// Whether it marks what is behind it as right.
    pub(super) marked: bool,
    /// It says of each option whether it is right.
    pub(super) is_box: bool,
}

pub(super) fn bullet(text: &str) -> Option<(Bullet, &str)> {
    const BOXES: &[(&str, bool)] = &[
        ("[ ]", false),
        ("[]", false),
        ("[*]", true),
        ("[x]", true),
        ("[X]", true),
        ("[✓]", true),
        ("[✔]", true),
        ("( )", false),
        ("()", false),
        ("(x)", true),
        ("(X)", true),
        ("(*)", true),
        ("(✓)", true),
        ("(•)", true),
        ("☐", false),
        ("□", false),
        ("☑", true),
        ("☒", true),
        ("○", false),
        ("◯", false),
        ("●", true),
        ("◉", true),
        ("✓", true),
        ("✔\u{fe0f}", true),
        ("✔", true),
        ("✅", true),
        ("❌", false),
        ("✗", false),
        ("✘", false),
    ];
    if let Some((rest, marked)) =
        BOXES.iter().find_map(|(sign, marked)| Some((text.strip_prefix(sign)?, *marked)))
    {
        return Some((Bullet { sign: '[', marked, is_box: true }, rest.trim()));
    }
    let sign = text.chars().next().filter(|c| "-*+•·–—▪◦‣⁃■▶►".contains(*c))?;
    let rest = &text[sign.len_utf8()..];
    let apart = rest.starts_with([' ', '\t', '\u{a0}']) || !sign.is_ascii() && !rest.is_empty();
    // `- [x] text`
    let inner = bullet(rest.trim()).filter(|(inner, _)| inner.is_box);
    apart.then(|| inner.unwrap_or((Bullet { sign, marked: false, is_box: false }, rest.trim())))
}
