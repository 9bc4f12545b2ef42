//! The plain part of TOML, read at one go over its bytes: nearly every file of questions consists of nothing else.
//!
//! What is not surely plain (dotted and quoted keys, rare escapes, dates, anything wrong) gives `None`, and the whole
//! parser decides. Where there is a result, it is that of the whole parser, to the last span: a test holds it to that.

use std::borrow::Cow;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeString, DeTable, DeValue};

/// Deeper lists are for the whole parser, which knows where to stop.
const DEEPEST: usize = 8;
/// So many kinds of `[[header]]` are looked through for each; a file of questions has two.
const MOST_LISTS: usize = 8;

/// The tables of a part of a text, with places in the whole text.
pub(super) fn plain(text: &str, part: Range<usize>) -> Option<DeTable<'_>> {
    Reader { text, at: part.start, end: part.end }.document()
}

type Key<'i> = Spanned<DeString<'i>>;
type Value<'i> = Spanned<DeValue<'i>>;

/// A `[header]` or a `[[header]]`.
struct Header<'i> {
    key: Key<'i>,
    span: Range<usize>,
    is_list: bool,
}

struct Reader<'i> {
    text: &'i str,
    at: usize,
    end: usize,
}

impl<'i> Reader<'i> {
    fn document(mut self) -> Option<DeTable<'i>> {
        let mut root = DeTable::new();
        let mut lists: Vec<(Key<'i>, Range<usize>, DeArray<'i>)> = vec![];
        let mut header = None;
        loop {
            let (table, next) = self.section()?;
            match header {
                None => root = table,
                Some(Header { key, span, is_list: false }) => {
                    let is_new = lists.iter().all(|(other, ..)| other != &key);
                    let value = Spanned::new(span, DeValue::Table(table));
                    (is_new && root.insert(key, value).is_none()).then_some(())?;
                }
                Some(Header { key, span, is_list: true }) => {
                    let at = match lists.iter().position(|(other, ..)| *other == key) {
                        Some(at) => at,
                        None if root.contains_key(&key) || lists.len() == MOST_LISTS => return None,
                        None => {
                            lists.push((key, span.clone(), DeArray::new()));
                            lists.len() - 1
                        }
                    };
                    lists[at].2.push(Spanned::new(span, DeValue::Table(table)));
                }
            }
            let Some(next) = next else { break };
            header = Some(next);
        }
        for (key, span, list) in lists {
            root.insert(key, Spanned::new(span, DeValue::Array(list)));
        }
        Some(root)
    }

    /// Keys and values up to the next header, and that header.
    fn section(&mut self) -> Option<(DeTable<'i>, Option<Header<'i>>)> {
        let mut table = DeTable::new();
        loop {
            self.blanks_and_lines()?;
            match self.next() {
                None => return Some((table, None)),
                Some(b'[') => {
                    let header = self.header()?;
                    self.rest_of_line()?;
                    return Some((table, Some(header)));
                }
                Some(_) => {
                    self.pair(&mut table, 0)?;
                    self.rest_of_line()?;
                }
            }
        }
    }

    fn header(&mut self) -> Option<Header<'i>> {
        let start = self.at;
        self.take(b'[')?;
        let is_list = self.take(b'[').is_some();
        let key = self.key()?;
        self.take(b']')?;
        if is_list {
            self.take(b']')?;
        }
        Some(Header { key, span: start..self.at, is_list })
    }

    /// `key = value`
    fn pair(&mut self, table: &mut DeTable<'i>, depth: usize) -> Option<()> {
        let key = self.key()?;
        self.blanks();
        self.take(b'=')?;
        self.blanks();
        let value = self.value(depth)?;
        table.insert(key, value).is_none().then_some(())
    }

    fn key(&mut self) -> Option<Key<'i>> {
        let start = self.at;
        self.skip(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
        (self.at > start).then(|| Spanned::new(start..self.at, Cow::Borrowed(&self.text[start..self.at])))
    }

    fn value(&mut self, depth: usize) -> Option<Value<'i>> {
        let start = self.at;
        let value = match self.next()? {
            b'"' if self.bytes().starts_with(b"\"\"\"") => DeValue::String(self.paragraph()?),
            b'"' => DeValue::String(self.string()?),
            b'\'' => DeValue::String(self.literal()?),
            b'[' if depth < DEEPEST => DeValue::Array(self.list(depth + 1)?),
            b'{' if depth < DEEPEST => DeValue::Table(self.table(depth + 1)?),
            b'0'..=b'9' | b't' | b'f' => self.word()?,
            _ => return None,
        };
        Some(Spanned::new(start..self.at, value))
    }

    /// `"text"`
    fn string(&mut self) -> Option<DeString<'i>> {
        self.at += 1;
        let start = self.at;
        self.skip_text(is_plain);
        if self.take(b'"').is_some() {
            return Some(Cow::Borrowed(&self.text[start..self.at - 1]));
        }
        let mut text = self.text[start..self.at].to_owned();
        while self.take(b'"').is_none() {
            self.take(b'\\')?;
            text.push(match self.next()? {
                b'"' => '"',
                b'\\' => '\\',
                b'n' => '\n',
                b't' => '\t',
                _ => return None,
            });
            self.at += 1;
            let start = self.at;
            self.skip_text(is_plain);
            text.push_str(&self.text[start..self.at]);
        }
        Some(Cow::Owned(text))
    }

    /// `"""text of several lines"""`, without a backslash
    fn paragraph(&mut self) -> Option<DeString<'i>> {
        self.at += 3;
        // A line break at once does not belong to the text.
        self.take(b'\n');
        let start = self.at;
        loop {
            self.skip_text(|byte| is_plain(byte) || byte == b'\n');
            match self.bytes() {
                [b'"', b'"', b'"', b'"', ..] => return None,
                [b'"', b'"', b'"', ..] => break,
                [b'"', ..] => self.at += 1,
                _ => return None,
            }
        }
        self.at += 3;
        Some(Cow::Borrowed(&self.text[start..self.at - 3]))
    }

    /// `'text'`
    fn literal(&mut self) -> Option<DeString<'i>> {
        self.at += 1;
        let start = self.at;
        self.skip_text(|byte| is_text(byte) && byte != b'\'');
        self.take(b'\'')?;
        // Three of them begin another kind of text.
        (self.at > start + 1 || self.next() != Some(b'\''))
            .then(|| Cow::Borrowed(&self.text[start..self.at - 1]))
    }

    /// A whole number, `true` or `false`
    fn word(&mut self) -> Option<DeValue<'i>> {
        let start = self.at;
        self.skip(|byte| byte.is_ascii_alphanumeric());
        if !matches!(self.next(), None | Some(b' ' | b'\t' | b'\n' | b'\r' | b',' | b']' | b'}' | b'#')) {
            return None;
        }
        let word = &self.text[start..self.at];
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        (is_number || word == "true" || word == "false").then_some(())?;
        Some(DeValue::parse(word).ok()?.into_inner())
    }

    /// `[value, value]`, over several lines
    fn list(&mut self, depth: usize) -> Option<DeArray<'i>> {
        self.at += 1;
        let mut list = DeArray::new();
        loop {
            self.blanks_and_lines()?;
            if self.take(b']').is_some() {
                return Some(list);
            }
            list.push(self.value(depth)?);
            self.blanks_and_lines()?;
            if self.take(b',').is_none() {
                self.take(b']')?;
                return Some(list);
            }
        }
    }

    /// `{ key = value, key = value }`, on one line
    fn table(&mut self, depth: usize) -> Option<DeTable<'i>> {
        self.at += 1;
        let mut table = DeTable::new();
        self.blanks();
        if self.take(b'}').is_some() {
            return Some(table);
        }
        loop {
            self.blanks();
            self.pair(&mut table, depth)?;
            self.blanks();
            if self.take(b',').is_none() {
                self.take(b'}')?;
                return Some(table);
            }
        }
    }

    /// Blanks, line breaks and comments.
    fn blanks_and_lines(&mut self) -> Option<()> {
        loop {
            self.skip(|byte| matches!(byte, b' ' | b'\t' | b'\n'));
            match self.next() {
                Some(b'#') => self.skip_text(is_text),
                Some(b'\r') if self.bytes().starts_with(b"\r\n") => self.at += 2,
                Some(b'\r') => return None,
                _ => return Some(()),
            }
        }
    }

    /// Nothing more than blanks and a comment.
    fn rest_of_line(&mut self) -> Option<()> {
        self.blanks();
        if self.next() == Some(b'#') {
            self.skip_text(is_text);
        }
        matches!(self.bytes(), [] | [b'\n', ..] | [b'\r', b'\n', ..]).then_some(())
    }

    fn blanks(&mut self) {
        self.skip(|byte| byte == b' ' || byte == b'\t');
    }

    fn skip(&mut self, is_skipped: impl Fn(u8) -> bool) {
        let rest = self.bytes();
        self.at += rest.iter().position(|byte| !is_skipped(*byte)).unwrap_or(rest.len());
    }

    /// The same for what is long: without an early end, many bytes are looked at in one step.
    fn skip_text(&mut self, is_skipped: impl Fn(u8) -> bool) {
        let ends = |part: &[u8; 32]| part.iter().map(|byte| u8::from(!is_skipped(*byte))).sum::<u8>();
        self.at += 32 * self.bytes().as_chunks().0.iter().take_while(|part| ends(part) == 0).count();
        self.skip(is_skipped);
    }

    fn take(&mut self, byte: u8) -> Option<()> {
        (self.next()? == byte).then(|| self.at += 1)
    }

    fn next(&self) -> Option<u8> {
        self.bytes().first().copied()
    }

    fn bytes(&self) -> &'i [u8] {
        &self.text.as_bytes()[self.at..self.end]
    }
}

/// What may stand in a comment.
fn is_text(byte: u8) -> bool {
    (byte >= b' ' && byte != 0x7f) || byte == b'\t'
}

/// What stands for itself in a text in double quotes.
fn is_plain(byte: u8) -> bool {
    is_text(byte) && byte != b'"' && byte != b'\\'
}
