"""Reads a table with Python's csv module, each as its program lays it out, and compares it with the bank.

    tables_read.py FORMAT BANK.json TABLE
"""

import csv
import sys

from bank import Differences, load, one_line, plain, unreadable


def rows_of(path, **dialect):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, strict=True, **dialect))


def compare_options(found, where, shown, right, question, flat=one_line):
    """The options as they are shown, and those of them that count as right."""
    found.compare(f"{where}: options", sorted(shown), sorted(map(flat, question.options)))
    found.compare(f"{where}: key", sorted(right), sorted(map(flat, question.keys)))


def by_number(cell, shown):
    return [shown[int(number) - 1] for number in cell.split(",")]


def blackboard(found, path, questions):
    # Tabs part the cells, and a quotation mark is one more character.
    rows = rows_of(path, delimiter="\t", quoting=csv.QUOTE_NONE)
    found.compare("number of questions", len(rows), len(questions))
    for row, question in zip(rows, questions):
        kind, stem, *cells = row
        found.compare(f"{question.id}: kind", kind, "MA" if len(question.keys) > 1 else "MC")
        found.compare(f"{question.id}: stem", plain(stem), question.stem)
        shown = [plain(cell) for cell in cells[::2]]
        found.compare(f"{question.id}: words", set(cells[1::2]), {"correct", "incorrect"})
        right = [text for text, word in zip(shown, cells[1::2]) if word == "correct"]
        compare_options(found, question.id, shown, right, question, str)
    return len(rows)


def brightspace(found, path, questions):
    blocks = []
    for row in rows_of(path):
        found.compare("cells of a row", len(row), 5)
        if row[0] == "NewQuestion":
            blocks.append([])
        if any(row):
            blocks[-1].append(row)
    found.compare("number of questions", len(blocks), len(questions))

    def text(cell, flag):
        return plain(cell) if flag == "HTML" else cell

    for block, question in zip(blocks, questions):
        where = question.id
        several = len(question.keys) > 1
        one = {row[0]: row for row in block}
        found.compare(f"{where}: kind", one["NewQuestion"][1], "MS" if several else "MC")
        found.compare(f"{where}: scoring", "Scoring" in one, several)
        found.compare(f"{where}: id", (one["ID"][1], one["Title"][1]), (where, where))
        found.compare(f"{where}: stem", text(*one["QuestionText"][1:3]), question.stem)
        options = [(row[1], text(*row[2:4]), plain(row[4])) for row in block if row[0] == "Option"]
        found.compare(f"{where}: weights", {weight for weight, *_ in options}, {"1" if several else "100", "0"})
        right = [shown for weight, shown, _ in options if weight != "0"]
        compare_options(found, where, [shown for _, shown, _ in options], right, question, str)
        whys = {shown: why for _, shown, why in options}
        found.compare(f"{where}: reasons", whys, {shown: why for shown, (_, why) in question.options.items()})
        feedback = one.get("Feedback", ["", "", ""])
        found.compare(f"{where}: feedback", text(*feedback[1:3]), question.feedback())
    return len(blocks)


def blooket(found, path, questions):
    rows = rows_of(path)[2:]
    questions = [question for question in questions if len(question.options) <= 4]
    found.compare("number of questions", len(rows), len(questions))
    for number, (row, question) in enumerate(zip(rows, questions), 1):
        found.compare(f"{question.id}: cells and number", (len(row), row[0]), (8, str(number)))
        found.compare(f"{question.id}: stem", row[1], one_line(question.stem))
        found.compare(f"{question.id}: seconds", 0 < int(row[6]) <= 300, True)
        compare_options(found, question.id, [cell for cell in row[2:6] if cell], by_number(row[7], row[2:6]), question)
    return len(rows)


def gimkit(found, path, questions):
    rows = rows_of(path)[2:]
    questions = [question for question in questions if len(question.keys) == 1 and len(question.options) <= 4]
    found.compare("number of questions", len(rows), len(questions))
    for row, question in zip(rows, questions):
        found.compare(f"{question.id}: cells", len(row), 5)
        found.compare(f"{question.id}: stem", row[0], one_line(question.stem))
        compare_options(found, question.id, [cell for cell in row[1:] if cell], row[1:2], question)
    return len(rows)


