//! A question as an item: one choice interaction, scored as a whole, that tells why.
//!
//! The feedback of an option has the option's identifier and is shown when `FEEDBACK` holds it; `FEEDBACK` is what was
//! chosen, of the same cardinality. It stands behind the item, with the option as its title, and not in the option:
//! TAO refuses an item with a feedback in an option. The explanation hangs on a variable of its own: in one with the
//! options, some players lose the options where several are right.

use super::dialect::Dialect;
use super::element::Element;
use crate::bank::Question;
use crate::exchange::Export;
use crate::exchange::export::{Choice, is_fixed};
use crate::exchange::text::{explanation_and_source, letter, opaque};

const SHOW: &str = "SHOW";

/// The identifier of a question: an id of ours need not be a name to XML.
pub(super) fn identifier(question: &Question) -> String {
    opaque(["item", &question.id])
}

pub(super) fn item(export: &Export<'_>, question: &Question, dialect: &Dialect) -> Element {
    let choices: Vec<(String, Choice<'_>)> =
        export.choices(question).into_iter().enumerate().map(|(at, choice)| (letter(at), choice)).collect();
    let explanation = explanation_and_source(&question.explanation, &question.source);
    let whys = choices.iter().filter(|(_, choice)| !choice.why.is_empty());
    let whys = whys.map(|(identifier, choice)| {
        feedback("FEEDBACK", identifier, choice.why, dialect).with("title", choice.text)
    });
    let explanation = (!explanation.is_empty()).then(|| feedback("EXPLANATION", SHOW, &explanation, dialect));
    Element::new("assessmentItem")
        .with("identifier", identifier(question))
        .with("title", &question.id)
        .with("adaptive", "false")
        .with("timeDependent", "false")
        .children(declarations(question, &choices))
        .child(Element::new("itemBody").child(interaction(question, &choices)))
        .child(processing())
        .children(whys)
        .children(explanation)
}

/// A text that is shown once the variable holds the identifier.
fn feedback(variable: &str, identifier: &str, text: &str, dialect: &Dialect) -> Element {
    let text = Element::new("p").lines(text);
    let content = if dialect.has_content_body() { Element::new("contentBody").child(text) } else { text };
    Element::new("modalFeedback")
        .with("outcomeIdentifier", variable)
        .with("identifier", identifier)
        .with("showHide", "show")
        .child(content)
}

fn declarations(question: &Question, choices: &[(String, Choice<'_>)]) -> [Element; 4] {
    let cardinality = if question.has_several_keys() { "multiple" } else { "single" };
    let declared = |element, identifier: &str, cardinality: &str, base: &str| {
        Element::new(element)
            .with("identifier", identifier)
            .with("cardinality", cardinality)
            .with("baseType", base)
    };
    let keys = choices
        .iter()
        .filter(|(_, choice)| choice.right)
        .map(|(identifier, _)| Element::new("value").lines(identifier));
    [
        declared("responseDeclaration", "RESPONSE", cardinality, "identifier")
            .child(Element::new("correctResponse").children(keys)),
        declared("outcomeDeclaration", "SCORE", "single", "float")
            .with("normalMaximum", "1")
            .child(Element::new("defaultValue").child(Element::new("value").lines("0"))),
        declared("outcomeDeclaration", "FEEDBACK", cardinality, "identifier"),
        declared("outcomeDeclaration", "EXPLANATION", "single", "identifier"),
    ]
}

fn interaction(question: &Question, choices: &[(String, Choice<'_>)]) -> Element {
    let options = choices.iter().map(|(identifier, choice)| {
        Element::new("simpleChoice").with("identifier", identifier).lines(choice.text)
    });
    Element::new("choiceInteraction")
        .with("responseIdentifier", "RESPONSE")
        .with("shuffle", if is_fixed(question) { "false" } else { "true" })
        // Nought is as many as one likes; the number of keys would give them away.
        .with("maxChoices", if question.has_several_keys() { "0" } else { "1" })
        .child(Element::new("prompt").lines(&question.stem))
        .children(options)
}

fn processing() -> Element {
    let variable = |name: &str| Element::new("variable").with("identifier", name);
    let set =
        |name: &str, value: Element| Element::new("setOutcomeValue").with("identifier", name).child(value);
    let constant = |base: &str, value: &str| Element::new("baseValue").with("baseType", base).lines(value);
    let matches = Element::new("match")
        .child(variable("RESPONSE"))
        .child(Element::new("correct").with("identifier", "RESPONSE"));
    Element::new("responseProcessing")
        .child(
            Element::new("responseCondition")
                .child(Element::new("responseIf").child(matches).child(set("SCORE", constant("float", "1"))))
                .child(Element::new("responseElse").child(set("SCORE", constant("float", "0")))),
        )
        .child(set("FEEDBACK", variable("RESPONSE")))
        .child(set("EXPLANATION", constant("identifier", SHOW)))
}
