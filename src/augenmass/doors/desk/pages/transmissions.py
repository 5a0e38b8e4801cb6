"""Transmissions as their pages show them: the enquiry class by class, the preview, one that was sent."""

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.cases.queries.case import english, label_of
from augenmass.directory.roles import Permission
from augenmass.doors.desk.forms.transmissions import ComposeForm, FollowForm, class_words, words_of
from augenmass.doors.desk.pages.work import paginated, tabs_of
from augenmass.law.norm import Modality, Review
from augenmass.law.norms.statutes import cite_text
from augenmass.law.transmission.answer import Candidate
from augenmass.law.transmission.brakes import BRAKES
from augenmass.law.transmission.catalogue import ROW_OF
from augenmass.law.transmission.vocabulary import ENQUIRY
from augenmass.law.vocabulary import VOCABULARY
from augenmass.transmissions.content import purpose_label
from augenmass.transmissions.models import Envelope, Transmission
from augenmass.transmissions.parties import Partner
from augenmass.transmissions.queries.composing import ClassOffer, Offer
from augenmass.transmissions.queries.sent import (
    envelope_of,
    followers_of,
    notice_settled,
    notice_waits,
    overtaken,
    receipts_of,
    sent_counts,
)
from augenmass.transmissions.rules.kinds import MessageKind, Regime, ReturnReason
from augenmass.transmissions.rules.message import Content, read_message
from augenmass.transmissions.rules.templates import TEMPLATES
from augenmass.transmissions.words import KIND_LABELS, PERSON_LABELS, REASON_LABELS, REGIME_LABELS
from augenmass.work.queries.paging import Page

State = Transmission.State
MODALITY_WORDS = {
    Modality.MUST: lambda: _("muss übermittelt werden"),
    Modality.SHALL: lambda: _("soll übermittelt werden"),
    Modality.MAY: lambda: _("darf übermittelt werden"),
}
NEAREST = 3
_BRAKES = {brake.id: brake for brake in BRAKES}


def enquiry_part(offer: Offer) -> dict[str, Any]:
    """What the matrix answers, class by class: what may go by which provision, and what not and why."""
    stay = [found for found in offer.classes if not found.may_go and (found.facts or found.open_facts)]
    everywhere = set.intersection(*(set(found.answer.brakes) for found in stay)) if stay else set()
    return {
        "offer": offer,
        "goes": [_goes(found) for found in offer.classes if found.may_go],
        "stays": [_stays(found, everywhere) for found in stay],
        "everywhere": [_brake_line(brake) for brake in _BRAKES if brake in everywhere],
        "fixed": [_fact_of_enquiry(name) for name in offer.answered.fixed],
        "open_facts": [
            label_of(VOCABULARY[fact.name]) for found in offer.classes if found.may_go for fact in found.open_facts
        ],
        "police": offer.answered.regime is Regime.POLICE,
    }


def _goes(found: ClassOffer) -> dict[str, Any]:
    return {
        "name": class_words(found.data_class),
        "provisions": [provision_line(row.norm.id) for row in found.answer.provisions],
    }


def _stays(found: ClassOffer, everywhere: set[str]) -> dict[str, Any]:
    answer = found.answer
    open_ones = [one for one in answer.candidates if one.row.norm.review is not Review.UNVERIFIED]
    unread = [one for one in answer.candidates if one.row.norm.review is Review.UNVERIFIED]
    return {
        "name": class_words(found.data_class),
        "answer": answer.answer,
        "brakes": [_brake_line(brake) for brake in answer.brakes if brake not in everywhere],
        "candidates": [_candidate_line(one) for one in open_ones[:NEAREST]],
        "unread": [cite_text(one.row.norm.id) for one in unread] if not open_ones else [],
        "facts": [label_of(VOCABULARY[fact.name]) for fact in (*found.facts, *found.open_facts)],
    }


def _candidate_line(one: Candidate) -> dict[str, Any]:
    norm = one.row.norm
    return {
        "cite": cite_text(norm.id),
        "says": norm.en if english() else norm.de,
        "open": [_fact_of_enquiry(name) for name in one.open],
    }


def _brake_line(brake: str) -> dict[str, str]:
    norm = _BRAKES[brake]
    return {"cite": cite_text(norm.id), "says": norm.en if english() else norm.de}


def _fact_of_enquiry(name: str) -> str:
    declared = ENQUIRY[name]
    return declared.en if english() else declared.de


def provision_line(norm_id: str) -> dict[str, str]:
    """A provision of the matrix in words; one that it no longer has by its citation."""
    row = ROW_OF.get(norm_id)
    if row is None:
        return {"cite": cite_text(norm_id), "says": "", "modality": ""}
    word = MODALITY_WORDS.get(row.norm.modality)
    return {
        "cite": cite_text(norm_id),
        "says": row.norm.en if english() else row.norm.de,
        "modality": word() if word is not None else "",
    }


def content_part(content: Content | None) -> dict[str, Any]:
    """A content as it is read: facts by class, provisions, duties."""
    if content is None:
        return {}
    by_class: dict[str, list[Any]] = {}
    for item in content.items:
        by_class.setdefault(class_words(item.data_class), []).append(item)
    return {
        "purpose": purpose_label(content.purpose, english()),
        "occasion": occasion_words(content.occasion or ""),
        "regime": REGIME_LABELS[content.regime],
        "person": PERSON_LABELS[content.person_category] if content.person_category else "",
        "wording": content.wording,
        "groups": list(by_class.items()),
        "basis": [
            provision_line(basis.provision) | {"classes": ", ".join(class_words(name) for name in basis.classes)}
            for basis in content.basis
        ],
        "duties": content.duties,
        "asked": [
            label_of(VOCABULARY[asked.name]) if asked.name in VOCABULARY else asked.label for asked in content.asked
        ],
        "answer_by": content.answer_by,
    }


