"""Cases of a file, as the law reads them: from an export of a specialist system or from JSON lines. Needs no database."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from augenmass.law.facts import FormatError, Held, Value, parse_value
from augenmass.law.time import BERLIN, day_of
from augenmass.law.vocabulary import VOCABULARY

PARENTS = ("mother", "father", "guardian")
_TIMES = {"true_from", "true_to", "known_at"}


class CaseFileError(ValueError):
    """The file cannot be read as cases; the message is a sentence with the line, in the language that the command answers in."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that says something impossible: its number, its case where known, and why."""

    number: int
    case: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CaseInFile:
    """One case: what the file holds of it on the day asked for, and the numbers of its parents' or guardians' cases."""

    case: str
    facts: dict[str, Held] = field(default_factory=dict)
    parents: tuple[str, ...] = ()

    @property
    def home(self) -> tuple[Value, ...] | None:
        """Street and postal code, where both are known."""
        parts = [self.facts.get(name) for name in ("address_street", "address_postal_code")]
        return tuple(str(part.value).casefold() for part in parts if part) if all(parts) else None


def is_json_lines(path: Path) -> bool:
    """Whether the file begins with an object."""
    with path.open("rb") as file:
        return file.read(4096).removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"


def read_cases(path: Path, as_of: date, known_at: date | None) -> Iterator[CaseInFile | Refused]:
    """Read the cases one by one.

    Raises ``CaseFileError`` (JSON lines) and ``intake.rules.problem.FileRefused`` (exports).
    """
    if is_json_lines(path):
        return _from_json_lines(path, as_of, known_at)
    return _from_export(path, as_of)


def _from_export(path: Path, as_of: date) -> Iterator[CaseInFile | Refused]:
    from augenmass.intake.rules.mapping import propose
    from augenmass.intake.rules.opening import open_sheet
    from augenmass.intake.rules.row import RowReader
    from augenmass.law.time import today

    sheet = open_sheet(path)
    plan = propose(sheet.headers, VOCABULARY).certain()
    plan.require_key()
    # A day after the day asked for may be in the past by now: only what lies ahead of both is impossible.
    reader = RowReader(sheet, plan, VOCABULARY, max(as_of, today()))
    seen: set[str] = set()
    for raw in sheet.rows():
        row = reader.read(raw)
        reasons = [problem.de for problem in row.problems]
        if row.key in seen:
            reasons.append(f"Das Aktenzeichen {row.key} steht schon in einer Zeile davor.")
        if reasons:
            yield Refused(row.number, row.key, tuple(reasons))
            continue
        seen.add(row.key)
        facts = {name: Held(_canonical(name, text)) for name, text in row.facts.items()}
        yield CaseInFile(row.key, facts, tuple(key for relation, key in row.links if relation in PARENTS))


def _canonical(name: str, text: str) -> Value:
    value = parse_value(VOCABULARY[name], text)
    if value is None:
        raise CaseFileError(_("Der Wert von %(name)s ist leer.") % {"name": name})
    return value


def _from_json_lines(path: Path, as_of: date, known_at: date | None) -> Iterator[CaseInFile | Refused]:
    with path.open(encoding="utf-8-sig") as file:
        try:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield _json_case(number, line, as_of, known_at)
        except UnicodeDecodeError as error:
            raise CaseFileError(_("Die Datei %(path)s ist kein Text in UTF-8.") % {"path": path}) from error


def _json_case(number: int, line: str, as_of: date, known_at: date | None) -> CaseInFile:
    try:
        said = json.loads(line)
    except json.JSONDecodeError as error:
        raise CaseFileError(
            _("Zeile %(number)s ist kein gültiges JSON (Zeichen %(place)s). Vielleicht ist die Datei abgeschnitten.")
            % {"number": number, "place": error.pos}
        ) from error
    if not isinstance(said, dict):
        raise CaseFileError(_("Zeile %(number)s ist kein JSON-Objekt.") % {"number": number})
    case = str(said.pop("case", said.get("file_number") or f"Zeile {number}"))
    facts = {}
    for name, value in said.items():
        if name not in VOCABULARY:
            raise CaseFileError(
                _("Zeile %(number)s: Das Vokabular kennt den Namen „%(name)s“ nicht.")
                % {"number": number, "name": name}
                + suggestion(name)
            )
        try:
            held = _held(name, value, as_of, known_at)
        except (FormatError, ValueError) as error:
            reason = error.en if isinstance(error, FormatError) and get_language() == "en" else error
            raise CaseFileError(
                _("Zeile %(number)s, %(name)s: %(reason)s") % {"number": number, "name": name, "reason": reason}
            ) from error
        if held is not None:
            facts[name] = held
    return CaseInFile(case, facts)


def suggestion(name: str) -> str:
    """Which name of the vocabulary was perhaps meant."""
    near = get_close_matches(name, VOCABULARY, n=1)
    if near:
        return " " + _("Gemeint ist vielleicht „%(name)s“.") % {"name": near[0]}
    return " " + _("Alle Namen zeigt: augenmass law vocabulary")


def _held(name: str, value: Any, as_of: date, known_at: date | None) -> Held | None:
    """The value that was true on the day and known by the other: of several the one that was learned last."""
    found: tuple[date, Value | None] | None = None
    for entry in value if isinstance(value, list) else [value]:
        single, times = (entry.get("value"), entry) if isinstance(entry, dict) else (entry, {})
        unknown = set(times) - _TIMES - {"value"}
        if unknown:
            raise ValueError(
                _("Ein Wert hat keine Angabe „%(name)s“ (möglich: %(known)s).")
                % {"name": sorted(unknown)[0], "known": ", ".join(["value", *sorted(_TIMES)])}
            )
        learned = _day(times.get("known_at")) or date.min
        begins, ends = _day(times.get("true_from")) or date.min, _day(times.get("true_to")) or date.max
        if ends < begins:
            raise ValueError(_("„true_to“ liegt vor „true_from“."))
        if (
            begins <= as_of <= ends
            and (known_at is None or learned <= known_at)
            and (found is None or learned >= found[0])
        ):
            found = (learned, parse_value(VOCABULARY[name], single))
    return Held(found[1]) if found is not None and found[1] is not None else None


def _day(text: Any) -> date | None:
    """A day, or the day in Berlin of a moment."""
    if not text:
        return None
    try:
        if len(str(text)) == len("2026-01-31"):
            return date.fromisoformat(str(text))
        moment = datetime.fromisoformat(str(text))
    except ValueError as error:
        raise ValueError(_("„%(text)s“ ist kein Tag der Form JJJJ-MM-TT.") % {"text": text}) from error
    return day_of(moment if moment.tzinfo else moment.replace(tzinfo=BERLIN))
