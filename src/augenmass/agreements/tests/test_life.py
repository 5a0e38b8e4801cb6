"""From the draft to the signature of both sides, the next edition, and every way in which it ends."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from augenmass.access.actor import Actor, NotPermitted
from augenmass.access.reader import reading_for
from augenmass.agreements.actions.drafting import NewStep, NoWorkingDay, amend, fix_text, put_step, write_start
from augenmass.agreements.actions.ending import complete, end_together, withdraw
from augenmass.agreements.actions.following import hold_review, move_review, note_done
from augenmass.agreements.actions.signing import Signing, sign_as_counsellor, sign_with_person
from augenmass.agreements.actions.starting import Known, begin_agreement, change_person
from augenmass.agreements.actions.translating import translate
from augenmass.agreements.models import Agreement, Edition, Review, Signature, Step
from augenmass.agreements.queries.agreements import changes_of, one_agreement
from augenmass.agreements.rules.content import Side, Topic, digest_of_texts, plain
from augenmass.agreements.rules.copy_seal import Finding, verdict_on
from augenmass.agreements.tests.conftest import in_work, sign_both, version
from augenmass.law.time import today
from augenmass.work.refusal import NotDone

pytestmark = pytest.mark.db
Begun = Callable[..., Agreement]
Explained = Callable[[Agreement], Edition]


def test_name_and_language_are_enough(counsellor: Actor, begun: Begun) -> None:
    with reading_for(counsellor):
        made = begun("ar", "open", name="Samir")
        assert made.participant.case_id is None
        assert made.participant.born_on is None
        with pytest.raises(NotDone):
            begin_agreement(counsellor, uuid4(), Known(" ", "ar"), "open")


def test_both_sign_the_same_text_and_the_copy_proves_it(counsellor: Actor, signed: Begun) -> None:
    with reading_for(counsellor):
        made = signed()
        shown = one_agreement(counsellor, made.key)
        edition = shown.holds
        assert edition is not None
        assert made.state == Agreement.State.ACTIVE
        assert edition.digest == digest_of_texts(edition.lines_de, edition.lines_own)
        assert {(one.side, one.text_digest) for one in shown.signatures} == {
            ("person", edition.digest),
            ("counsellor", edition.digest),
        }
        content = bytes(shown.copies[edition.pk].file.content)
    assert verdict_on(content).finding is Finding.UNCHANGED
    changed = bytearray(content)
    changed[len(changed) // 2] ^= 1
    assert verdict_on(bytes(changed)).finding is Finding.CHANGED
    assert verdict_on(content + b"\n%anything").finding is Finding.CHANGED
    assert verdict_on(b"%PDF-1.7 something else").finding is Finding.NO_COPY


def test_the_text_says_that_it_is_a_voluntary_plan_without_consequence(signed: Begun) -> None:
    text = plain(signed().editions.get().lines_de)
    assert "bindet niemanden rechtlich" in text
    assert "hat keine Folgen" in text


def test_a_stale_text_is_not_signed(counsellor: Actor, begun: Begun, explained: Explained) -> None:
    with reading_for(counsellor):
        made = begun()
        explained(made)
        with pytest.raises(NotDone, match="inzwischen geändert"):
            sign_with_person(counsellor, made.key, version(made), Signing("0" * 64, "screen"))
        assert not Signature.objects.filter(edition__agreement=made).exists()


def test_nothing_is_signed_before_it_is_explained(counsellor: Actor, begun: Begun) -> None:
    with reading_for(counsellor):
        made = begun("de")
        edition = fix_text(counsellor, made.key, version(made))
        with pytest.raises(NotDone, match="erklärt"):
            sign_with_person(counsellor, made.key, version(made), Signing(edition.digest, "screen"))


def test_of_two_who_write_at_once_the_second_is_told_and_nothing_is_lost(counsellor: Actor, begun: Begun) -> None:
    with reading_for(counsellor):
        made = begun()
        seen = version(made)
        write_start(counsellor, made.key, seen, {Topic.WORK: "Sie sucht Arbeit."}, ("Eine Stelle finden",), 4)
        with pytest.raises(NotDone, match="inzwischen geändert"):
            write_start(counsellor, made.key, seen, {}, (), 8)
        assert in_work(made).said.goals == ("Eine Stelle finden",)


def test_a_holiday_is_named_and_moved_by_nobody_but_a_person(counsellor: Actor, begun: Begun) -> None:
    year = today().year + 1
    step = NewStep(uuid4(), Side.COUNSELLOR, "Formular besorgen", date(year, 1, 6))
    with reading_for(counsellor):
        made = begun()
        with pytest.raises(NoWorkingDay, match="Heilige Drei Könige"):
            put_step(counsellor, made.key, version(made), step)
        put_step(counsellor, made.key, version(made), replace(step, anyway=True))
        kept = in_work(made).said.step(step.key)
    assert kept is not None
    assert kept.due == date(year, 1, 6)


def test_for_a_minor_somebody_with_custody_signs(counsellor: Actor, begun: Begun, explained: Explained) -> None:
    born = today() - timedelta(days=16 * 365)
    with reading_for(counsellor):
        made = begun("de", born_on=born)
        with pytest.raises(NotDone, match="Sorgerecht"):
            fix_text(counsellor, made.key, version(made))
        change_person(counsellor, made.key, version(made), Known("Olena Bondar", "de", born, "Halyna Bondar"))
        edition = explained(made)
        assert "Vertreten durch: Halyna Bondar" in plain(edition.lines_de)
        sign_with_person(counsellor, made.key, version(made), Signing(edition.digest, "screen"))
        row = Signature.objects.get(edition=edition)
    assert (row.name, row.for_minor) == ("Halyna Bondar", True)


def test_a_minor_of_whom_it_is_learned_late_does_not_sign_alone(
    counsellor: Actor, begun: Begun, explained: Explained
) -> None:
    with reading_for(counsellor):
        made = begun("de")
        edition = explained(made)
        born = today() - timedelta(days=16 * 365)
        change_person(counsellor, made.key, version(made), Known("Olena Bondar", "de", born))
        with pytest.raises(NotDone, match="Sorgerecht"):
            sign_with_person(counsellor, made.key, version(made), Signing(edition.digest, "screen"))


def test_what_stands_in_a_fixed_text_is_not_changed_behind_it(
    counsellor: Actor, begun: Begun, explained: Explained
) -> None:
    with reading_for(counsellor):
        made = begun("de")
        explained(made)
        with pytest.raises(NotDone, match="schon festgelegt"):
            change_person(counsellor, made.key, version(made), Known("Jemand anderes", "de"))
        change_person(counsellor, made.key, version(made), Known("Olena Bondar", "de", email="o@example.org"))


def test_only_who_is_named_in_it_signs_for_the_office(
    counsellor: Actor, begun: Begun, explained: Explained, make_actor: Callable[..., Actor]
) -> None:
    colleague = make_actor("sommer", counsellor.body, "integration_counsellor")
    made = begun("de")
    edition = explained(made)
    with reading_for(colleague), pytest.raises(NotDone, match="Nowak"):
        sign_as_counsellor(colleague, made.key, version(made), Signing(edition.digest, "screen"))


def test_the_next_edition_shows_what_changed_and_the_older_one_holds_until_both_signed(
    counsellor: Actor, signed: Begun, explained: Explained
) -> None:
    with reading_for(counsellor):
        made = signed("de")
        first = made.editions.get()
        amend(counsellor, made.key, version(made), "Der Kurs beginnt früher.")
        put_step(counsellor, made.key, version(made), NewStep(uuid4(), Side.PERSON, "Zum Kurs gehen"))
        edition = explained(made)
        marks = {change.line.text: change.mark for change in changes_of(edition)}
        assert marks["Zum Kurs gehen"] == "+"
        assert one_agreement(counsellor, made.key).holds == first
        sign_both(counsellor, made, edition)
        first.refresh_from_db()
        assert first.stage == Edition.Stage.SUPERSEDED
        assert Step.objects.filter(agreement=made, what="Zum Kurs gehen", dropped_in=None).exists()


def test_a_step_that_was_done_stays_done_over_editions(counsellor: Actor, signed: Begun, explained: Explained) -> None:
    with reading_for(counsellor):
        made = signed("de")
        step = made.steps.first()
        assert step is not None
        note_done(counsellor, made.key, version(made), step.key, today())
        amend(counsellor, made.key, version(made), "Ein neuer Schritt")
        sign_both(counsellor, made, explained(made))
        step.refresh_from_db()
    assert step.done_on == today()


def test_talks_follow_the_rhythm_and_who_moved_one_is_kept(
    counsellor: Actor, signed: Begun, working_day: Callable[[int], date]
) -> None:
    with reading_for(counsellor):
        made = signed("de")
        planned = made.reviews.get()
        assert planned.due == today() + timedelta(weeks=6)
        move_review(counsellor, made.key, version(made), working_day(3), "person")
        planned.refresh_from_db()
        assert (planned.state, planned.moved_by) == (Review.State.MOVED, "person")
        following = hold_review(counsellor, made.key, version(made), today(), "Der Test ist bestanden.")
        assert following.due == today() + timedelta(weeks=6)
        assert made.reviews.filter(state=Review.State.PLANNED).count() == 1


@pytest.mark.parametrize(("end", "state"), [(complete, "fulfilled"), (end_together, "ended"), (withdraw, "withdrawn")])
def test_after_its_end_nothing_is_planned_and_nobody_signs(
    counsellor: Actor, signed: Begun, end: Callable[[Actor, UUID, int], None], state: str
) -> None:
    with reading_for(counsellor):
        made = signed("de")
        digest = made.editions.get().digest
        end(counsellor, made.key, version(made))
        made.refresh_from_db()
        assert (made.state, made.ended_on) == (state, today())
        assert not made.reviews.filter(state=Review.State.PLANNED).exists()
        with pytest.raises(NotDone, match="beendet"):
            sign_with_person(counsellor, made.key, version(made), Signing(digest, "screen"))


def test_it_is_withdrawn_while_it_is_a_draft_too(counsellor: Actor, begun: Begun) -> None:
    with reading_for(counsellor):
        made = begun()
        withdraw(counsellor, made.key, version(made))
        assert not made.editions.filter(stage__in=Edition.OPEN).exists()


def test_one_side_alone_is_no_agreement(counsellor: Actor, begun: Begun) -> None:
    with reading_for(counsellor):
        made = begun("de", "open")
        with pytest.raises(NotDone, match="kein Schritt"):
            fix_text(counsellor, made.key, version(made))
        put_step(counsellor, made.key, version(made), NewStep(uuid4(), Side.PERSON, "Zum Kurs gehen"))
        with pytest.raises(NotDone, match="zwei Seiten"):
            fix_text(counsellor, made.key, version(made))


def test_every_line_is_translated_and_the_text_says_by_whom(counsellor: Actor, begun: Begun) -> None:
    with reading_for(counsellor):
        made = begun("fr")
        fix_text(counsellor, made.key, version(made))
        with pytest.raises(NotDone, match="jede Zeile"):
            translate(counsellor, made.key, version(made), {}, "Anne Petit", all_checked=True)


def test_who_works_cases_begins_none(actor: Actor) -> None:
    with pytest.raises(NotPermitted):
        begin_agreement(actor, uuid4(), Known("Samir", "ar"), "open")
