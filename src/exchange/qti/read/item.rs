//! One item of QTI 2 or 3: its one choice, what is asked around it, and what is said afterwards.

use std::cell::RefCell;

use super::feedback::{Role, Roles};
use super::keys::{gives_part, keys};
use super::plan::is_not_one;
use crate::exchange::feedback::Feedback;
use crate::exchange::html::plain;
use crate::exchange::intake::{Draft, OptionDraft};
use crate::exchange::text::split_source;
use crate::exchange::xml::{CODE, Node, VERBATIM};

/// A question, what of the item it does not say, and what keeps it from being one.
pub(super) struct Read {
    pub(super) draft: Draft,
    pub(super) lost: Vec<(&'static str, usize)>,
    pub(super) fault: Option<String>,
}

/// Reads an item, or says by which rule it is no question and why.
pub(super) fn read(item: &Node) -> Result<Read, (&'static str, String)> {
    let body = item.child("itemBody").ok_or(("no-question", String::from("it has no `itemBody`")))?;
    let choice = choice(body)?;
    if item.child("templateDeclaration").is_some() {
        return Err(("question-type", String::from("its texts are made anew for everybody (a template)")));
    }
    let gap = choice.name == "inlineChoiceInteraction";
    let response = choice.attribute("responseIdentifier").unwrap_or("RESPONSE");
    let declared =
        item.all("responseDeclaration").find(|node| node.attribute("identifier") == Some(response));
    let cardinality = declared.and_then(|node| node.attribute("cardinality")).unwrap_or("single");
    let several = matches!(cardinality, "multiple" | "ordered");
    let mut texts = Texts::default();
    let options = choice.below(if gap { "inlineChoice" } else { "simpleChoice" });
    let idents: Vec<String> = options
        .iter()
        .map(|node| node.attribute("identifier").unwrap_or_default().trim().to_owned())
        .collect();
    let of_option = |node: &&Node| OptionDraft { text: texts.of(node), ..OptionDraft::default() };
    let drafts = options.iter().map(of_option).collect();
    let mut draft = Draft {
        span: item.span.clone(),
        stem: texts.of(body),
        options: drafts,
        fixed: choice.attribute("shuffle") == Some("false")
            || options.iter().any(|node| node.attribute("fixed") == Some("true")),
        ..Draft::default()
    };
    let right = match keys(item, response, several) {
        Ok(right) => right,
        Err(reason) => return Ok(Read { draft, lost: vec![], fault: Some(reason.to_owned()) }),
    };
    if let Some(stray) = right.iter().find(|key| !idents.contains(key)) {
        let fault = format!("the right answer `{stray}` is none of the options");
        return Ok(Read { draft, lost: vec![], fault: Some(fault) });
    }
    for (ident, option) in idents.iter().zip(&mut draft.options) {
        option.right = right.contains(ident);
    }
    let mut lost = say(item, &idents, &mut draft, &mut texts);
    let points = item.all("outcomeDeclaration").any(|node| {
        node.attribute("identifier").is_some_and(|name| matches!(name, "SCORE" | "MAXSCORE"))
            && (node.attribute("normalMaximum").is_some_and(is_not_one)
                || node.attribute("identifier") == Some("MAXSCORE")
                    && node.below("value").iter().any(|value| is_not_one(&value.text())))
    });
    lost.extend([
        ("points", usize::from(points)),
        ("partial credits", gives_part(item, response, several, &right)),
        ("texts that several questions share", item.all("assessmentStimulusRef").count()),
        ("instructions", body.below("rubricBlock").len()),
    ]);
    lost.extend(texts.losses());
    Ok(Read { draft, lost, fault: None })
}

/// The one place where something is chosen.
fn choice(body: &Node) -> Result<&Node, (&'static str, String)> {
    let mut found: Vec<&Node> = vec![];
    let mut waiting: Vec<&Node> = body.nodes().collect();
    while let Some(node) = waiting.pop() {
        if node.name.ends_with("Interaction") && node.name != "endAttemptInteraction" {
            found.push(node);
        } else {
            waiting.extend(node.nodes());
        }
    }
    let is_choice =
        |node: &&&Node| matches!(node.name.as_str(), "choiceInteraction" | "inlineChoiceInteraction");
    match (&found[..], found.iter().find(|node| !is_choice(node))) {
        ([one], None) => Ok(one),
        ([], _) => Err(("question-type", String::from("there are no options to choose from"))),
        (_, Some(other)) => {
            Err(("question-type", format!("a question of type `{}` is not multiple choice", other.name)))
        }
        _ => Err(("question-type", String::from("there are several places to choose at"))),
    }
}

/// Puts every feedback in its place, and names what has none.
fn say(item: &Node, idents: &[String], draft: &mut Draft, texts: &mut Texts) -> Vec<(&'static str, usize)> {
    let roles = Roles::of(item);
    let (mut general, mut feedback, mut unused) = (vec![], Feedback::default(), 0);
    let kinds = ["modalFeedback", "feedbackInline", "feedbackBlock"];
    for node in kinds.into_iter().flat_map(|name| item.below(name)) {
        let text = texts.of(node);
        if text.trim().is_empty() {
            continue;
        }
        match roles.find(node, idents) {
            Some(Role::All) => general.push(text),
            Some(Role::Right) => feedback.right.push(text),
            Some(Role::Wrong) => feedback.wrong.push(text),
            Some(Role::Choice(ident)) => match idents.iter().position(|other| *other == ident) {
                Some(at) if draft.options[at].why.is_empty() => draft.options[at].why = text,
                Some(at) => draft.options[at].why = format!("{}\n{text}", draft.options[at].why),
                None => unused += 1,
            },
            None => unused += 1,
        }
    }
    (draft.explanation, draft.source) = split_source(&general.join("\n"));
    let mut lost = feedback.settle(draft);
    lost.push(("feedback shown by rules of its own", unused));
    lost
}

/// Texts of one item, and what they had besides words.
#[derive(Default)]
struct Texts {
    lost: RefCell<Vec<&'static str>>,
}

impl Texts {
    /// The text in an element, without feedback, options and instructions.
    fn of(&self, node: &Node) -> String {
        let html = node.html(&|node| self.instead(node));
        let plain = plain(&html);
        self.lost.borrow_mut().extend(plain.lost);
        plain.text
    }

