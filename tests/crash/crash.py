"""Kills guardprep at every system call that can change a file, and at random moments, and asks it afterwards.

After each kill the home is copied, since whoever looks first puts right what was cut off, and every command gets a copy
of its own. What they say is held against the log, and the log against what the killed program had said.
"""

import argparse
import hashlib
import itertools
import json
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from scenarios import LONG, SCENARIOS
from truth import Truth, shape

# Calls that write, name, lock or remove; reading changes nothing, so that a kill before it is one before the next of
# these.
CALLS = ("openat,write,pwrite64,fsync,fdatasync,ftruncate,fallocate,unlink,unlinkat,rename,renameat,renameat2,link,linkat,"
         "mkdir,mkdirat,chmod,fchmod,fchmodat,fchown,fcntl,flock,close")
ROOT = Path(__file__).resolve().parents[2]


class Wrong(Exception):
    """The program did not tell the truth."""


class Machine:
    """Runs guardprep in homes below one folder."""

    def __init__(self, program, folder):
        self.program, self.folder, self.known = program, Path(folder), set()
        self.numbers = itertools.count(1)

    def home(self, of=None):
        home = self.folder / f"home{next(self.numbers)}"
        shutil.copytree(of, home) if of else home.mkdir()
        return home

    def run(self, home, arguments, text="", wrapper=(), seconds=None):
        """Exit code (negative: the signal), stdout, stderr; killed after so many seconds."""
        env = {"HOME": str(home), "GUARDPREP_HOME": str(home / "data"), "GUARDPREP_SEED": "7", "TZ": "UTC",
               "GUARDPREP_BANKS": str(ROOT / "tests/fixtures/gates.toml"),
               "PATH": os.environ["PATH"]}
        out, err = tempfile.TemporaryFile(), tempfile.TemporaryFile()
        child = subprocess.Popen([*wrapper, str(self.program), *arguments], cwd=home, env=env, stdout=out, stderr=err,
                                 stdin=subprocess.PIPE)
        try:
            child.stdin.write(text.encode())
            child.stdin.close()
        except BrokenPipeError:
            pass
        try:
            code = child.wait(60 if seconds is None else seconds)
        except subprocess.TimeoutExpired:
            child.kill()
            code = child.wait()
            if seconds is None:
                raise Wrong(f"{arguments} did not end") from None
        texts = []
        for stream in (out, err):
            stream.seek(0)
            texts.append(stream.read().decode())
            stream.close()
        return code, *texts

    def prepare(self, scenario):
        home = self.home()
        for name, commands in scenario.files:
            other = self.home()
            for arguments, text in commands:
                self.run(other, arguments, text)
            self.run(other, ["progress", "backup", str(home / name)])
        if scenario.old:
            (home / "data").mkdir()
            shutil.copy(ROOT / "tests/fixtures/progress-v1.db", home / "data/progress.db")
        for arguments, text in scenario.before:
            code, _, err = self.run(home, arguments, text)
            assert code in (0, 1), err
        return home

    def log(self, home):
        code, out, err = self.run(home, ["progress", "export"])
        if code == 2 and "there is no progress yet" in err:
            return []
        if code != 0:
            raise Wrong(f"export ends with {code}: {err}")
        return [json.loads(line) for line in out.splitlines()]

    def ask(self, home, arguments):
        """Asks in a copy of the home."""
        copy = self.home(home)
        answer = self.run(copy, arguments)
        shutil.rmtree(copy)
        return answer

    def check(self, home, before, after, said, answers):
        """`before` and `after` are the logs without and with the command; `said` whether it said that it was done."""
        copy = self.home(home)
        log = self.log(copy)
        files = list((copy / "data").glob("progress.db"))
        if files and files[0].stat().st_size:
            sound = sqlite3.connect(files[0]).execute("PRAGMA integrity_check").fetchone()[0]
            if sound != "ok":
                raise Wrong(f"the file is not whole: {sound}")
        shutil.rmtree(copy)
        told, least, most = shape(log), shape(before), shape(after)
        if told != most[:len(told)] and not (said is not None and told == least):
            raise Wrong(f"the log is neither the old one nor a part of the new one: {told}")
        if len(told) < len(least):
            raise Wrong("events are gone")
        if said is not None and told not in (least, most):
            raise Wrong(f"half of it is done: {told[len(least):]}")
        if said and told != most:
            raise Wrong("it said that it was done")
        given = [event for event in log[len(before):] if event["event"] in ("answer", "choose")]
        if len(given) < answers:
            raise Wrong(f"{answers} answers were acknowledged, {len(given)} are there")
        self.check_commands(home, Truth(log))

    def check_commands(self, home, truth):
        paused = truth.paused
        code, out, err = self.ask(home, ["progress", "--json"])
        if code != 0 or json.loads(out)["overall"]["answers"] != len(truth.answers):
            raise Wrong(f"progress: {code} {out[:200]} {err}, and {len(truth.answers)} answers count")
        code, out, err = self.ask(home, ["progress"])
        note = re.search(r"An? (quiz|exam) is paused after (\d+) of (\d+)", out)
        noted = note and {"mode": note[1], "of": int(note[3]), "answered": int(note[2])}
        if code != 0 or noted != paused:
            raise Wrong(f"progress: {code} {noted} {err}, and {paused} is paused")
        code, out, err = self.ask(home, ["resume", "--plain"])
        if paused is None:
            right = code == 2 and "there is no paused" in err
        elif paused["answered"] == paused["of"] and paused["mode"] == "quiz":
            right = code == 0 and "Finished" in out
        else:
            right = code == 1 and re.search(rf"^Question \d+ of {paused['of']}\b", out, re.M)
            if paused["mode"] == "quiz":
                right = right and f"Question {paused['answered'] + 1} of" in out
        if not right:
            raise Wrong(f"resume: {code} {out[:300]} {err}, and {paused} is paused")
        # An exam that was handed in stays as it is.
        answers = [answer for answer in truth.answers if answer["event"] == "answer"]
        copy = self.home(home)
        code, out, err = self.run(copy, ["undo"])
        if answers:
            last = self.log(copy)[-1]
            right = code == 0 and "your answer to" in out
            right = right and (last["event"], last.get("target")) == ("undo", answers[-1]["id"])
        else:
            right = code == 2 and "there is no answer" in err
        shutil.rmtree(copy)
        if not right:
            raise Wrong(f"undo: {code} {out} {err}, and the answers are {[a['question'] for a in answers]}")


