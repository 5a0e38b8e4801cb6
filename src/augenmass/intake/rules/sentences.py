"""The sentences of the intake: code -> German, English, with named placeholders."""

from collections.abc import Mapping
from types import MappingProxyType

FILE_SENTENCES = {
    "file_empty": (
        "Die Datei ist leer. Bitte prüfen Sie den Export im Fachverfahren.",
        "The file is empty. Please check the export in the specialist system.",
    ),
    "file_too_large": (
        "Die Datei ist {size} MB groß, gelesen werden höchstens {limit} MB. Bitte teilen Sie den Export auf.",
        "The file has {size} MB; at most {limit} MB are read. Please split the export.",
    ),
    "file_larger_than": (
        "Die Datei ist größer als {limit} MB. Bitte teilen Sie den Export auf.",
        "The file is larger than {limit} MB. Please split the export.",
    ),
    "file_is_pdf": (
        "Der Inhalt ist ein PDF-Dokument, keine Tabelle. Bitte exportieren Sie als CSV oder XLSX.",
        "The content is a PDF document, not a table. Please export as CSV or XLSX.",
    ),
    "file_is_old_excel": (
        (
            "Der Inhalt ist eine Excel-Mappe im alten Format (.xls) oder eine mit Kennwort geschützte Mappe. "
            "Bitte speichern Sie sie ohne Kennwort als XLSX oder CSV."
        ),
        (
            "The content is a workbook in the old Excel format (.xls) or protected by a password. "
            "Please save it as XLSX or CSV without a password."
        ),
    ),
    "file_is_binary_excel": (
        "Der Inhalt ist eine binäre Excel-Mappe (.xlsb). Bitte speichern Sie sie als XLSX oder CSV.",
        "The content is a binary Excel workbook (.xlsb). Please save it as XLSX or CSV.",
    ),
    "file_is_open_document": (
        "Der Inhalt ist eine OpenDocument-Datei (.ods). Bitte speichern Sie sie als XLSX oder CSV.",
        "The content is an OpenDocument file (.ods). Please save it as XLSX or CSV.",
    ),
    "file_is_web_page": (
        (
            "Der Inhalt ist eine Webseite oder XML-Datei, keine Tabelle. Manche Verfahren benennen sie als .xls: "
            "Bitte öffnen Sie sie in der Tabellenkalkulation und speichern Sie sie als XLSX oder CSV."
        ),
        (
            "The content is a web page or XML file, not a table. Some systems name it .xls: "
            "please open it in a spreadsheet program and save it as XLSX or CSV."
        ),
    ),
    "file_is_archive": (
        "Der Inhalt ist ein Archiv oder Dokument, keine Excel-Mappe. Bitte laden Sie die Tabelle selbst hoch.",
        "The content is an archive or document, not an Excel workbook. Please upload the table itself.",
    ),
    "file_is_image": (
        "Der Inhalt ist ein Bild. Bitte exportieren Sie die Tabelle als CSV oder XLSX.",
        "The content is an image. Please export the table as CSV or XLSX.",
    ),
    "file_is_binary": (
        "Der Inhalt ist keine Tabelle: Die Datei enthält Nullbytes. Bitte exportieren Sie als CSV oder XLSX.",
        "The content is no table: the file holds NUL bytes. Please export as CSV or XLSX.",
    ),
    "file_damaged": (
        "Die Datei ist beschädigt oder unvollständig und lässt sich nicht lesen. Bitte exportieren Sie sie erneut.",
        "The file is damaged or incomplete and cannot be read. Please export it again.",
    ),
    "file_has_macros": (
        "Die Mappe enthält Makros und wird nicht geöffnet. Bitte speichern Sie sie ohne Makros als XLSX.",
        "The workbook holds macros and is not opened. Please save it without macros as XLSX.",
    ),
    "file_unpacks_too_large": (
        "Die Mappe ist so gepackt, dass sie ausgepackt unverhältnismäßig groß würde. Sie wird nicht geöffnet.",
        "The workbook is packed so that it would become disproportionately large. It is not opened.",
    ),
    "file_defines_entities": (
        "Die Mappe enthält eine Dokumenttypdefinition, wie sie in Excel-Mappen nicht vorkommt. Sie wird nicht geöffnet.",
        "The workbook holds a document type definition, which Excel workbooks do not have. It is not opened.",
    ),
    "no_visible_sheet": (
        "Die Mappe enthält kein sichtbares Tabellenblatt mit Inhalt.",
        "The workbook has no visible sheet with content.",
    ),
    "no_header": (
        (
            "In der Datei wurde keine Kopfzeile mit mindestens zwei Spalten gefunden. "
            "Die erste Zeile muss die Spaltennamen enthalten."
        ),
        "No header line with at least two columns was found. The first line must hold the names of the columns.",
    ),
    "no_rows": (
        "Die Datei enthält nur die Kopfzeile und keine Fälle.",
        "The file holds only the header line and no cases.",
    ),
    "too_many_columns": (
        "Die Datei hat {columns} Spalten, gelesen werden höchstens {limit}. Bitte wählen Sie im Export weniger Felder.",
        "The file has {columns} columns; at most {limit} are read. Please choose fewer fields in the export.",
    ),
    "too_many_rows": (
        "Die Datei hat mehr als {limit} Zeilen. Bitte teilen Sie den Export auf.",
        "The file has more than {limit} rows. Please split the export.",
    ),
    "line_too_long": (
        "Die Zeile {line} ist länger als {limit} Zeichen. Vermutlich fehlt ein Zeilenende oder ein Anführungszeichen.",
        "Line {line} is longer than {limit} characters. A line end or a quotation mark is probably missing.",
    ),
    "quote_not_closed": (
        (
            "Ein Anführungszeichen in der Nähe der Zeile {line} wird nicht geschlossen, so dass die folgenden Zeilen nicht "
            "sicher gelesen werden können. Bitte berichtigen Sie die Zeile."
        ),
        (
            "A quotation mark near line {line} is not closed, so the lines after it cannot be read safely. "
            "Please correct the line."
        ),
    ),
    "key_column_missing": (
        "Keine Spalte ist dem Aktenzeichen zugeordnet. Ohne Aktenzeichen lässt sich keine Zeile einem Fall zuordnen.",
        "No column is mapped to the file number. Without it no row can be matched to a case.",
    ),
}