    fn instead(&self, node: &Node) -> Option<String> {
        let nothing = Some(String::new());
        match node.name.as_str() {
            "feedbackInline"
            | "feedbackBlock"
            | "rubricBlock"
            | "endAttemptInteraction"
            | "stylesheet"
            | "simpleChoice"
            | "templateBlock" => nothing,
            "inlineChoiceInteraction" => Some(String::from(" _____ ")),
            "choiceInteraction" | "prompt" | "contentBody" => {
                Some(format!("<div>{}</div>", node.html(&|node| self.instead(node))))
            }
            // What we write: its lines are parted by `<br/>`, and its blanks are such that nobody folds.
            "code" if node.attribute("class") == Some(CODE) => {
                Some(format!("<pre>{}</pre>", node.html(&|_| None).replace('\u{a0}', " ")))
            }
            "code" if node.attribute("class") == Some(VERBATIM) => {
                Some(format!("<pre>{}</pre>", node.html(&|_| None)))
            }
            "object" if node.attribute("type").is_some_and(|kind| kind.starts_with("image")) => {
                self.lost.borrow_mut().push("images");
                let words = plain(&node.html(&|_| None)).text;
                Some(if words.is_empty() { String::new() } else { format!("[{words}]") })
            }
            _ => None,
        }
    }

    fn losses(&self) -> Vec<(&'static str, usize)> {
        let mut lost = self.lost.borrow().clone();
        lost.sort_unstable();
        lost.dedup();
        lost.into_iter().map(|what| (what, 1)).collect()
    }
}
