"""Reminders on paper: set together, in the person's language beside German, handed over once, never printed twice."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from uuid import uuid4

import pytest
from pypdf import PdfReader

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system, reading_for
from augenmass.agreements.actions.ending import withdraw
from augenmass.agreements.actions.printing import discard, hand_over, make_batch
from augenmass.agreements.actions.reminding import remind
from augenmass.agreements.models import Agreement, PrintBatch, Reminder
from augenmass.agreements.queries.reminders import letters_to_print, one_batch
from augenmass.agreements.tests.conftest import version
from augenmass.agreements.tests.test_reminding import Turn
from augenmass.law.time import now, today, travel
from augenmass.letters.models import TranslationReview
from augenmass.letters.wording.passages import languages, text_sha256
from augenmass.record.verify import verify
from augenmass.work.refusal import NotDone

pytestmark = pytest.mark.db
ADDRESS = "Am Ring 3\n06999 Ellerstadt"


@pytest.fixture
def waiting(signed: Callable[..., Agreement], counsellor: Actor) -> Callable[..., Agreement]:
    """An agreement whose talk is near, and whose letter waits."""

    def make(language: str = "uk", **known: object) -> Agreement:
        made = signed(language, **({"reminded": True, "address": ADDRESS} | known))
        with travel(made.reviews.get().due - timedelta(days=9)), as_system(SystemRole.WORKER):
            remind(Turn())
        return made

    return make


def _text(batch: PrintBatch) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(bytes(batch.content))).pages).split())


def test_who_gave_no_mail_address_gets_a_letter_in_both_languages(
    waiting: Callable[..., Agreement], counsellor: Actor
) -> None:
    made = waiting("uk")
    with reading_for(counsellor):
        batch = make_batch(counsellor, uuid4())
        text = _text(batch)
    assert "Olena Bondar" in text
    assert "06999 Ellerstadt" in text
    assert f"{made.reviews.get().due:%d.%m.%Y}" in text
    assert "den Sie selbst vereinbart haben" in text
    assert "зателефонуйте" in text
    assert languages()["uk"].not_confirmed in text
    assert "ntegration" not in text


def test_a_confirmed_translation_is_not_marked_as_open(waiting: Callable[..., Agreement], counsellor: Actor) -> None:
    for name in ("agreement_talk", "agreement_step"):
        TranslationReview.objects.create(
            body=counsellor.body,
            wording=name,
            language="uk",
            text_sha256=text_sha256(name, "uk"),
            translator="Iryna Melnyk",
            reviewed_on=today(),
            recorded_by=counsellor.account,
            recorded_at=now(),
        )
    waiting("uk")
    with reading_for(counsellor):
        text = _text(make_batch(counsellor, uuid4()))
    assert languages()["uk"].not_confirmed not in text
    assert languages()["uk"].prevails in text


@pytest.mark.parametrize("language", ["de", "en", "ar", "fa", "tr", "ru", "fr"])
def test_every_language_is_set(waiting: Callable[..., Agreement], counsellor: Actor, language: str) -> None:
    waiting(language, name="Grace Mensah", simple_german=True)
    with reading_for(counsellor):
        batch = make_batch(counsellor, uuid4())
    assert len(PdfReader(BytesIO(bytes(batch.content))).pages) == batch.letters


def test_the_same_form_twice_makes_one_batch_and_no_letter_is_printed_again(
    waiting: Callable[..., Agreement], counsellor: Actor
) -> None:
    waiting()
    key = uuid4()
    with reading_for(counsellor):
        assert make_batch(counsellor, key).pk == make_batch(counsellor, key).pk
        with pytest.raises(NotDone, match="kein Brief"):
            make_batch(counsellor, uuid4())
        hand_over(counsellor, key)
        hand_over(counsellor, key)
        with pytest.raises(NotDone, match="schon übergeben"):
            discard(counsellor, key)
    batch = PrintBatch.objects.get()
    assert (batch.state, bytes(batch.content)) == (PrintBatch.State.HANDED_OVER, b"")
    assert not Reminder.objects.filter(way="letter").exclude(state=Reminder.State.SENT).exists()
    assert list(verify()) == []


def test_letters_of_a_discarded_batch_wait_again(waiting: Callable[..., Agreement], counsellor: Actor) -> None:
    waiting()
    with reading_for(counsellor):
        batch = make_batch(counsellor, uuid4())
        discard(counsellor, batch.key)
        assert letters_to_print(counsellor).count() == batch.letters
        assert make_batch(counsellor, uuid4()).letters == batch.letters


def test_a_letter_of_an_agreement_that_ended_is_not_set_and_one_that_is_printed_is_marked(
    waiting: Callable[..., Agreement], counsellor: Actor
) -> None:
    first, second = waiting(), waiting(name="Grace Mensah")
    with reading_for(counsellor):
        withdraw(counsellor, first.key, version(first))
        batch = make_batch(counsellor, uuid4())
        withdraw(counsellor, second.key, version(second))
        _found, letters = one_batch(counsellor, batch.key)
    assert {one.agreement.state for one in letters} == {Agreement.State.WITHDRAWN}
    assert {one.agreement_id for one in letters} == {second.pk}


def test_another_office_finds_no_letter_and_no_batch(
    waiting: Callable[..., Agreement], counsellor: Actor, make_actor: Callable[..., Actor]
) -> None:
    from augenmass.directory.models import Body

    waiting()
    with reading_for(counsellor):
        batch = make_batch(counsellor, uuid4())
    elsewhere = Body.objects.create(key="andere", kind="counselling", name="Andere Beratung", land="ST")
    stranger = make_actor("weit", elsewhere, "integration_counsellor")
    with reading_for(stranger):
        with pytest.raises(PrintBatch.DoesNotExist):
            hand_over(stranger, batch.key)
        with pytest.raises(NotDone, match="kein Brief"):
            make_batch(stranger, uuid4())
