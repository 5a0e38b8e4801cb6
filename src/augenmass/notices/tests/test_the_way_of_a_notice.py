"""From the sender to the officer and back: taken once, returned without a provision, examined, ended, reopened, deleted."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from augenmass.access.actor import Actor, NotPermitted
from augenmass.access.reader import SystemRole, as_system, reading_for
from augenmass.cases.actions.facts import FactEntry, establish_fact
from augenmass.cases.second_person import waits
from augenmass.law.time import today
from augenmass.notices.actions.examining import assign, examine, irrelevant, join_start, not_ours
from augenmass.notices.actions.following import correct, withdraw
from augenmass.notices.actions.moving import follow
from augenmass.notices.actions.reviewing import review
from augenmass.notices.actions.taking import NotTaken, Returned, hand_in
from augenmass.notices.models import LandProvision, Notice, NoticeContent, Reliance, ReturnedNotice
from augenmass.notices.queries.inbox import facts_to_rest, find, inbox, inbox_counts, notices_on, returned, traces
from augenmass.notices.queries.sent import asked_for, find_sent, list_sent, receipt_of, returned_to
from augenmass.notices.rules.kinds import Kind, Outcome
from augenmass.notices.rules.lawful import Statements
from augenmass.record.ledger import entry
from augenmass.record.models import Action, Case, Dispute, Fact
from augenmass.record.verify import verify
from augenmass.work.actions.second_person import confirm_fact, hold
from augenmass.work.models import OutgoingMail, Task
from augenmass.work.refusal import NotDone

if TYPE_CHECKING:
    from augenmass.conftest import MakeActor, MakeCase
    from augenmass.notices.actions.taking import NewNotice, Taken

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases="__all__")]
Say = Callable[..., "Taken"]
Saying = Callable[..., "NewNotice"]
State = Notice.State


def rested(actor: Actor, case: Case, notice: Notice) -> Fact:
    """An assessment of the officer that rests on a notice."""
    with reading_for(actor):
        fact = establish_fact(actor, case.pk, FactEntry("interest_54_2_3", "yes", note="Wegen des Verfahrens."), None)
        examine(actor, notice.number, [fact.pk])
    return fact


def test_a_notice_is_examined_by_the_officer_of_the_case_and_an_acquittal_reopens_what_rested_on_it(
    say: Say, work: Callable[[], int], actor: Actor, liaison: Actor, case: Case
) -> None:
    opened = say(Kind.OPENED).notice
    work()
    opened.refresh_from_db()
    assert (opened.state, opened.case_id, opened.holder_id) == (State.OPEN, case.pk, actor.body_id)
    task = Task.objects.get(about=opened.about)
    assert (task.assignee_id, task.kind, task.done_by) == (actor.account_id, Task.Kind.POST, None)
    fact = rested(actor, case, opened)
    task.refresh_from_db()
    assert task.done_by is not None
    with reading_for(liaison):
        assert receipt_of(find_sent(liaison, opened.number)) == "examined"
    ended = say(Kind.ENDED, outcome=Outcome.ACQUITTAL, family_name="Mueller").notice
    work()
    ended.refresh_from_db()
    opened.refresh_from_db()
    assert (ended.start_id, opened.end_due) == (opened.pk, None)
    fact.refresh_from_db()
    assert fact.disputed_by is not None
    assert fact.disputed_by.kind == "notice.assigned"
    assert Dispute.objects.get(fact=fact).reason == "Eine Grundlage dieser Angabe ist entfallen."
    again = Task.objects.get(about=f"reopened:{fact.name}")
    assert (again.assignee_id, again.due) == (actor.account_id, today())
    assert "neu bewerten: Freispruch" in again.title
    with reading_for(actor), pytest.raises(NotDone, match="keine Bewertung mehr stützen"):
        examine(actor, opened.number, [fact.pk])
    assert not list(verify())


def test_a_correction_of_the_fact_is_followed_and_a_conviction_reopens_nothing(
    say: Say, work: Callable[[], int], actor: Actor, case: Case
) -> None:
    opened = say(Kind.OPENED).notice
    other = say(Kind.OPENED, reference="9 Js 9/26").notice
    work()
    fact = rested(actor, case, opened)
    with reading_for(actor):
        newer = establish_fact(actor, case.pk, FactEntry(fact.name, "no", note="Doch nicht."), fact.pk)
        convicted = say(Kind.ENDED, outcome=Outcome.CONVICTION, reference="9 Js 9/26").notice
    work()
    other.refresh_from_db()
    convicted.refresh_from_db()
    assert (convicted.start_id, other.end_due, Dispute.objects.count()) == (other.pk, None, 0)
    say(Kind.ENDED, outcome=Outcome.NO_SUSPICION)
    work()
    assert list(Dispute.objects.values_list("fact", flat=True)) == [newer.pk]


def test_without_a_provision_only_the_return_is_written_down(
    say: Say, saying: Saying, liaison: Actor, actor: Actor, make_actor: "MakeActor"
) -> None:
    said = saying(Kind.EXPULSION_GROUND, provision="")
    for _twice in range(2):
        with reading_for(liaison), pytest.raises(Returned, match="keine Vorschrift"):
            hand_in(liaison, said)
    wrong = [
        (Kind.STAY_WITHOUT_TITLE, {"provision": "AufenthG/87/4/1"}, "passt nicht"),
        (Kind.POLICE_LAW, {"land_law": " "}, "keine Vorschrift"),
        (Kind.CHARGE, {}, "erlaubt Ihrer Stelle"),
        (Kind.OPENED, {"statements": Statements(True, True, False, True)}, "erlaubt Ihrer Stelle"),
        (Kind.LIMIT_BREACHED, {"statements": Statements(True, False, True, True)}, "erlaubt Ihrer Stelle"),
    ]
    for kind, changes, sentence in wrong:
        with pytest.raises(Returned, match=sentence):
            say(kind, **changes)
    assert not Notice.objects.exists()
    assert not NoticeContent.objects.exists()
    assert ReturnedNotice.objects.count() == 6
    assert Action.objects.filter(kind="notice.returned").count() == 6
    assert "Müller" not in str(list(ReturnedNotice.objects.values())) + str(list(Action.objects.values()))
    control = make_actor("schutz", actor.body, "data_protection")
    for reader, rows in (
        (liaison, returned_to(liaison)),
        (control, returned(control).rows),
        (actor, returned(actor).rows),
    ):
        with reading_for(reader):
            assert len(list(rows)) == 6


@pytest.mark.parametrize(
    ("kind", "changes", "field", "sentence"),
    [
        (Kind.OPENED, {"occurred_on": date(2999, 1, 1)}, "occurred_on", "Zukunft"),
        (Kind.OPENED, {"occurred_on": date(1999, 1, 1)}, "occurred_on", "fünf Jahre"),
        (Kind.OPENED, {"family_name": " "}, "family_name", "Familiennamen"),
        (Kind.OPENED, {"offences": ""}, "offences", "gesetzlichen Vorschriften"),
        (Kind.OPENED, {"reference": ""}, "reference", "Aktenzeichen"),
        (Kind.ENDED, {}, "outcome", "womit das Verfahren"),
        (Kind.OPENED, {"outcome": Outcome.FINE}, "outcome", "erledigtes Verfahren"),
        (Kind.LIMIT_BREACHED, {"text": ""}, "text", "wenigen Sätzen"),
        (Kind.OPENED, {"born_on": date(2999, 1, 1)}, "born_on", "Geburtsdatum"),
        (Kind.OPENED, {"receiver_id": 999_999}, "receiver", "Ausländerbehörde"),
    ],
)
def test_what_is_incomplete_is_refused_with_a_sentence_and_nothing_is_kept(
    say: Say, kind: Kind, changes: dict[str, object], field: str, sentence: str
) -> None:
    with pytest.raises(NotTaken, match=sentence) as refused:
        say(kind, **changes)
    assert refused.value.field == field
    assert not Notice.objects.exists()
    assert not ReturnedNotice.objects.exists()


def test_the_same_notice_is_one_also_in_another_spelling(
    saying: Saying, liaison: Actor, say: Say, actor: Actor
) -> None:
    sent = saying(Kind.OPENED)
    with reading_for(liaison):
        first, again = hand_in(liaison, sent), hand_in(liaison, sent)
    assert (first.new, again.new, again.notice.pk) == (True, False, first.notice.pk)
    for spelt in (
        {"family_name": "MUELLER"},
        {"family_name": "Muller", "born_on": None},
        {"first_names": "Anna Maria"},
    ):
        other = say(Kind.OPENED, **spelt)
        assert (other.new, other.notice.pk) == (False, first.notice.pk), spelt
        assert "bereits vor" in other.says
    assert say(Kind.OPENED, family_name="Schmidt", born_on=None).new
    limit = say(Kind.LIMIT_BREACHED)
    assert not say(Kind.LIMIT_BREACHED, family_name="Müller-Anna", first_names="").new
    assert limit.new
    with pytest.raises(NotTaken, match="andere Mitteilung"):
        say(Kind.LIMIT_BREACHED, key=sent.key)
    with reading_for(actor), pytest.raises(NotPermitted):
        hand_in(actor, saying(Kind.OPENED))


def test_an_unknown_person_is_assigned_by_hand_or_erased_and_forgotten_in_time(
    say: Say, work: Callable[[], int], actor: Actor, outsider: Actor, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    stray = [
        say(Kind.LIMIT_BREACHED, family_name=name, born_on=None, first_names="").notice
        for name in ("Omar", "Haddad", "Ito")
    ]
    work()
    with reading_for(outsider):
        assert inbox_counts(outsider)["unassigned"] == 0
    with reading_for(actor):
        assert [row.pk for row in inbox(actor, "unassigned").rows] == [one.pk for one in stray]
        with pytest.raises(NotDone, match="keinen Fall"):
            assign(actor, stray[0].number, "N-404")
        assert assign(actor, stray[0].number, "n-17").case_id == case.pk
        not_ours(actor, stray[1].number)
        not_ours(actor, stray[1].number)
        with pytest.raises(NotDone, match="inzwischen bearbeitet"):
            not_ours(actor, stray[0].number)
    Notice.objects.filter(pk=stray[2].pk).update(due=today() - timedelta(days=1))
    work()
    for notice, why in ((stray[1], "not_ours"), (stray[2], "nobody_found")):
        notice.refresh_from_db()
        assert (notice.state, notice.gone, notice.case_id) == (State.ERASED, why, None)
        assert NoticeContent.objects.get(notice=notice).family_name == ""
    assert not list(verify())


def test_what_is_irrelevant_is_deleted_at_once_and_leaves_a_trace_without_content(
    say: Say, work: Callable[[], int], actor: Actor, case: Case, make_actor: "MakeActor"
) -> None:
    notice, rests = say(Kind.LIMIT_BREACHED).notice, say(Kind.EXPULSION_GROUND).notice
    work()
    rested(actor, case, rests)
    with reading_for(actor):
        irrelevant(actor, notice.number)
        irrelevant(actor, notice.number)
        with pytest.raises(NotDone, match="stützt sich"):
            irrelevant(actor, rests.number)
        assert [row.pk for row in notices_on(actor, case)] == [rests.pk]
    control = make_actor("schutz", actor.body, "data_protection")
    with reading_for(control):
        [trace] = traces(control).rows
    assert (trace.pk, trace.gone, trace.case_id) == (notice.pk, "irrelevant", None)
    content = NoticeContent.objects.get(notice=notice)
    assert {getattr(content, name) for name in NoticeContent.EMPTY} == {"", None}
    assert not Task.objects.filter(about=notice.about, done_by=None).exists()
    assert not list(verify())


def test_what_was_irrelevant_leaves_neither_kind_nor_sender_on_the_case(
    say: Say, work: Callable[[], int], actor: Actor, liaison: Actor, case: Case
) -> None:
    start = say(Kind.OPENED, occurred_on=today() - timedelta(days=200)).notice
    work()
    with reading_for(actor):
        irrelevant(actor, start.number)
    said = [row.references for row in Action.objects.filter(case=case, kind__startswith="notice.")]
    assert [references.keys() - {"erases"} for references in said] == [{"notice"}] * 3, "assigned, asked for, deleted"
    tasks = Task.objects.filter(case=case, about__in=(start.about, start.about_end))
    assert {(task.title, task.done_by_id is None) for task in tasks} == {
        ("Mitteilung einer öffentlichen Stelle", False)
    }
    assert tasks.count() == 2


def test_a_sender_corrects_and_withdraws_and_what_rested_on_it_is_looked_at_again(
    say: Say, saying: Saying, work: Callable[[], int], actor: Actor, liaison: Actor, case: Case, outsider: Actor
) -> None:
    first = say(Kind.EXPULSION_GROUND).notice
    work()
    fact = rested(actor, case, first)
    right = saying(Kind.EXPULSION_GROUND, text="Berichtigt: ein anderer Tag.")
    with reading_for(liaison):
        made = correct(liaison, first.number, right)
        assert not correct(liaison, first.number, right).new
        with pytest.raises(NotDone, match="schon gelöscht"):
            withdraw(liaison, first.number)
    work()
    made.notice.refresh_from_db()
    fact.refresh_from_db()
    assert (made.notice.state, made.notice.case_id) == (State.OPEN, case.pk)
    assert fact.disputed_by is not None
    with reading_for(liaison):
        withdraw(liaison, made.notice.number)
        withdraw(liaison, made.notice.number)
        assert receipt_of(find_sent(liaison, made.notice.number)) == "withdrawn"
    assert not Task.objects.filter(about=made.notice.about, done_by=None).exists()
    assert set(NoticeContent.objects.values_list("text", flat=True)) == {""}
    with reading_for(outsider), pytest.raises(NotPermitted):
        withdraw(outsider, made.notice.number)
    assert not list(verify())


def test_an_end_before_its_start_meets_it_and_another_number_is_joined_by_hand(
    say: Say, work: Callable[[], int], actor: Actor, case: Case
) -> None:
    end = say(Kind.ENDED, outcome=Outcome.DISCONTINUED).notice
    work()
    end.refresh_from_db()
    assert (end.state, end.start) == (State.OPEN, None)
    start = say(Kind.OPENED, occurred_on=today() - timedelta(days=300)).notice
    work()
    end.refresh_from_db()
    start.refresh_from_db()
    assert (end.start_id, start.end_due, start.asked_on) == (start.pk, None, None)
    late = say(Kind.OPENED, reference="5 Js 5/26").notice
    loose = say(Kind.ENDED, reference="77 Cs 5/26", outcome=Outcome.ACQUITTAL).notice
    work()
    fact = rested(actor, case, late)
    with reading_for(actor):
        join_start(actor, loose.number, late.number)
    fact.refresh_from_db()
    assert fact.disputed_by is not None


def test_a_start_without_an_end_is_asked_for_once_and_again_later(
    say: Say, work: Callable[[], int], actor: Actor, liaison: Actor, case: Case
) -> None:
    start = say(Kind.OPENED, occurred_on=today() - timedelta(days=200)).notice
    work()
    work()
    start.refresh_from_db()
    assert start.asked_on == today()
    with reading_for(liaison):
        assert list(asked_for(liaison)) == [start]
        assert [row.pk for row in list_sent(liaison, "asked").rows] == [start.pk]
    with reading_for(actor):
        assert [row.pk for row in inbox(actor, "awaited").rows] == [start.pk]
    reminder = Task.objects.get(about=f"notice_end:{start.number}")
    assert (reminder.assignee_id, reminder.kind) == (actor.account_id, Task.Kind.RESUBMISSION)
    mails = OutgoingMail.objects.filter(recipient=liaison.account.email)
    assert mails.count() == 1
    assert "Müller" not in mails.get().text + mails.get().subject
    say(Kind.ENDED, outcome=Outcome.PENAL_ORDER)
    work()
    with reading_for(liaison):
        assert not asked_for(liaison)


def test_bodies_do_not_read_each_others_notices(
    say: Say, work: Callable[[], int], actor: Actor, outsider: Actor, liaison: Actor, case: Case
) -> None:
    notice = say(Kind.OPENED).notice
    work()
    for stranger in (outsider, liaison):
        with reading_for(stranger), pytest.raises(Notice.DoesNotExist):
            find(stranger, notice.number)
    with reading_for(actor):
        assert find(actor, notice.number).content.family_name == "Müller"
        with pytest.raises(Notice.DoesNotExist):
            find_sent(actor, notice.number)
    Case.objects.filter(pk=case.pk).update(body=outsider.body_id)
    follow(case, outsider.body_id)
    with reading_for(actor), pytest.raises(Notice.DoesNotExist):
        find(actor, notice.number)
    with reading_for(outsider):
        assert find(outsider, notice.number).content.family_name == "Müller"


def test_police_law_is_not_verified_until_a_reviewer_confirms_and_declined_it_goes_back(
    say: Say, make_actor: "MakeActor", actor: Actor
) -> None:
    notice = say(Kind.POLICE_LAW).notice
    assert notice.land_provision is not None
    assert notice.land_provision.state == LandProvision.State.UNVERIFIED
    reviewer = make_actor("recht", actor.body, "legal_reviewer")
    with pytest.raises(NotPermitted):
        review(actor, notice.land_provision.pk, carries=True)
    with reading_for(reviewer):
        assert review(reviewer, notice.land_provision.pk, carries=True).state == LandProvision.State.CONFIRMED
        review(reviewer, notice.land_provision.pk, carries=False)
    with pytest.raises(Returned, match="abgelehnt"):
        say(Kind.POLICE_LAW, text="Noch eine.")


def test_two_files_of_one_name_and_day_are_not_guessed_between(
    say: Say, work: Callable[[], int], case: Case, case_with: "MakeCase"
) -> None:
    from augenmass.notices.tests.conftest import FACTS

    twin = case_with(FACTS, number="N-18")
    unsure, sure = say(Kind.OPENED).notice, say(Kind.LIMIT_BREACHED, file_number="n-18").notice
    work()
    unsure.refresh_from_db()
    sure.refresh_from_db()
    assert (unsure.state, sure.case_id) == (State.UNASSIGNED, twin.pk)
    assert Action.objects.get(kind="notice.unassigned").references["notice"] == unsure.pk
    with as_system(SystemRole.COMMAND):
        assert not Reliance.objects.exists()


def test_who_somebody_is_rests_on_no_notice_whenever_it_was_recorded(
    say: Say, work: Callable[[], int], case: Case, actor: Actor
) -> None:
    opened = say(Kind.OPENED).notice
    work()
    with reading_for(actor):
        establish_fact(actor, case.pk, FactEntry("aliases", "Muller", note="Pass"), None)
        establish_fact(actor, case.pk, FactEntry("interest_54_2_3", "yes", note="Nach der Mitteilung."), None)
        opened.refresh_from_db()
        assert [fact.name for fact in facts_to_rest(actor, opened)] == ["interest_54_2_3"]


def test_an_end_is_not_irrelevant_while_its_start_is_held(
    say: Say, work: Callable[[], int], case: Case, actor: Actor
) -> None:
    opened = say(Kind.OPENED).notice
    ended = say(Kind.ENDED, outcome=Outcome.ACQUITTAL).notice
    work()
    with reading_for(actor):
        with pytest.raises(NotDone, match="Solange dessen Beginn"):
            irrelevant(actor, ended.number)
        irrelevant(actor, opened.number)
        irrelevant(actor, ended.number)
    assert list(verify()) == []


def test_a_fact_that_waits_for_its_second_person_is_not_established_after_an_acquittal(
    say: Say, work: Callable[[], int], case: Case, actor: Actor, approver: Actor
) -> None:
    opened = say(Kind.OPENED).notice
    work()
    with reading_for(actor):
        fact = establish_fact(actor, case.pk, FactEntry("interest_54_2_3", "yes", note="Wegen des Verfahrens."), None)
        with entry(actor, "fact.held", case.pk) as e:
            made = e.establish("interest_54_2_2", "yes", source_id=fact.source_id, note="wartet")
            e.book.flush()
            hold(e, made)
        assert waits(made)
        examine(actor, opened.number, [made.pk])
    say(Kind.ENDED, outcome=Outcome.ACQUITTAL)
    work()
    made.refresh_from_db()
    assert not waits(made)
    assert made.disputed_by_id is not None
    assert not Task.objects.filter(kind=Task.Kind.SIGNATURE, about="fact:interest_54_2_2", done_by=None).exists()
    with reading_for(approver), pytest.raises(NotDone, match="wartet nicht"):
        confirm_fact(approver, case.pk, made.pk)


def test_an_end_that_comes_to_the_authority_that_has_the_file_now_reopens(
    say: Say, work: Callable[[], int], case: Case, actor: Actor, outsider: Actor
) -> None:
    opened = say(Kind.OPENED).notice
    work()
    fact = rested(actor, case, opened)
    Case.objects.filter(pk=case.pk).update(body=outsider.body)
    Notice.objects.filter(pk=opened.pk).update(holder=outsider.body)
    say(Kind.ENDED, outcome=Outcome.ACQUITTAL, receiver_id=outsider.body_id)
    work()
    fact.refresh_from_db()
    assert fact.disputed_by_id is not None
