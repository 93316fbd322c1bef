"""A program that edits a file until it is killed, telling each edit that is saved: ``FILE``."""

from __future__ import annotations

import itertools
import os
import sys

from storage import JourneyFile
from tests.storage.maps import text_of, written


def main() -> None:
    """Edit for ever, a few edits ahead of what is saved."""
    file = JourneyFile.open(sys.argv[1])
    file.on_saved = lambda revision: os.write(1, b"%d\n" % revision)
    document = file.document()
    for number in itertools.count(document.revision + 1):
        document.do(written(document.map, text_of(number)))
        if file.unsaved > 5:
            file.wait_saved()


if __name__ == "__main__":
    main()
