"""The data protection officer's questions to the access log: what is in reach, in what order, noted how, deleted when."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import connections, router
from django.urls import reverse

from augenmass.access import log
from augenmass.access.actor import Actor, NotPermitted
from augenmass.access.inspection import (
    PAGE,
    NotAnswered,
    Position,
    Question,
    _sources,
    people_named,
    read_log,
)
from augenmass.access.models import AccessLine, ListExport, SupportSession
from augenmass.access.reader import reading_for
from augenmass.access.retention import delete_old_lines, kept
from augenmass.directory.models import Body
from augenmass.law.time import BERLIN, travel
from augenmass.record.models import Action

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.conftest import MakeActor, MakeCase

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases="__all__")]
DAY = date(2026, 8, 17)


@pytest.fixture
def officer(make_actor: "MakeActor", body: Body) -> Actor:
    """The data protection officer of ``body``."""
    return make_actor("reimann", body, "data_protection")


def line(reader: Actor, at: datetime, **more: object) -> AccessLine:
    values = {"account": reader.account_id, "body": reader.body_id, "purpose": "case_work", "what": "case", "at": at}
    return AccessLine.objects.create(**values | more)


def noon(days: int = 0) -> datetime:
    return datetime(2026, 8, 17, 12, tzinfo=BERLIN) + timedelta(days=days)


def test_who_read_a_case_names_also_people_of_other_bodies(
    officer: Actor, actor: Actor, outsider: Actor, case_with: "MakeCase"
) -> None:
    case, other = case_with({}, number="N-7"), case_with({}, number="N-8")
    for reader, read in ((actor, case), (outsider, case), (actor, other)):
        log.read(reader, "case", case_id=read.pk)
    found = read_log(officer, Question(number="N-7"))
    assert [row.who for row in found.lines] == [outsider.account.name, actor.account.name]
    assert {row.number for row in found.lines} == {"N-7"}
    elsewhere = read_log(officer, Question(number="N-7", elsewhere=True))
    assert [row.body for row in elsewhere.lines] == [outsider.body.name]
    with pytest.raises(NotAnswered):
        read_log(officer, Question(number="N-999"))


def test_lines_of_other_bodies_about_their_own_cases_are_out_of_reach(
    officer: Actor, actor: Actor, outsider: Actor, case_with: "MakeCase"
) -> None:
    foreign = case_with({}, number="S-1", actor=outsider)
    log.read(outsider, "case", case_id=foreign.pk)
    log.read(actor, "case", case_id=foreign.pk)
    found = read_log(officer, Question())
    assert [row.who for row in found.lines] == [actor.account.name]
    assert [row.number for row in found.lines] == [""]  # read by our people, but the case is another body's


def test_what_a_person_read_is_asked_by_name_and_only_of_people_in_reach(
    officer: Actor, actor: Actor, outsider: Actor, case_with: "MakeCase"
) -> None:
    case = case_with({})
    assert people_named(officer, outsider.account.name) == []
    with pytest.raises(NotAnswered):
        read_log(officer, Question(account_id=outsider.account_id))
    log.read(outsider, "case", case_id=case.pk)
    log.read(outsider, "worklist")
    assert people_named(officer, "fre") == [outsider.account]
    assert [row.line.what for row in read_log(officer, Question(account_id=outsider.account_id)).lines] == ["case"]
    line(actor, noon(-40), what="search")
    line(actor, noon(-2))
    days = Question(account_id=actor.account_id, first_day=DAY - timedelta(days=40), last_day=DAY - timedelta(days=40))
    assert [row.line.what for row in read_log(officer, days).lines] == ["search"]


def test_pages_follow_each_other_without_gap_or_repetition_also_where_moments_are_equal(
    officer: Actor, actor: Actor, outsider: Actor
) -> None:
    ids = [line(actor, noon(), what="worklist").pk for _ in range(PAGE + 20)]
    ids += [line(outsider, noon(), case=1, case_body=officer.body_id).pk for _ in range(PAGE)]
    seen, after = [], None
    while True:
        found = read_log(officer, Question(last_day=DAY), after)
        seen += [row.line.pk for row in found.lines]
        after = found.older and Position.parse(str(found.older))
        if after is None:
            break
    assert seen == sorted(ids, reverse=True)


@pytest.mark.parametrize(
    "text", ["", "x~1", "2026-08-17T12:00:00~1", "2026-08-17T12:00:00+02:00~²", "~", "1~" + "9" * 30]
)
def test_an_odd_position_is_none(text: str) -> None:
    assert Position.parse(text) is None


def test_reading_the_log_is_noted_in_it_and_needs_the_right(
    officer: Actor, actor: Actor, case_with: "MakeCase"
) -> None:
    case = case_with({}, number="N-7")
    read_log(officer, Question(number="N-7"))
    noted = AccessLine.objects.get(account=officer.account_id)
    assert (noted.what, noted.purpose, noted.case, noted.case_body) == ("access_log", "control", case.pk, case.body_id)
    with pytest.raises(NotPermitted):
        read_log(actor, Question())


def test_the_answer_goes_out_as_a_file_only_with_a_reason_and_is_noted_twice(
    officer: Actor, actor: Actor, case_with: "MakeCase", client_of: "Callable[[Actor], Client]"
) -> None:
    case = case_with({}, number="=1+1")
    log.read(actor, "case", case_id=case.pk, reason="@SUM(A1)")
    browser, address = client_of(officer), reverse("access_log_export")
    assert browser.post(address, {"aktenzeichen": "=1+1", "reason": "kurz"}).status_code == 422
    answer = browser.post(address, {"aktenzeichen": "=1+1", "reason": "Beschwerde der Person vom 3. August"})
    assert answer["Content-Type"].startswith("text/csv")
    rows = answer.content.decode("utf-8-sig").splitlines()
    assert len(rows) > 1
    assert "'=1+1" in rows[-1]
    assert "'@SUM(A1)" in rows[-1]
    assert AccessLine.objects.get(what="access_log_export").reason == "Beschwerde der Person vom 3. August"
    assert Action.objects.get(kind="access_log.exported").references["rows"] == len(rows) - 1
    assert client_of(actor).post(address, {"reason": "Beschwerde der Person"}).status_code == 403


def test_the_page_asks_who_is_meant_where_a_name_means_several(
    officer: Actor, make_actor: "MakeActor", body: Body, client_of: "Callable[[Actor], Client]"
) -> None:
    one, two = make_actor("maier-a", body, "caseworker"), make_actor("maier-b", body, "caseworker")
    line(two, noon())
    browser, address = client_of(officer), reverse("access_log")
    page = browser.get(address, {"person": "maier"}).content.decode()
    assert f"konto={one.account_id}" in page
    shown = browser.get(address, {"person": "maier", "konto": two.account_id}).content.decode()
    assert "Zugriffe von Maier-B" in shown
    assert browser.get(address, {"person": "niemand"}).status_code == 422
    assert browser.get(address, {"von": "31.12.2026", "bis": "01.01.2026"}).status_code == 422
    assert browser.get(address, {"konto": "x" * 50, "nach": "~~"}).status_code == 422


def test_every_question_is_served_by_an_index(officer: Actor, case_with: "MakeCase") -> None:
    case = case_with({}, number="N-7")
    database = connections[router.db_for_read(AccessLine)]
    if database.vendor == "postgresql":
        with database.cursor() as cursor:
            # Tables of a test are too small to be worth an index: ask which one would serve.
            cursor.execute("SET LOCAL enable_seqscan = off")
    for asked, case_id, expected in (
        (Question(), None, {"access_by_body", "access_from_elsewhere"}),
        (Question(elsewhere=True, first_day=DAY), None, {"access_from_elsewhere"}),
        (Question(number="N-7"), case.pk, {"access_to_case"}),
        (Question(account_id=officer.account_id, last_day=DAY), None, {"access_by_account"}),
    ):
        plans = [source.order_by("-at", "-pk")[: PAGE + 1].explain() for source in _sources(officer, asked, case_id)]
        assert {name for name in expected if any(name in plan for plan in plans)} == expected
        assert not [plan for plan in plans if "SCAN" in plan or "Seq Scan" in plan], plans


def test_without_a_confirmed_value_a_line_is_kept_until_the_end_of_the_following_year() -> None:
    assert kept("ST", DAY).since == date(2025, 1, 1)
    assert not kept("ST", DAY).confirmed
    assert not kept("??", DAY).confirmed
    assert kept("XM", DAY).since == date(2025, 2, 17)
    assert kept("XM", DAY).confirmed


def test_what_was_asked_with_a_reason_is_deleted_with_the_log(actor: Actor, body: Body) -> None:
    at = datetime(2024, 12, 31, 12, tzinfo=BERLIN)
    SupportSession.objects.create(account=actor.account, body=body, reason="Störung", asked_at=at)
    asked = {"account": actor.account, "body": body, "chosen": {}, "reason": "Abgleich", "rows": 3}
    ListExport.objects.create(**asked, asked_at=at, until=at)
    stays = ListExport.objects.create(**asked, asked_at=at + timedelta(days=1), until=at)
    with travel(datetime(2026, 6, 1, tzinfo=BERLIN)):
        assert delete_old_lines() == 2
    assert ListExport.objects.get() == stays
    assert Action.objects.get(kind="access_log.deleted").references["looks"] == 1


def test_old_lines_are_deleted_in_chunks_and_the_record_holds_counts_only(
    actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("augenmass.access.retention.CHUNK", 3)
    late = datetime(2024, 12, 31, 23, 59, tzinfo=BERLIN)
    for _ in range(7):
        line(actor, late)
    stays = line(actor, late + timedelta(minutes=1))
    with travel(datetime(2026, 1, 1, 0, 30, tzinfo=BERLIN)):
        assert delete_old_lines() == 7
        assert delete_old_lines() == 0
    assert list(AccessLine.objects.all()) == [stays]
    noted = Action.objects.filter(kind="access_log.deleted").order_by("sequence")
    assert [action.references["lines"] for action in noted] == [3, 3, 1]
    assert {key for action in noted for key in action.references} == {"lines", "body", "before"}


@pytest.mark.pg
def test_postgresql_shows_a_line_only_to_the_two_bodies_concerned_and_lets_nobody_change_it(
    actor: Actor, outsider: Actor, make_actor: "MakeActor", case_with: "MakeCase"
) -> None:
    third = Body.objects.create(key="dritte", kind=Body.Kind.POLICE, name="Dritte Stelle", land="ST")
    stranger = make_actor("dritter", third, "police_liaison")
    case = case_with({})
    log.read(outsider, "case", case_id=case.pk)
    for reader, lines in ((actor, 1), (outsider, 1), (stranger, 0)):
        with reading_for(reader):
            assert AccessLine.objects.count() == lines
            assert AccessLine.objects.update(reason="anders") == 0
            assert AccessLine.objects.filter(account__gt=0).delete()[0] == 0
    assert AccessLine.objects.get().reason == ""
