"""``augenmass law transmission`` and ``retention``: the two catalogues that ask about no case. Need no database."""

import json
from argparse import Namespace
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from augenmass.law.norm import Norm
from augenmass.law.norms.statutes import cite_text
from augenmass.law.retention.answer import Deletion, RuleAnswer, deletion_of
from augenmass.law.retention.vocabulary import RECORD_FACTS
from augenmass.law.transmission.answer import ClassAnswer, Enquiry, TransmissionAnswer, transmission_answer
from augenmass.law.transmission.catalogue import transmission_catalogue
from augenmass.law.transmission.duties import KINDS
from augenmass.law.transmission.vocabulary import ENQUIRY
from augenmass.law.values import NO, from_word, label, word
from augenmass.law.words import answered, days_text, fact_label
from augenmass.lawbook.book.norms import day_words
from augenmass.site.command.outcome import OK, CommandFailed
from augenmass.site.command.setting_up import start_without_database
from augenmass.site.command.told import NOTHING, asked_day, canonical_text, language, said, told_facts, without_nothing

_WAY = ("sender_kind", "receiver_kind", "purpose", "data_class")


def transmission(arguments: Namespace) -> int:
    """Print whether the classes of data may go, by what provisions, with what duties and why."""
    start_without_database()
    with override(arguments.language):
        answer = transmission_answer(
            Enquiry(
                _named("sender_kind", arguments.sender),
                _named("receiver_kind", arguments.receiver),
                _named("purpose", arguments.purpose),
                tuple(_named("data_class", name) for name in arguments.classes),
                asked_day(arguments.on),
                without_nothing(told_facts(arguments.told, ENQUIRY, _WAY)),
            )
        )
        if arguments.format == "json":
            print(json.dumps(_transmission_json(answer, arguments.language), ensure_ascii=False, indent=2))
        else:
            print("\n".join(_transmission_text(answer)))
    return OK


def retention(arguments: Namespace) -> int:
    """Print until when a record is kept, by what provision, or why that is not established."""
    start_without_database()
    with override(arguments.language):
        on = asked_day(arguments.on)
        kind = canonical_text(RECORD_FACTS["record_kind"], arguments.kind)
        if kind == NOTHING:
            raise CommandFailed(_("Bitte nennen Sie eine Art von Unterlage."))
        derived = [name for name, declared in RECORD_FACTS.items() if declared.derived]
        told = told_facts(arguments.told, RECORD_FACTS, ("record_kind", *derived))
        found = deletion_of(kind, without_nothing(told), on)
        if arguments.format == "json":
            print(json.dumps(_retention_json(found, arguments.language), ensure_ascii=False, indent=2))
        else:
            print("\n".join(_retention_text(found)))
    return OK


def _named(name: str, text: str) -> str:
    found = canonical_text(ENQUIRY[name], text)
    if found == NOTHING:
        raise CommandFailed(_("„%(label)s“ ist leer.") % {"label": fact_label(ENQUIRY, name)})
    return found


def _transmission_json(answer: TransmissionAnswer, language: str) -> dict[str, Any]:
    return {
        "answer": answer.answer,
        "commanded": answer.commanded,
        "classes": [
            {
                "class": one.data_class,
                "answer": one.answer,
                "provisions": [row.norm.id for row in one.provisions],
                "candidates": [{"norm": found.row.norm.id, "open": list(found.open)} for found in one.candidates],
                "brakes": list(one.brakes),
                "to_rule_out": list(one.to_rule_out),
                "proof": one.proof.rendered(language),
            }
            for one in answer.by_class
        ],
        "duties": [{"kind": duty.kind, "de": duty.de, "en": duty.en, "cite": duty.cite} for duty in answer.duties],
        "catalogue": transmission_catalogue().hash,
    }


