"""The check of a page for accessibility, for every door and for the compartment."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).with_name("vendor") / "axe.min.js"


def axe(page: Page) -> list[dict[str, Any]]:
    """What axe finds on the page by the rules of WCAG 2.2 A and AA and its best practices: rule and the elements."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    options = "{preload: false, resultTypes: ['violations'], runOnly: {type: 'tag', values: tags}}"
    script = f"tags => axe.run({options}).then(found => found.violations)"
    return [
        {
            "rule": violation["id"],
            "help": violation["help"],
            "where": [node["html"][:160] for node in violation["nodes"]],
        }
        for violation in page.evaluate(script, tags)
    ]
