//! What holds for the page, whatever its back end.

use sha2::{Digest, Sha256};

use super::{SHARED, STYLE, Source};
use crate::exchange::export::{Export, ExportOptions};
use crate::exchange::tests::samples::nasty;
use crate::exchange::{Loss, html_quiz, scorm12};

pub(crate) fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digits = |three: &[u8]| -> String {
        let bits = (0..3).fold(0_usize, |bits, at| bits << 8 | usize::from(*three.get(at).unwrap_or(&0)));
        (0..4)
            .map(|at| if at > three.len() { '=' } else { char::from(DIGITS[bits >> (18 - 6 * at) & 63]) })
            .collect()
    };
    bytes.chunks(3).map(digits).collect()
}

#[test]
fn the_policy_names_the_scripts_and_the_style_as_they_are() {
    let sources: Vec<Source> =
        [STYLE].into_iter().chain(SHARED).chain([html_quiz::BACK_END, scorm12::BACK_END]).collect();
    let kept: Vec<&str> = sources.iter().map(|source| source.hash).collect();
    let found: Vec<String> = sources.iter().map(|source| base64(&Sha256::digest(source.text))).collect();
    assert_eq!(
        kept, found,
        "put what was found into the constants: style, shared scripts, html_quiz, scorm12"
    );
}

/// The data of a page, and what follows it.
fn data(page: &str) -> (serde_json::Value, &str) {
    let (_, data) = page.split_once("id=\"bank\">").unwrap();
    let (data, rest) = data.split_once("</script>").unwrap();
    assert!(!data.contains('<') && !data.contains('&'));
    (serde_json::from_str(data).unwrap(), rest)
}

#[test]
fn nothing_of_a_bank_ends_the_script_that_it_stands_in() {
    let bank = nasty();
    let export = Export::whole(&bank, ExportOptions::default());
    let scorm = scorm12::page(&export, &mut Loss::default()).1;
    for page in [html_quiz::page(&export), scorm] {
        let (data, rest) = data(&page);
        assert_eq!(rest.matches("<script>").count(), SHARED.len() + 1);
        assert_eq!(data["questions"][4]["stem"], bank.question("nasty-05").unwrap().stem);
    }
}

#[test]
fn the_page_shows_as_many_options_as_were_asked_for() {
    let bank = nasty();
    for shown in [4, 8] {
        let export = Export::whole(&bank, ExportOptions { shown, ..ExportOptions::default() });
        assert_eq!(data(&html_quiz::page(&export)).0["shown"], shown);
    }
}