def occasion_words(occasion: str) -> str:
    """An occasion in words, "" for none."""
    found = next((choice for choice in ENQUIRY["occasion"].choices if choice.key == occasion), None)
    return words_of(found) if found is not None else ""


def template_choices(partners: Mapping[str, str]) -> list[dict[str, Any]]:
    """Letters between offices; ``partners``: kinds of bodies that can be written to, with the name of one."""
    return [
        {
            "id": letter.id,
            "title": letter.en if english() else letter.de,
            "kind": KIND_LABELS[letter.kind],
            "wording": letter.wording,
            "to": [_kind_words(kind) for kind in letter.receivers],
            "reached": [partners[kind] for kind in letter.receivers if kind in partners],
            "days": letter.answer_within.days if letter.answer_within is not None else None,
            "asks": [label_of(VOCABULARY[name]) for name in letter.asks],
            "cite": cite_text(letter.provision) if letter.provision else "",
        }
        for letter in TEMPLATES.values()
    ]


def _kind_words(kind: str) -> str:
    return words_of(ENQUIRY["receiver_kind"].choice(kind))


def kind_words(partner: Partner) -> str:
    """What kind of body a partner is for the matrix."""
    return _kind_words(partner.kind)


def sent_list_page(actor: Actor, view: str, found: Page[Transmission], query: QueryDict) -> dict[str, Any]:
    """The context of the list of what was sent."""
    labels = {"open": _("Offen"), "done": _("Abgeschlossen")}
    return {
        "found": found,
        "page": paginated(found),
        "lines": [{"sent": sent, "purpose": purpose_label(sent.purpose, english())} for sent in found.rows],
        "tabs": tabs_of(reverse("transmissions_sent"), "ansicht", labels, view, sent_counts(actor), query),
        "view": view,
        "section": "transmissions",
    }


def sent_page(actor: Actor, sent: Transmission, **forms: Any) -> dict[str, Any]:
    """The context of one transmission: what went, by what, what came back, and what can be done now."""
    envelope = envelope_of(sent)
    signature = getattr(sent, "signature", None)
    held = envelope is not None and envelope.erased_by_id is None
    content = read_message(envelope.text)[0].content if envelope is not None and held else None
    signing = sent.state == State.WAITING
    out = sent.state in (State.SIGNED, State.DELIVERED, State.ACCEPTED)
    kind = MessageKind(sent.kind)
    own = sent.sender_id == actor.body_id
    return {
        "sent": sent,
        "signature": signature,
        "envelope": envelope,
        "erased": envelope is not None and not held,
        "content": content_part(content),
        "names": [label_of(VOCABULARY[name]) for name in sent.names if name in VOCABULARY],
        "purpose": purpose_label(sent.purpose, english()),
        "receipts": [_receipt_line(came) for came in receipts_of(sent)],
        "followers": followers_of(sent),
        "overtaken": [label_of(VOCABULARY[name]) for name in overtaken(sent) if name in VOCABULARY] if out else [],
        "notice_settled": notice_settled(sent),
        "may_dismiss": notice_waits(sent),
        "outside": sent.outside_id is not None,
        "to_send": envelope is not None and sent.outside_id is not None and envelope.state != Envelope.State.DELIVERED,
        "failed": envelope is not None and envelope.state == Envelope.State.FAILED,
        "may_sign": own
        and signing
        and actor.may(Permission.SECOND_SIGNATURE)
        and sent.prepared_by_id != actor.account_id,
        "may_withdraw": own and signing,
        "follow_form": forms.get("follow_form") or FollowForm(),
        "may_correct": own and out and kind in (MessageKind.TRANSMISSION, MessageKind.ANSWER, MessageKind.CORRECTION),
        "may_recall": own and out and kind not in (MessageKind.RECALL, MessageKind.REMINDER),
        "may_remind": own and out and kind in (MessageKind.REQUEST, MessageKind.CORRECTION_REQUEST),
        "section": "transmissions",
    }


def _receipt_line(came: Any) -> dict[str, Any]:
    reason = _reason_in(came)
    return {
        "came": came,
        "kind": KIND_LABELS[MessageKind(came.kind)],
        "reason": REASON_LABELS[reason] if reason is not None else "",
        "answer": came.kind == MessageKind.ANSWER.value,
    }


def _reason_in(came: Any) -> ReturnReason | None:
    content = getattr(came, "content", None)
    if content is None or content.erased_by_id is not None or came.kind == MessageKind.ANSWER.value:
        return None
    receipt = read_message(content.text)[0].receipt
    return receipt.reason if receipt is not None else None


def compose_page(case: Any, partner: Partner | None, who: Any, form: ComposeForm | None) -> dict[str, Any]:
    """The context of composing before a preview."""
    context: dict[str, Any] = {"case": case, "partner": partner, "who": who, "form": form, "section": "worklist"}
    if form is not None:
        context |= enquiry_part(form.offer)
    return context
