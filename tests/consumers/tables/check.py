"""Runs every reader on every bank, then on files that are wrong on purpose.

    check.py EXPORTS NODE_MODULES

EXPORTS holds a folder for each bank with one file for each format; the bank `nasty` is spoiled.
"""

import pathlib
import subprocess
import sys
import tempfile

from spoil import SPOILED, spoiled

HERE = pathlib.Path(__file__).parent


def command(format, bank, file, modules):
    bank, file = str(bank), str(file)
    if format == "gift":
        return ["node", HERE / "gift_reads.mjs", bank, file, modules]
    if format in ("anki", "kahoot"):
        return [sys.executable, HERE / f"{format}_reads.py", bank, file]
    return [sys.executable, HERE / "tables_read.py", format, bank, file]


def run(*arguments):
    # A reader that hangs has failed as well.
    return subprocess.run(command(*arguments), capture_output=True, text=True, timeout=300)


class Tally:
    def __init__(self):
        self.passed = self.failed = 0

    def count(self, good, line):
        self.passed, self.failed = self.passed + good, self.failed + (not good)
        print("ok    " if good else "FAILED", line)


def main(exports, modules):
    tally = Tally()
    banks = sorted(path for path in pathlib.Path(exports).iterdir() if path.is_dir())
    for bank in banks:
        for format in SPOILED:
            [file] = bank.glob(f"{format}.*")
            result = run(format, bank / "json.json", file, modules)
            good = result.returncode == 0 and " comparisons, 0 differences" in result.stdout
            tally.count(good, f"{bank.name}: {result.stdout.strip()}{result.stderr}")

    nasty = pathlib.Path(exports) / "nasty"
    with tempfile.TemporaryDirectory() as folder:
        for format, (key, escape) in SPOILED.items():
            # Nothing changed comes first: what is found after that is found because of the change.
            for name, replacements in (("nothing changed", []), ("a swapped key", key), ("a lost escape", escape)):
                [file] = nasty.glob(f"{format}.*")
                wrong = pathlib.Path(folder) / file.name
                wrong.write_bytes(spoiled(file.read_bytes(), replacements))
                result = run(format, nasty / "json.json", wrong, modules)
                # Found, not fallen over: a difference is named.
                found = result.returncode == 1 and " differs" in result.stdout
                good = found if replacements else result.returncode == 0
                first = result.stdout.strip().partition("\n")[0]
                tally.count(good, f"{format} with {name}: {first}{result.stderr}")
    print(f"{tally.passed} passed, {tally.failed} failed")
    sys.exit(1 if tally.failed or not tally.passed else 0)


main(*sys.argv[1:])
