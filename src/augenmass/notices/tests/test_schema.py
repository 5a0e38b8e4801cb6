"""The published schema of a package is the one that is read."""

from pathlib import Path

import pytest

from augenmass.notices.rules.package import read_package, schema
from augenmass.transmissions.rules.message import Unreadable

pytestmark = pytest.mark.unit
PUBLISHED = Path(__file__).parents[4] / "docs/api/notice-package.schema.json"


def test_the_published_schema_is_the_one_that_is_read() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == schema(), "augenmass.notices.rules.package.schema()"


@pytest.mark.parametrize(
    "text", ["", "{}", '{"schema": "augenmass-notice-1"}', '{"schema": "1"}', "[]", '{"a": 1, "a": 2}']
)
def test_what_is_no_package_is_not_read(text: str) -> None:
    with pytest.raises(Unreadable):
        read_package(text)
