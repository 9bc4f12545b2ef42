//! The lines of a text file of Anki that say how its rows are to be read.

/// What such lines say.
const HEADS: &[&str] = &[
    "separator",
    "html",
    "notetype",
    "deck",
    "tags",
    "columns",
    "guid column",
    "deck column",
    "tags column",
    "notetype column",
    "if matches",
];

/// What the lines before the first row say.
pub(super) struct Head {
    pub(super) separator: u8,
    pub(super) html: bool,
    /// Numbers of columns, from 0.
    pub(super) guid: Option<usize>,
    pub(super) deck: Option<usize>,
    pub(super) tags: Option<usize>,
    pub(super) notetype: Option<usize>,
    /// For all rows.
    pub(super) deck_name: String,
    pub(super) all_tags: String,
    /// Whether anything is said at all.
    pub(super) is_said: bool,
    /// Where the rows begin.
    pub(super) end: usize,
}

impl Head {
    pub(super) fn of(text: &str) -> Self {
        let mut head = Self {
            separator: b'\t',
            html: false,
            guid: None,
            deck: None,
            tags: None,
            notetype: None,
            deck_name: String::new(),
            all_tags: String::new(),
            is_said: false,
            end: 0,
        };
        let mut padding = None;
        for line in text.split_inclusive('\n') {
            let Some((said, pad)) = said(line) else { break };
            head.end += line.len();
            padding = padding.or(pad);
            if let Some((name, value)) = said.split_once(':') {
                head.is_said |= HEADS.contains(&name.trim().to_lowercase().as_str());
                head.take(&name.trim().to_lowercase(), value);
            }
        }
        if let Some(mark) = padding {
            head.separator = mark;
        }
        if !head.is_said {
            let first = text[head.end..].lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
            head.separator = b"\t,;|"
                .iter()
                .copied()
                .find(|&mark| first.bytes().any(|byte| byte == mark))
                .unwrap_or(b'\t');
            head.html = ["<br", "<div", "<li"].iter().any(|tag| text.contains(tag));
        }
        head
    }

    /// The columns that are no fields of a note.
    pub(super) fn special(&self) -> [Option<usize>; 4] {
        [self.guid, self.deck, self.tags, self.notetype]
    }

    fn take(&mut self, name: &str, value: &str) {
        let column = || value.trim().parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        match name {
            "separator" => self.separator = separator(value),
            "html" => self.html = value.trim().eq_ignore_ascii_case("true"),
            "guid column" => self.guid = column(),
            "deck column" => self.deck = column(),
            "tags column" => self.tags = column(),
            "notetype column" => self.notetype = column(),
            "deck" => value.clone_into(&mut self.deck_name),
            "tags" => value.clone_into(&mut self.all_tags),
            _ => {}
        }
    }
}

/// A line that says how rows are to be read, without its `#`. A spreadsheet puts such a line into quotation marks and fills
/// it up with marks between cells: then that mark is the one between all cells.
fn said(line: &str) -> Option<(&str, Option<u8>)> {
    let line = line.trim_end_matches(['\r', '\n']);
    let bare = line.trim_end_matches([',', ';', '\t']);
    let padding = line.as_bytes().get(bare.len()).copied();
    if let Some(said) = bare.strip_prefix("\"#").and_then(|rest| rest.strip_suffix('"')) {
        let name = said.split(':').next().unwrap_or_default().trim().to_lowercase();
        return HEADS.contains(&name.as_str()).then_some((said, padding));
    }
    let said = line.strip_prefix('#')?;
    // `#separator:;` ends with a mark, and is not filled up.
    let filled_up = line.len() > bare.len() + usize::from(said.starts_with("separator:"));
    Some(if filled_up { (&bare[1..], padding) } else { (said, None) })
}

/// By its English name or as itself.
fn separator(value: &str) -> u8 {
    match value.trim().to_lowercase().as_str() {
        "comma" | "," => b',',
        "semicolon" | ";" => b';',
        "pipe" | "|" => b'|',
        "colon" | ":" => b':',
        "space" => b' ',
        _ => b'\t',
    }
}
