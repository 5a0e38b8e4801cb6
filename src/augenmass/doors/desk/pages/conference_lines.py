"""The lines of the items of a conference as markup: who said what to whom, on what basis.

A meeting has some hundred, and every window of it asks for them anew at each change: a line is set in one piece, and words
that many lines share are put together once for a page. Set by tags of a template they took two thirds of its time.
"""

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple
from uuid import UUID

from django.template.defaultfilters import linebreaksbr, truncatechars
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.cases.queries.case import english
from augenmass.conferences.actions.giving import may_change
from augenmass.conferences.models import Conference, Item, Measure, Release
from augenmass.conferences.queries.seats import UNDER_WAY
from augenmass.conferences.words import BASES, NO_DATA_LABEL, REASONS
from augenmass.doors.desk.templatetags.desk import bidi, chip
from augenmass.doors.desk.templatetags.desk_blocks import icon_markup
from augenmass.law.norms.statutes import cite_text
from augenmass.law.transmission.classes import DATA_CLASSES
from augenmass.transmissions.content import purpose_label
from augenmass.transmissions.rules.kinds import Regime
from augenmass.transmissions.words import REGIME_LABELS

Kind = Item.Kind
KIND_SIGNS = {
    Kind.INFORMATION: ("info", ""),
    Kind.DECISION: ("check", "strong"),
    Kind.MEASURE: ("clock", "strong"),
    Kind.DISSENT: ("warning", ""),
    Kind.NOT_SHARED: ("blocked", "dashed"),
}
"""Icon and tone of the chip of a kind."""
NOTHING = SafeString("")


class Group(NamedTuple):
    """The lines below one point of the agenda."""

    title: str
    lines: list[SafeString]


def grouped(actor: Actor, found: Conference, items: Sequence[Item]) -> list[Group]:
    """The lines of items with their releases (``items_shown``), point by point in the order of the items."""
    lines = Lines(actor, found)
    groups: dict[str, list[SafeString]] = {}
    for item in items:
        groups.setdefault(item.point.title if item.point is not None else "", []).append(lines.of(item))
    return [Group(title, held) for title, held in groups.items()]


