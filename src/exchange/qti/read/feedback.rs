//! When each feedback of an item is shown: its rules are read as far as programs write them.

use std::collections::{BTreeMap, BTreeSet};

use crate::exchange::xml::Node;

/// To whom a feedback is shown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    All,
    Right,
    Wrong,
    /// To those who chose this.
    Choice(String),
}

/// The roles of the values of outcomes, as the rules of an item set them.
#[derive(Debug, Default)]
pub(super) struct Roles {
    set: BTreeMap<(String, String), BTreeSet<Role>>,
    /// Outcomes that hold what was chosen.
    chosen: BTreeSet<String>,
}

impl Roles {
    pub(super) fn of(item: &Node) -> Self {
        let mut roles = Self::default();
        for node in item.all("responseProcessing").flat_map(Node::nodes) {
            roles.rule(node, &Role::All, 0);
        }
        roles
    }

    fn rule(&mut self, node: &Node, role: &Role, depth: usize) {
        match node.name.as_str() {
            "setOutcomeValue" => self.outcome(node, role),
            "responseCondition" if depth < 32 => {
                let mut known = None;
                for branch in node.nodes() {
                    let role = match branch.name.as_str() {
                        "responseIf" | "responseElseIf" => tested(branch).unwrap_or_else(|| role.clone()),
                        // What is left when being right, or a choice, was asked for.
                        _ => match known {
                            Some(Role::Right) => Role::Wrong,
                            Some(Role::Wrong) => Role::Right,
                            _ => role.clone(),
                        },
                    };
                    for rule in branch.nodes() {
                        self.rule(rule, &role, depth + 1);
                    }
                    known = Some(role);
                }
            }
            _ => {}
        }
    }

    fn outcome(&mut self, node: &Node, role: &Role) {
        let Some(outcome) = node.attribute("identifier") else { return };
        let values = node.below("baseValue");
        let chosen = node
            .below("variable")
            .iter()
            .any(|variable| variable.attribute("identifier") == Some("RESPONSE"));
        // `FEEDBACK` may hold the identifiers of the choices themselves.
        if chosen && *role == Role::All {
            self.chosen.insert(outcome.to_owned());
        }
        for value in values {
            let entry = (outcome.to_owned(), value.text().trim().to_owned());
            self.set.entry(entry).or_default().insert(role.clone());
        }
    }

    /// To whom the feedback with this outcome and identifier is shown; nothing where that cannot be told.
    pub(super) fn find(&self, feedback: &Node, choices: &[String]) -> Option<Role> {
        let attribute = |name: &str| feedback.attribute(name).unwrap_or_default().trim();
        let (outcome, identifier) = (attribute("outcomeIdentifier"), attribute("identifier"));
        let hides = attribute("showHide") == "hide";
        let role = match self.set.get(&(outcome.to_owned(), identifier.to_owned())) {
            Some(roles) if roles.len() == 1 => roles.first().cloned(),
            // Set when right and when wrong.
            Some(roles) if roles.contains(&Role::All) || roles.len() > 1 => Some(Role::All),
            _ => None,
        };
        let by_choice =
            || choices.iter().any(|choice| choice == identifier).then(|| Role::Choice(identifier.to_owned()));
        let by_name = || match identifier.to_lowercase().as_str() {
            "correct" | "right" | "true" => Some(Role::Right),
            "incorrect" | "wrong" | "false" => Some(Role::Wrong),
            _ => None,
        };
        let role = role.or_else(by_choice).or_else(by_name)?;
        match (hides, role) {
            (false, role) => Some(role),
            (true, Role::Right) => Some(Role::Wrong),
            (true, Role::Wrong) => Some(Role::Right),
            (true, _) => None,
        }
    }
}

/// What a branch asks for.
fn tested(branch: &Node) -> Option<Role> {
    let test = branch.nodes().next()?;
    let (turned, test) = if test.name == "not" { (true, test.nodes().next()?) } else { (false, test) };
    let turn = |role: Role| match (turned, role) {
        (false, role) => Some(role),
        (true, Role::Right) => Some(Role::Wrong),
        (true, Role::Wrong) => Some(Role::Right),
        (true, _) => None,
    };
    let values = test.below("baseValue");
    match (test.name.as_str(), &values[..]) {
        ("match" | "equal", _) if !test.below("correct").is_empty() => turn(Role::Right),
        // A score that was set before.
        ("equal" | "gt" | "gte" | "equalRounded", [value]) if asks_score(test) => {
            let points = value.text().trim().parse::<f64>().ok()?;
            turn(if test.name == "equal" && points <= 0.0 { Role::Wrong } else { Role::Right })
        }
        ("lt" | "lte", [_]) if asks_score(test) => turn(Role::Wrong),
        ("match" | "member" | "contains", [value]) => turn(Role::Choice(value.text().trim().to_owned())),
        _ => None,
    }
}

fn asks_score(test: &Node) -> bool {
    test.all("variable").any(|variable| variable.attribute("identifier") == Some("SCORE"))
}
