"""SHA-256 of the statute text of every unit that the catalogue cites, as read in the consolidated text of 19 August 2026.

A citation of an older text (``AsylG/36/3@2026-05-04``) has the hash of that text. Written by ``script/statute-hashes``.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

HASHES: Mapping[str, str] = MappingProxyType(
    json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
)
"""Unit id to hash."""
