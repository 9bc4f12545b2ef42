"""Files as a careless exporter would write them: each has to make its reader end with 1.

Texts are those of `tests/fixtures/nasty.toml`: the question about minutes, whose key is the third of four numbers, and
the first one, which is full of marks.
"""

import io
import zipfile

HTML = ("&lt;b&gt;bold", "<b>bold")
QUOTES = ('""A = B', '"A = B')

# A wrong option as the key, then a text without its escape: what to look for, and what to put there.
SPOILED = {
    "anki": ([("C. 10<", "B. 5<")], [HTML]),
    "blackboard": ([("5\tincorrect\t10\tcorrect", "5\tcorrect\t10\tincorrect")], [HTML]),
    "brightspace": ([("Option,0,5,", "Option,100,5,"), ("Option,100,10,", "Option,0,10,")], [HTML]),
    "blooket": ([('"1,000",60,3', '"1,000",60,2')], [QUOTES]),
    "gimkit": ([("?,10,5,", "?,5,10,")], [QUOTES]),
    "quizizz": ([('"1,000",,3,', '"1,000",,2,')], [QUOTES]),
    "quizlet": ([("\tC) 10", "\tB) 5")], [("Because 1 = 1 Second", "Because 1 = 1\nSecond")]),
    "csv": ([("How many minutes?,C,", "How many minutes?,B,")], [QUOTES]),
    "tsv": ([("How many minutes?\tC\t", "How many minutes?\tB\t")], [QUOTES]),
    "kahoot": ([('r="H12"><v>3<', 'r="H12"><v>2<')], [("$5 &amp;&amp;", "$5 &&")]),
    "gift": ([("\t~5#", "\t=5#"), ("\t=10\n", "\t~10\n")], [("\\{x\\}", "{x}")]),
}


def replaced(text, replacements):
    for old, new in replacements:
        # A file without the place to spoil would prove nothing.
        assert old in text, f"{old!r} is not in the file"
        text = text.replace(old, new)
    return text


def spoiled(content, replacements):
    """The bytes of a file, or of a workbook with its sheet changed, with each replacement made."""
    if not content.startswith(b"PK"):
        return replaced(content.decode(), replacements).encode()
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(result, "w") as after:
        for name in before.namelist():
            part = before.read(name).decode()
            if name.endswith("sheet1.xml"):
                # The value of a cell stands on a line of its own.
                part = replaced("".join(line.strip() for line in part.splitlines()), replacements)
            after.writestr(name, part)
    return result.getvalue()
