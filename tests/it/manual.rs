//! The manual pages: in `man` at a terminal, as they are in a pipe, all of them in a folder.

use std::path::Path;

use crate::support::Sandbox;

#[test]
fn all_pages_are_written_into_a_folder() {
    let sandbox = Sandbox::new();
    sandbox.run(&["man", "--to", "share/man1"], "").ended_with(0).says(" pages written into share/man1");
    let page = |name: &str| std::fs::read_to_string(sandbox.path("share/man1").join(name)).unwrap();
    let main = page("guardprep.1");
    // Every page that one of them refers to is there.
    let mut seen = 0;
    for part in main.split("guardprep\\-").skip(1) {
        let Some((name, _)) = part.split_once("(1)") else { continue };
        if name.contains(['\n', ' ']) {
            continue;
        }
        assert!(page(&format!("guardprep-{}.1", name.replace('\\', ""))).contains(".TH "), "{name}");
        seen += 1;
    }
    assert!(seen > 10, "{main}");
    assert!(page("guardprep-progress-reset.1").contains("Start anew"));
    assert!(page("guardprep-quiz.1").contains("missed"));
    // Again, over what is there.
    sandbox.run(&["man", "--to", "share/man1"], "").ended_with(0);
}

#[test]
fn at_a_terminal_it_is_read_in_man() {
    let sandbox = Sandbox::new();
    if !Path::new("/usr/bin/man").exists() {
        return;
    }
    for size in [(24, 80), (24, 40)] {
        let mut terminal = sandbox.at_terminal(size, &["man"], &[("MANPAGER", "less"), ("LESS", "")]);
        terminal.wrapping_allowed().wait("NAME").wait("SYNOPSIS").shows_no(".SH").send("q");
        assert_eq!(terminal.end(), 0);
    }
}

#[test]
fn without_man_its_texts_are_read_page_by_page() {
    let sandbox = Sandbox::new();
    let mut terminal = sandbox.at_terminal((24, 80), &["man"], &[("PATH", "/nowhere"), ("PAGER", "")]);
    terminal
        .wrapping_allowed()
        .wait("Page 1 of ")
        .wait("q: stop")
        .shows("Usage: guardprep")
        .shows_no(".SH")
        .send("q");
    assert_eq!(terminal.end(), 0);
}
