"""Runs the main commands under strace: no socket, no write outside the folders that were named, and nobody else may read
what was practiced, whatever the umask is."""

import argparse
import os
import re
import shutil
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CALLS = ("%network,open,openat,openat2,creat,mkdir,mkdirat,mknod,mknodat,rename,renameat,renameat2,unlink,unlinkat,rmdir,"
         "link,linkat,symlink,symlinkat,chmod,fchmodat,chown,truncate,utimensat")
GATES = str(ROOT / "tests/fixtures/gates.toml")
CLASS = str(ROOT / "tests/fixtures/responses/scanner.csv")
DESK = str(ROOT / "tests/fixtures/responses/desk.toml")
# Arguments, what is typed, and the file or folder that is written besides the home.
COMMANDS = [
    (["quiz", "gates", "-n", "3"], "a\nb\nc\n", None),
    (["exam", "--topic", "gates", "-n", "3"], "a\nb\nx\ny\n", None),
    (["study"], "a\nq\n", None),
    ([], "q\n", None),
    (["resume", "--list"], "", None),
    (["progress"], "", None),
    (["progress", "export"], "", None),
    (["progress", "backup", "out/copy.db"], "", "out"),
    (["progress", "merge", "other.db"], "", None),
    (["undo", "--yes"], "", None),
    (["check", GATES], "", None),
    (["topics"], "", None),
    (["new", "out/new.toml"], "", "out"),
    *[(["export", "--to", to, "gates", "-o", f"out/{to}"], "", "out")
      for to in ("moodle-xml", "canvas", "csv", "kahoot", "html-quiz", "docx-exam", "toml", "scorm12")],
    (["import", "list.txt", "-o", "out/bank.toml"], "", "out"),
    (["analyze", CLASS, "--html", "out/class.html"], "", "out"),
    (["analyze", CLASS, "--bank", DESK, "--write-stats", "out/stats.toml"], "", "out"),
    (["progress", "reset", "--yes"], "", None),
]
# Nothing is written there.
DEVICES = ("/dev/null", "/dev/tty")


def run(program, home, arguments, text, mask, trace=None):
    env = {"HOME": str(home), "GUARDPREP_HOME": str(home / "data"), "GUARDPREP_SEED": "7", "TZ": "UTC",
           "GUARDPREP_BANKS": GATES, "PATH": os.environ["PATH"]}
    strace = ["strace", "-f", "-qq", "-y", "-s", "4096", "-e", f"trace={CALLS}", "-o", str(trace)] if trace else []
    return subprocess.run([*strace, program, *arguments], cwd=home, env=env, input=text, text=True, timeout=120,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, umask=mask)


def changes(trace, home):
    """The calls of a trace that succeed and that use a network or change files, with the paths they name."""
    for line in trace.read_text(errors="replace").splitlines():
        found = re.match(r"\d+\s+(\w+)\((.*)\)\s+= (-?\d+|\?)", line)
        if not found or found[3].startswith("-"):
            continue
        call, rest = found[1], found[2]
        if call.startswith("open") and not re.search(r"O_(WRONLY|RDWR|CREAT|TRUNC)", rest):
            continue
        paths = [os.path.normpath(home / path) for path in re.findall(r'"((?:[^"\\]|\\.)*)"', rest)]
        yield call, paths, line


def judge(program, folder, mask):
    wrong = []
    home = folder / f"home{mask:o}"
    home.mkdir()
    (home / "list.txt").write_text("Which is first?\nA) This\nB) That\nANSWER: A\n")
    (home / "out").mkdir()
    other = folder / f"other{mask:o}"
    other.mkdir()
    run(program, other, ["quiz", "gates", "-n", "2"], "a\nb\n", 0o077)
    shutil.copy(other / "data/progress.db", home / "other.db")
    for arguments, text, out in COMMANDS:
        trace = folder / "trace"
        ran = run(program, home, arguments, text, mask, trace)
        called = f"umask {mask:03o}, guardprep {' '.join(arguments)}"
        if ran.returncode not in (0, 1):
            wrong.append(f"{called}: ended with {ran.returncode}: {ran.stderr}")
        allowed = [str(home / "data")] + ([str(home / out)] if out else [])
        # A file to merge is opened as one that a crash may have left unfinished.
        allowed += [str(home / "other.db")] if "merge" in arguments else []
        for call, paths, line in changes(trace, home):
            # Two ends within the process, by which a signal wakes it; what opens a socket to others is another call.
            if call == "socketpair" and "AF_UNIX" in line or call in ("sendto", "recvfrom") and "sa_family" not in line:
                continue
            named = [path for path in paths if path not in DEVICES]
            inside = [any(path == folder or path.startswith(folder + "/") for folder in allowed) for path in named]
            if not paths or not all(inside):
                wrong.append(f"{called}: {line}")
    data = home / "data"
    if stat.S_IMODE(data.stat().st_mode) != 0o700:
        wrong.append(f"umask {mask:03o}: the folder has mode {stat.S_IMODE(data.stat().st_mode):o}")
    for path in data.rglob("*"):
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode != (0o700 if path.is_dir() else 0o600):
            wrong.append(f"umask {mask:03o}: {path.name} has mode {mode:o}")
        if not path.name.startswith("progress.db"):
            wrong.append(f"{path.name} was left")
    private = stat.S_IMODE((home / "out/class.html").stat().st_mode)
    if private != 0o600:
        wrong.append(f"umask {mask:03o}: the page of a class has mode {private:o}")
    left = sorted(path.name for path in (home / "out").iterdir() if path.name.startswith("."))
    wrong += [f"out/{name} was left" for name in left]
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    program = parser.parse_args().program
    program = str(Path(program).resolve())
    with tempfile.TemporaryDirectory() as folder:
        wrong = [line for mask in (0o000, 0o022) for line in judge(program, Path(folder), mask)]
    print(*wrong, sep="\n", file=sys.stderr)
    print(f"{2 * len(COMMANDS)} commands under strace: {len(wrong)} surprises")
    sys.exit(bool(wrong))


main()
