"""Values of facts: what the law reads, how exports and people write them, and the one canonical text that is stored.

``parse_value`` reads any usual spelling, ``canonical`` writes the stored one, and each undoes the other.
Inside the law a yes/no is ``YES`` or ``NO``, a day an interval of ordinals (first, last), a number a float, a choice or text a str.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from math import isfinite
from typing import Final

from augenmass.law.calendar import FIRST, LAST, Interval, month_length
from augenmass.law.values import NO, YES
from augenmass.law.vocabulary.declaration import Choice, FactDeclaration, Kind

Value = int | Interval | float | str


@dataclass(frozen=True, slots=True)
class Held:
    """What a case holds of one fact. A disputed value is not established."""

    value: Value
    fact_id: int | None = None
    disputed: bool = False


CaseFacts = Mapping[str, Held]


class FormatError(ValueError):
    """A text that is no value of its fact, with a sentence for the person who entered it."""

    def __init__(self, de: str, en: str) -> None:
        super().__init__(de)
        self.de = de
        self.en = en


_UNKNOWN_WORDS = frozenset(
    {
        "",
        "-",
        "--",
        "–",
        "—",
        "?",
        "unbekannt",
        "nicht bekannt",
        "k. a.",
        "k.a.",
        "k.a",
        "ka",
        "keine angabe",
        "keine angaben",
    }
    | {"n/a", "n. a.", "n.a.", "unknown", "not known", "null", "none", "nicht festgestellt", "not established"}
)
_OPEN_WORDS = frozenset({"ungeklärt", "ungekl.", "nicht geklärt", "offen", "unclear", "not clarified"})
"""Written where a choice is not clarified, such as a nationality; for a yes/no it would not be the same."""
_UNKNOWN_TEXTS = frozenset(
    {"", "-", "--", "–", "—", "?", "unbekannt", "nicht bekannt", "k. a.", "k.a.", "keine angabe"}
)
"""In free text only these say that nothing is known: people are called Null, Ka or None."""
_YES_WORDS = frozenset({"ja", "j", "x", "1", "1.0", "wahr", "yes", "y", "true", "t", "ja.", "✓", "zutreffend"})
_NO_WORDS = frozenset({"nein", "n", "0", "0.0", "falsch", "no", "false", "f", "nein.", "nicht zutreffend"})

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""Unicode's control characters but tabulator and line breaks."""
_DMY = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_YMD = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?")
_MY = re.compile(r"(\d{1,2})[./](\d{4})")
_YM = re.compile(r"(\d{4})-(\d{1,2})")
_YEAR = re.compile(r"(\d{4})")
_SHORT_YEAR = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2}")
_GROUPED = re.compile(r"[+-]?\d{1,3}(\.\d{3})+(,\d+)?")
_COMMA = re.compile(r"[+-]?\d+,\d+")
_PLAIN = re.compile(r"[+-]?\d+(\.\d+)?")


def parse_value(declaration: FactDeclaration, text: object) -> Value | None:
    """Read a cell or an entry as a value of the fact; None where it says that nothing is known.

    Takes text as well as what spreadsheets hold (``date``, ``datetime``, ``bool``, ``int``, ``float``, None).
    Raises ``FormatError`` with a German and an English sentence.
    """
    if text is None:
        return None
    if isinstance(text, date):
        return _spreadsheet_day(declaration, text)
    written = _clean(declaration, text)
    if declaration.kind is Kind.CHOICE:
        found = _find_choice(declaration.choices, written)
        if found is not None:
            return found.key
    if written.casefold() in (_UNKNOWN_TEXTS if declaration.kind is Kind.TEXT else _UNKNOWN_WORDS):
        return None
    if declaration.kind is Kind.CHOICE:
        if written.casefold() in _OPEN_WORDS:
            return None
        raise _no_choice(declaration, written)
    return _READERS[declaration.kind](declaration, written)


