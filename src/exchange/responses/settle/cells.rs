//! One cell: which options it means.

use super::super::findings::Findings;
use super::super::sheet::{Cell, Wrote};
use super::item::Items;
use super::marks::number;
use super::slot::{How, Slot};
use crate::analysis::Given;
use crate::exchange::intake::short;
use crate::words::nearest;

pub(super) fn given(cell: &Cell, slot: &Slot, items: &mut Items, findings: &mut Findings) -> Given {
    let text = match &cell.wrote {
        Wrote::NotAsked => return Given::NotAsked,
        Wrote::Blank => return Given::Blank,
        Wrote::Nothing => return Given::Scored(cell.right == Some(true)),
        Wrote::Options(texts) => return chosen(texts, cell, slot, items),
        Wrote::Text(text) => text,
    };
    match &slot.how {
        How::Points => match number(text) {
            Some(number @ 0..=1) => Given::Scored(number == 1),
            _ => unknown(cell, format!("`{}` is neither 0 nor 1", short(text)), "", findings),
        },
        How::Texts { .. } => {
            let Some(bits) = options_of(text, slot.item, items) else {
                let item = &items.list[slot.item];
                let texts = item.options.iter().map(|option| option.text.as_str());
                let near =
                    nearest(text, texts).first().map(|near| format!("did you mean \"{}\"?", short(near)));
                let message = format!("\"{}\" is no option of {}", short(text), item.name);
                return unknown(cell, message, &near.unwrap_or_default(), findings);
            };
            Given::Chose(bits)
        }
        How::Marked { first, layout, most } => match How::options(text, *first) {
            Some(options) if options.iter().all(|option| option < most) => {
                let option = |at: &usize| layout.as_ref().map_or(*at, |layout| layout[*at]);
                Given::Chose(options.iter().fold(0, |bits, at| bits | 1 << option(at)))
            }
            Some(_) => {
                let message = format!(
                    "`{}` is beyond the {most} options of {}",
                    short(text),
                    items.list[slot.item].name
                );
                unknown(cell, message, "", findings)
            }
            None => unknown(cell, format!("`{}` is no letter of an option", short(text)), "", findings),
        },
        How::Scored { first, right } => match How::options(text, *first) {
            Some(options) => Given::Scored(options == *right),
            None => unknown(cell, format!("`{}` is no letter of an option", short(text)), "", findings),
        },
    }
}

fn unknown(cell: &Cell, message: String, help: &str, findings: &mut Findings) -> Given {
    let help = if help.is_empty() { "it counts as no answer" } else { help };
    findings.error("unknown-answer", cell.span.clone(), message, help);
    Given::Blank
}

/// A text may be one option, or several with a mark between them.
fn options_of(text: &str, item: usize, items: &Items) -> Option<u64> {
    if let Some(option) = items.option_with_text(item, text) {
        return Some(1 << option);
    }
    for mark in ["\n", ";", ", ", ","] {
        let parts = text.split(mark).map(str::trim).filter(|part| !part.is_empty());
        let options: Option<Vec<usize>> = parts.map(|part| items.option_with_text(item, part)).collect();
        if let Some(options) = options.filter(|options| options.len() > 1 || text.ends_with(mark)) {
            return Some(options.iter().fold(0, |bits, option| bits | 1 << option));
        }
    }
    None
}

fn chosen(texts: &[String], cell: &Cell, slot: &Slot, items: &mut Items) -> Given {
    let closed = matches!(slot.how, How::Texts { closed: true });
    let mut bits = 0;
    for text in texts {
        match items.option_with_text(slot.item, text) {
            Some(option) => bits |= 1 << option,
            None if !closed => bits |= 1 << items.option(slot.item, text),
            // The bank says something else by now; what counted then is known.
            None => return cell.right.map_or(Given::Blank, Given::Scored),
        }
    }
    if bits == 0 { Given::Blank } else { Given::Chose(bits) }
}