def digest(home):
    """The content of all files, to check every state once."""
    parts = [(str(path.relative_to(home)), path.read_bytes()) for path in sorted(home.rglob("*")) if path.is_file()]
    return hashlib.sha256(repr(parts).encode()).hexdigest()


class Prepared:
    """A scenario with its home, and the logs before and after its command."""

    def __init__(self, machine, scenario):
        self.scenario, self.machine = scenario, machine
        self.home = machine.prepare(scenario)
        self.before = machine.log(machine.home(self.home))
        whole = machine.home(self.home)
        began = time.monotonic()
        code, out, err = machine.run(whole, scenario.command, scenario.text)
        self.took = time.monotonic() - began
        assert code in (0, 1), (scenario.name, code, out, err)
        self.after = machine.log(whole)

    def kill(self, where, wrapper=(), seconds=None):
        """Kills once and checks; says whether the kill came in time."""
        home = self.machine.home(self.home)
        code, out, _ = self.machine.run(home, self.scenario.command, self.scenario.text, wrapper, seconds)
        said = None if self.scenario.said is None else self.scenario.said in out
        answers = self.scenario.answers(out)
        state = (self.scenario.name, digest(home), said, answers)
        try:
            if state not in self.machine.known:
                self.machine.check(home, self.before, self.after, said, answers)
                self.machine.known.add(state)
        except Wrong as wrong:
            return f"{self.scenario.name}, killed {where} (home {home}): {wrong}"
        shutil.rmtree(home)
        return None if code < 0 else ""

    def calls(self):
        """Every call of the command that can change something: its name, and its number among those of its name."""
        home, trace = self.machine.home(self.home), self.machine.folder / f"trace-{self.scenario.name}"
        wrapper = ["strace", "-qq", "-o", str(trace), "-e", f"trace={CALLS}", "-e", "signal=none"]
        self.machine.run(home, self.scenario.command, self.scenario.text, wrapper)
        numbers, found = {}, []
        for line in trace.read_text().splitlines():
            name = re.match(r"(\w+)\(", line)
            if name:
                numbers[name[1]] = numbers.get(name[1], 0) + 1
                # Before the first change there is nothing that a kill could interrupt.
                found.append((name[1], numbers[name[1]], "data" in line or bool(re.match(r"p?write", line))))
        first = next((at for at, call in enumerate(found) if call[2]), 0)
        return [call[:2] for call in found[first:]]


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--program", type=Path, required=True)
    options.add_argument("--short", action="store_true", help="every thirteenth call and 12 random kills")
    options.add_argument("--only", help="one scenario")
    options.add_argument("--kills", type=int, help="how many random kills [default: 300]")
    options.add_argument("--seed", type=int, default=1)
    options = options.parse_args()
    kills = options.kills if options.kills is not None else 12 if options.short else 300
    chance = random.Random(options.seed)
    folder = tempfile.mkdtemp(prefix="guardprep-crash-")
    machine = Machine(options.program.resolve(), folder)
    wrong, points, in_time = [], 0, 0
    with ThreadPoolExecutor(2) as pool:
        for scenario in SCENARIOS:
            if options.only not in (None, scenario.name):
                continue
            prepared = Prepared(machine, scenario)
            calls = prepared.calls()
            calls = calls[chance.randrange(13)::13] if options.short else calls
            inject = lambda call: prepared.kill(  # noqa: E731
                f"before {call[0]} number {call[1]}",
                ["strace", "-qq", "-o", "/dev/null", "-e", "signal=none", "-e", f"trace={call[0]}",
                 "-e", f"inject={call[0]}:signal=KILL:when={call[1]}"])
            results = list(pool.map(inject, calls))
            print(f"{scenario.name}: killed before each of {len(calls)} calls", flush=True)
            points += len(calls)
            wrong += [result for result in results if result]
        if options.only is None:
            prepared = [Prepared(machine, scenario) for scenario in LONG]
            moments = [(prepared[n % 2], chance.random() * prepared[n % 2].took * 1.1) for n in range(kills)]
            results = list(pool.map(lambda m: m[0].kill(f"after {m[1]:.4f} s", seconds=m[1]), moments))
            in_time = sum(result is None for result in results)
            wrong += [result for result in results if result]
            print(f"random: {kills} kills, {in_time} of them before the end", flush=True)
    for line in wrong:
        print(f"WRONG {line}", file=sys.stderr)
    if not wrong:
        shutil.rmtree(folder)
    print(f"{points} crash points and {kills} random kills, {len(machine.known)} states, {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