def canonical(declaration: FactDeclaration, value: Value) -> str:
    """Write a value as it is stored: ``yes``, ``1990-01-31``, ``1990-01``, ``1990``, ``12.5`` or a choice's key.

    Raises ``FormatError`` when the value is none of this fact.
    """
    match declaration.kind, value:
        case Kind.YES_NO, int() if value in (YES, NO) and not isinstance(value, bool):
            return "yes" if value == YES else "no"
        case Kind.DAY, (int(), int()):
            return day_text(value)
        case Kind.NUMBER, int() | float() if not isinstance(value, bool) and isfinite(value):
            return _number_text(float(value))
        case Kind.CHOICE, str() if any(choice.key == value for choice in declaration.choices):
            return value
        case Kind.TEXT, str():
            return value
        case _:
            raise FormatError(
                f"„{value}“ ist kein Wert für „{declaration.de}“.", f"“{value}” is not a value of “{declaration.en}”."
            )


def day_text(interval: Interval) -> str:
    """Write an interval of days: a day, a month, a year, or ``first/last`` for any other."""
    first, last = date.fromordinal(interval[0]), date.fromordinal(interval[1])
    if first == last:
        return first.isoformat()
    if first.day == 1 and last.day == month_length(last.year, last.month) and first.year == last.year:
        if first.month == last.month:
            return f"{first.year:04d}-{first.month:02d}"
        if (first.month, last.month) == (1, 12):
            return f"{first.year:04d}"
    return f"{first.isoformat()}/{last.isoformat()}"


def exact_day(value: date) -> Interval:
    """Return a day as the interval that holds only it."""
    ordinal = value.toordinal()
    return ordinal, ordinal


def _clean(declaration: FactDeclaration, value: object) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, float):
        return _number_text(value) if isfinite(value) else ""
    text = unicodedata.normalize("NFC", str(value)).replace("\u00a0", " ").strip()
    if _CONTROL.search(text):
        raise FormatError(
            f"„{declaration.de}“ enthält unzulässige Steuerzeichen.", f"“{declaration.en}” contains control characters."
        )
    return text


def _spreadsheet_day(declaration: FactDeclaration, value: date) -> Value:
    day = value.date() if isinstance(value, datetime) else value
    if declaration.kind is Kind.DAY:
        return exact_day(day)
    if declaration.kind is Kind.TEXT:
        return day.isoformat()
    raise FormatError(
        f"„{declaration.de}“ ist kein Datum, eingetragen ist aber der {day:%d.%m.%Y}.",
        f"“{declaration.en}” is not a date, but {day.isoformat()} was entered.",
    )


def _yes_no(declaration: FactDeclaration, text: str) -> int:
    folded = text.casefold()
    if folded in _YES_WORDS:
        return YES
    if folded in _NO_WORDS:
        return NO
    raise FormatError(
        f"„{text}“ lässt sich bei „{declaration.de}“ weder als Ja noch als Nein lesen.",
        f"“{text}” can be read neither as yes nor as no for “{declaration.en}”.",
    )


def _day(declaration: FactDeclaration, text: str) -> Interval | None:
    if "/" in text and text.count("-") == 4:
        return _span(declaration, text)
    parts = _day_parts(text)
    if parts is None:
        raise _unreadable_day(declaration, text)
    year, month, day = parts
    if year == 0 and month == 0 and day == 0:
        return None
    if year == 0 or month > 12 or (month == 0 and day > 0):
        raise _no_such_day(declaration, text)
    if month == 0:
        return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    length = month_length(year, month)
    if day > length:
        raise _no_such_day(declaration, text)
    if day == 0:
        return date(year, month, 1).toordinal(), date(year, month, length).toordinal()
    return exact_day(date(year, month, day))


