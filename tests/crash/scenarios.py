"""What is done while guardprep is killed."""

import re


def verdicts(out):
    """Answers of a quiz whose verdict is on the screen."""
    return len(re.findall(r"^(?:Right|Wrong)\.", out, re.M))


def behind(out):
    """Answers of an exam behind which another question is on the screen."""
    return max(len(set(re.findall(r"^Question (\d+) of", out, re.M))) - 1, 0)


class Scenario:
    """Commands that prepare a home, and the one that is killed."""

    def __init__(self, name, before, command, text="", said=None, answers=None, old=False, files=()):
        self.name, self.before, self.command, self.text = name, before, command, text
        # What the command prints once all of it is done; then all of it has to be there. Without it answers count one
        # by one.
        self.said = said
        self.answers = answers or (lambda out: 0)
        # Whether the home begins with a file of schema 1.
        self.old = old
        # Files that other homes' `progress backup` makes first: a name, and commands.
        self.files = files


QUIZ = ["quiz", "-n", "3", "--plain"]
EXAM = ["exam", "-n", "3", "--untimed", "--plain"]
PAUSED = [(QUIZ, "a\nb\n")]

SCENARIOS = [
    Scenario("create", [], QUIZ, "a\na\n", answers=verdicts),
    Scenario("answer", [(QUIZ, "a\n")], ["resume", "--plain"], "a\na\n", answers=verdicts),
    Scenario("merge", PAUSED, ["progress", "merge", "other.db"], said="Joined",
             files=[("other.db", [(["quiz", "-n", "9", "--plain", "--seed", "3"], "a\n" * 9)])]),
    Scenario("undo", PAUSED, ["undo"], said="Taken back"),
    Scenario("reset", PAUSED + [(["quiz", "-n", "2", "--plain"], "a\n")], ["progress", "reset", "--yes"], said="Done"),
    Scenario("drop", PAUSED, ["resume", "--drop"], said="Dropped"),
    Scenario("exam", [(QUIZ, "a\na\na\n")], EXAM, "\na\nb\na\nh\ny\nq\n", answers=behind),
    Scenario("backup", PAUSED, ["progress", "backup", "copy.db"], said="Copied"),
    Scenario("migrate", [], ["undo"], said="Taken back", old=True),
]
# What is killed at random moments: longer, so that most kills hit the middle.
LONG = [
    Scenario("quiz", [], ["quiz", "-n", "20", "--plain"], "a\n" * 20, answers=verdicts),
    Scenario("exam", PAUSED, ["exam", "-n", "20", "--untimed", "--plain"], "\n" + "a\n" * 20 + "h\ny\nq\n",
             answers=behind),
]
