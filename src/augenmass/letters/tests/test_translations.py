"""Who confirmed or objected to a translation, for which words, and what letters then carry."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from augenmass.access.actor import NotPermitted
from augenmass.law.time import today
from augenmass.letters.actions.contacts import name_counselling, name_hardship
from augenmass.letters.actions.dispatch import SentLetter, record_dispatch
from augenmass.letters.actions.fixed import write_letter
from augenmass.letters.actions.translations import Reviewed, confirm_translation, object_to_translation
from augenmass.letters.document import plain_text
from augenmass.letters.models import Dispatch, Letter, TranslationReview
from augenmass.letters.queries.fixed import NoSuchLetter, fixed_preview
from augenmass.letters.queries.translations import (
    NoSuchTranslation,
    Standing,
    beside_for,
    side_by_side,
    state_of,
    states_for,
    to_choose,
)
from augenmass.letters.rules.fixed import HARDSHIP, HEARING, RETURN, SUSPENSION
from augenmass.letters.wording import passages
from augenmass.letters.wording.passages import GERMAN, REMEDY, further, languages, names, text_sha256
from augenmass.record.models import Action, Fact
from augenmass.record.verify import verify
from augenmass.work.refusal import NotDone

if TYPE_CHECKING:
    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeActor
    from augenmass.directory.models import Body
    from augenmass.record.models import Case

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases=["default", "access_log"])]

WRONG = "Im zweiten Absatz fehlt ein Wort."


@pytest.fixture
def translator(make_actor: MakeActor, body: Body) -> Actor:
    return make_actor("yilmaz", body, "translator")


@pytest.fixture
def administrator(make_actor: MakeActor, body: Body) -> Actor:
    return make_actor("sommer", body, "body_administrator")


def said(name: str = HEARING, language: str = "ar", reason: str = "") -> Reviewed:
    return Reviewed(text_sha256(name, language), reason=reason)


def change(monkeypatch: pytest.MonkeyPatch, language: str, name: str) -> None:
    """Let a wording read otherwise from now on."""
    before = languages()
    changed = replace(before[language].wordings[name], subject="anders")
    now = replace(before[language], wordings={**before[language].wordings, name: changed})
    monkeypatch.setattr(passages, "languages", lambda: {**before, language: now})


def test_a_translator_confirms_with_their_name_once(translator: Actor) -> None:
    for _ in range(2):
        review = confirm_translation(translator, HEARING, "ar", said())
    assert (review.translator, review.reviewed_on, review.outcome) == (translator.account.name, today(), "confirmed")
    assert TranslationReview.objects.count() == 1
    assert Action.objects.filter(kind="translation.confirmed").count() == 1
    assert beside_for(translator.body_id, HEARING, "ar", "ar").confirmed_by == translator.account.name
    assert list(verify()) == []


@pytest.mark.parametrize("changed", [GERMAN, "ar"])
def test_changed_words_lose_their_confirmation(
    translator: Actor, changed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    confirm_translation(translator, HEARING, "ar", said())
    before = said()
    change(monkeypatch, changed, HEARING)
    assert state_of(translator.body_id, HEARING, "ar").standing is Standing.OPEN
    with pytest.raises(NotDone, match="geändert"):
        confirm_translation(translator, HEARING, "ar", before)


def test_what_was_objected_to_is_not_printed_until_it_is_confirmed_again(translator: Actor) -> None:
    confirm_translation(translator, HEARING, "ar", said())
    object_to_translation(translator, HEARING, "ar", said(reason=WRONG))
    assert state_of(translator.body_id, HEARING, "ar").standing is Standing.OBJECTED
    assert beside_for(translator.body_id, HEARING, "ar", "ar").language == ""
    assert "ar" not in dict(to_choose(translator.body_id, HEARING))
    assert "ar" in dict(to_choose(translator.body_id, SUSPENSION))
    confirm_translation(translator, HEARING, "ar", said())
    assert state_of(translator.body_id, HEARING, "ar").standing is Standing.CONFIRMED
    assert TranslationReview.objects.count() == 3


def test_an_objection_says_what_is_wrong(translator: Actor) -> None:
    with pytest.raises(NotDone, match="was an der Übersetzung nicht stimmt"):
        object_to_translation(translator, HEARING, "ar", said(reason="  falsch "))
    assert not TranslationReview.objects.exists()


def test_the_administration_names_who_confirmed(administrator: Actor) -> None:
    shown = said()
    for wrong, says in (
        (replace(shown, translator=" ", reviewed_on=today()), "nennen"),
        (replace(shown, translator="Ada Muster"), "Datum"),
        (replace(shown, translator="Ada Muster", reviewed_on=today() + timedelta(days=1)), "Datum"),
        (replace(shown, sha256="0" * 64, translator="Ada Muster", reviewed_on=today()), "geändert"),
    ):
        with pytest.raises(NotDone, match=says):
            confirm_translation(administrator, HEARING, "ar", wrong)
    day = today() - timedelta(days=3)
    review = confirm_translation(
        administrator, HEARING, "ar", replace(shown, translator="Ada Muster, beeidigt", reviewed_on=day)
    )
    assert (review.translator, review.reviewed_on) == ("Ada Muster, beeidigt", day)


def test_nobody_else_confirms_and_only_for_the_own_body(
    actor: Actor, translator: Actor, other_body: Body, make_actor: MakeActor
) -> None:
    for read in (states_for, lambda who: side_by_side(who, HEARING, "ar")):
        with pytest.raises(NotPermitted):
            read(actor)
    with pytest.raises(NotPermitted):
        confirm_translation(actor, HEARING, "ar", said())
    confirm_translation(translator, HEARING, "ar", said())
    assert state_of(other_body.pk, HEARING, "ar").standing is Standing.OPEN
    assert states_for(make_actor("anders", other_body, "translator"))[0].review is None


def test_the_translator_sees_every_wording_and_reads_both_texts(translator: Actor) -> None:
    found = states_for(translator)
    assert {(state.wording, state.language) for state in found} == {(n, lang) for n in names() for lang in further()}
    state, lines = side_by_side(translator, REMEDY, "fr")
    assert state.standing is Standing.OPEN
    assert lines[0].german == "Rechtsbehelf"
    assert lines[0].further == "Voie de recours"
    assert all(line.german and line.further for line in lines)
    for name, language in (("unknown", "fr"), (REMEDY, "de"), (REMEDY, "xx")):
        with pytest.raises(NoSuchTranslation):
            side_by_side(translator, name, language)


def test_the_legal_remedies_are_confirmed_on_their_own(translator: Actor) -> None:
    confirm_translation(translator, "departure_warning", "ar", said("departure_warning"))
    assert beside_for(translator.body_id, "departure_warning", "ar", "ar").remedy_confirmed is False
    confirm_translation(translator, REMEDY, "ar", said(REMEDY))
    assert beside_for(translator.body_id, "departure_warning", "ar", "ar").remedy_confirmed is True


@pytest.fixture
def ready(actor: Actor, administrator: Actor, ready_case: Case) -> Case:
    """The body names a counselling service and the commission, and has an address."""
    actor.body.street, actor.body.postcode, actor.body.town = "Rathausplatz 1", "06999", "Nordheim"
    actor.body.save()
    name_counselling(administrator, ("Rückkehrberatung Nordheim, Telefon 0391 55 501",), ())
    name_hardship(administrator, ("Domplatz 9, 06998 Auenburg",), ())
    actor.body.refresh_from_db()
    return ready_case


def test_the_information_is_written_signed_once_and_told_with_its_dispatch(actor: Actor, ready: Case) -> None:
    key = uuid4()
    letter = write_letter(actor, ready.pk, HARDSHIP, "ar", key)
    assert write_letter(actor, ready.pk, HARDSHIP, "ar", key) == letter
    assert (letter.template, Letter.objects.count()) == (HARDSHIP, 1)
    letter.refresh_from_db()
    text = plain_text(letter.signature.data)
    assert "Domplatz 9, 06998 Auenburg" in text
    assert "In diesem Land wird nicht abgeschoben" in text
    assert languages()["ar"].not_confirmed in text
    record_dispatch(actor, letter.key, SentLetter(uuid4(), Dispatch.Method.POST, today()))
    assert Fact.objects.filter(case=ready, name="hardship_informed_on", closed_by=None).exists()


def test_a_letter_that_lacks_something_is_not_written(actor: Actor, ready: Case) -> None:
    assert [gap.field for gap in fixed_preview(actor, ready, SUSPENSION).gaps] == ["suspension_kind"]
    with pytest.raises(NotDone, match="fehlen noch Angaben"):
        write_letter(actor, ready.pk, SUSPENSION, "", uuid4())
    for template, language in (("departure_warning", ""), (RETURN, "xx")):
        with pytest.raises(NotDone, match="gibt es nicht"):
            write_letter(actor, ready.pk, template, language, uuid4())
    with pytest.raises(NoSuchLetter):
        fixed_preview(actor, ready, HEARING)
    assert not Letter.objects.exists()


def test_a_program_signs_no_letter(actor: Actor, ready: Case) -> None:
    with pytest.raises(NotDone, match="Ein Programm zeichnet nicht"):
        write_letter(replace(actor, program=1), ready.pk, RETURN, "", uuid4())


def test_without_a_known_language_the_letter_is_german_and_the_officer_may_choose(actor: Actor, ready: Case) -> None:
    assert fixed_preview(actor, ready, RETURN).language == ""
    chosen = fixed_preview(actor, ready, RETURN, "tr").data
    assert chosen is not None
    assert chosen["choices"]["language"] == "tr"


def test_a_hardship_contact_is_named_by_the_administration_and_overwrites_nobody(
    administrator: Actor, actor: Actor, ready: Case
) -> None:
    with pytest.raises(NotPermitted):
        name_hardship(actor, ("A",), ("Domplatz 9, 06998 Auenburg",))
    with pytest.raises(NotDone, match="inzwischen geändert"):
        name_hardship(administrator, ("A",), ())
    actor.body.refresh_from_db()
    assert actor.body.policies["letters"]["counselling"], "the other contact stays"
