"""Whether a text of a statute was cut off on its way: it ends before places that are known to be in it."""

from collections.abc import Iterable
from dataclasses import dataclass

from augenmass.law.norms.statutes import cite_text, split_cite
from augenmass.law.texts.source import StatuteText

_FEW = 2
"""So many places may fall away at the end of a statute without the text being taken for cut off."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A text that ends too early: the section that it ends with and the places of it that should follow, of so many that are known."""

    text: StatuteText
    last: str
    missing: tuple[str, ...]
    known: int

    @property
    def de(self) -> str:
        """What is missing, in German."""
        where = f"{self.text.key}: Der Text endet mit {cite_text(self.last)}"
        if not self.missing:
            return f"{where} mitten in einer Zeile. Vermutlich ist die Datei {self.text.source} abgeschnitten."
        return (
            f"{where}, {len(self.missing)} von {self.known} Einheiten fehlen danach. "
            f"Vermutlich ist die Datei {self.text.source} abgeschnitten."
        )

    @property
    def en(self) -> str:
        """What is missing, in English."""
        where = f"{self.text.key}: the text ends with {cite_text(self.last)}"
        if not self.missing:
            return f"{where} in the middle of a line. The file {self.text.source} is probably cut off."
        return (
            f"{where}, {len(self.missing)} of {self.known} units after it are missing. "
            f"The file {self.text.source} is probably cut off."
        )


def cut_off(text: StatuteText, known: Iterable[str], few: int = _FEW) -> Cut | None:
    """Return what speaks for a text being cut off, None where nothing does.

    ``known``: units of the statute that some text of it has or that norms cite; more than ``few`` of them missing, all behind the
    end of the text, count as a cut. A unit that is missing elsewhere is numbered otherwise and no cut.
    """
    last = section_of(list(text.units)[-1])
    of_statute = [unit for unit in known if "@" not in unit and split_cite(unit)[0] == text.key]
    missing = tuple(unit for unit in of_statute if unit not in text.units)
    if len(missing) > few and all(_place(unit) > _place(last) for unit in missing):
        return Cut(text, last, missing, len(of_statute))
    return None if text.ends_whole else Cut(text, last, (), len(of_statute))


def section_of(unit: str) -> str:
    """Return the section that a unit lies in."""
    key, parts, _day = split_cite(unit)
    return f"{key}/{parts[0]}"


def _place(unit: str) -> tuple[int, str]:
    section = split_cite(unit)[1][0]
    number = section.rstrip("abcdefghijklmnopqrstuvwxyz")
    return int(number), section.removeprefix(number)