def quizizz(found, path, questions):
    header, _, *rows = rows_of(path)
    questions = [question for question in questions if len(question.options) <= 5]
    found.compare("number of questions", len(rows), len(questions))
    for row, question in zip(rows, questions):
        found.compare(f"{question.id}: cells", len(row), len(header))
        cell = dict(zip(header, row))
        kind = "Checkbox" if len(question.keys) > 1 else "Multiple Choice"
        found.compare(f"{question.id}: kind", cell["Question Type"], kind)
        found.compare(f"{question.id}: stem", cell["Question Text"], one_line(question.stem))
        shown = [cell[f"Option {number}"] for number in range(1, 6)]
        right = by_number(cell["Correct Answer"], shown)
        compare_options(found, question.id, [text for text in shown if text], right, question)
        # Where one of the two says "Source:" itself, a line break tells where the source begins.
        nested = "Source:" in question.explanation + question.source
        told = "\n".join(map(one_line, question.feedback().rsplit("\n", 1))) if nested else one_line(question.feedback())
        found.compare(f"{question.id}: feedback", cell["Answer explanation"], told)
    return len(rows)


def quizlet(found, path, questions):
    # The site parts cards at line ends and sides at the tab, and knows no quoting.
    with open(path, encoding="utf-8", newline="") as file:
        cards = file.read().removesuffix("\n").split("\n")
    found.compare("number of cards", len(cards), len(questions))
    for card, question in zip(cards, questions):
        sides = card.split("\t")
        found.compare(f"{question.id}: sides", len(sides), 2)
        rest = sides[0].removeprefix(one_line(question.stem))
        found.compare(f"{question.id}: stem", rest == sides[0], False)
        # The options stand there with letters, in some order: each is taken off where it fits.
        left, letters = {one_line(text) for text in question.options}, {}
        while rest and left:
            letter = chr(65 + len(letters))
            fitting = [text for text in left if (rest + " ").startswith(f" {letter}) {text} ")]
            if not fitting:
                break
            letters[max(fitting, key=len)] = letter
            rest = rest.removeprefix(f" {letter}) {max(fitting, key=len)}")
            left.discard(max(fitting, key=len))
        found.compare(f"{question.id}: options", (rest, left), ("", set()))
        keys = sorted((letters.get(one_line(key), "?"), one_line(key)) for key in question.keys)
        answer = " ".join(f"{letter}) {key}" for letter, key in keys)
        found.compare(f"{question.id}: answer", sides[-1], f"{answer} {one_line(question.feedback())}".rstrip())
    return len(cards)


def unguarded(cell):
    """A spreadsheet is kept from taking a text for a formula by the ' before it."""
    formula = cell.startswith("'") and cell.lstrip("'").startswith(("=", "+", "-", "@"))
    return cell[1:] if formula else cell


def own(delimiter):
    def compare(found, path, questions):
        header, *rows = rows_of(path, delimiter=delimiter)
        found.compare("number of questions", len(rows), len(questions))
        letters = [name for name in header if len(name) == 1]
        for row, question in zip(rows, questions):
            cell = dict(zip(header, map(unguarded, row)))
            found.compare(f"{question.id}: id", cell["id"], question.id)
            found.compare(f"{question.id}: stem", cell["stem"], question.stem)
            shown = {letter: cell[letter] for letter in letters if cell[letter]}
            right = [shown.get(letter) for letter in cell["answer"].split(";")]
            compare_options(found, question.id, shown.values(), right, question, str)
            whys = {shown[letter]: cell[f"why {letter}"] for letter in shown}
            found.compare(f"{question.id}: reasons", whys, {text: why for text, (_, why) in question.options.items()})
            told = (cell["explanation"], cell["source"], cell["topic title"])
            found.compare(f"{question.id}: feedback", told, (question.explanation, question.source, question.topic))
        return len(rows)

    return compare


READERS = {
    "blackboard": blackboard,
    "brightspace": brightspace,
    "blooket": blooket,
    "gimkit": gimkit,
    "quizizz": quizizz,
    "quizlet": quizlet,
    "csv": own(","),
    "tsv": own("\t"),
}


def main(format, bank, path):
    questions = load(bank)
    found = Differences(format)
    try:
        read = READERS[format](found, path, questions)
    except (csv.Error, ValueError, KeyError, IndexError) as error:
        unreadable(format, repr(error))
    found.finish(read)


main(*sys.argv[1:])
