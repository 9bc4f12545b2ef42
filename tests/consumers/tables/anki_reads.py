"""Imports the notes with Anki's own backend and compares each card with the bank, then imports them once more.

    anki_reads.py BANK.json NOTES.tsv
"""

import os
import shutil
import sys
import tempfile
from html.parser import HTMLParser
from urllib.parse import unquote

from anki.collection import Collection, ImportCsvRequest

from bank import Differences, composed, load


class Sides(HTMLParser):
    """The blocks of a card by their class, and the items of its list."""

    def __init__(self, *sides):
        super().__init__(convert_charrefs=True)
        self.blocks = []
        self.stray = []
        for side in sides:
            self.feed(side)
        self.close()

    def handle_starttag(self, tag, attributes):
        classes = dict(attributes).get("class", "")
        if tag in ("div", "li"):
            self.blocks.append([classes or tag, ""])
        elif tag == "br":
            self.blocks[-1][1] += "\n"
        elif tag == "ol":
            self.fixed = "gp-fixed" in classes
        elif tag != "span":
            self.stray.append(tag)

    def handle_data(self, data):
        self.blocks[-1][1] += data

    def handle_comment(self, data):
        self.stray.append("comment")

    def all(self, name):
        return [text for other, text in self.blocks if other == name]

    def one(self, name):
        return (self.all(name) or [""])[0]


def load_notes(collection, path):
    metadata = collection.get_csv_metadata(path=path, delimiter=None)
    log = collection.import_csv(ImportCsvRequest(path=path, metadata=metadata)).log
    return len(log.new), len(log.updated), len(log.duplicate)


def notes(collection):
    return {note.guid: note for note in map(collection.get_note, collection.find_notes(""))}


def compare(found, question, note, collection):
    where = question.id
    card = Sides(*note.fields)
    found.compare(f"{where}: stray tags", card.stray, [])
    found.compare(f"{where}: stem", card.one("gp-stem"), composed(question.stem))
    options = card.all("li")
    found.compare(f"{where}: options", sorted(options), sorted(map(composed, question.options)))
    lettered = {chr(65 + at): text for at, text in enumerate(options)}
    keys = [text.split(". ", 1) for text in card.all("gp-key")]
    found.compare(f"{where}: key", sorted(text for _, text in keys), sorted(map(composed, question.keys)))
    found.compare(f"{where}: letter of the key", [lettered.get(letter) for letter, _ in keys], [text for _, text in keys])
    whys = [text.removeprefix("Not ").split(". ", 1) for text in card.all("gp-why")]
    expected = {composed(text): composed(why) for text, (_, why) in question.options.items() if why}
    found.compare(f"{where}: reasons", {lettered.get(letter): why for letter, why in whys}, expected)
    found.compare(f"{where}: explanation", card.one("gp-explanation"), composed(question.explanation))
    source = f"Source: {question.source}" if question.source else ""
    found.compare(f"{where}: source", card.one("gp-source"), composed(source))
    found.compare(f"{where}: topic", card.one("gp-topic"), composed(question.topic))
    decks = [collection.decks.name(card.did) for card in note.cards()]
    found.compare(f"{where}: deck", decks, [composed(f"Security guard questions::{question.topic}")])
    entry = question.entry
    tags = {name: entry[name] for name in ("topic", "objective", "kind", "level", "jurisdiction") if entry[name]}
    found.compare(f"{where}: tags", {name: unquote(tag) for name, tag in (tag.split("::") for tag in note.tags)}, tags)
    if entry["order"]:
        found.compare(f"{where}: order", options, entry["order"])
        found.compare(f"{where}: order is fixed", card.fixed, True)


def main(bank, path):
    questions = load(bank)
    found = Differences("anki")
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(os.path.join(folder, "collection.anki2"))
        count = len(questions)
        found.compare("first import: new, updated, unchanged", load_notes(collection, path), (count, 0, 0))
        first = notes(collection)
        found.compare("guids", sorted(first), sorted(question.id for question in questions))
        for question in questions:
            if question.id in first:
                compare(found, question, first[question.id], collection)

        found.compare("second import: new, updated, unchanged", load_notes(collection, path), (0, 0, count))
        changed = os.path.join(folder, "changed.tsv")
        shutil.copy(path, changed)
        # Another wording of the last question: its note is changed, with the cards that a person has learned.
        last = questions[-1]
        with open(changed, encoding="utf-8", newline="") as file:
            text = file.read()
        head, mark, tail = text.rpartition('<div class=""gp-stem"">')
        with open(changed, "w", encoding="utf-8", newline="") as file:
            file.write(f"{head}{mark}Reworded: {tail}")
        found.compare("import of a change: new, updated, unchanged", load_notes(collection, changed), (0, 1, count - 1))
        second = notes(collection)
        found.compare("notes after three imports", len(second), count)
        if last.id in first and last.id in second:
            before, after = first[last.id], second[last.id]
            found.compare("changed stem", Sides(after.fields[0]).one("gp-stem"), f"Reworded: {composed(last.stem)}")
            found.compare("note and cards", (after.id, after.card_ids()), (before.id, before.card_ids()))
        collection.close()
    found.finish(len(questions))


main(*sys.argv[1:])