class Lines:
    """Sets the lines of one page in the language of its reader; `quiet`: without links."""

    def __init__(self, actor: Actor, found: Conference, *, quiet: bool = False) -> None:
        self._actor = actor
        self._links = found.state in UNDER_WAY and not quiet
        self._known: dict[tuple[object, ...], SafeString] = {}

    def of(self, item: Item) -> SafeString:
        """One line. `item` with its standing releases."""
        own = item.giver_account_id == self._actor.account_id and item.giver_body_id == self._actor.body_id
        kind = Kind(item.kind)
        return format_html(
            '<li id="a-{}"><span class="am-list__main">{}<span>{}{}</span>{}{}{}{}{}</span>{}</li>',
            item.key,
            self._head(item),
            self._not_shared(item) if item.reason else "",
            linebreaksbr(item.text),
            self._about(item),
            self._measure(item),
            self._ground(item, own),
            self._receivers(item.standing) if own else "",
            self._actions(item, own) if self._links else "",
            self._once(("kind", kind), lambda: chip(str(kind.label), *KIND_SIGNS[kind])),
        )

    def _head(self, item: Item) -> SafeString:
        at = item.made_at.replace(second=0, microsecond=0)
        key = ("head", item.giver_body_id, item.nature, item.data_class, at, item.version)
        return self._once(key, lambda: _note(" · ".join(self._head_words(item))))

    def _head_words(self, item: Item) -> list[str]:
        when = date_format(localtime(item.made_at), "SHORT_DATETIME_FORMAT")
        words = [item.giver_body.name, str(item.get_nature_display()), class_name(item.data_class), when]
        return [*words, _("Fassung %(number)s") % {"number": item.version}] if item.version > 1 else words

    def _not_shared(self, item: Item) -> str:
        words = {"data_class": class_name(item.data_class), "reason": REASONS[item.reason]}
        return _("%(data_class)s wird nicht mitgeteilt: %(reason)s.") % words + " "

    def _about(self, item: Item) -> SafeString:
        if item.about is None:
            return NOTHING
        return _note(_("Zur Entscheidung: %(text)s") % {"text": truncatechars(item.about.text, 120)})

    def _measure(self, item: Item) -> SafeString:
        found = getattr(item, "measure", None)
        if found is None:
            return NOTHING
        due = {"name": found.owner.name, "day": date_format(found.due, "SHORT_DATE_FORMAT")}
        result = format_html(" · {}", bidi(found.result)) if found.result else ""
        return _note(format_html("{} · {}{}", _("%(name)s, bis %(day)s") % due, _state(found), result))

    def _ground(self, item: Item, own: bool) -> SafeString:
        """Purpose, provisions or other bases, and the regime; what was considered. Of what nobody else reads any more: how to mend it."""
        if own and not item.standing:
            words = _("Das lesen nur Sie. Empfänger und Grundlage können Sie neu angeben.")
            return _note(format_html("<strong>{}</strong>", words))
        provisions = tuple(dict.fromkeys(norm for one in item.standing for norm in one.provisions))
        bases = frozenset(one.basis for one in item.standing)
        assessments = tuple(dict.fromkeys(one.assessment for one in item.standing if one.assessment))
        return self._once(
            ("ground", item.purpose, item.regime, provisions, bases, assessments),
            lambda: _grounds(item, provisions, bases, assessments),
        )

    def _receivers(self, standing: Sequence[Release]) -> SafeString:
        if not standing:
            return NOTHING
        key = ("receivers", *(one.participant_id for one in standing))
        return self._once(
            key,
            lambda: _note(
                format_html(
                    "{} {}",
                    _("Mitgeteilt an:"),
                    format_html_join(", ", "{}", ((bidi(one.participant.name),) for one in standing)),
                )
            ),
        )

    def _actions(self, item: Item, own: bool) -> SafeString:
        links = []
        if may_change(self._actor, item):
            links.append(self._link("conference_item", item.key, _("Text ändern")))
        if own:
            links.append(self._link("conference_item_base", item.key, _("Empfänger und Grundlage")))
            found = getattr(item, "measure", None)
            if found is not None and found.done_at is None and found.dropped_at is None:
                links.append(self._link("conference_measure", item.key, _("Maßnahme beenden")))
        if not links:
            return NOTHING
        hidden = format_html('<span class="am-hidden-text">: {}</span>', truncatechars(item.text, 40))
        return format_html(
            '<span class="am-actions">{}</span>',
            format_html_join("", '<a id="{}-{}" href="{}">{}{}</a>', ((*link, hidden) for link in links)),
        )

    def _link(self, name: str, key: UUID, words: str) -> tuple[str, UUID, str, str]:
        # With an id the place in the page is kept when the lines are replaced.
        return name, key, reverse(name, args=[key]), words

    def _once(self, key: tuple[object, ...], make: Callable[[], SafeString]) -> SafeString:
        if key not in self._known:
            self._known[key] = make()
        return self._known[key]


def class_name(data_class: str) -> str:
    """A class of data in words."""
    if data_class not in DATA_CLASSES:
        return str(NO_DATA_LABEL)
    de, en = DATA_CLASSES[data_class]
    return en if english() else de


def _note(content: str) -> SafeString:
    return format_html('<span class="am-list__note">{}</span>', content)


def _state(found: Measure) -> str:
    if found.done_at:
        return format_html("{} {}", icon_markup("check"), _("erledigt"))
    return _("aufgegeben") if found.dropped_at else _("offen")


def _grounds(item: Item, provisions: Sequence[str], bases: Collection[str], assessments: Sequence[str]) -> SafeString:
    cited = [cite_text(norm) for norm in provisions]
    named = cited or [str(words) for basis, words in BASES.items() if basis.value in bases]
    words = _("Zweck: %(purpose)s · Grundlage: %(basis)s · %(regime)s") % {
        "purpose": purpose_label(item.purpose, english()),
        "basis": ", ".join(named),
        "regime": REGIME_LABELS[Regime(item.regime)],
    }
    considered = ((_("Einschätzung: %(text)s") % {"text": text},) for text in assessments)
    return _note(format_html("{}{}", words, format_html_join("", "<br>{}", considered)))
