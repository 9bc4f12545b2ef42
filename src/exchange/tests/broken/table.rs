//! Broken tables.

use super::check;

const HEAD: &str = "id,stem,answer,A,B,C\n";

fn csv(rows: &str, problems: &[&str], read: &[&str]) {
    check("csv", &format!("{HEAD}{rows}"), problems, read);
    check("tsv", &format!("{HEAD}{rows}").replace(',', "\t"), problems, read);
}

#[test]
fn ten_broken_tables() {
    let good = "g,Good?,A,yes,no,\n";
    // 1: an answer that is no option
    csv(&format!("q,What?,D,x,y,\n{good}"), &["2 no-key"], &["Good?"]);
    // 2: no answer at all
    csv(&format!("{good}q,What?,,x,y,\n"), &["3 no-key"], &["Good?"]);
    // 3: a quotation mark that is never closed
    csv(
        &format!("q,\"What?,A,x,y,\n{good}h,Also good?,B,yes,no,\n"),
        &["2 torn-row"],
        &["Good?", "Also good?"],
    );
    // 4: the same in the last row
    csv(&format!("{good}q,\"What?,A,x,y,"), &["3 torn-row"], &["Good?"]);
    // 5: more cells than columns, as a comma in a text makes them
    csv(&format!("q,What, then?,A,x,y,z\n{good}"), &["2 torn-row"], &["Good?"]);
    // 6: two options that read the same
    csv(&format!("q,What?,A,x,x,y\n{good}"), &["2 no-question"], &["Good?"]);
    // 7: nothing asked, and nothing wrong to choose
    csv(&format!("q,,A,x,y,\nr,What?,A,x,,\n{good}"), &["2 no-question", "3 no-question"], &["Good?"]);
    // 8: an id used twice: the second question gets another
    csv(&format!("{good}g,Another?,A,x,y,\n"), &["3 duplicate-id"], &["Good?", "Another?"]);
    // 9: the same question twice
    csv(&format!("{good}{good}"), &["3 duplicate"], &["Good?"]);
    // 10: a row cut short, behind a cell of two lines
    csv(
        &format!("g,\"Good\nfor two?\",A,yes,no,\nq,What?\n{good}"),
        &["4 no-key", "5 duplicate-id"],
        &["Good\nfor two?", "Good?"],
    );
}

#[test]
fn tables_without_the_right_columns() {
    check("csv", "Name,Age,Town\nA,1,B\n", &["1 header"], &[]);
    check("csv", "stem,answer\nWhat?,A\n", &["1 header"], &[]);
    check("csv", "stem,A,B\nWhat?,x,y\n", &["1 header"], &[]);
    check("csv", "", &["1 no-question"], &[]);
    check("csv", "stem,answer,A,B,color\nWhat?,A,x,y,red\n", &["1 unknown-column"], &["What?"]);
}
