"""The list of what was erased, beside the database: a backup that is brought back is held against it and loses the same again.

One JSON line for each: the rule, the random key of the case or the key of the body, the moment. It names no person and no file number.
Lines are only added; a line that stands there twice does no harm.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from augenmass.retention.models import DueRecord

NAME = "erased.jsonl"
AT_ONCE = 500


class NotReadable(Exception):
    """Why a list is none; a sentence."""


@dataclass(frozen=True, slots=True)
class Erased:
    """One line: a file (``case``: its random key), data of a file by a rule of their own, or rows of a body that ended before a day."""

    rule: str
    at: datetime
    case: str = ""
    body: str = ""
    before: date | None = None


def list_path() -> Path:
    """Where the list of this installation lies."""
    return Path(settings.DATA) / NAME


def add_to_list() -> int:
    """Write what was erased and is not listed yet to the disk, then note that it is; returns how many lines."""
    added = 0
    fresh = DueRecord.objects.filter(state=DueRecord.State.ERASED, listed=False).select_related("run__body")
    while found := list(fresh.order_by("pk")[:AT_ONCE]):
        append("".join(json.dumps(_line(one), ensure_ascii=False) + "\n" for one in found))
        DueRecord.objects.filter(pk__in=[one.pk for one in found]).update(listed=True)
        added += len(found)
    return added


def append(text: str) -> None:
    """Add lines and wait until the disk has them; readable by its owner only."""
    with os.fdopen(os.open(list_path(), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _line(one: DueRecord) -> dict[str, Any]:
    assert one.settled_at is not None
    said = {"rule": one.rule, "at": one.settled_at.isoformat()}
    if one.case_key is not None:
        return said | {"case": str(one.case_key)}
    return said | {"body": one.run.body.key, "before": one.last_day.isoformat()}


def read_list(path: Path) -> Iterator[Erased]:
    """The lines of a list; a last line that was cut off while it was written is left out. Raises ``NotReadable``."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise NotReadable(f"{path} ist keine lesbare Liste ({type(error).__name__}).") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield _parsed(json.loads(line))
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            if number == len(lines):
                return
            raise NotReadable(f"{path}, Zeile {number}: keine Angabe über eine Löschung.") from error


def _parsed(said: dict[str, Any]) -> Erased:
    before = said.get("before")
    return Erased(
        rule=str(said["rule"]),
        at=datetime.fromisoformat(said["at"]),
        case=str(said.get("case", "")),
        body=str(said.get("body", "")),
        before=date.fromisoformat(before) if before else None,
    )
