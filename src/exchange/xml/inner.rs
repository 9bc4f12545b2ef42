//! What is in an element as HTML: documents of QTI hold theirs as elements and not as text.

use super::node::{Child, Node};

impl Node {
    /// The content of an element as HTML; `instead` says what stands for an element that is no HTML.
    pub(crate) fn html(&self, instead: &dyn Fn(&Self) -> Option<String>) -> String {
        let mut html = String::new();
        self.write(&mut html, instead);
        html
    }

    fn write(&self, html: &mut String, instead: &dyn Fn(&Self) -> Option<String>) {
        for child in &self.children {
            match child {
                Child::Text(text) => escape(text, html),
                Child::Node(node) => match instead(node) {
                    Some(text) => html.push_str(&text),
                    None => {
                        html.push('<');
                        html.push_str(&node.name);
                        for (name, value) in &node.attributes {
                            html.push(' ');
                            html.push_str(name);
                            html.push_str("=\"");
                            escape(value, html);
                            html.push('"');
                        }
                        html.push('>');
                        node.write(html, instead);
                        // An element without an end, such as `<br>`, says the same when it has one, but for this one.
                        if node.name != "br" {
                            html.push_str(&format!("</{}>", node.name));
                        }
                    }
                },
            }
        }
    }
}

fn escape(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            _ => html.push(c),
        }
    }
}
