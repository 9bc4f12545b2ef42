//! An encoding that a person names where the evidence in a file is wrong.

use super::decode::{is_binary, name};

/// The encoding of a text, by one of its usual names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Encoding(&'static encoding_rs::Encoding);

impl Encoding {
    /// Names that a person may try first.
    pub(crate) const EXAMPLES: &str = "utf-8, utf-16le, windows-1252, latin2, windows-1250, windows-1251, koi8-r, gb18030, big5, shift_jis, euc-kr";

    /// The encoding of this name, however it is written: `Latin-2` or `latin2`.
    pub(crate) fn named(name: &str) -> Option<Self> {
        let joined: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
        let hyphens = name.replace([' ', '_'], "-");
        [name, &hyphens, &joined]
            .into_iter()
            .filter_map(|label| encoding_rs::Encoding::for_label_no_replacement(label.as_bytes()))
            .map(Self)
            .next()
    }

    /// As people know it.
    pub(crate) fn name(self) -> &'static str {
        name(self.0)
    }

    /// A text in UTF-8, and how many characters of it are none in this encoding; nothing for what is no text, such as
    /// a package.
    pub(crate) fn in_utf8(self, bytes: &[u8]) -> Option<(Vec<u8>, usize)> {
        let wide = self.0 == encoding_rs::UTF_16LE || self.0 == encoding_rs::UTF_16BE;
        if is_binary(bytes) && !wide {
            return None;
        }
        let (text, _) = self.0.decode_with_bom_removal(bytes);
        let bad = text.matches('\u{fffd}').count();
        Some((text.into_owned().into_bytes(), bad))
    }
}

#[cfg(test)]
mod tests {
    use super::Encoding;

    #[test]
    fn encodings_have_many_names() {
        for (typed, name) in [
            ("Latin-2", "Latin-2 (Central European)"),
            ("ISO-8859-2", "Latin-2 (Central European)"),
            ("cp1251", "Windows-1251 (Cyrillic)"),
            ("Windows 1252", "Windows-1252 (Western)"),
            ("utf8", "UTF-8"),
            ("GBK", "GBK"),
        ] {
            assert_eq!(Encoding::named(typed).map(Encoding::name), Some(name), "{typed}");
        }
        for unknown in ["", "klingon", "replacement", "iso-2022-kr"] {
            assert_eq!(Encoding::named(unknown), None, "{unknown}");
        }
        for example in Encoding::EXAMPLES.split(", ") {
            assert!(Encoding::named(example).is_some(), "{example}");
        }
    }

    #[test]
    fn a_text_is_read_as_a_person_says() {
        let koi = encoding_rs::KOI8_R.encode("Кто?").0.into_owned();
        assert_eq!(Encoding::named("koi8-r").unwrap().in_utf8(&koi), Some(("Кто?".as_bytes().to_vec(), 0)));
        assert_eq!(
            Encoding::named("utf-8").unwrap().in_utf8(b"a\xffb"),
            Some(("a\u{fffd}b".as_bytes().to_vec(), 1))
        );
        assert_eq!(Encoding::named("utf-8").unwrap().in_utf8(b"PK\x03\x04"), None);
    }
}
