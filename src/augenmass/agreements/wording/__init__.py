"""The fixed sentences of an agreement, by language (``frame.toml``). The German ones prevail."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "frame.toml"


@cache
def _frames() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def frame(language: str) -> Mapping[str, str]:
    """The sentences of a language by name. Raises ``KeyError`` for a language without any."""
    return _frames()[language]
