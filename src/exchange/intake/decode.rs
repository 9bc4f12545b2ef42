//! Bytes as text, whatever program wrote them: by a mark at the beginning, by what the file says about itself, or by what
//! its bytes look like.

use std::sync::Arc;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};

use crate::diagnostic::{Diagnostic, Place, Severity, Source};

/// A file as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::exchange) struct Decoded {
    pub(in crate::exchange) text: String,
    /// How the encoding was found out, where it was not plain UTF-8.
    pub(in crate::exchange) found: Option<Found>,
}

/// How an encoding was found out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::exchange) enum Found {
    /// The file says so.
    Certain(&'static str),
    /// It looks so.
    Guessed(&'static str),
    /// It is UTF-8, with some bytes that are none: how many.
    Broken(usize),
}

impl Found {
    /// What is sure, in words.
    pub(in crate::exchange) fn said(&self) -> Option<String> {
        match self {
            Self::Certain(encoding) => Some(format!("the text is in {encoding}")),
            _ => None,
        }
    }

    /// What is not sure, at the first character that may be wrong.
    pub(in crate::exchange) fn problem(&self, source: &Arc<Source>) -> Option<Diagnostic> {
        let text = &source.text;
        let (at, message, help) = match self {
            Self::Certain(_) => return None,
            Self::Guessed(encoding) => (
                text.find(|c: char| !c.is_ascii()),
                format!("the file is not UTF-8; it was read as {encoding}"),
                "look at its accents and quotation marks, and save it as UTF-8 if they are wrong",
            ),
            Self::Broken(count) => (
                text.find('\u{fffd}'),
                format!(
                    "{} no UTF-8 and became \u{fffd}",
                    if *count == 1 { String::from("one byte is") } else { format!("{count} bytes are") }
                ),
                "the first of them is here; write what was meant",
            ),
        };
        let at = at.unwrap_or(0);
        Some(
            Diagnostic::new(Severity::Warning, "encoding", message).at(Place::new(source, at..at)).help(help),
        )
    }
}

/// Enough to tell an encoding by.
const SEEN: usize = 1024 * 1024;

/// Whether some bytes are no text at all, such as those of a picture or an old office document.
pub(in crate::exchange) fn is_binary(bytes: &[u8]) -> bool {
    let seen = &bytes[..bytes.len().min(4096)];
    [&b"PK\x03\x04"[..], b"\xd0\xcf\x11\xe0", b"%PDF-", b"\x1f\x8b", b"SQLite format 3"]
        .iter()
        .any(|magic| bytes.starts_with(magic))
        || seen.contains(&0) && by_mark(bytes).is_none() && by_zeros(bytes).is_none()
}

/// A file as text.
pub(in crate::exchange) fn decode(bytes: &[u8]) -> Decoded {
    let as_is = |encoding: &'static Encoding| encoding.decode(bytes).0.into_owned();
    if let Some(encoding) = by_mark(bytes) {
        let text = as_is(encoding);
        if encoding == UTF_8 && text.contains('\u{fffd}') {
            return broken(text);
        }
        return Decoded { text, found: (encoding != UTF_8).then(|| Found::Certain(name(encoding))) };
    }
    if let Some(encoding) = by_zeros(bytes) {
        return Decoded { text: as_is(encoding), found: Some(Found::Certain(name(encoding))) };
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded { text: text.to_owned(), found: None };
    }
    let declared = by_declaration(bytes).filter(|encoding| *encoding != UTF_8);
    if let Some((text, encoding)) = declared.and_then(|encoding| {
        encoding.decode_without_bom_handling_and_without_replacement(bytes).map(|text| (text, encoding))
    }) {
        return Decoded { text: text.into_owned(), found: Some(Found::Certain(name(encoding))) };
    }
    // A file in UTF-8 into which a few bytes of another encoding were pasted.
    let lossy = String::from_utf8_lossy(bytes);
    let bad = lossy.matches('\u{fffd}').count();
    let good = lossy.chars().filter(|c| !c.is_ascii() && *c != '\u{fffd}').count();
    if good > bad * 4 {
        return broken(lossy.into_owned());
    }
    let encoding = by_looks(bytes);
    Decoded { text: as_is(encoding), found: Some(Found::Guessed(name(encoding))) }
}

fn broken(text: String) -> Decoded {
    let count = text.matches('\u{fffd}').count();
    Decoded { text, found: Some(Found::Broken(count)) }
}

fn by_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    Encoding::for_bom(bytes).map(|(encoding, _)| encoding)
}

/// UTF-16 without a mark: every other byte of plain text is zero.
fn by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let seen = &bytes[..bytes.len().min(4096) & !1];
    let zeros = |odd: usize| seen.iter().skip(odd).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd, pairs) = (zeros(0), zeros(1), seen.len() / 2);
    match () {
        () if pairs < 2 => None,
        () if odd * 10 > pairs * 4 && even * 20 < pairs => Some(UTF_16LE),
        () if even * 10 > pairs * 4 && odd * 20 < pairs => Some(UTF_16BE),
        () => None,
    }
}

