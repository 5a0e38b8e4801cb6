"""Setting a document in a process of its own: the typesetter keeps what it has set in memory until its process ends."""

import json
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

from augenmass.letters.render import RenderError, render

LONGEST = 300
"""Seconds after which a process that sets a document is ended."""


def render_apart(template_id: str, data: Mapping[str, Any], *, draft: bool) -> bytes:
    """Set one document as ``render`` does, and give its memory back. Raises ``RenderError``."""
    asked = json.dumps({"template": template_id, "data": data, "draft": draft}).encode()
    try:
        done = subprocess.run(
            [sys.executable, "-m", "augenmass.letters.apart"],
            input=asked,
            capture_output=True,
            timeout=LONGEST,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise RenderError(template_id, type(error).__name__) from error
    if done.returncode != 0 or not done.stdout.startswith(b"%PDF-"):
        raise RenderError(template_id, f"der Vorgang endete mit {done.returncode}.")
    return done.stdout


def _set() -> None:
    asked = json.load(sys.stdin.buffer)
    sys.stdout.buffer.write(render(asked["template"], asked["data"], draft=asked["draft"]))


if __name__ == "__main__":
    _set()
