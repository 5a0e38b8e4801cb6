"""Which text of a statute was in force on a day, and on which days a condition can be answered yes at all."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from augenmass.law import nodes as n
from augenmass.law.catalogue import BEGINS, Catalogue
from augenmass.law.compiling import condition_of, parts_of, targets_of
from augenmass.law.norm import Norm
from augenmass.law.norms.statutes import STATUTES, split_cite, unit_of, units

Days = tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Texts:
    """Every text at hand. ``versions``: by statute, the first day of each text and its units, oldest first."""

    versions: Mapping[str, tuple[tuple[date, Mapping[str, str]], ...]]

    @staticmethod
    def read(folder: Path, newest: date) -> "Texts":
        """Read the texts of a folder and of ``versions`` below it; those without a day in their name are of ``newest``."""
        found = {}
        for key, statute in STATUTES.items():
            if statute.file:
                dated = [
                    (date.fromisoformat(path.stem[-10:]), path)
                    for path in sorted((folder / "versions").glob(f"{statute.file}_????-??-??.md"))
                ]
                files = [*dated, (newest, folder / f"{statute.file}.md")]
                found[key] = tuple((day, units(key, path.read_text(encoding="utf-8"))) for day, path in files)
        return Texts(found)

    @property
    def boundaries(self) -> Days:
        """The days on which some text changed, from the beginning of the catalogue on."""
        return tuple(sorted({BEGINS, *(day for known in self.versions.values() for day, _ in known if day > BEGINS)}))

    def of(self, cite: str, day: date) -> Mapping[str, str] | None:
        """Return the units in which a citation of something answered on a day lies, keyed as the citation names them.

        None where that text is not at hand: the statute as a whole, or the statute's older texts.
        """
        key, _parts, dated = split_cite(cite)
        known = self.versions.get(key, ())
        if dated:
            return next((_dated(found, dated) for since, found in known if since.isoformat() == dated), None)
        return next((found for since, found in reversed(known) if since <= day), None)


def _dated(found: Mapping[str, str], day: str) -> Mapping[str, str]:
    return {f"{unit}@{day}": text for unit, text in found.items()}


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation, where it stands, and the days among those asked on which what it belongs to can be answered yes."""

    where: str
    cite: str
    days: Days


def cited(catalogue: Catalogue, days: Days) -> Iterator[Cited]:
    """Yield every citation of a catalogue: of its things, and of every node of their conditions."""
    reading = _Reading(catalogue)
    for target in targets_of(catalogue).values():
        where = f"{type(target).__name__} {target.id}"
        if isinstance(target, Norm):
            valid = reading.days_of(target, days)
            yield Cited(where, target.id, valid)
            if target.transition is not None:
                yield from reading.below(where, target.transition, valid)
        else:
            valid = reading.open(condition_of(target), days)
            yield Cited(where, target.cite, valid)
        yield from reading.below(where, condition_of(target), valid)
    for rule in catalogue.deadlines:
        valid = reading.open(rule.runs, days)
        yield Cited(f"DeadlineRule {rule.id}", rule.cite, valid)
        yield from reading.below(f"DeadlineRule {rule.id}", rule.runs, valid)
    for lane in catalogue.lanes:
        yield from reading.below(f"Lane {lane.id}", lane.when, days)


class _Reading:
    def __init__(self, catalogue: Catalogue) -> None:
        self.targets = targets_of(catalogue)

    def days_of(self, norm: Norm, days: Days) -> Days:
        """The days on which a norm is valid: also its own first and last one."""
        ends = {day for day in (norm.since, norm.until) if day is not None and day >= BEGINS}
        asked = tuple(sorted({*days, *ends}))
        return tuple(day for day in asked if not self.barred_norm(norm, day))

    def open(self, node: n.Condition, days: Days) -> Days:
        return tuple(day for day in days if not self.barred(node, day))

    def barred_norm(self, norm: Norm, day: date) -> bool:
        outside = (norm.since is not None and day < norm.since) or (norm.until is not None and norm.until < day)
        return (
            outside
            or self.barred(norm.when, day)
            or (norm.transition is not None and self.barred(norm.transition, day))
        )

    def barred(self, node: n.Condition, day: date) -> bool:
        """Whether a condition cannot be yes on a day, whatever is recorded. What happened on or after a day has not before that day."""
        match node:
            case n.Use(id=name):
                target = self.targets[name]
                return (
                    self.barred_norm(target, day)
                    if isinstance(target, Norm)
                    else self.barred(condition_of(target), day)
                )
            case n.AllOf(parts=parts):
                return any(self.barred(part, day) for part in parts)
            case n.AnyOf(parts=parts):
                return all(self.barred(part, day) for part in parts)
            case n.Presumed(rule=part) | n.Excepted(rule=part) | n.Unverified(part=part):
                return self.barred(part, day)
            case n.Compared(relation="not_before", left=n.DayFact(), right=n.FixedDay(value=first)):
                return day < first
            case _:
                return False

    def below(self, where: str, node: n.Condition, days: Days) -> Iterator[Cited]:
        days = self.open(node, days)
        if cite := getattr(node, "cite", ""):
            yield Cited(where, cite, days)
        for part in parts_of(node):
            yield from self.below(where, part, days)


def lies_in(cite: str, found: Mapping[str, str]) -> bool:
    """Whether a text has the unit of a citation."""
    return unit_of(cite) in found
