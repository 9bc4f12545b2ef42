//! Columns that are about the student, not about a question.

use super::super::sheet::Line;

/// What a column is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Name,
    /// Tells students apart better than a name does.
    Identity,
    Version,
    /// A date, a score, a class: of no use here.
    Other,
    Question,
}

const NAMES: &[&str] = &[
    "name",
    "student",
    "studentname",
    "fullname",
    "firstname",
    "lastname",
    "surname",
    "givenname",
    "familyname",
    "examinee",
    "participant",
    "learner",
    "vorname",
    "nachname",
    "nom",
    "prenom",
    "prénom",
    "élève",
    "étudiant",
    "schüler",
    "nombre",
    "alumno",
    "estudiante",
    "nome",
    "aluno",
    "naam",
    "leerling",
    "apellidos",
    "apellido",
];
const IDENTITIES: &[&str] = &[
    "id",
    "studentid",
    "idnumber",
    "email",
    "emailaddress",
    "mail",
    "username",
    "login",
    "sisid",
    "externalid",
    "studentnumber",
    "zipgradeid",
    "user",
    "candidate",
    "candidatenumber",
    "adresseemail",
    "emailadresse",
];
const VERSIONS: &[&str] = &[
    "version",
    "form",
    "testform",
    "testversion",
    "examversion",
    "keyversion",
    "booklet",
    "paper",
    "variant",
];
const OTHERS: &[&str] = &[
    "timestamp",
    "date",
    "time",
    "starttime",
    "completiontime",
    "startedon",
    "started",
    "completed",
    "finished",
    "timetaken",
    "duration",
    "state",
    "status",
    "score",
    "total",
    "points",
    "totalpoints",
    "grade",
    "percent",
    "percentage",
    "percentcorrect",
    "class",
    "section",
    "sectionid",
    "sectionsisid",
    "group",
    "course",
    "department",
    "institution",
    "quizname",
    "quizclass",
    "exam",
    "correct",
    "ncorrect",
    "nincorrect",
    "numcorrect",
    "rank",
    "result",
    "comment",
    "comments",
    "quizfeedback",
    "feedback",
    "attempt",
    "submitted",
    "lastmodifiedtime",
    "language",
    "gradepostedtime",
    "earnedpoints",
    "possiblepoints",
    "dataexported",
    "datecreated",
    "rootaccount",
    "city",
];

pub(super) fn role(name: &str) -> Role {
    let plain: String = name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let is = |list: &[&str]| list.contains(&plain.as_str());
    match name {
        _ if is(NAMES) => Role::Name,
        _ if is(IDENTITIES) => Role::Identity,
        _ if is(VERSIONS) => Role::Version,
        _ if is(OTHERS) || name.is_empty() => Role::Other,
        // Moodle: `Grade/10.00`.
        _ if ["grade/", "bewertung/", "note/"].iter().any(|start| name.to_lowercase().starts_with(start)) => {
            Role::Other
        }
        _ => Role::Question,
    }
}

/// A line with what these cells say about the student, and no answers yet.
pub(super) fn line(roles: &[Role], cells: &[String], span: std::ops::Range<usize>) -> Line {
    let of = |wanted: Role| {
        roles.iter().zip(cells).filter(move |(role, _)| **role == wanted).map(|(_, cell)| cell.as_str())
    };
    let joined = |wanted: Role| of(wanted).filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" ");
    let name = joined(Role::Name);
    let identity = of(Role::Identity).find(|cell| !cell.is_empty()).unwrap_or(&name).to_lowercase();
    let version = joined(Role::Version);
    let name = if name.is_empty() { joined(Role::Identity) } else { name };
    Line { name, identity, version, span, cells: vec![] }
}
