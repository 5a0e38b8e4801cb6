"""The catalogues of transmissions and of retention in the document: what their norms say beyond a condition."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from augenmass.law.norm import Norm
from augenmass.law.norms.statutes import cite_text
from augenmass.law.retention.rules import RULES
from augenmass.law.retention.vocabulary import RECORD_KINDS
from augenmass.law.retention.writing import CountedFrom, RetentionRule
from augenmass.law.transmission.catalogue import PARTS, ROW_OF
from augenmass.law.transmission.duties import KINDS
from augenmass.law.transmission.writing import Row as MatrixRow
from augenmass.law.words import period_text
from augenmass.lawbook.book.document import Branch, Row, Run, Said, Section, Tree
from augenmass.lawbook.book.norms import norm_section
from augenmass.lawbook.book.shelf import Shelf


def transmission_sections(shelf: Shelf, norms: Iterable[Norm], level: int) -> Iterator[Section]:
    """The matrix by parts, then what bars a transmission whatever provision allows it."""
    kept = {norm.id: norm for norm in norms}
    for number, (title, rows) in enumerate(PARTS):
        found = [row for row in rows if row.norm.id in kept]
        if found:
            yield Section(title, level, shelf.anchor("place", str(number)))
        for row in found:
            yield norm_section(shelf, row.norm, level + 1, tuple(_way(shelf, row)))
    brakes = [norm for name, norm in kept.items() if name not in ROW_OF]
    if brakes:
        yield Section(_("Sperren und Datenschutzregime"), level, shelf.anchor("place", "brakes"))
    for norm in brakes:
        yield norm_section(shelf, norm, level + 1)


def _way(shelf: Shelf, row: MatrixRow) -> Iterator[Row]:
    for word, name, keys in (
        (_("Von"), "sender_kind", row.senders),
        (_("An"), "receiver_kind", row.receivers),
        (_("Zwecke"), "purpose", row.purposes),
        (_("Daten"), "data_class", row.classes),
        (_("Anlässe"), "occasion", row.occasions),
    ):
        if keys:
            choices = shelf.catalogue.vocabulary[name].choices
            yield Said(word, (Run(", ".join(shelf.said(choice) for choice in choices if choice.key in keys)),))
    if row.duties:
        yield Tree(
            _("Pflichten"),
            tuple(
                Branch(
                    (Run(f"{KINDS[duty.kind][shelf.language == 'en']}: {shelf.said(duty)} ({cite_text(duty.cite)})"),)
                )
                for duty in row.duties
            ),
        )


def retention_sections(shelf: Shelf, norms: Iterable[Norm], level: int) -> Iterator[Section]:
    """The rules of retention by kind of record."""
    kept = {norm.id for norm in norms}
    above = ""
    for rule in sorted((rule for rule in RULES if rule.norm.id in kept), key=lambda rule: _kinds().index(rule.kind)):
        if rule.kind != above:
            heading = RECORD_KINDS[rule.kind][shelf.language == "en"]
            yield Section(heading, level, shelf.anchor("place", rule.kind))
        above = rule.kind
        yield norm_section(shelf, rule.norm, level + 1, tuple(_counting(shelf, rule)))


def _kinds() -> list[str]:
    return list(dict.fromkeys(rule.kind for rule in RULES))


def _counting(shelf: Shelf, rule: RetentionRule) -> Iterator[Row]:
    yield Said(_("Unterlage"), (Run(RECORD_KINDS[rule.kind][shelf.language == "en"]),))
    yield Said(_("Ereignis"), (shelf.label(rule.event),))
    if rule.before is not None:
        yield Said(_("Zeit vor der Frist"), (Run(period_text(rule.before, shelf.language)),))
    length = _("sofort") if rule.period is None else period_text(rule.period, shelf.language)
    yield Said(_("Frist"), (Run(length),))
    counted = {
        CountedFrom.EVENT: _("ab dem Ereignis"),
        CountedFrom.QUARTER: _("ab dem Ende des Vierteljahres"),
        CountedFrom.YEAR: _("ab dem Ende des Jahres"),
    }
    yield Said(_("Gezählt"), (Run(counted[rule.counted]),))
