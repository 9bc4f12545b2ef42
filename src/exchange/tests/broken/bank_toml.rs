//! Our own reader has tests of its own; here only that an import tells what it tells.

use super::check;

#[test]
fn a_bank_with_faults_keeps_its_good_questions() {
    let text = "schema = 1\n[topic]\nid = \"t\"\ntitle = \"T\"\nsummary = \"S\"\n[[objective]]\nid = \"one\"\ntext = \"Do\"\n[[question]]\nid = \"q\"\nstem = \"What?\"\n[[question]]\nid = \"g\"\nobjective = \"one\"\nkind = \"concept\"\nlevel = \"recall\"\nstem = \"Good?\"\nanswer = \"yes\"\ndistractors = [{ text = \"no\" }]\n";
    check(
        "toml",
        text,
        &["9 missing-key", "9 missing-key", "9 missing-key", "9 missing-key", "10 too-few-options"],
        &["Good?"],
    );
    check("toml", "schema = 1\n= 2", &["2 syntax"], &[]);
}
