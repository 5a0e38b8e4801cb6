"""Chapters of statutes, for tables of contents. Texts as they are published by section carry no headings of chapters.

Only the Residence Act is divided here; the norms of the others stand by paragraph.
"""

from typing import Final

_CHAPTERS: Final[dict[str, tuple[tuple[str, str, str], ...]]] = {
    "AufenthG": (
        ("1", "Kapitel 1: Allgemeine Bestimmungen", "Chapter 1: General provisions"),
        (
            "3",
            "Kapitel 2: Einreise und Aufenthalt im Bundesgebiet",
            "Chapter 2: Entry and stay in the federal territory",
        ),
        ("43", "Kapitel 3: Integration", "Chapter 3: Integration"),
        ("46", "Kapitel 4: Ordnungsrechtliche Vorschriften", "Chapter 4: Administrative provisions"),
        ("50", "Kapitel 5: Beendigung des Aufenthalts", "Chapter 5: Termination of stay"),
        ("63", "Kapitel 6: Haftung und Gebühren", "Chapter 6: Liability and fees"),
        ("71", "Kapitel 7: Verfahrensvorschriften", "Chapter 7: Procedural provisions"),
        (
            "92",
            "Kapitel 8: Beauftragte für Migration, Flüchtlinge und Integration",
            "Chapter 8: Commissioner for migration, refugees and integration",
        ),
        ("95", "Kapitel 9: Straf- und Bußgeldvorschriften", "Chapter 9: Criminal offences and fines"),
        (
            "98a",
            "Kapitel 9a: Rechtsfolgen bei illegaler Beschäftigung",
            "Chapter 9a: Legal consequences of illegal employment",
        ),
        (
            "99",
            "Kapitel 10: Verordnungsermächtigungen; Übergangs- und Schlussvorschriften",
            "Chapter 10: Powers to issue ordinances; transitional and final provisions",
        ),
    ),
}
"""By key of the statute: the first section of each chapter, German and English name."""


def section_order(section: str) -> tuple[int, str]:
    """Return what sections are sorted by: ``60``, ``60a``, ``60b``, ``61``."""
    digits = "".join(filter(str.isdigit, section))
    return int(digits or 0), section.removeprefix(digits)


def chapter_of(statute: str, section: str, language: str = "de") -> str:
    """Return the chapter that a section of a statute stands in, empty where none is known."""
    found = ""
    for first, de, en in _CHAPTERS.get(statute, ()):
        if section_order(first) <= section_order(section):
            found = en if language == "en" else de
    return found
