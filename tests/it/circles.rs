//! No circular dependencies between the files of `src`, within a room (a top-level module) or across rooms: a file never
//! depends on a file that depends on it.
//!
//! A file depends on the file that defines a name it uses, not on a `mod.rs` that only re-exports the name. Declaring a
//! module is not using it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::support::root;

/// The segments of a path from the crate's root.
type Names = Vec<String>;

/// What a file says about others.
struct Source {
    file: String,
    module: Names,
    /// The code without its imports.
    body: String,
    /// Name in this file -> what it means.
    imports: BTreeMap<String, Names>,
    /// The imports that are handed on.
    public: BTreeSet<String>,
    defined: BTreeSet<String>,
}

fn files(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.strip_prefix(root().join("src")).unwrap().to_str().unwrap().replace('\\', "/");
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(name);
        }
    }
}

fn is_test(file: &str) -> bool {
    file.ends_with("tests.rs") || file.ends_with("samples.rs") || file.contains("/tests/")
}

/// Code without comments, texts and the tests at its end.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let (mut out, mut rest) = (String::new(), text);
    while let Some(c) = rest.chars().next() {
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("r#\"") {
            rest.find("\"#").map_or(rest.len(), |at| at + 2)
        } else if c == '"' {
            let mut escaped = false;
            let end = rest[1..].find(|c| {
                let ends = c == '"' && !escaped;
                escaped = c == '\\' && !escaped;
                ends
            });
            end.map_or(rest.len(), |at| at + 2)
        } else if rest.starts_with("'\"'") {
            3
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
            continue;
        };
        rest = &rest[skipped..];
    }
    out
}

/// The paths of one `use`, braces opened, each with the name that it has here.
fn opened(tree: &str, before: &[String], out: &mut Vec<(Names, String)>) {
    let tree = tree.trim();
    if let Some((head, inner)) = tree.split_once('{') {
        let mut before = before.to_vec();
        before.extend(head.split("::").map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned));
        let inner = inner.strip_suffix('}').unwrap();
        let (mut depth, mut start) = (0, 0);
        for (at, c) in inner.char_indices().chain([(inner.len(), ',')]) {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    if !inner[start..at].trim().is_empty() {
                        opened(&inner[start..at], &before, out);
                    }
                    start = at + 1;
                }
                _ => {}
            }
        }
        return;
    }
    let (path, alias) =
        tree.split_once(" as ").map_or((tree, None), |(path, alias)| (path, Some(alias.trim())));
    let mut full = before.to_vec();
    full.extend(path.split("::").map(|part| part.trim().to_owned()));
    full.retain(|part| part != "self" || full_is_relative(before, path));
    let name = alias.map_or_else(|| full.last().cloned().unwrap_or_default(), str::to_owned);
    out.push((full, name));
}

/// `self::x` begins at this module; `x::{self}` means `x`.
fn full_is_relative(before: &[String], path: &str) -> bool {
    before.is_empty() && path.starts_with("self::")
}

/// A path from the root of the crate, or nothing for what is no module of ours.
fn absolute(path: &[String], module: &[String], modules: &BTreeMap<Names, usize>) -> Option<Names> {
    let first = path.first()?.as_str();
    let (from, rest) = match first {
        "crate" => (vec![], &path[1..]),
        "self" => (module.to_vec(), &path[1..]),
        "super" => {
            let ups = path.iter().take_while(|part| *part == "super").count();
            (module[..module.len().checked_sub(ups)?].to_vec(), &path[ups..])
        }
        name => {
            let child: Names = module.iter().cloned().chain([name.to_owned()]).collect();
            modules.get(&child)?;
            (module.to_vec(), path)
        }
    };
    Some(from.into_iter().chain(rest.iter().cloned()).collect())
}

fn read(file: String) -> Source {
    let text = code(&fs::read_to_string(root().join("src").join(&file)).unwrap());
    let mut module: Names = file.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    if ["mod", "lib"].contains(&module.last().unwrap().as_str()) {
        module.pop();
    }
    let mut source = Source {
        file,
        module,
        body: String::new(),
        imports: BTreeMap::new(),
        public: BTreeSet::new(),
        defined: BTreeSet::new(),
    };
    for statement in text.split_inclusive(';') {
        let start = statement
            .rfind("\nuse ")
            .or_else(|| statement.rfind(") use "))
            .or_else(|| statement.rfind("    use ").or_else(|| statement.starts_with("use ").then_some(0)));
        let Some(at) = start.filter(|at| !statement[*at..].contains("=>")) else {
            source.body.push_str(statement);
            continue;
        };
        let (before, tree) = statement.split_at(at);
        source.body.push_str(before.rsplit_once("\npub").map_or(before, |(body, _)| body));
        let is_public = tree.starts_with(')');
        let tree = tree.split_once("use ").unwrap().1.trim_end_matches(';');
        let mut paths = vec![];
        opened(&tree.split_whitespace().collect::<Vec<_>>().join(" "), &[], &mut paths);
        for (path, name) in paths {
            if is_public {
                source.public.insert(name.clone());
            }
            source.imports.insert(name, path);
        }
    }
    let words: Vec<&str> = source.body.split(|c: char| !(c.is_alphanumeric() || c == '_')).collect();
    let marks = ["fn", "struct", "enum", "trait", "const", "type", "static"];
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    source.defined = words
        .windows(2)
        .filter(|pair| {
            marks.contains(&pair[0]) && !source.body.contains(&format!("'{} {}", pair[0], pair[1]))
        })
        .map(|pair| pair[1].to_owned())
        .collect();
    source
}

