"""Imports notes into a fresh collection and has Anki write them as it does for its users.

    anki_exports.py NOTES.tsv WRITTEN.txt
"""

import os
import sys
import tempfile

from anki.collection import Collection, ImportCsvRequest


def main(path, written):
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(os.path.join(folder, "collection.anki2"))
        metadata = collection.get_csv_metadata(path=path, delimiter=None)
        collection.import_csv(ImportCsvRequest(path=path, metadata=metadata))
        everything = dict(with_html=True, with_tags=True, with_deck=True, with_notetype=True, with_guid=True)
        collection.export_note_csv(out_path=written, limit=None, **everything)
        collection.close()


main(*sys.argv[1:])
