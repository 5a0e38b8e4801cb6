"""Characters of names and heads: what is kept, what is stripped, how heads are compared."""

import re
import unicodedata

# Marks, embeddings, overrides and isolates of the bidirectional algorithm (Unicode Standard Annex 9). Letters of
# right-to-left scripts carry their direction themselves; the marks can make a name read as another one.
DIRECTION_MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SPACE = re.compile(r"\s+")
_FOLDED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_NOT_WORD = re.compile(r"[^a-z0-9]+")


def without_direction_marks(text: str) -> str:
    """The text without invisible writing-direction characters and byte-order marks."""
    if text.isascii():
        return text
    return DIRECTION_MARKS.sub("", text).replace("\ufeff", "")


def collapse(text: str) -> str:
    """White space of any kind becomes one space, none at the ends; letters in composed form (NFC)."""
    if text.isascii():
        return " ".join(text.split())
    return _SPACE.sub(" ", unicodedata.normalize("NFC", text)).strip()


def comparable(text: str) -> str:
    """A head in the form in which heads are compared: `Geb.-Datum ` and `geb datum` are one."""
    folded = collapse(without_direction_marks(text)).casefold().translate(_FOLDED)
    plain = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
    return _NOT_WORD.sub("", plain)
