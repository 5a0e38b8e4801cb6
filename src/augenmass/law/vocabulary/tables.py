"""Yes/no facts as rows of a table, for chapters that are lists of the statute."""

from collections.abc import Iterable

from augenmass.law.vocabulary.declaring import Chapter

Row = tuple[str, str, str, str, str, str]
"""Name, German and English label, German and English meaning, traits: ``P`` protective, ``A`` assessment."""


def declare(chapter: Chapter, rows: Iterable[Row], retention: str = "case_file") -> None:
    """Declare the facts of a table. Raises ``ValueError`` for a trait that is none."""
    for name, de, en, meaning, meaning_en, traits in rows:
        if not set(traits) <= {"P", "A"}:
            raise ValueError(f"{name}: no such traits: {traits}")
        chapter.yes_no(
            name,
            (de, en),
            (meaning, meaning_en),
            protective="P" in traits,
            assessment="A" in traits,
            retention=retention,
        )
