//! What is typed as a line means what the key means.

use super::{Expect, Reply};

#[test]
fn lines_say_what_keys_say() {
    let four = Expect::Answer { options: 4, several: false };
    let six = Expect::Answer { options: 6, several: false };
    let several = Expect::Answer { options: 4, several: true };
    for (expect, line, reply) in [
        (&four, "b", Reply::Options(vec![1])),
        (&four, " B ", Reply::Options(vec![1])),
        (&four, "4", Reply::Options(vec![3])),
        (&four, "f", Reply::Flag),
        (&four, "*", Reply::Flag),
        (&six, "f", Reply::Options(vec![5])),
        (&six, "*", Reply::Flag),
        (&four, "e", Reply::Unknown("e".into())),
        (&four, "ab", Reply::Unknown("ab".into())),
        (&four, "", Reply::Unknown(String::new())),
        (&four, "Skip", Reply::Skip),
        (&four, "quit", Reply::Quit),
        (&several, "c a", Reply::Options(vec![0, 2])),
        (&several, "AC", Reply::Options(vec![0, 2])),
        (&several, "a, c and d", Reply::Options(vec![0, 2, 3])),
        (&several, "b", Reply::Options(vec![1])),
        (&several, "ax", Reply::Unknown("ax".into())),
        (&Expect::Next, "", Reply::Next),
        (&Expect::Next, "a", Reply::Unknown("a".into())),
        (&Expect::Next, "u", Reply::Undo),
        (&Expect::Page, "", Reply::Next),
        (&Expect::Page, "b", Reply::Previous),
        (&Expect::Page, "p", Reply::Previous),
        (&Expect::Page, "/ Badge of", Reply::Find("Badge of".into())),
        (&Expect::Page, "/", Reply::Unknown("/".into())),
        (&Expect::Page, "f", Reply::Unknown("f".into())),
        (&Expect::Page, "flag", Reply::Unknown("flag".into())),
        (&Expect::GoOver, "p", Reply::Previous),
        (&Expect::GoOver, "a", Reply::All),
        (&Expect::GoOver, "f", Reply::Flag),
        (&Expect::GoOver, "j 12", Reply::Go(12)),
        (&Expect::GoOver, "g", Reply::Guess),
        (&Expect::GoOver, "i", Reply::Unknown("i".into())),
        (&Expect::GoOver, "/gate", Reply::Find("gate".into())),
        (&Expect::Page, "a", Reply::Unknown("a".into())),
        (&Expect::Next, "w", Reply::Why),
        (&Expect::Next, "why", Reply::Why),
        (&Expect::Next, "g", Reply::Guess),
        (&Expect::Next, "r", Reply::Again),
        (&four, "guess", Reply::Guess),
        (&four, "w", Reply::Unknown("w".into())),
    ] {
        assert_eq!(expect.line(line), reply, "{line:?} at {expect:?}");
    }
}

#[test]
fn an_exam_has_words_of_its_own() {
    let exam = |options| Expect::Exam { options, several: false };
    let (four, eight) = (exam(4), exam(8));
    for (expect, line, reply) in [
        (&four, "b", Reply::Options(vec![1])),
        (&four, "n", Reply::Next),
        (&four, "p", Reply::Previous),
        (&four, "back", Reply::Previous),
        (&four, "f", Reply::Flag),
        (&four, "mark", Reply::Unknown("mark".into())),
        (&four, "l", Reply::FlagLast),
        (&four, "guess", Reply::Unknown("guess".into())),
        (&four, "-", Reply::Clear),
        (&four, "x", Reply::HandIn),
        (&four, "hand in", Reply::HandIn),
        (&four, "j 12", Reply::Go(12)),
        (&four, "J12", Reply::Go(12)),
        (&four, "jump to 12", Reply::Go(12)),
        (&four, "go to 3", Reply::Go(3)),
        (&four, "12", Reply::Unknown("12".into())),
        (&four, "j", Reply::Unknown("j".into())),
        (&four, "g", Reply::Unknown("g".into())),
        (&four, "g 12", Reply::Unknown("g 12".into())),
        (&four, "s", Reply::Next),
        (&four, "skip", Reply::Next),
        (&four, "u", Reply::Unknown("u".into())),
        (&four, "undo", Reply::Unknown("undo".into())),
        (&eight, "g", Reply::Options(vec![6])),
        (&eight, "#7", Reply::Go(7)),
        (&eight, "j 7", Reply::Go(7)),
        (&Expect::Overview, "12", Reply::Go(12)),
        (&Expect::Overview, "2", Reply::Go(2)),
        (&Expect::Overview, "", Reply::Previous),
        (&Expect::Overview, "a", Reply::Unknown("a".into())),
        (&Expect::Overview, "f", Reply::Unknown("f".into())),
        (&Expect::Overview, "f 12", Reply::FlagNumber(12)),
        (&Expect::Overview, "flag 3", Reply::FlagNumber(3)),
        (&Expect::Sure, "yes", Reply::Yes),
        (&Expect::Sure, "Y", Reply::Yes),
        (&Expect::Sure, "", Reply::No),
        (&Expect::Sure, "n", Reply::No),
        (&Expect::Sure, "maybe", Reply::Unknown("maybe".into())),
        (&Expect::More, "", Reply::Next),
        (&Expect::More, "q", Reply::Quit),
    ] {
        assert_eq!(expect.line(line), reply, "{line:?} at {expect:?}");
    }
}
