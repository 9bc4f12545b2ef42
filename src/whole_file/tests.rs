//! What a write leaves behind, and what is refused.

use std::fs;
use std::path::Path;

use super::{ReadError, WriteError, read, write};
use crate::limits;

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_file_is_written_once_and_replaced_by_force_only() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.txt");
    write(&path, b"one", false).unwrap();
    assert!(matches!(write(&path, b"two", false), Err(WriteError::Exists(found)) if found == path));
    assert_eq!(fs::read(&path).unwrap(), b"one");
    write(&path, b"two", true).unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"two");
    assert_eq!(names(folder.path()), ["out.txt"]);
    assert!(matches!(write(folder.path(), b"", true), Err(WriteError::NotAFile { what: "a folder", .. })));
    assert!(matches!(write(&folder.path().join("no/x"), b"", false), Err(WriteError::Io { .. })));
}

#[test]
fn what_a_killed_guardprep_left_is_swept_and_what_another_writes_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let (dead, alive) = (folder.path().join(".guardprep-a.part"), folder.path().join(".guardprep-b.part"));
    fs::write(&dead, "half").unwrap();
    let writer = fs::File::create(&alive).unwrap();
    writer.lock().unwrap();
    fs::write(folder.path().join("mine.part"), "mine").unwrap();
    write(&folder.path().join("out.txt"), b"whole", false).unwrap();
    assert_eq!(names(folder.path()), [".guardprep-b.part", "mine.part", "out.txt"]);
}

#[cfg(unix)]
#[test]
fn permissions_and_links_stay_and_devices_are_not_replaced() {
    use super::is_free;
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("private"), "old").unwrap();
    fs::set_permissions(at("private"), fs::Permissions::from_mode(0o600)).unwrap();
    symlink("private", at("link")).unwrap();
    write(&at("link"), b"new", true).unwrap();
    assert_eq!(fs::read(at("private")).unwrap(), b"new");
    assert_eq!(fs::metadata(at("private")).unwrap().permissions().mode() & 0o777, 0o600);
    assert!(fs::symlink_metadata(at("link")).unwrap().is_symlink());
    // A new file is as every other program makes it.
    fs::write(at("other"), "").unwrap();
    write(&at("fresh"), b"", false).unwrap();
    let mode = |name: &str| fs::metadata(at(name)).unwrap().permissions().mode();
    assert_eq!(mode("fresh"), mode("other"));

    for path in ["/dev/null", "/dev/full"] {
        let refused = is_free(Path::new(path), true);
        assert!(matches!(refused, Err(WriteError::NotAFile { what: "a device or a pipe", .. })), "{path}");
    }
    symlink("nowhere", at("dangling")).unwrap();
    assert!(matches!(write(&at("dangling"), b"", true), Err(WriteError::NotAFile { .. })));
}

#[test]
fn what_is_no_file_or_too_large_is_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large");
    fs::File::create(&path).unwrap().set_len(limits::FILE + 1).unwrap();
    let refused = read(&path).unwrap_err();
    assert_eq!(refused.to_string(), "it has more than 64 MB");
    assert!(matches!(read(folder.path()), Err(ReadError::NotAFile("a folder"))));
    assert!(matches!(read(&folder.path().join("none")), Err(ReadError::Io(_))));
    if cfg!(unix) {
        assert!(matches!(read(Path::new("/dev/zero")), Err(ReadError::NotAFile("a device or a pipe"))));
    }
}
