"""The published schema is what the program reads, and what it writes fits the schema."""

from pathlib import Path

import pytest

from augenmass.transmissions.rules.message import read_message, schema
from augenmass.transmissions.rules.templates import TEMPLATES, templates_for

PUBLISHED = Path(__file__).parents[4] / "docs/api/transmission.schema.json"


def test_the_published_schema_is_the_one_that_is_read() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == schema(), (
        "augenmass transmissions schema > docs/api/transmission.schema.json"
    )


def test_letters_ask_for_facts_that_exist() -> None:
    from augenmass.law.vocabulary import VOCABULARY

    for letter in TEMPLATES.values():
        assert set(letter.asks) | set(letter.suggests) <= set(VOCABULARY), letter.id
    assert {letter.id for letter in templates_for("prosecution")} == {"prosecution_agreement"}


@pytest.mark.parametrize("text", ["", "{}", '{"schema": "1"}'])
def test_what_is_no_message_is_not_read(text: str) -> None:
    from augenmass.transmissions.rules.message import Unreadable

    with pytest.raises(Unreadable):
        read_message(text)
