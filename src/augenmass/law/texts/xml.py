"""The XML in which the Federation publishes its statutes (gii-norm.dtd), read into the same units as the Markdown form."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from augenmass.law.norms.statutes import STATUTES
from augenmass.law.texts.source import TextsUnreadable

_BLOCKS = frozenset({"P", "DL", "DT", "DD", "LA", "BR", "table", "row", "entry", "pre", "Title", "Ident"})
_ABBREVIATION = re.compile(r"\s+\d{4}$")


def markdown_of(content: bytes, name: str) -> tuple[str, str]:
    """Return the key of the statute (empty for one that no norm is written from) and its text in the Markdown form.

    Raises ``TextsUnreadable`` for what is no such XML.
    """
    try:
        document = fromstring(content)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise TextsUnreadable(
            f"{name}: keine lesbare XML-Datei; vielleicht ist sie abgeschnitten ({error}).",
            f"{name}: not a readable XML file; it may be cut off ({error}).",
        ) from error
    if document.tag != "dokumente":
        raise TextsUnreadable(
            f"{name}: keine Gesetzesdatei von gesetze-im-internet.de (erwartet <dokumente>).",
            f"{name}: not a statute file of gesetze-im-internet.de (expected <dokumente>).",
        )
    key = _key(document)
    if not key:
        return "", ""
    sections = [section for norm in document.iter("norm") if (section := _section(norm))]
    if not sections:
        raise TextsUnreadable(
            f"{name}: Die Datei enthält keinen Paragraphen.", f"{name}: the file holds no section of a statute."
        )
    return key, "\n".join(sections)


def _key(document: Element) -> str:
    names = {found.text.strip() for tag in ("amtabk", "jurabk") for found in document.iter(tag) if found.text}
    known = {statute.name: key for key, statute in STATUTES.items()}
    for name in sorted(names):
        short = _ABBREVIATION.sub("", name)
        if short in known:
            return known[short]
    return ""


def _section(norm: Element) -> str:
    label = (norm.findtext("metadaten/enbez") or "").strip()
    content = norm.find("textdaten/text/Content")
    if not label.startswith("§") or content is None:
        return ""
    title = " ".join("".join(found.itertext()) for found in norm.findall("metadaten/titel"))
    heading = f"# {label} – {' '.join(title.split())}" if title.strip() else f"# {label}"
    paragraphs = ("".join(_texts(part)) for part in content)
    kept = (re.sub(r"[ \t]*\n\s*", "\n\n", text).strip() for text in paragraphs)
    return "\n\n".join([heading, *(text for text in kept if text)]) + "\n"


def _texts(element: Element) -> Iterator[str]:
    """The text in reading order; a block begins on a line of its own, a number stays beside its item. Footnote marks are left out."""
    if element.tag in ("FnR", "FnArea"):
        return
    if element.tag in _BLOCKS and element.tag not in ("DD", "LA"):
        yield "\n"
    yield element.text or ""
    if element.tag in ("DT", "entry"):
        yield " "
    for child in element:
        yield from _texts(child)
        if child.tag == "DL":
            yield "\n"
        yield child.tail or ""
