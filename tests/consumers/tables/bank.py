"""The bank as its JSON says it: what every reader compares with."""

import json
import sys
import unicodedata
from html.parser import HTMLParser


class Question:
    def __init__(self, entry, titles):
        self.id = entry["id"]
        self.topic = titles[entry["topic"]]
        self.stem = entry["stem"]
        # Each option with whether it is right, and why not.
        self.options = {text: (True, "") for text in entry["answers"]}
        self.options.update({wrong["text"]: (False, wrong["why"]) for wrong in entry["distractors"]})
        self.keys = entry["answers"]
        self.wrong = [wrong["text"] for wrong in entry["distractors"]]
        self.explanation = entry["explanation"]
        self.source = entry["source"]
        self.entry = entry

    def feedback(self):
        """Explanation and source where one place has to hold both."""
        source = f"Source: {self.source}" if self.source else ""
        return "\n".join(text for text in (self.explanation, source) if text)


def load(path):
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    titles = {topic["id"]: topic["title"] for topic in document["topics"]}
    return [Question(entry, titles) for entry in document["questions"]]


def one_line(text):
    return text.replace("\n", " ")


class Plain(HTMLParser):
    """HTML as a browser shows it: text, and `<br>` as a line break. Any other tag shows up in the text."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.text = ""

    def handle_starttag(self, tag, attributes):
        self.text += "\n" if tag == "br" else f"[tag {tag}]"

    def handle_data(self, data):
        self.text += data

    def handle_comment(self, data):
        self.text += "[comment]"

    def unknown_decl(self, data):
        self.text += "[declaration]"

    handle_decl = handle_pi = unknown_decl


def plain(html):
    parser = Plain()
    parser.feed(html)
    parser.close()
    return parser.text


def composed(text):
    """Programs may write é as one character or as two; nobody sees the difference."""
    return unicodedata.normalize("NFC", text)


class Differences:
    """Everything that did not arrive as it was written."""

    def __init__(self, reader):
        self.reader = reader
        self.told = []
        self.compared = 0

    def compare(self, where, found, expected):
        self.compared += 1
        if found != expected:
            self.told.append(f"{where} differs:\n    found    {found!r}\n    expected {expected!r}")

    def finish(self, questions):
        """Says what was found, and ends with 1 where anything differs."""
        for line in self.told[:20]:
            print(f"{self.reader}: {line}")
        print(f"{self.reader}: {questions} questions, {self.compared} comparisons, {len(self.told)} differences")
        sys.exit(1 if self.told else 0)


def unreadable(reader, error):
    """A file that its program cannot open is a difference, not a crash of the test."""
    print(f"{reader}: the file differs from anything it can read: {error}")
    sys.exit(1)
