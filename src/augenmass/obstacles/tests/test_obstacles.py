"""Reporting, joining, answering and watching an obstacle: by whom, once, and with nobody in it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from augenmass.access.actor import Actor, NotPermitted
from augenmass.access.reader import reading_for
from augenmass.directory.models import Body
from augenmass.law.time import today
from augenmass.obstacles.actions.answering import NewAnswer, answer_obstacle
from augenmass.obstacles.actions.reporting import (
    Report,
    change_obstacle,
    end_concern,
    join_obstacle,
    report_obstacle,
    watch_obstacle,
)
from augenmass.obstacles.models import Answer, Concern, Obstacle, Watch
from augenmass.obstacles.queries import Filter, counts, obstacles, one_obstacle, similar
from augenmass.record.models import Action
from augenmass.work.models import OutgoingMail
from augenmass.work.refusal import NotDone

if TYPE_CHECKING:
    from augenmass.conftest import MakeActor, MakeCase

pytestmark = pytest.mark.db


@pytest.fixture
def ministry(make_actor: "MakeActor") -> Actor:
    """The special staff of a ministry."""
    made = Body.objects.create(key="mi", kind=Body.Kind.MINISTRY, name="Ministerium", land="ST")
    return make_actor("ahlers", made, "special_staff")


@pytest.fixture
def said() -> Report:
    return Report(
        uuid4(),
        "Botschaft vergibt keine Termine",
        "Seit Mai gibt es keine Vorsprache für Passersatzpapiere.",
        today() - timedelta(days=60),
        "documents",
        "GE",
        "Botschaft in Berlin",
        43,
    )


def _answer(seen: int, **other: object) -> NewAnswer:
    return replace(NewAnswer(uuid4(), seen, "examined", today(), "Das Auswärtige Amt ist befasst."), **other)


def test_it_is_reported_once_and_the_reporting_body_is_the_first_that_meets_it(actor: Actor, said: Report) -> None:
    with reading_for(actor):
        first, again = report_obstacle(actor, said), report_obstacle(actor, said)
        assert first.pk == again.pk
        shown = one_obstacle(actor, first.key)
    assert [(concern.body_id, concern.cases) for concern in shown.concerns] == [(actor.body_id, 45)]
    assert shown.watched
    assert Action.objects.get(kind="obstacle.reported").references == {"obstacle": first.pk}


def test_every_body_reads_it(actor: Actor, outsider: Actor, ministry: Actor, said: Report) -> None:
    with reading_for(actor):
        made = report_obstacle(actor, said)
    for reader in (outsider, ministry):
        with reading_for(reader):
            assert [row.pk for row in obstacles(reader, Filter()).rows] == [made.pk]
            assert not one_obstacle(reader, made.key).watched


def test_who_has_no_right_reports_and_answers_nothing(
    actor: Actor, make_actor: "MakeActor", body: Body, ministry: Actor, said: Report
) -> None:
    officer = make_actor("schutz", body, "data_protection")
    with pytest.raises(NotPermitted):
        report_obstacle(officer, said)
    made = report_obstacle(actor, said)
    with pytest.raises(NotPermitted):
        join_obstacle(officer, made.key, None)
    with pytest.raises(NotPermitted):
        answer_obstacle(actor, made.key, _answer(0))
    # The role alone does not do it: it must be a ministry.
    staff_elsewhere = make_actor("stab", body, "special_staff")
    with pytest.raises(NotPermitted):
        answer_obstacle(staff_elsewhere, made.key, _answer(0))
    outsider = make_actor("fern", Body.objects.create(key="b3", kind="police", name="P", land="ST"), "police_liaison")
    with pytest.raises(NotPermitted):
        change_obstacle(outsider, made.key, 0, said)
    assert not Answer.objects.exists()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"title": " "}, "was geschieht"),
        ({"since": date(1900, 1, 1)}, "zu weit zurück"),
        ({"since": date(2999, 1, 1)}, "Zukunft"),
        ({"kind": "x"}, "aus der Liste"),
        ({"state": "ZZ"}, "aus der Liste"),
        ({"cases": 0}, "nicht möglich"),
        ({"cases": 10**9}, "nicht möglich"),
        ({"text": "x" * 3001}, "zu lang"),
        ({"text": "Betrifft auch Herrn Haddad."}, "angesprochen"),
        ({"title": "Kein Pass für 01.02.1990"}, "Geburtsdatum"),
        ({"concerned": "Az. 33-1/26"}, "Aktenzeichen"),
    ],
)
def test_what_cannot_be_right_is_refused_with_a_sentence(
    actor: Actor, said: Report, change: dict[str, object], says: str
) -> None:
    with pytest.raises(NotDone, match=says):
        report_obstacle(actor, replace(said, **change))
    assert not Obstacle.objects.exists()


def test_names_and_file_numbers_of_the_own_cases_are_refused(
    actor: Actor, outsider: Actor, case_with: "MakeCase", said: Report
) -> None:
    case_with({"family_name": "Haddad", "first_names": "Karim"}, number="33.2-4711/26")
    for text in ("Karim Haddad bekommt keinen Termin.", "Der Fall HADDAD, Karim.", "Siehe 33.2-4711/26."):
        with reading_for(actor), pytest.raises(NotDone):
            report_obstacle(actor, replace(said, text=text))
        # What another body is told must not say who is known here.
        with reading_for(outsider):
            report_obstacle(outsider, replace(said, key=uuid4(), text=text))


def test_others_join_once_with_their_own_number_and_say_when_it_is_over(
    actor: Actor, outsider: Actor, said: Report
) -> None:
    with reading_for(actor):
        made = report_obstacle(actor, said)
    with reading_for(outsider):
        join_obstacle(outsider, made.key, None)
        join_obstacle(outsider, made.key, 3)
        shown = one_obstacle(outsider, made.key)
        assert [concern.cases for concern in shown.concerns] == [45, 5]
        assert (shown.still, shown.cases) == (2, 50)
        for day in (said.since - timedelta(days=1), today() + timedelta(days=1)):
            with pytest.raises(NotDone, match="Zukunft"):
                end_concern(outsider, made.key, day)
        end_concern(outsider, made.key, today())
        shown = one_obstacle(outsider, made.key)
        assert (shown.still, shown.cases) == (1, 45)
        join_obstacle(outsider, made.key, 3)
        assert one_obstacle(outsider, made.key).still == 2
    assert Concern.objects.count() == 2


def test_who_did_not_join_cannot_say_that_it_is_over(actor: Actor, outsider: Actor, said: Report) -> None:
    made = report_obstacle(actor, said)
    with pytest.raises(Concern.DoesNotExist):
        end_concern(outsider, made.key, today())


def test_answers_make_the_history_and_tell_who_watches_without_content(
    actor: Actor, outsider: Actor, ministry: Actor, said: Report
) -> None:
    with reading_for(actor):
        made = report_obstacle(actor, said)
    with reading_for(ministry):
        watch_obstacle(ministry, made.key, True)
        answer = _answer(0)
        assert answer_obstacle(ministry, made.key, answer).pk == answer_obstacle(ministry, made.key, answer).pk
        answer_obstacle(ministry, made.key, _answer(1, status="agreed", text="Sammeltermine sind vereinbart."))
    with reading_for(outsider):
        shown = one_obstacle(outsider, made.key)
    assert [found.status for found in shown.answers] == ["agreed", "examined"]
    assert shown.obstacle.status == "agreed"
    mails = OutgoingMail.objects.all()
    assert {mail.recipient for mail in mails} == {actor.account.email}, "the one who answers needs no mail"
    assert len(mails) == 2
    assert not any("Botschaft" in mail.subject + mail.text or "Sammeltermine" in mail.text for mail in mails)


def test_of_two_who_write_at_once_the_second_is_asked_to_read(actor: Actor, ministry: Actor, said: Report) -> None:
    made = report_obstacle(actor, said)
    answer_obstacle(ministry, made.key, _answer(0))
    with pytest.raises(NotDone, match="inzwischen"):
        answer_obstacle(ministry, made.key, _answer(0, status="solved"))
    with pytest.raises(NotDone, match="inzwischen"):
        change_obstacle(actor, made.key, 0, replace(said, title="Anders"))
    assert Answer.objects.count() == 1


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"status": "weg"}, "wo das Hemmnis steht"),
        ({"text": " "}, "was veranlasst"),
        ({"on": date(2999, 1, 1)}, "Zukunft"),
        ({"on": date(2001, 1, 1)}, "vor der letzten Antwort"),
        ({"text": "Frau Haddad hat einen Termin."}, "angesprochen"),
    ],
)
def test_an_answer_that_cannot_be_right_is_refused(
    actor: Actor, ministry: Actor, said: Report, change: dict[str, object], says: str
) -> None:
    made = report_obstacle(actor, said)
    with pytest.raises(NotDone, match=says):
        answer_obstacle(ministry, made.key, _answer(0, **change))


def test_a_name_that_slipped_in_can_be_taken_out_for_good(actor: Actor, ministry: Actor, said: Report) -> None:
    made = report_obstacle(actor, replace(said, text="Unbekannt Verzogen hat keinen Termin."))
    for who, seen in ((actor, 0), (ministry, 1)):
        changed = change_obstacle(who, made.key, seen, replace(said, text="Niemand hat einen Termin."))
    assert "Verzogen" not in changed.text + changed.words
    assert changed.version == 2


def test_the_list_is_searched_and_filtered(actor: Actor, outsider: Actor, ministry: Actor, said: Report) -> None:
    with reading_for(actor):
        first = report_obstacle(actor, said)
    with reading_for(outsider):
        other = Report(uuid4(), "Kein Platz im Flug", "Plätze fehlen.", today(), "transport")
        second = report_obstacle(outsider, other)
    with reading_for(ministry):
        answer_obstacle(ministry, second.key, _answer(0, status="solved"))

    def found(reader: Actor, **chosen: str) -> set[int]:
        with reading_for(reader):
            return {row.pk for row in obstacles(reader, Filter(**chosen)).rows}

    assert found(actor) == {first.pk}
    assert found(actor, view="done") == {second.pk}
    assert found(actor, view="all") == {first.pk, second.pk}
    assert found(actor, view="own") == found(actor, view="watched") == {first.pk}
    assert found(ministry, view="own") == found(ministry, view="watched") == set()
    assert found(actor, view="all", text="PLAETZE Flug") == {second.pk}
    assert found(actor, view="all", text="Plätze Termine") == set()
    assert found(actor, view="all", state="GE", kind="documents") == {first.pk}
    assert found(actor, view="all", status="solved") == {second.pk}
    with reading_for(actor):
        assert counts(actor) == {"open": 1, "own": 1, "watched": 1, "done": 1, "all": 2}
        row = obstacles(actor, Filter()).rows[0]
        assert (row.bodies, row.still, row.cases) == (1, 1, 45)


def test_similar_ones_are_found_before_a_new_one_is_reported(actor: Actor, said: Report) -> None:
    with reading_for(actor):
        made = report_obstacle(actor, said)
        assert similar(actor, "Keine Termine bei der Botschaft", "documents", "GE") == [made]
        assert similar(actor, "Ganz anders", "documents", "GE") == [made], "same kind and state"
        assert similar(actor, "Botschaft geschlossen", "documents", "TR") == [made], "same kind and a word"
        assert similar(actor, "Kein Flug", "transport", "TR") == []


def test_nobody_learns_who_watches(actor: Actor, outsider: Actor, said: Report) -> None:
    made = report_obstacle(actor, said)
    with reading_for(outsider):
        watch_obstacle(outsider, made.key, True)
        watch_obstacle(outsider, made.key, True)
    assert Watch.objects.count() == 2
    with reading_for(outsider):
        watch_obstacle(outsider, made.key, False)
        assert not one_obstacle(outsider, made.key).watched