/// The file in which a path ends.
fn home(
    path: &[String],
    sources: &[Source],
    modules: &BTreeMap<Names, usize>,
    depth: usize,
) -> Option<usize> {
    let length = (0..=path.len()).rev().find(|length| modules.contains_key(&path[..*length]))?;
    let at = modules[&path[..length]];
    let source = &sources[at];
    if let Some(item) = path.get(length)
        && !source.defined.contains(item)
        && depth < 8
        && let Some(means) = source.imports.get(item)
        && let Some(mut further) = absolute(means, &source.module, modules)
    {
        further.extend_from_slice(&path[length + 1..]);
        return home(&further, sources, modules, depth + 1);
    }
    Some(at)
}

/// The paths that stand in code: `a::b::c`.
fn paths(body: &str) -> BTreeSet<Names> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    body.replace("pub(in ", "pub (")
        .split(|c: char| !is_part(c))
        .filter(|path| path.contains("::"))
        .map(|path| path.split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect())
        .collect()
}

/// Which files each file depends on.
fn graph() -> (Vec<Source>, Vec<BTreeSet<usize>>) {
    let mut names = vec![];
    files(&root().join("src"), &mut names);
    names.retain(|name| !is_test(name) && name != "main.rs");
    names.sort();
    let sources: Vec<Source> = names.into_iter().map(read).collect();
    let modules: BTreeMap<Names, usize> =
        sources.iter().enumerate().map(|(at, source)| (source.module.clone(), at)).collect();
    let mut uses = vec![];
    for (at, source) in sources.iter().enumerate() {
        let said: BTreeSet<&str> = source.body.split(|c: char| !(c.is_alphanumeric() || c == '_')).collect();
        let mut on = BTreeSet::new();
        let mut add = |path: &[String]| {
            if let Some(path) = absolute(path, &source.module, &modules)
                && !modules.contains_key(&path)
            {
                on.extend(home(&path, &sources, &modules, 0));
            }
        };
        for (name, path) in &source.imports {
            let declared_only = source.public.contains(name) || source.file.ends_with("mod.rs");
            if !declared_only
                || said.contains(name.as_str()) && !source.body.contains(&format!("mod {name};"))
            {
                add(path);
            }
        }
        for path in paths(&source.body) {
            add(&path);
            // `rules::RULES` where `rules` was imported.
            if let Some(start) = source.imports.get(&path[0]) {
                add(&start.iter().chain(&path[1..]).cloned().collect::<Names>());
            }
        }
        on.remove(&at);
        uses.push(on);
    }
    (sources, uses)
}

/// The way from a file back to itself, where there is one.
fn circle(from: usize, uses: &[BTreeSet<usize>]) -> Option<Vec<usize>> {
    let mut came: BTreeMap<usize, usize> = BTreeMap::new();
    let mut open = vec![from];
    while let Some(at) = open.pop() {
        for &next in &uses[at] {
            if next == from {
                let mut way = vec![from, at];
                while *way.last().unwrap() != from {
                    way.push(came[way.last().unwrap()]);
                }
                way.reverse();
                return Some(way);
            }
            if let std::collections::btree_map::Entry::Vacant(free) = came.entry(next) {
                free.insert(at);
                open.push(next);
            }
        }
    }
    None
}

#[test]
fn no_files_depend_on_each_other_in_a_circle() {
    let (sources, uses) = graph();
    let edges: usize = uses.iter().map(BTreeSet::len).sum();
    // A reader of imports that sees none would find no circle either.
    assert!(sources.len() > 200 && edges > 3 * sources.len(), "{} files, {edges} imports", sources.len());
    let mut found = BTreeSet::new();
    for from in 0..sources.len() {
        if let Some(way) = circle(from, &uses) {
            let mut names: Vec<&str> = way.iter().map(|at| sources[*at].file.as_str()).collect();
            names.pop();
            let least = names.iter().enumerate().min_by_key(|(_, name)| **name).unwrap().0;
            names.rotate_left(least);
            found.insert(names.join(" -> "));
        }
    }
    assert!(found.is_empty(), "circles:\n{}", found.into_iter().collect::<Vec<_>>().join("\n"));
}