ROW_SENTENCES = {
    "key_missing": (
        "Das Aktenzeichen fehlt. Ohne Aktenzeichen lässt sich die Zeile keinem Fall zuordnen.",
        "The file number is missing. Without it the row cannot be matched to a case.",
    ),
    "key_too_long": (
        "Das Aktenzeichen hat {length} Zeichen, möglich sind höchstens {limit}.",
        "The file number has {length} characters; at most {limit} are possible.",
    ),
    "key_twice": (
        "Das Aktenzeichen „{cell}“ steht auch in Zeile {other} mit anderem Inhalt. Beide Zeilen werden zurückgegeben.",
        "The file number “{cell}” also stands in row {other} with other content. Both rows are returned.",
    ),
    "referred_away": (
        "Der Fall „{cell}“ ist an eine andere Stelle abgegeben und wird dort geführt. Die Zeile wird nicht übernommen.",
        "The case “{cell}” was referred to another body and is kept there. The row is not taken.",
    ),
    "cell_unreadable": (
        "Der Wert „{cell}“ in „{column}“ kann nicht übernommen werden. {reason}",
        "The value “{cell}” in “{column}” cannot be taken. {reason_en}",
    ),
    "cell_formula": (
        "Die Zelle in „{column}“ enthält eine Formel. Bitte ersetzen Sie sie durch ihren Wert.",
        "The cell in “{column}” holds a formula. Please replace it by its value.",
    ),
    "cell_error": (
        "Die Zelle in „{column}“ enthält den Fehlerwert {cell}.",
        "The cell in “{column}” holds the error value {cell}.",
    ),
    "cell_nul": (
        "Die Zelle in „{column}“ enthält Nullbytes. Der Wert ist vermutlich beschädigt.",
        "The cell in “{column}” holds NUL bytes. The value is probably damaged.",
    ),
    "cell_bad_characters": (
        "Die Zelle in „{column}“ enthält Zeichen, die sich nicht lesen lassen. Die Zeichenkodierung ist beschädigt.",
        "The cell in “{column}” holds characters that cannot be read. The encoding is damaged.",
    ),
    "cell_too_long": (
        "Die Zelle in „{column}“ hat {length} Zeichen, übernommen werden höchstens {limit}.",
        "The cell in “{column}” has {length} characters; at most {limit} are taken.",
    ),
    "row_too_wide": (
        "Die Zeile hat {cells} Zellen, die Kopfzeile nur {columns}. Vermutlich steht ein Trennzeichen in einem Wert.",
        "The row has {cells} cells, the header only {columns}. A value probably holds a separator.",
    ),
    "row_too_narrow": (
        "Die Zeile hat nur {cells} Zellen, die Kopfzeile {columns}. Vermutlich ist die Zeile abgebrochen.",
        "The row has only {cells} cells, the header {columns}. The row is probably cut off.",
    ),
    "row_bad_quotes": (
        "Die Anführungszeichen der Zeile passen nicht zusammen. Die Zellen lassen sich nicht sicher trennen.",
        "The quotation marks of the row do not match. The cells cannot be told apart safely.",
    ),
    "day_in_future": (
        "„{column}“ nennt mit {cell} einen Tag in der Zukunft. Das kann hier nicht sein.",
        "“{column}” gives {cell}, a day in the future. That cannot be here.",
    ),
    "columns_disagree": (
        "„{column}“ ({cell}) und „{other}“ ({other_cell}) nennen zu „{fact}“ verschiedene Werte.",
        "“{column}” ({cell}) and “{other}” ({other_cell}) give different values for “{fact_en}”.",
    ),
    "facts_contradict": (
        "Die Angaben widersprechen sich: {reason}",
        "The entries contradict each other: {reason_en}",
    ),
    "link_to_itself": (
        "„{column}“ nennt das eigene Aktenzeichen der Zeile.",
        "“{column}” gives the row's own file number.",
    ),
}

