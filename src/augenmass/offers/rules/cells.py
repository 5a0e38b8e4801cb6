"""Single cells of the directory, as people and spreadsheets write them. Pure."""

import re
from datetime import date
from typing import Final

from augenmass.intake.rules.characters import collapse, comparable, without_direction_marks
from augenmass.intake.rules.problem import Problem
from augenmass.offers.rules.entry import COLUMNS, HEADS, LONGEST
from augenmass.offers.rules.hours import HoursUnreadable, Span, read_hours
from augenmass.offers.rules.sentences import problem
from augenmass.offers.rules.vocabulary import KINDS, LANGUAGES, Kind

_UNKNOWN: Final = frozenset({"", "?", "-", "–", "unbekannt", "unknown", "k. a.", "k.a.", "keine Angabe"})
_YES: Final = frozenset({"ja", "j", "x", "1", "yes", "y", "wahr", "true", "✓"})
_NO: Final = frozenset({"nein", "n", "0", "no", "falsch", "false"})
_CODE = re.compile(r"[\w./-]+")
_DMY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_YMD = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ][\d:.]+)?")
_MAIL = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\"]+\.[A-Za-zÄÖÜäöü0-9-]{2,}")
_WEB = re.compile(r"https?://[\w.-]+\.[a-z]{2,}(?::\d+)?(?:[/?#][^\s<>\"]*)?", re.I)
_PHONE = re.compile(r"[+(]?[\d][\d\s()/+.–-]{3,}(?:\s?(?:App|Apparat|Durchwahl)\.?\s?\d+)?")
_BETWEEN = re.compile(r"[,;/|\n]|\bund\b|\band\b")


class Wrong(ValueError):
    """A cell that cannot be read, with its problem."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found.de)
        self.problem = found


def _wrong(code: str, part: str, cell: str, **values: object) -> Wrong:
    return Wrong(problem(code, HEADS[part], cell, **values))


def tidy(cell: str) -> str:
    """A cell without marks of direction and needless space."""
    return collapse(without_direction_marks(cell))


def read_text(part: str, cell: str) -> str:
    """A short text. Raises ``Wrong`` when it is too long, or when a spreadsheet would compute it."""
    if cell[:1] in ("=", "@"):
        raise _wrong("formula", part, cell[:1])
    limit = LONGEST[part]
    if len(cell) > limit:
        raise _wrong("too_long", part, cell, length=len(cell), limit=limit)
    return cell


def read_code(cell: str) -> str:
    """The key of an entry; empty where none is given. Raises ``Wrong``."""
    if cell and not _CODE.fullmatch(cell):
        raise _wrong("no_code", "code", cell)
    return read_text("code", cell)


_KINDS: Final = {comparable(word): kind for kind, (_need, de, en) in KINDS.items() for word in (kind.value, de, en)}
_LANGUAGES: Final = {
    comparable(word): code
    for code, (de, en, own) in LANGUAGES.items()
    for word in (code, de, en, own, *de.partition(" (")[:1], *(part for part in de.split(", ")))
    if comparable(word)
} | {comparable(word): "fa" for word in ("Dari", "Farsi", "Persisch")}


def read_kind(cell: str) -> Kind:
    """The kind, by its key or its name. Raises ``Wrong``."""
    found = _KINDS.get(comparable(cell))
    if found is None:
        raise _wrong("no_kind", "kind", cell, choices=", ".join(de for _need, de, _en in KINDS.values()))
    return found


def read_ags(cell: str) -> str:
    """A municipality key; a zero that a spreadsheet took from the front comes back. Raises ``Wrong``."""
    digits = cell.replace(" ", "")
    digits = f"0{digits}" if len(digits) == 7 else digits
    if not re.fullmatch(r"[0-9]{8}", digits):
        raise _wrong("no_ags", "ags", cell)
    return digits


def read_postcode(cell: str) -> str:
    """A postcode or nothing. Raises ``Wrong``."""
    digits = f"0{cell}" if re.fullmatch(r"[0-9]{4}", cell) else cell
    if digits and not re.fullmatch(r"[0-9]{5}", digits):
        raise _wrong("no_postcode", "postcode", cell)
    return digits


def read_degrees(part: str, cell: str) -> float | None:
    """Degrees with comma or point. Raises ``Wrong``."""
    if not cell:
        return None
    if not re.fullmatch(r"-?[0-9]{1,3}(?:[.,][0-9]{1,12})?°?", cell):
        raise _wrong("no_number", part, cell)
    return round(float(cell.rstrip("°").replace(",", ".")), 6)


def read_languages(cell: str) -> tuple[str, ...]:
    """Languages by code or name, in their order in the directory. Raises ``Wrong`` for the first that is not known."""
    whole = _LANGUAGES.get(comparable(cell))
    if whole is not None:
        return (whole,)
    found = set()
    for word in _BETWEEN.split(re.sub(r"\([^)]*\)", "", cell)):
        if not word.strip():
            continue
        code = _LANGUAGES.get(comparable(word))
        if code is None:
            raise _wrong(
                "no_language", "languages", word.strip(), choices=", ".join(de for de, *_ in LANGUAGES.values())
            )
        found.add(code)
    return tuple(code for code in LANGUAGES if code in found)


def read_yes(part: str, cell: str) -> bool | None:
    """Yes, no, or None for not known. Raises ``Wrong``."""
    word = cell.casefold()
    if word in _UNKNOWN:
        return None
    if word not in _YES | _NO:
        raise _wrong("no_yes", part, cell)
    return word in _YES


def read_spans(part: str, cell: str) -> tuple[Span, ...]:
    """Opening hours of a day. Raises ``Wrong``."""
    try:
        return read_hours(cell)
    except HoursUnreadable as error:
        raise _wrong("no_hours", part, cell) from error


def read_count(part: str, cell: str) -> int | None:
    """A number from 0 to 9999 or nothing; ``12,0`` is 12. Raises ``Wrong``."""
    if cell in _UNKNOWN:
        return None
    found = re.fullmatch(r"([0-9]{1,4})(?:[.,]0+)?", cell)
    if found is None:
        raise _wrong("no_count", part, cell)
    return int(found[1])


def read_day(part: str, cell: str) -> date | None:
    """A day as people or spreadsheets write it, or nothing. Raises ``Wrong``."""
    if cell in _UNKNOWN:
        return None
    written, iso = _DMY.fullmatch(cell), _YMD.fullmatch(cell)
    try:
        if written is not None:
            return date(int(written[3]), int(written[2]), int(written[1]))
        if iso is not None:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
    except ValueError as error:
        raise _wrong("no_day", part, cell) from error
    raise _wrong("no_day", part, cell)


def read_mail(cell: str) -> str:
    """An address of an office or nothing. Raises ``Wrong``."""
    if cell and not _MAIL.fullmatch(cell):
        raise _wrong("no_mail", "email", cell)
    return read_text("email", cell)


def read_web(cell: str) -> str:
    """A web address or nothing; ``www.`` gets its scheme. Raises ``Wrong``."""
    whole = f"https://{cell}" if cell and "://" not in cell else cell
    if whole and not _WEB.fullmatch(whole):
        raise _wrong("no_web", "web", cell)
    return read_text("web", whole)


def read_phone(cell: str) -> str:
    """A telephone number or nothing. Raises ``Wrong``."""
    if cell and not _PHONE.fullmatch(cell):
        raise _wrong("no_phone", "phone", cell)
    return read_text("phone", cell)


PARTS_BY_HEAD: Final = {
    comparable(word): column.part for column in COLUMNS for word in (column.part, column.head, *column.also)
}
"""What a head of a column means."""
