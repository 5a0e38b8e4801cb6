"""The document as one HTML file without anything outside itself: readable in every browser and by screen readers."""

from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring


def html_page(data: Mapping[str, Any]) -> str:
    """Return the page of a document (``Book.to_json``). Text is placed as text, never read as markup."""
    root = Element("html", lang=data["language"])
    head = SubElement(root, "head")
    SubElement(head, "meta", charset="utf-8")
    SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    _text(head, "title", f"{data['title']} – {data['subtitle']}, {data['front'][0][1]}")
    _text(head, "style", files(__package__).joinpath("page.css").read_text(encoding="utf-8"))
    body = SubElement(root, "body")
    header = SubElement(body, "header")
    _text(header, "h1", f"{data['title']}: {data['subtitle']}")
    _front(header, data["front"])
    for note in data["notes"]:
        _text(header, "p", note)
    _contents(body, data)
    main = SubElement(body, "main")
    for section in data["sections"]:
        _section(main, section)
    return "<!DOCTYPE html>\n" + tostring(root, encoding="unicode", method="html") + "\n"


def _text(parent: Element, tag: str, text: str, **attributes: str) -> Element:
    made = SubElement(parent, tag, attributes)
    made.text = text
    return made


def _front(parent: Element, pairs: Iterable[tuple[str, str]]) -> None:
    listed = SubElement(parent, "dl")
    for word, value in pairs:
        _text(listed, "dt", word)
        _text(listed, "dd", value)


def _contents(parent: Element, data: Mapping[str, Any]) -> None:
    """The table of contents: lists within lists, as deep as the headings."""
    contents = SubElement(parent, "nav", {"aria-labelledby": "contents"})
    _text(contents, "h2", data["words"]["contents"], id="contents")
    lists: list[tuple[int, Element]] = [(0, contents)]
    for section in data["sections"]:
        if not section["listed"]:
            continue
        while lists[-1][0] >= section["level"]:
            lists.pop()
        above = lists[-1][1]
        inner = above.find("ul")
        if inner is None:
            inner = SubElement(above, "ul")
        item = SubElement(inner, "li")
        _text(item, "a", section["heading"], href=f"#{section['anchor']}")
        lists.append((section["level"], item))


def _section(main: Element, section: Mapping[str, Any]) -> None:
    # The title of the page is the one heading of the first level; below the sixth there is none.
    _text(main, f"h{min(section['level'] + 1, 6)}", section["heading"], id=section["anchor"])
    for paragraph in section["paragraphs"]:
        _text(main, "p", paragraph)
    if not section["rows"]:
        return
    listed = SubElement(main, "dl")
    for row in section["rows"]:
        _text(listed, "dt", row["label"])
        value = SubElement(listed, "dd")
        if "runs" in row:
            _place(value, row["runs"])
        else:
            _branches(value, row["branches"])


def _branches(parent: Element, branches: Iterable[Mapping[str, Any]]) -> None:
    listed = SubElement(parent, "ul")
    for branch in branches:
        item = SubElement(listed, "li")
        _place(item, branch["runs"])
        if branch["below"]:
            _branches(item, branch["below"])


def _place(parent: Element, runs: Iterable[tuple[str, str, str]]) -> None:
    for text, to, language in runs:
        attributes = ({"href": f"#{to}"} if to else {}) | ({"lang": language} if language else {})
        if attributes:
            _text(parent, "a" if to else "span", text, **attributes)
        elif len(parent):
            parent[-1].tail = (parent[-1].tail or "") + text
        else:
            parent.text = (parent.text or "") + text
