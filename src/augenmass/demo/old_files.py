"""Files that the invented authority closed long ago: some are due for deletion, one is kept for a court, one for an entry ban."""

from datetime import date

HEADS = (
    "Aktenzeichen",
    "Name",
    "Vorname",
    "Geb.-Datum",
    "Geschl.",
    "abgeschlossen am",
    "Abschlussgrund",
    "Einreise- und Aufenthaltsverbot bis",
)
SOURCE = "Altbestand (erfunden)"
HELD = "ALT-05"
"""Kept for a court."""
_DEPARTED, _TITLE, _FREE, _DEAD = (
    "nachgewiesen ausgereist",
    "Aufenthaltstitel erteilt",
    "Freizügigkeitsrecht besteht",
    "verstorben",
)
_FILES = (
    ("Brandt", "Ewa", "03.02.1961", "w", 13, _DEPARTED, 0),
    ("Castillo", "Ignacio", "17.09.1958", "m", 13, _TITLE, 0),
    ("Demir", "Selin", "28.11.1970", "w", 12, _FREE, 0),
    ("Eklund", "Mats", "05.06.1949", "m", 12, _DEAD, 0),
    ("Fofana", "Mariam", "21.01.1975", "w", 14, _DEPARTED, 0),
    ("Gruber", "Anton", "09.10.1966", "m", 13, _DEPARTED, 4),
    ("Holm", "Signe", "30.07.1982", "w", 3, _TITLE, 0),
)
"""Name, first name, born, sex, years since the file was closed, why, years since an entry ban ended (0: there was none)."""


def old_files(as_of: date) -> list[list[str]]:
    """The rows of an export on a day; each file was closed on 15 March of its year."""
    rows = []
    for number, (name, first, born, sex, years, why, ban) in enumerate(_FILES, start=1):
        until = f"31.12.{as_of.year - ban}" if ban else ""
        rows.append([f"ALT-{number:02d}", name, first, born, sex, f"15.03.{as_of.year - years}", why, until])
    return rows
