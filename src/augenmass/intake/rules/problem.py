"""What is wrong with a file or a row, as a code and a sentence that a person understands."""

from dataclasses import dataclass
from typing import Self

from augenmass.intake.rules.sentences import SENTENCES


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a row is returned, or what a reader should know about it.

    `code` is stable, `de` and `en` are whole sentences, `column` is the head of the column and `cell` its original
    text (both empty when the problem concerns the whole row).
    """

    code: str
    de: str
    en: str
    column: str = ""
    cell: str = ""

    @classmethod
    def of(cls, code: str, *, column: str = "", cell: str = "", **values: object) -> Self:
        """Build the problem `code` from its sentences; `values` fill the named placeholders."""
        de, en = SENTENCES[code]
        words = {"column": column, "cell": _short(cell), **values}
        return cls(code, de.format(**words), en.format(**words), column, cell)

    def to_json(self) -> dict[str, str]:
        """The form in which a staged row keeps it."""
        return {"code": self.code, "de": self.de, "en": self.en, "column": self.column, "cell": self.cell}

    @classmethod
    def from_json(cls, kept: dict[str, str]) -> Self:
        """The reverse of `to_json`."""
        return cls(kept["code"], kept["de"], kept["en"], kept["column"], kept["cell"])


class FileRefused(ValueError):
    """The whole file cannot be read; `code`, `de` and `en` say why and what to do."""

    def __init__(self, code: str, **values: object) -> None:
        de, en = SENTENCES[code]
        self.code = code
        self.de = de.format(**values)
        self.en = en.format(**values)
        super().__init__(self.de)

    def to_json(self) -> dict[str, str]:
        """The form in which a run keeps why it was refused."""
        return {"code": self.code, "de": self.de, "en": self.en}

    @classmethod
    def from_json(cls, kept: dict[str, str]) -> Self:
        """The reverse of `to_json`."""
        refused = cls.__new__(cls)
        ValueError.__init__(refused, kept["de"])
        refused.code, refused.de, refused.en = kept["code"], kept["de"], kept["en"]
        return refused


def _short(cell: str) -> str:
    return cell if len(cell) <= 80 else f"{cell[:80]} …"
