"""Reads the workbook with openpyxl as an importer would, by the names of the columns, and compares it with the bank.

    kahoot_reads.py BANK.json QUIZ.xlsx
"""

import sys
import warnings

from openpyxl import load_workbook

from bank import Differences, load, one_line, unreadable


def length(text):
    return len(text.encode("utf-16-le")) // 2


def fits(question):
    options = question.options
    return length(question.stem) <= 120 and len(options) <= 4 and max(map(length, options)) <= 75


def main(bank, path):
    questions = [question for question in load(bank) if fits(question)]
    found = Differences("kahoot")
    warnings.simplefilter("error")
    try:
        sheet = load_workbook(path).active
    except Exception as error:  # whatever a broken workbook makes of it
        unreadable("kahoot", error)
    rows = list(sheet.iter_rows(values_only=True))
    header = next((row for row in rows if any(str(cell).startswith("Question") for cell in row)), None)
    found.compare("row of names", header and rows.index(header) + 1, 8)

    def column(name):
        return next(at for at, cell in enumerate(header) if str(cell).startswith(name))

    data = rows[rows.index(header) + 1 :]
    found.compare("number of questions", len(data), len(questions))
    for number, (row, question) in enumerate(zip(data, questions), 1):
        where = question.id
        found.compare(f"{where}: number", row[0], number)
        found.compare(f"{where}: stem", row[column("Question")], one_line(question.stem))
        options = [row[column(f"Answer {at}")] for at in range(1, 5)]
        while options and options[-1] is None:
            options.pop()
        found.compare(f"{where}: options", sorted(options, key=str), sorted(map(one_line, question.options)))
        right = [int(at) for at in str(row[column("Correct")]).split(",")]
        keys = sorted(map(one_line, question.keys))
        found.compare(f"{where}: key", sorted(str(options[at - 1]) for at in right), keys)
        found.compare(f"{where}: seconds", row[column("Time")] in (5, 10, 20, 30, 60, 90, 120, 240), True)
    found.finish(len(questions))


main(*sys.argv[1:])
