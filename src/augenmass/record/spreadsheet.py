"""Tables that go out as CSV: ``;`` between cells, UTF-8 with a mark at its start, no cell that a spreadsheet would run."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_FORMULA_STARTS = ("=", "@", "\t", "\r", "\n")
_SIGNED_NUMBER = re.compile(r"[+-][\d\s.,/()-]*")


def harmless(cell: str) -> str:
    """A cell that a spreadsheet program would run as a formula gets an apostrophe in front; all others stay."""
    signed = cell[:1] in {"+", "-"} and not _SIGNED_NUMBER.fullmatch(cell)
    return f"'{cell}" if signed or cell.startswith(_FORMULA_STARTS) else cell


def written(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A table as the bytes of a CSV file."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow([harmless(head) for head in heads])
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")