NOTE_SENTENCES = {
    "same_row_twice": (
        "Die Zeile {other} sagt dasselbe. Sie wird nur einmal übernommen.",
        "Row {other} says the same. It is taken only once.",
    ),
    "link_not_found": (
        "Zum Aktenzeichen „{cell}“ gibt es keinen Fall. Die Familienverbindung wurde nicht angelegt.",
        "There is no case with the file number “{cell}”. The family link was not made.",
    ),
    "bidi_removed": (
        "Aus „{column}“ wurden unsichtbare Steuerzeichen der Schreibrichtung entfernt. Der Text selbst bleibt.",
        "Invisible writing-direction characters were removed from “{column}”. The text itself stays.",
    ),
    "read_as_utf16": (
        "Die Datei ist in UTF-16 kodiert und wurde so gelesen.",
        "The file is encoded in UTF-16 and was read as such.",
    ),
    "mixed_encoding": (
        "Die Datei ist in UTF-8 kodiert, enthält aber beschädigte Stellen. Betroffene Zeilen werden zurückgegeben.",
        "The file is encoded in UTF-8 but holds damaged places. The rows concerned are returned.",
    ),
    "header_empty": (
        "Die Spalte {position} hat keinen Namen. Sie wird nur übernommen, wenn Sie sie zuordnen.",
        "Column {position} has no name. It is taken only if you map it.",
    ),
    "header_twice": (
        "Der Spaltenname „{column}“ kommt mehrfach vor. Die Spalten werden gezählt: „{label}“.",
        "The column name “{column}” occurs more than once. The columns are counted: “{label}”.",
    ),
    "other_sheets": (
        "Gelesen wurde das Blatt „{sheet}“. Weitere Blätter wurden nicht gelesen: {others}.",
        "The sheet “{sheet}” was read. Other sheets were not read: {others}.",
    ),
    "hidden_sheets": (
        "Die Mappe enthält ausgeblendete Blätter, die nicht gelesen wurden: {others}.",
        "The workbook has hidden sheets that were not read: {others}.",
    ),
    "merged_cells": (
        "Die Mappe enthält verbundene Zellen. Nur die erste Zelle eines Verbunds trägt den Wert, die übrigen sind leer.",
        "The workbook has merged cells. Only the first cell of a merge carries the value, the others are empty.",
    ),
    "hidden_rows": (
        "Die Mappe enthält ausgeblendete Zeilen oder Spalten. Sie wurden mitgelesen.",
        "The workbook has hidden rows or columns. They were read too.",
    ),
    "external_links": (
        "Die Mappe verweist auf andere Dateien. Diese Verweise werden nicht verfolgt.",
        "The workbook refers to other files. These references are not followed.",
    ),
}

SENTENCES: Mapping[str, tuple[str, str]] = MappingProxyType(FILE_SENTENCES | ROW_SENTENCES | NOTE_SENTENCES)
