#!/usr/bin/env python3
"""Rules of this house that no general linter knows.

    python script/lint_rules.py [FOLDER]     # default: src

Prints one line per finding and ends with 1 when there is any.
"""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LONGEST_MODULE = 500
TRANSLATIONS = {
    "_",
    "gettext",
    "gettext_lazy",
    "ngettext",
    "ngettext_lazy",
    "pgettext",
    "pgettext_lazy",
    "npgettext",
    "gettext_noop",
}
RAW_DATABASE = {"connection", "connections", "transaction"}
VENDORED = "/static/vendor/"


@dataclass(frozen=True, slots=True)
class Finding:
    """One place that breaks a rule, with a sentence that says what to do instead."""

    path: str
    line: int
    says: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.says}"


def check_python(path: str, source: str) -> Iterator[Finding]:
    """Findings in one module; ``path`` decides which rules apply."""
    lines = source.count("\n")
    if lines > LONGEST_MODULE:
        yield Finding(
            path, LONGEST_MODULE, f"{lines} lines: a module ends at {LONGEST_MODULE}; it says more than one thing."
        )
    in_door = "/doors/" in path and "/tests/" not in path
    for node in ast.walk(ast.parse(source, path)):
        if isinstance(node, ast.Call):
            yield from _translation(path, node)
        if in_door:
            yield from _raw_query(path, node)


def _translation(path: str, node: ast.Call) -> Iterator[Finding]:
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if name not in TRANSLATIONS:
        return
    for argument in node.args:
        if isinstance(argument, ast.JoinedStr | ast.BinOp) or (
            isinstance(argument, ast.Call)
            and isinstance(argument.func, ast.Attribute)
            and argument.func.attr == "format"
        ):
            yield Finding(
                path,
                node.lineno,
                "A translated text is one literal: translate the sentence with named placeholders, then fill them in.",
            )


def _raw_query(path: str, node: ast.AST) -> Iterator[Finding]:
    if isinstance(node, ast.Attribute) and node.attr in {"objects", "_default_manager", "_base_manager"}:
        yield Finding(
            path,
            node.lineno,
            "A door asks no model: read through a room's queries (visible_to), write through its actions.",
        )
    if isinstance(node, ast.ImportFrom) and node.module == "django.db":
        for name in node.names:
            if name.name in RAW_DATABASE:
                yield Finding(path, node.lineno, f"A door does not use django.db.{name.name}: queries and actions do.")


TEMPLATE_RULES = [
    (
        re.compile(r"<script(?![^>]*\bsrc=)", re.I),
        "No inline script: the page's policy forbids it. Use a file under static/.",
    ),
    (re.compile(r"<style\b", re.I), "No inline style: use a style sheet under static/."),
    (re.compile(r"<[^>]*\sstyle\s*=", re.I), "No style attribute: the page's policy forbids it. Use a class."),
    (
        re.compile(r"<[^>]*\s(?:hx-)?on[a-z:-]+\s*=", re.I),
        "No handler in an attribute: listen in a module under static/.",
    ),
    (re.compile(r"[\"']js:|\bjavascript:", re.I), "No script in an attribute."),
    (
        re.compile(
            r"<(?:script|link|img|iframe|source|video|audio|object|embed)\b[^>]*\b(?:src|href|data)\s*=\s*[\"']?(?:https?:)?//",
            re.I,
        ),
        "Every asset comes from this server: vendor it with script/vendor-assets.",
    ),
    (
        re.compile(r"\{[%{][^}]*(?:\.(?:all|filter|exclude|values|values_list|iterator|objects)\b|\w_set\b)"),
        "A template asks no database: a read goes through a room's queries, which know who reads.",
    ),
    (re.compile(r"\|\s*safe\b|\|\s*safeseq\b|\{%\s*autoescape\s+off"), "No text leaves a template unescaped."),
]
TEMPLATE_COMMENT = re.compile(r"\{#.*?#\}|\{%\s*comment.*?endcomment\s*%\}|<!--.*?-->", re.S)
STYLE_RULES = [
    (re.compile(r"(?:url\(|@import)\s*[\"']?\s*(?:https?:)?//", re.I), "Every asset comes from this server."),
]


def check_text(path: str, text: str, rules: list[tuple[re.Pattern[str], str]]) -> Iterator[Finding]:
    """Findings of line-free patterns in a template or a style sheet."""
    blanked = TEMPLATE_COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)
    for pattern, says in rules:
        for match in pattern.finditer(blanked):
            yield Finding(path, blanked.count("\n", 0, match.start()) + 1, says)


def check_file(path: Path) -> list[Finding]:
    """Findings in one file, by its suffix."""
    name = path.as_posix()
    if VENDORED in name or "/migrations/" in name:
        return []
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        return list(check_python(name, text))
    if path.suffix == ".html":
        return list(check_text(name, text, TEMPLATE_RULES))
    return list(check_text(name, text, STYLE_RULES))


def main(arguments: list[str]) -> int:
    """Check every module, template and style sheet of a folder."""
    root = Path(arguments[0] if arguments else "src")
    files = sorted(path for suffix in ("py", "html", "css") for path in root.rglob(f"*.{suffix}"))
    findings = [finding for path in files for finding in check_file(path)]
    print(*findings, sep="\n" if findings else "")
    print(f"{len(files)} files, {len(findings)} findings", file=sys.stderr)
    return 1 if findings else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
