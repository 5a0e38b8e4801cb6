"""What is wrong with a cell, a row or a file of the directory: code -> German, English, with named placeholders. Pure."""

from typing import Final

from augenmass.intake.rules.problem import Problem

SENTENCES: Final = {
    "empty": ("„{column}“ fehlt.", "“{column}” is missing."),
    "too_long": (
        "„{column}“ hat {length} Zeichen, möglich sind {limit}.",
        "“{column}” has {length} characters, at most {limit} are possible.",
    ),
    "formula": (
        "„{column}“ beginnt mit „{cell}“; eine Tabellenkalkulation hielte das für eine Formel. Bitte lassen Sie das Zeichen weg.",
        "“{column}” begins with “{cell}”; a spreadsheet would take that for a formula. Please leave the sign out.",
    ),
    "no_code": (
        "„{cell}“ ist keine Kennung: möglich sind Buchstaben, Ziffern, Punkt, Bindestrich, Schrägstrich.",
        "“{cell}” is no key: letters, digits, full stop, hyphen and slash are possible.",
    ),
    "no_kind": (
        "Die Art „{cell}“ gibt es im Verzeichnis nicht. Möglich sind: {choices}.",
        "The directory has no kind “{cell}”. Possible are: {choices}.",
    ),
    "no_ags": (
        "„{cell}“ ist kein Gemeindeschlüssel: Er hat acht Ziffern.",
        "“{cell}” is no municipality key: it has eight digits.",
    ),
    "no_postcode": (
        "„{cell}“ ist keine Postleitzahl: Sie hat fünf Ziffern.",
        "“{cell}” is no postcode: it has five digits.",
    ),
    "no_number": (
        "„{cell}“ in „{column}“ ist keine Zahl, zum Beispiel 52,1305.",
        "“{cell}” in “{column}” is no number, for example 52,1305.",
    ),
    "half_place": (
        "Breite und Länge gehören zusammen: Bitte geben Sie beide an oder keine.",
        "Latitude and longitude belong together: please give both or neither.",
    ),
    "swapped": (
        "Breite und Länge sind vertauscht: Die Breite liegt in Deutschland zwischen 47 und 55, die Länge zwischen 5 und 15.",
        "Latitude and longitude are swapped: in Germany the latitude is between 47 and 55, the longitude between 5 and 15.",
    ),
    "not_in_germany": (
        "Der Punkt {cell} liegt nicht in Deutschland: Die Breite liegt zwischen 47 und 55, die Länge zwischen 5 und 15.",
        "The point {cell} is not in Germany: the latitude is between 47 and 55, the longitude between 5 and 15.",
    ),
    "no_language": (
        "Die Sprache „{cell}“ kennt das Verzeichnis nicht. Möglich sind: {choices}.",
        "The directory does not know the language “{cell}”. Possible are: {choices}.",
    ),
    "no_yes": (
        "In „{column}“ steht „{cell}“. Möglich sind ja, nein oder nichts.",
        "“{column}” says “{cell}”. Possible are yes, no or nothing.",
    ),
    "no_hours": (
        "„{cell}“ am {column} sind keine Öffnungszeiten, zum Beispiel 9:00-12:00, 14:00-18:00.",
        "“{cell}” on {column} are no opening hours, for example 9:00-12:00, 14:00-18:00.",
    ),
    "no_count": (
        "„{cell}“ in „{column}“ ist keine Zahl zwischen 0 und 9999.",
        "“{cell}” in “{column}” is no number between 0 and 9999.",
    ),
    "no_day": (
        "„{cell}“ in „{column}“ ist kein Tag, zum Beispiel 31.12.2026.",
        "“{cell}” in “{column}” is no day, for example 31.12.2026.",
    ),
    "future": (
        "„{column}“ liegt in der Zukunft: {cell}.",
        "“{column}” lies in the future: {cell}.",
    ),
    "places_without_day": (
        "Zu freien Plätzen gehört der Tag der Angabe („Stand der Plätze“).",
        "Free places need the day of the statement (“Stand der Plätze”).",
    ),
    "day_without_places": (
        "„Stand der Plätze“ steht ohne Zahl freier Plätze da.",
        "“Stand der Plätze” stands without a number of free places.",
    ),
    "no_mail": (
        "„{cell}“ ist keine E-Mail-Adresse.",
        "“{cell}” is no e-mail address.",
    ),
    "no_web": (
        "„{cell}“ ist keine Internetadresse, zum Beispiel https://www.beispiel.de.",
        "“{cell}” is no web address, for example https://www.beispiel.de.",
    ),
    "no_phone": (
        "„{cell}“ ist keine Telefonnummer.",
        "“{cell}” is no telephone number.",
    ),
    "not_asked_for": (
        "Rückkehrberatung steht nur im Verzeichnis, wenn die Stelle es möchte. Tragen Sie dann bei „Auf eigenen Wunsch“ ja ein.",
        "Return counselling is listed only where the office wants it. Then write yes in “Auf eigenen Wunsch”.",
    ),
    "unreadable": (
        "In „{column}“ steht ein Zeichen, das beim Speichern verloren ging. Bitte speichern Sie die Datei als „CSV UTF-8“.",
        "“{column}” holds a sign that was lost when the file was saved. Please save the file as “CSV UTF-8”.",
    ),
    "twice": (
        "Die Kennung „{cell}“ steht schon in Zeile {first}. Jedes Angebot braucht seine eigene.",
        "The key “{cell}” already stands in row {first}. Each offer needs its own.",
    ),
    "same_twice": (
        "Art, Name, Straße und Gemeinde sind wie in Zeile {first}. Bitte löschen Sie eine der Zeilen oder geben Sie beiden eine Kennung.",
        "Kind, name, street and municipality are as in row {first}. Please delete one of the rows or give both a key.",
    ),
    "unknown_column": (
        "Die Spalte „{column}“ kennt das Verzeichnis nicht; sie wird nicht gelesen.",
        "The directory does not know the column “{column}”; it is not read.",
    ),
    "columns_missing": (
        "In der Datei fehlen Spalten: {missing}. Eine leere Vorlage mit allen Spalten finden Sie auf der Seite.",
        "The file lacks columns: {missing}. The page has an empty template with all columns.",
    ),
    "column_twice": (
        "Die Spalten „{first}“ und „{second}“ bedeuten dasselbe. Bitte behalten Sie eine.",
        "The columns “{first}” and “{second}” mean the same. Please keep one.",
    ),
    "file_too_large": (
        "Die Datei ist größer als {limit} MB. Bitte teilen Sie sie nach Gemeinden auf.",
        "The file is larger than {limit} MB. Please split it by municipality.",
    ),
    "too_many_rows": (
        "Die Datei hat mehr als {limit} Zeilen. Bitte teilen Sie sie nach Gemeinden auf.",
        "The file has more than {limit} rows. Please split it by municipality.",
    ),
    "no_rows": (
        "Die Datei hat nur eine Kopfzeile. Es gibt nichts zu übernehmen.",
        "The file has a head only. There is nothing to take over.",
    ),
}


def problem(code: str, column: str = "", cell: str = "", **values: object) -> Problem:
    """The problem of this code in whole sentences."""
    de, en = SENTENCES[code]
    short = cell if len(cell) <= 80 else f"{cell[:80]} …"
    words = {"column": column, "cell": short, **values}
    return Problem(code, de.format(**words), en.format(**words), column, cell)


class TableRefused(ValueError):
    """The whole file is no directory; ``de`` and ``en`` say why and what to do."""

    def __init__(self, code: str, **values: object) -> None:
        de, en = SENTENCES[code]
        self.code, self.de, self.en = code, de.format(**values), en.format(**values)
        super().__init__(self.de)
