"""Writes one invented letter of each kind and language as PDF into a folder, for a program that reads them (veraPDF, a screen reader)."""

import sys
from pathlib import Path

from augenmass.letters.render import render
from augenmass.letters.rules.beside import Beside
from augenmass.letters.rules.drafts import WARNING
from augenmass.letters.tests.samples import ALL, letter, warning
from augenmass.letters.wording.passages import further


def main() -> None:
    """Fill the folder that the first argument names."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for language in ("", *further()):
        beside = Beside(language, remedy_confirmed=True)
        letters = {WARNING: warning(beside=beside)} | {name: letter(name, beside=beside) for name in ALL}
        for name, data in letters.items():
            (folder / f"{name}-{language or 'de'}.pdf").write_bytes(render(name, data, draft=False))


if __name__ == "__main__":
    main()