/// What XML says at its beginning.
fn by_declaration(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(512)]).into_owned();
    let declaration = head.trim_start().strip_prefix("<?xml")?.split("?>").next()?.to_owned();
    let rest = declaration.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    let label = rest.strip_prefix(['"', '\''])?.split(['"', '\'']).next()?;
    Encoding::for_label(label.as_bytes())
}

fn by_looks(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(SEEN)], true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    // The larger of the two, which reads everything that the smaller one does.
    if guess == GBK { GB18030 } else { guess }
}

/// As people know it.
pub(super) fn name(encoding: &'static Encoding) -> &'static str {
    match encoding.name() {
        "windows-1250" => "Windows-1250 (Central European)",
        "windows-1251" => "Windows-1251 (Cyrillic)",
        "windows-1252" => "Windows-1252 (Western)",
        "ISO-8859-2" => "Latin-2 (Central European)",
        "gb18030" => "GB18030 (Chinese)",
        "UTF-16LE" | "UTF-16BE" => "UTF-16",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use encoding_rs::Encoding;

    use super::{Found, decode, is_binary};

    fn encoded(label: &str, text: &str) -> Vec<u8> {
        Encoding::for_label(label.as_bytes()).unwrap().encode(text).0.into_owned()
    }

    #[test]
    fn text_is_read_in_the_encoding_that_it_looks_like() {
        for (label, text, name) in [
            (
                "windows-1252",
                "Qui ouvre le portail la nuit ? Le gardien a la clé, pas l’hôte.",
                "Windows-1252 (Western)",
            ),
            ("windows-1252", "Caf\u{e9} \u{201c}ouvert\u{201d}?", "Windows-1252 (Western)"),
            ("windows-1252", "Wer öffnet das Tor? Die Wache über dem Schloß.", "Windows-1252 (Western)"),
            (
                "windows-1250",
                "Kto otwiera bramę? Strażnik, który ma klucz, źle śpiący gość.",
                "Windows-1250 (Central European)",
            ),
            (
                "iso-8859-2",
                "Kto otwiera bramę? Strażnik, który ma klucz, źle śpiący gość.",
                "Latin-2 (Central European)",
            ),
            (
                "windows-1251",
                "Кто открывает ворота ночью? Только охранник, у него ключ.",
                "Windows-1251 (Cyrillic)",
            ),
            ("koi8-r", "Кто открывает ворота ночью? Только охранник, у него ключ.", "KOI8-U"),
            ("gb18030", "夜间谁可以打开大门？只有值班保安才有钥匙。", "GB18030 (Chinese)"),
            ("shift_jis", "夜間に門を開けるのは誰ですか。警備員だけが鍵を持っています。", "Shift_JIS"),
            ("euc-kr", "밤에 정문을 여는 사람은 누구입니까? 경비원만 열쇠를 가지고 있습니다.", "EUC-KR"),
        ] {
            let decoded = decode(&encoded(label, text));
            assert_eq!(decoded.text, text, "{label}");
            assert_eq!(decoded.found, Some(Found::Guessed(name)), "{label}");
        }
    }

    #[test]
    fn what_a_file_says_about_itself_goes_first() {
        let text = "<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?><q>Kto? Ó, ź</q>";
        let decoded = decode(&encoded("iso-8859-2", text));
        assert_eq!(
            (decoded.text.as_str(), decoded.found),
            (text, Some(Found::Certain("Latin-2 (Central European)")))
        );
        // It says so, and is not.
        let decoded = decode(text.as_bytes());
        assert_eq!((decoded.text.as_str(), decoded.found), (text, None));
        for (mark, bytes) in [
            (&b"\xff\xfe"[..], "Wer öffnet?".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()),
            (b"\xfe\xff", "Wer öffnet?".encode_utf16().flat_map(u16::to_be_bytes).collect()),
        ] {
            for mark in [mark, b""] {
                let decoded = decode(&[mark, &bytes].concat());
                assert_eq!(
                    (decoded.text.as_str(), decoded.found),
                    ("Wer öffnet?", Some(Found::Certain("UTF-16")))
                );
            }
        }
        let decoded = decode(b"\xef\xbb\xbfplain \xc3\xa9");
        assert_eq!((decoded.text.as_str(), decoded.found), ("plain é", None));
    }

    #[test]
    fn a_few_broken_bytes_do_not_make_another_encoding() {
        let mut bytes = "Größe, Öl, Übung, Äpfel".as_bytes().to_vec();
        bytes.extend(b" caf\xe9");
        let decoded = decode(&bytes);
        assert_eq!(decoded.text, "Größe, Öl, Übung, Äpfel caf\u{fffd}");
        assert_eq!(decoded.found, Some(Found::Broken(1)));
    }

    #[test]
    fn what_is_no_text_is_known() {
        assert!(
            is_binary(b"PK\x03\x04...")
                && is_binary(b"\xd0\xcf\x11\xe0\xa1")
                && is_binary(b"\x89PNG\0\0\0\x0d")
        );
        assert!(
            !is_binary(b"a,b\n") && !is_binary(b"\xff\xfea\0") && !is_binary(b"Caf\xe9") && !is_binary(b"")
        );
    }
}
