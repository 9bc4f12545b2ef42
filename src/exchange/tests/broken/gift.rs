//! Broken GIFT.

use super::check;

#[test]
fn ten_broken_gift_files() {
    let good = "::g::Good? {=yes ~no}\n";
    let gift = |text: &str, problems: &[&str], read: &[&str]| check("gift", text, problems, read);
    // 1: braces that are never closed
    gift(&format!("::q::What? {{=x ~y\n\n{good}"), &["1 no-question"], &["Good?"]);
    // 2: a brace that is not escaped
    gift(&format!("// a comment\n::q::What {{1}}? {{=x ~y}}\n\n{good}"), &["2 no-question"], &["Good?"]);
    // 3: cut in two by a blank line
    gift(&format!("What\n\nis this? {{=x ~y}}\n\n{good}"), &["1 no-question"], &["is this?", "Good?"]);
    // 4: two right answers to a single choice, as an `=` that is not escaped makes them
    gift(&format!("What? {{=x = 1 ~y}}\n\n{good}"), &["1 no-question"], &["Good?"]);
    // 5: a name that is not closed
    gift(&format!("{good}\n::q What? {{=x ~y}}\n"), &["3 no-question"], &["Good?"]);
    // 6: no right answer
    gift(&format!("What? {{~x ~y}}\n\n{good}"), &["1 no-question"], &["Good?"]);
    // 7: types that are not multiple choice
    gift(
        &format!("Essay {{}}\n\nNumber {{#5}}\n\nShort {{=x =y}}\n\nMatch {{=a -> b =c -> d}}\n\n{good}"),
        &["1 no-question", "3 no-question", "5 no-question", "7 no-question"],
        &["Good?"],
    );
    // 8: an empty option
    gift(&format!("What? {{=x ~ ~y}}\n\n{good}"), &["1 no-question"], &["Good?"]);
    // 9: an id used twice
    gift(&format!("{good}\n::g::Another? {{=x ~y}}\n"), &["3 duplicate-id"], &["Good?", "Another?"]);
    // 10: no brace opened, and one too many
    gift(
        &format!("What? =x ~y}}\n\nWhat? {{=x ~y}} }}\n\n{good}"),
        &["1 no-question", "3 no-question"],
        &["Good?"],
    );
}

#[test]
fn gift_as_others_write_it() {
    let gift = |text: &str, read: &[&str]| check("gift", text, &[], read);
    gift("What is 1+1? {\n~1\n\n=2\n\n~3\n}\n", &["What is 1+1?"]);
    gift("A guard may {~never ~always =sometimes} shout.\n", &["A guard may _____ shout."]);
    gift("Is it so?{T#no#yes}\n\nAnd so?{FALSE}\n", &["Is it so?", "And so?"]);
    gift("[html]<p>Two</p><p>paragraphs &eacute;</p>{=<b>x</b> ~y}", &["Two\nparagraphs é"]);
    gift("Which two?{~%50%a ~%50%b ~%-100%c}", &["Which two?"]);
}