def _transmission_text(answer: TransmissionAnswer) -> Iterator[str]:
    whole = _(" (geboten)") if answer.commanded else _(" (erlaubt)") if answer.allowed else ""
    yield _("Übermittlung zulässig: %(answer)s") % {"answer": label(from_word(answer.answer), language())} + whole
    for one in answer.by_class:
        yield from _class_text(one)
    if answer.duties:
        yield _("Pflichten:")
    for duty in answer.duties:
        yield f"  - {KINDS[duty.kind][language() == 'en']}: {said(duty)} [{cite_text(duty.cite)}]"


def _class_text(one: ClassAnswer) -> Iterator[str]:
    data = next(choice for choice in ENQUIRY["data_class"].choices if choice.key == one.data_class)
    yield f"{said(data)}: {label(from_word(one.answer), language())}"
    for row in one.provisions:
        yield "  " + _("nach %(norm)s") % {"norm": _norm(row.norm)}
    if one.answer != "yes":
        for found in one.candidates[:3]:
            yield "  " + _("käme in Betracht: %(norm)s") % {"norm": _norm(found.row.norm)}
            yield "    " + _("offen: %(facts)s") % {"facts": _facts(found.open)}
    brakes = {norm.id: norm for norm in transmission_catalogue().norms}
    for name in one.brakes:
        yield "  " + _("Sperre, die greift oder nicht ausgeschlossen ist: %(norm)s") % {"norm": _norm(brakes[name])}
    if one.to_rule_out:
        yield "  " + _("auszuschließen durch: %(facts)s") % {"facts": _facts(one.to_rule_out)}
    yield "  " + _("Beweis:")
    yield from _proof(one.proof.shown.rendered(language()), 2)


def _proof(node: dict[str, Any], depth: int) -> Iterator[str]:
    cite = f" [{cite_text(node['cite'])}]" if node["cite"] else ""
    yield f"{'  ' * depth}- {answered(node['statement'], from_word(node['value']), language())}{cite}"
    if depth > _DEEPEST:
        return
    for child in node["children"]:
        yield from _proof(child, depth + 1)


_DEEPEST = 6
"""How far the text goes into a proof; the JSON holds all of it."""


def _retention_json(found: Deletion, language: str) -> dict[str, Any]:
    return {
        "kind": found.kind,
        "state": found.state,
        "last_day": [day.isoformat() for day in found.last_day] if found.last_day else None,
        "provision": found.provision,
        "why": found.why[language == "en"],
        "rules": [
            {
                "norm": one.rule.norm.id,
                "event": one.rule.event,
                "governs": word(one.governs),
                "deletion_commanded": word(one.value),
                "proof": one.proof.rendered(language),
            }
            for one in found.rules
        ],
    }


def _retention_text(found: Deletion) -> Iterator[str]:
    record = next(choice for choice in RECORD_FACTS["record_kind"].choices if choice.key == found.kind)
    yield said(record)
    yield {
        "due": _("Zu löschen: ja, die Frist ist abgelaufen."),
        "not_due": _("Zu löschen: noch nicht, nach dem, was festgehalten ist."),
        "not_established": _("Zu löschen: nicht festgestellt."),
    }[found.state]
    if found.last_day is not None:
        days = " – ".join(dict.fromkeys(day_words(day) for day in found.last_day))
        yield _("Aufzubewahren bis %(days)s nach %(norm)s") % {"days": days, "norm": cite_text(found.provision)}
    if reason := found.why[language() == "en"]:
        yield reason
    for one in found.rules:
        yield _rule(one)


def _rule(one: RuleAnswer) -> str:
    event = fact_label(RECORD_FACTS, one.rule.event, language())
    if one.governs == NO:
        state = _("gilt hier nicht")
    elif one.last_day is None:
        state = _("offen, der Tag fehlt: %(event)s") % {"event": event}
    else:
        state = _("bis %(days)s, ab: %(event)s") % {"days": days_text(one.last_day, language()), "event": event}
    return f"  - {_norm(one.rule.norm)}: {state}"


def _norm(norm: Norm) -> str:
    return f"{cite_text(norm.id)}, {said(norm)} [{norm.id}]"


def _facts(names: Iterable[str]) -> str:
    return ", ".join(f"{fact_label(ENQUIRY, name, language())} [{name}]" for name in names)
