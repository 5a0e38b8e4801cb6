"""The page about transmissions is what the catalogue says."""

from pathlib import Path

from augenmass.law.transmission.brakes import BRAKES
from augenmass.law.transmission.catalogue import ROWS
from augenmass.law.transmission.page import rows_page

PAGE = Path(__file__).parents[5] / "docs" / "law" / "transmission.md"


def test_the_page_is_written_from_the_catalogue() -> None:
    assert PAGE.read_text(encoding="utf-8") == rows_page(), (
        "write it anew: python -m augenmass.law.transmission.page > docs/law/transmission.md"
    )


def test_the_page_names_every_row_and_brake() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [
        id for id in (*(found.norm.id for found in ROWS), *(brake.id for brake in BRAKES)) if f"`{id}`" not in page
    ] == []