def _day_parts(text: str) -> tuple[int, int, int] | None:
    """Return year, month and day as written; zero where not given."""
    if found := _DMY.fullmatch(text):
        return int(found[3]), int(found[2]), int(found[1])
    if found := _YMD.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _MY.fullmatch(text):
        return int(found[2]), int(found[1]), 0
    if found := _YM.fullmatch(text):
        return int(found[1]), int(found[2]), 0
    if found := _YEAR.fullmatch(text):
        return int(found[1]), 0, 0
    return None


def _span(declaration: FactDeclaration, text: str) -> Interval:
    first, _, last = text.partition("/")
    start, end = _day(declaration, first.strip()), _day(declaration, last.strip())
    if start is None or end is None or start[0] > end[1] or not FIRST <= start[0] <= end[1] <= LAST:
        raise _unreadable_day(declaration, text)
    return start[0], end[1]


def _unreadable_day(declaration: FactDeclaration, text: str) -> FormatError:
    if _SHORT_YEAR.fullmatch(text):
        return FormatError(
            f"„{text}“ bei „{declaration.de}“: Bitte geben Sie das Jahr mit vier Ziffern an.",
            f"“{text}” for “{declaration.en}”: please write the year with four digits.",
        )
    return FormatError(
        f"„{text}“ lässt sich bei „{declaration.de}“ nicht als Datum lesen. Möglich sind zum Beispiel 31.12.1990, 12/1990 oder 1990.",
        f"“{text}” cannot be read as a date for “{declaration.en}”. Possible are for example 31.12.1990, 12/1990 or 1990.",
    )


def _no_such_day(declaration: FactDeclaration, text: str) -> FormatError:
    return FormatError(
        f"Das Datum „{text}“ bei „{declaration.de}“ gibt es im Kalender nicht.",
        f"The date “{text}” for “{declaration.en}” does not exist in the calendar.",
    )


def _number(declaration: FactDeclaration, text: str) -> float:
    bare = text.removesuffix(declaration.unit).removesuffix("€").strip() if declaration.unit else text
    if _GROUPED.fullmatch(bare):
        bare = bare.replace(".", "").replace(",", ".")
    elif _COMMA.fullmatch(bare):
        bare = bare.replace(",", ".")
    if _PLAIN.fullmatch(bare) and isfinite(float(bare)):
        return float(bare)
    raise FormatError(
        f"„{text}“ lässt sich bei „{declaration.de}“ nicht als Zahl lesen.",
        f"“{text}” cannot be read as a number for “{declaration.en}”.",
    )


def _number_text(value: float) -> str:
    text = format(Decimal(repr(value)), "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    text = "0" if text in ("-0", "") else text
    # Three decimals would read back as a German thousand ("1.234"); a trailing zero keeps them apart.
    return text + "0" if _GROUPED.fullmatch(text) else text


def _find_choice(choices: tuple[Choice, ...], text: str) -> Choice | None:
    folded = text.casefold()
    for choice in choices:
        if choice.key == text:
            return choice
    for choice in choices:
        if folded in (choice.key.casefold(), choice.de.casefold(), choice.en.casefold()):
            return choice
        if any(folded == word.casefold() for word in choice.words):
            return choice
    return None


def _no_choice(declaration: FactDeclaration, text: str) -> FormatError:
    known = ", ".join(choice.de for choice in declaration.choices[:8])
    return FormatError(
        f"„{text}“ ist bei „{declaration.de}“ nicht vorgesehen. Möglich sind zum Beispiel: {known}.",
        f"“{text}” is not foreseen for “{declaration.en}”. Possible are for example: "
        f"{', '.join(choice.en for choice in declaration.choices[:8])}.",
    )


def _text(declaration: FactDeclaration, text: str) -> str:
    return text


_READERS: Final[dict[Kind, Callable[[FactDeclaration, str], Value | None]]] = {
    Kind.YES_NO: _yes_no,
    Kind.DAY: _day,
    Kind.NUMBER: _number,
    Kind.TEXT: _text,
}
