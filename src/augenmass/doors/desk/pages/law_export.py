"""The law as a file: HTML and JSON of all of it, PDF of the shorter statutes."""

import json
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from augenmass.cases.queries.case import english
from augenmass.law.norms.statutes import STATUTES
from augenmass.law.time import today
from augenmass.lawbook.book.binding import bind, printed_at_once, statutes_written_from
from augenmass.lawbook.book.data import export_json
from augenmass.lawbook.book.page import html_page
from augenmass.lawbook.models import Printing
from augenmass.lawbook.queries import installation
from augenmass.letters.law_printing import NoSuchPrinting, Progress, printings
from augenmass.letters.law_printing import printed as finished
from augenmass.letters.render import render

_KINDS = {
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "pdf": "application/pdf",
}


def export_file(ending: str, statute: str) -> tuple[bytes, str, str]:
    """Return content, media type and name of a file.

    Raises ``Http404`` for another ending, a statute without norms, and a PDF of more than a page sets while somebody waits.
    """
    fits = printed_at_once() if ending == "pdf" else ("", *statutes_written_from())
    if ending not in _KINDS or statute not in fits:
        raise Http404
    part = f"-{statute.replace('/', '-')}" if statute else ""
    return _content(ending, statute), _KINDS[ending], f"rechtskatalog{part}-{today().isoformat()}.{ending}"


def _content(ending: str, statute: str) -> bytes:
    if ending == "json":
        return json.dumps(export_json(today(), statute), ensure_ascii=False).encode()
    document = bind(today(), "en" if english() else "de", statute, installation()).to_json()
    return html_page(document).encode() if ending == "html" else render("catalogue", document, draft=False)


def printings_page() -> list[dict[str, Any]]:
    """What the worker sets or has set as PDF, newest first."""
    return [_line(one) for one in printings()]


def printing_line(key: UUID) -> dict[str, Any]:
    """One of them. Raises ``Http404``."""
    found = next((one for one in printings() if one.key == key), None)
    if found is None:
        raise Http404
    return _line(found)


def printed_file(key: UUID) -> tuple[str, bytes]:
    """Return name and content of a finished document. Raises ``Http404``."""
    try:
        return finished(key)
    except NoSuchPrinting as error:
        raise Http404 from error


def _line(one: Progress) -> dict[str, Any]:
    return {
        "key": one.key,
        "name": STATUTES[one.statute].name if one.statute else _("Alle Gesetze"),
        "language": {"de": _("Deutsch"), "en": _("Englisch")}[one.language],
        "waiting": one.state == Printing.State.WAITING,
        "done": one.state == Printing.State.DONE,
        "set": one.done,
        "volumes": one.volumes,
        "of": max(one.volumes, 1),
        "until": date.fromisoformat(one.until),
        "poll": reverse("law_printing", args=[one.key]),
    }


def printed() -> list[dict[str, Any]]:
    """The statutes that the page offers as PDF."""
    return [{"key": key, "name": STATUTES[key].name} for key in printed_at_once()]
