//! What a person may type where a topic, an exam or a command is expected.

use crate::screen::{DOWN, ENTER, ESCAPE};
use crate::support::Sandbox;

/// A home with three topics of one question each.
fn home() -> Sandbox {
    let sandbox = Sandbox::new();
    for (id, title, stem) in [
        ("zone-door", "Zonal rights at the door", "May a guard look into a xylophone?"),
        ("zone-desk", "Zonal duties of a desk", "Whose zither is this?"),
        ("quay", "People on the quay", "Which zither floats?"),
    ] {
        let bank = format!(
            "schema = 1\n[topic]\nid = \"{id}\"\ntitle = \"{title}\"\nsummary = \"S.\"\n\
             [[objective]]\nid = \"{id}-aim\"\ntext = \"Do it\"\n\
             [[question]]\nid = \"{id}-1\"\nobjective = \"{id}-aim\"\nkind = \"concept\"\nlevel = \"apply\"\n\
             stem = \"{stem}\"\nanswer = \"Yes\"\ndistractors = [{{ text = \"No\", why = \"It is.\" }}]\n\
             explanation = \"So it is.\"\nsource = \"A book\"\n"
        );
        sandbox.write(&format!("data/banks/{id}.toml"), bank);
    }
    sandbox
}

#[test]
fn titles_need_no_quotes_and_words_of_them_are_enough() {
    let sandbox = home();
    for (typed, title) in [
        ("People on the quay", "People on the quay"),
        ("people quay", "People on the quay"),
        ("zonal door", "Zonal rights at the door"),
        ("xylophone", "Zonal rights at the door"),
        ("--topic quay", "People on the quay"),
    ] {
        let arguments: Vec<&str> = std::iter::once("quiz").chain(typed.split(' ')).collect();
        let ran = sandbox.run(&arguments, "").ended_with(1).says(&format!("Question 1 of 1  |  {title}"));
        let exact = typed == title || typed.contains("--topic");
        assert_eq!(ran.stderr.contains("is taken for the topic"), !exact, "{}", ran.stderr);
    }
    sandbox.run(&["quiz", "all"], "").ended_with(1).says("Question 1 of 10");
    // Every command that takes topics.
    sandbox.run(&["topics", "people", "quay"], "").ended_with(0).says("People on the quay (quay)");
    sandbox.run(&["progress", "people", "quay"], "").ended_with(0).says("People on the quay");
    sandbox.run(&["export", "--to", "gift", "zonal", "desk"], "").ended_with(0).says("zone-desk");
    sandbox.run(&["exam", "--topic", "people quay"], "").ended_with(1).says("1 question");
}

#[test]
fn when_several_fit_a_pipe_gets_the_list() {
    let sandbox = home();
    sandbox
        .run(&["quiz", "zonal"], "")
        .ended_with(2)
        .complains("\"zonal\" fits 2 topics; type the name of one")
        .complains("zone-desk  Zonal duties of a desk")
        .complains("zone-door  Zonal rights at the door");
    sandbox
        .run(&["quiz", "zither"], "")
        .ended_with(2)
        .complains("no topic is called \"zither\", but questions of these have it")
        .complains("quay       People on the quay");
}

#[test]
fn when_several_fit_a_person_is_asked() {
    for size in [(24, 80), (24, 40)] {
        let sandbox = home();
        let mut terminal = sandbox.at_terminal(size, &["quiz", "zonal"], &[]);
        terminal.wait("Which one?").wait("All of these").shows("\"zonal\" fits several topics.");
        terminal.send(DOWN).wait("> 2  Zonal rights").send(ENTER).asks("Answer A-B (? help):");
        terminal.shows("Zonal rights at the door").send("q");
        assert_eq!(terminal.end(), 0);

        let mut terminal = sandbox.at_terminal(size, &["quiz", "zonal"], &[]);
        terminal.wait("Which one?").wait("All of these").send(ESCAPE);
        assert_eq!(terminal.end(), 0);
        assert_eq!(terminal.printed("Question 1"), 0);
    }
}

#[test]
fn an_id_that_is_no_topic_says_what_it_is() {
    let sandbox = home();
    sandbox
        .run(&["quiz", "quay-1"], "")
        .ended_with(2)
        .complains("\"quay-1\" is a question and no topic")
        .complains("guardprep show quay-1");
    sandbox.run(&["quiz", "quay-aim"], "").ended_with(2).complains("guardprep quiz --objective quay-aim");
    sandbox
        .run(&["exam", "people", "quay"], "")
        .ended_with(2)
        .complains("there is no exam profile \"people quay\", but a topic")
        .complains("guardprep exam --topic quay");
}

#[test]
fn an_exam_is_found_by_its_place() {
    let sandbox = Sandbox::new();
    sandbox.run(&["exam", "new", "york"], "q\n").ended_with(0).says("New York");
    sandbox
        .run(&["exam", "florida"], "q\n")
        .ended_with(0)
        .says("Florida, USA")
        .complains("is taken for the exam");
    sandbox.run(&["exam", "canada"], "").ended_with(2).complains("\"canada\" fits").complains("ontario");
}

#[test]
fn usual_words_do_what_they_say_or_are_answered() {
    let sandbox = home();
    for word in ["practice", "practise"] {
        sandbox.run(&[word, "quay"], "").ended_with(1).says("Question 1 of 1");
    }
    sandbox.run(&["stats"], "").ended_with(0).says("No question of ");
    sandbox.run(&["test", "ontario"], "q\n").ended_with(0).says("Ontario");
    for (word, instead) in [
        ("search", "guardprep review --all WORDS"),
        ("history", "guardprep progress"),
        ("reset", "guardprep progress reset"),
        ("Quit", "q stops"),
    ] {
        let ran = sandbox.run(&[word], "").ended_with(2).complains(instead);
        assert!(ran.stderr.starts_with(&format!("error: there is no command \"{word}\"")), "{}", ran.stderr);
    }
    let help = sandbox.run(&[], "").ended_with(0).stdout;
    assert_eq!(sandbox.run(&["menu"], "").ended_with(0).stdout, help);
    sandbox.run(&["xyzzy"], "").ended_with(2).complains("unrecognized subcommand");
    sandbox.run(&["missed"], "").ended_with(0).says("Nothing to read yet");
    sandbox.run(&["quiz", "--wrong"], "").ended_with(0).says("Nothing to ask");
    let ran = sandbox.run(&["quiz", "-n", "-5"], "").ended_with(2).complains("give a whole number from 1");
    assert!(!ran.stderr.contains("tip"), "{}", ran.stderr);
}
