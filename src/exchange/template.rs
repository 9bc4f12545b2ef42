//! Pages with `{{places}}` that are filled in.

/// A template of ours with texts in its places. What is filled in is not looked at again: a title may read like a place.
pub(super) fn filled(template: &str, texts: &[(&str, &str)]) -> String {
    let length = template.len() + texts.iter().map(|(_, text)| text.len()).sum::<usize>();
    let mut page = String::with_capacity(length);
    let mut pieces = template.split("{{");
    page.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (name, rest) = piece.split_once("}}").expect("the template closes its places");
        let text = texts.iter().find(|(key, _)| *key == name).map(|(_, text)| *text);
        page.push_str(text.expect("the template names texts that there are"));
        page.push_str(rest);
    }
    page
}

#[cfg(test)]
mod tests {
    use super::filled;

    #[test]
    fn what_is_filled_in_is_not_filled_in_again() {
        assert_eq!(filled("<{{a}}|{{b}}>", &[("a", "{{b}}"), ("b", "}}{{a")]), "<{{b}}|}}{{a>");
    }
}
