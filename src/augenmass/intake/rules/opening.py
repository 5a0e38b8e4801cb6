"""The one way to open a file of another system."""

from pathlib import Path

from augenmass.intake.rules.content import Content, recognise
from augenmass.intake.rules.sheet import Sheet
from augenmass.intake.rules.text_table import TextTable
from augenmass.intake.rules.workbook import WorkbookTable


def open_sheet(path: Path) -> Sheet:
    """Open a table by its content, whatever its name; raises `FileRefused` with a sentence that says what to do."""
    if recognise(path) is Content.WORKBOOK:
        return WorkbookTable(path)
    return TextTable(path)
