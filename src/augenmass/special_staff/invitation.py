"""The invitation to counselling that is handed to a person: without a name, the same for everybody in the same place, in their language."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext, override

from augenmass.law.time import today
from augenmass.letters.render import render
from augenmass.letters.wording.paper_languages import setting_of

TEMPLATE: Final = "invitation"


@dataclass(frozen=True, slots=True)
class Service:
    """A service near the person: its kind (a word of the persons' door), name, address and how it is reached."""

    kind: str
    name: str
    lines: tuple[str, ...]


def invitation_pdf(body: str, language: str, services: Sequence[Service]) -> bytes:
    """The invitation in a language of ``PAPER_LANGUAGES``, handed out by a body."""
    with override(language):
        data = {
            **setting_of(language),
            "date": today().isoformat(),
            "title": gettext("Einladung zur Beratung"),
            "author": body,
            "keywords": [],
            "lines": [
                gettext(
                    "Eine Beratungsstelle überlegt mit Ihnen, was Sie erreichen möchten. Wenn Sie wollen, schreiben Sie es zusammen auf."
                ),
                gettext("Das ist freiwillig und kostet nichts. Sie entscheiden, ob Sie hingehen."),
                gettext("Wir sagen der Beratungsstelle nichts über Sie. Sie sagt uns nicht, ob Sie dort waren."),
                gettext("Wenn Sie nicht hingehen, hat das für Sie keine Nachteile."),
            ],
            "near": gettext("Beratung in Ihrer Nähe"),
            "services": [[gettext(one.kind), one.name, list(one.lines)] for one in services],
            "nothing": gettext("Adressen finden Sie auf der Seite „Angebote vor Ort“ oder bei Ihrer Gemeinde."),
        }
        return render(TEMPLATE, data, draft=False)
