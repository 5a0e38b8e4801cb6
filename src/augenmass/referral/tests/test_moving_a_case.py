"""A case changes its body: asked for, answered once, moved whole, and nothing of it left behind unseen."""

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from augenmass.access.actions import GrantForm, grant_access, name_recipient
from augenmass.access.actor import Actor, NotPermitted, Purpose, actor_for
from augenmass.access.models import Grant, SecretRecipient
from augenmass.access.reader import reading_for
from augenmass.access.sight import fact_names_visible, sight_of
from augenmass.access.visible import visible_to, worked_by
from augenmass.cases.actions.facts import FactEntry, establish_fact
from augenmass.cases.models import LegalPosition, PositionMark, SearchWord
from augenmass.cases.queries.case import timeline_of
from augenmass.competence.models import Referral, ReferralAnswer, Responsibility
from augenmass.competence.queries import find_referral, in_view, referral_counts
from augenmass.competence.rules import Matter
from augenmass.directory.models import Account, Body
from augenmass.law.time import today, travel
from augenmass.letters.models import Letter
from augenmass.record.ledger import entry
from augenmass.record.models import Action, Case, Fact
from augenmass.record.verify import verify
from augenmass.referral.actions.answering import reject_referral, return_referral, revoke_referral
from augenmass.referral.actions.opening import NotReferred, ReferralForm, refer_case
from augenmass.referral.actions.taking_over import Acceptance, accept_referral
from augenmass.steps.actions import taking as steps
from augenmass.work.actions.deadlines import book_deadline
from augenmass.work.actions.post import NewPost, answer_post, register_post
from augenmass.work.actions.tasks import NewTask, create_task
from augenmass.work.models import BookedDeadline, IncomingPost, Task
from augenmass.work.queries.tasks import visible_tasks
from augenmass.work.refusal import NotDone

if TYPE_CHECKING:
    from augenmass.conftest import MakeActor, MakeCase

pytestmark = [pytest.mark.db, pytest.mark.django_db]
State = Referral.State
FACTS = {"family_name": "Haddad", "date_of_birth": "1990-01-31", "asylum_procedure_running": "yes"}


def asked(body_id: int, **changes: Any) -> ReferralForm:
    form = ReferralForm(
        uuid4(),
        body_id,
        Matter.RESIDENCE,
        "AufenthG § 71 Abs. 1",
        "Umzug in Ihren Bezirk",
        today() + timedelta(days=14),
    )
    return replace(form, **changes)


def again(actor: Actor) -> Actor:
    """The actor as the next request makes it."""
    found = actor_for(Account.objects.get(pk=actor.account_id), actor.body_id)
    assert found is not None
    return found


def accepted(outsider: Actor, referral: Referral, **chosen: Any) -> Referral:
    with reading_for(outsider):
        return accept_referral(outsider, referral.key, Acceptance(outsider.account_id, **chosen))


def test_while_it_waits_the_case_stays_and_the_receiver_reads_what_the_check_needs(
    actor: Actor, outsider: Actor, case_with: "MakeCase"
) -> None:
    case = case_with(FACTS)
    with reading_for(actor):
        refer_case(actor, case.pk, asked(outsider.body_id))
    assert list(visible_to(outsider)) == [case]
    assert list(worked_by(actor)) == [case]
    assert not worked_by(outsider).exists()
    sight = sight_of(outsider, case)
    assert sight.purposes == {Purpose.COMPETENCE}
    assert {"family_name", "date_of_birth"} <= sight.names
    assert "asylum_procedure_running" not in sight.names
    assert not sight.learns_position
    assert referral_counts(outsider) == {"incoming": 1, "outgoing": 0, "answered": 0}
    assert referral_counts(actor) == {"incoming": 0, "outgoing": 1, "answered": 0}
    watched = Task.objects.get(case=case)
    assert (watched.assignee_id, watched.due) == (actor.account_id, today() + timedelta(days=14))


def test_on_acceptance_the_case_moves_with_everything(actor: Actor, outsider: Actor, case_with: "MakeCase") -> None:
    case = case_with(FACTS)
    create_task(actor, case.pk, NewTask(uuid4(), Task.Kind.TASK, "Passkopie", today(), actor.account_id))
    kind = IncomingPost.Kind.PERSON
    open_post = register_post(actor, NewPost(uuid4(), kind, "A", "Nachfrage", today(), case.pk, actor.account_id))
    old_post = register_post(actor, NewPost(uuid4(), kind, "A", "Dank", today(), case.pk, actor.account_id))
    answer_post(actor, old_post.key, "zur Kenntnis genommen")
    with entry(actor, "test.booked", case.pk) as e:
        book_deadline(
            e,
            rule="warning_action",
            begins_on=today(),
            due=today() + timedelta(days=9),
            first_reader_id=actor.account_id,
        )
    referral = refer_case(actor, case.pk, asked(outsider.body_id))
    accepted(outsider, referral)

    case.refresh_from_db()
    assert (case.body_id, case.officer_id, case.unit_id) == (outsider.body_id, outsider.account_id, None)
    assert not visible_to(again(actor)).exists()
    assert list(worked_by(again(outsider))) == [case]
    newest = Responsibility.objects.filter(case=case).last()
    assert newest is not None
    assert (newest.body_id, newest.since) == (outsider.body_id, today())
    for rows in (LegalPosition, PositionMark, SearchWord):
        assert set(rows.objects.filter(case=case).values_list("body_id", flat=True)) == {outsider.body_id}
    open_tasks = Task.objects.filter(case=case, done_by=None)
    assert set(open_tasks.values_list("body_id", flat=True)) == {outsider.body_id}
    assert set(visible_tasks(outsider).values_list("title", flat=True)) == {
        "Passkopie",
        "Übernommener Fall: sichten",
        "Frist nachrechnen und bestätigen",
    }
    assert not visible_tasks(actor).exists()
    reading = open_tasks.get(kind=Task.Kind.SECOND_READING)
    assert (reading.assignee, reading.not_by_id) == (None, actor.account_id)
    deadline = BookedDeadline.objects.get(case=case)
    assert (deadline.body_id, deadline.first_reader_id, deadline.ended_by) == (outsider.body_id, actor.account_id, None)
    open_post.refresh_from_db()
    old_post.refresh_from_db()
    assert (open_post.body_id, open_post.assignee_id, open_post.given_by) == (
        outsider.body_id,
        outsider.account_id,
        None,
    )
    assert (old_post.body_id, old_post.state) == (outsider.body_id, IncomingPost.State.ANSWERED)
    assert not Grant.objects.filter(case=case, ended_by=None).exists()
    assert list(verify()) == []


def test_the_history_shows_both_bodies_and_the_old_one_keeps_the_line_of_its_referral(
    actor: Actor, outsider: Actor, case_with: "MakeCase"
) -> None:
    case = case_with(FACTS)
    referral = refer_case(actor, case.pk, asked(outsider.body_id))
    accepted(outsider, referral)
    case.refresh_from_db()
    shown = timeline_of(again(outsider), case)
    assert {action.body_id for action in shown} == {actor.body_id, outsider.body_id}
    assert [action.kind for action in shown[:2]] == ["referral.accepted", "referral.opened"]
    with reading_for(actor):
        kept = in_view(actor, "answered").get()
        assert (kept.number, kept.receiver, kept.state) == (case.number, outsider.body, State.ACCEPTED)
        assert find_referral(actor, referral.key).answer.outcome == State.ACCEPTED
        with pytest.raises(Case.DoesNotExist):
            visible_to(again(actor)).get(pk=case.pk)


def test_a_file_number_that_is_in_use_gets_a_suffix_or_a_sentence(
    actor: Actor, outsider: Actor, case_with: "MakeCase"
) -> None:
    case_with({"family_name": "A"}, number="77/1", actor=outsider)
    case_with({"family_name": "B"}, number="77/1-2", actor=outsider)
    case = case_with(FACTS, number="77/1")
    referral = refer_case(actor, case.pk, asked(outsider.body_id))
    with pytest.raises(NotReferred, match="Aktenzeichen"):
        accepted(outsider, referral, number="77/1")
    assert Referral.objects.get().state == State.IN_PROGRESS
    accepted(outsider, referral)
    case.refresh_from_db()
    assert case.number == "77/1-3"
    assert LegalPosition.objects.get(case=case).number == "77/1-3"


def test_the_new_body_may_give_its_own_file_number(actor: Actor, outsider: Actor, case_with: "MakeCase") -> None:
    case = case_with(FACTS)
    accepted(outsider, refer_case(actor, case.pk, asked(outsider.body_id)), number="S-2026/4")
    case.refresh_from_db()
    assert case.number == "S-2026/4"


def test_a_secret_fact_is_read_by_the_new_officer_and_by_nobody_before(
    actor: Actor, outsider: Actor, make_actor: "MakeActor", case_with: "MakeCase"
) -> None:
    case = case_with(FACTS)
    fact = establish_fact(actor, case.pk, FactEntry("removal_course", "Abholung am Morgen"), None)
    colleague = make_actor("kollege", actor.body, "caseworker")
    name_recipient(actor, fact.pk, colleague.account_id)
    referral = refer_case(actor, case.pk, asked(outsider.body_id))
    assert "removal_course" not in fact_names_visible(outsider, case)
    accepted(outsider, referral)
    case.refresh_from_db()
    assert "removal_course" in fact_names_visible(again(outsider), case)
    other = make_actor("andere", outsider.body, "caseworker")
    assert "removal_course" not in fact_names_visible(other, case)
    assert list(SecretRecipient.objects.filter(ended_by=None).values_list("account", flat=True)) == [
        outsider.account_id
    ]


def test_accesses_of_third_bodies_go_on_and_are_the_new_bodys_to_end(
    actor: Actor, outsider: Actor, case_with: "MakeCase"
) -> None:
    police = Body.objects.create(key="polizei", kind=Body.Kind.POLICE, name="Polizei", land="ST")
    case = case_with(FACTS)
    day = today() + timedelta(days=60)
    for body in (police, outsider.body):
        grant_access(
            actor, case.pk, GrantForm(body.pk, ("identity",), Purpose.COOPERATION, "AufenthG § 86", "Prüfung", day)
        )
    accepted(outsider, refer_case(actor, case.pk, asked(outsider.body_id)))
    running = Grant.objects.get(case=case, ended_by=None)
    assert (running.body, running.owner) == (police, outsider.body)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"receiver_id": 0}, "gibt es nicht"),
        ({"deadline": today() - timedelta(days=1)}, "Vergangenheit"),
        ({"deadline": today() + timedelta(days=400)}, "halbes Jahr"),
        ({"reason": "  "}, "Grund"),
        ({"provision": ""}, "Vorschrift"),
    ],
)
def test_what_cannot_be_referred_is_refused_with_a_sentence(
    actor: Actor, outsider: Actor, case_with: "MakeCase", change: dict[str, Any], words: str
) -> None:
    case = case_with(FACTS)
    with pytest.raises(NotReferred, match=words):
        refer_case(actor, case.pk, asked(outsider.body_id, **change))
    assert not Referral.objects.exists()
    assert not Grant.objects.exists()
    assert not Action.objects.filter(kind="referral.opened").exists()


def test_only_existing_bodies_that_keep_cases_are_asked(actor: Actor, outsider: Actor, case_with: "MakeCase") -> None:
    case = case_with(FACTS)
    with pytest.raises(NotReferred, match="bereits"):
        refer_case(actor, case.pk, asked(actor.body_id))
    police = Body.objects.create(key="polizei", kind=Body.Kind.POLICE, name="Polizei", land="ST")
    with pytest.raises(NotReferred, match="keinen Fall führen"):
        refer_case(actor, case.pk, asked(police.pk))
    Body.objects.filter(pk=outsider.body_id).update(dissolved_on=today())
    with pytest.raises(NotReferred, match="nicht mehr"):
        refer_case(actor, case.pk, asked(outsider.body_id))


def test_who_may_not_refer_does_not(actor: Actor, outsider: Actor, intake_clerk: Actor, case_with: "MakeCase") -> None:
    case = case_with(FACTS)
    with pytest.raises(NotPermitted):
        refer_case(intake_clerk, case.pk, asked(outsider.body_id))
    with pytest.raises(Case.DoesNotExist):
        refer_case(outsider, case.pk, asked(actor.body_id))


def test_there_is_one_open_referral_and_the_same_form_makes_it_once(
    actor: Actor, outsider: Actor, case_with: "MakeCase"
) -> None:
    case = case_with(FACTS)
    form = asked(outsider.body_id)
    assert refer_case(actor, case.pk, form) == refer_case(actor, case.pk, form)
    with pytest.raises(NotReferred, match="läuft bereits"):
        refer_case(actor, case.pk, asked(outsider.body_id))
    assert Referral.objects.count() == 1


def test_the_sender_does_not_answer_and_the_receiver_does_not_revoke(
    actor: Actor, outsider: Actor, make_actor: "MakeActor", case_with: "MakeCase"
) -> None:
    referral = refer_case(actor, case_with(FACTS).pk, asked(outsider.body_id))
    with pytest.raises(NotReferred, match="andere Stelle"):
        reject_referral(actor, referral.key, "nein")
    with pytest.raises(NotReferred, match="andere Stelle"):
        accept_referral(actor, referral.key, Acceptance(actor.account_id))
    with pytest.raises(NotReferred, match="nur die Stelle"):
        revoke_referral(outsider, referral.key)
    third = make_actor(
        "dritte", Body.objects.create(key="c", kind="foreigners_authority", name="C", land="ST"), "caseworker"
    )
    with pytest.raises(Referral.DoesNotExist):
        reject_referral(third, referral.key, "nein")


@pytest.mark.parametrize("first", ["revoke", "reject", "return", "accept"])
@pytest.mark.parametrize("second", ["revoke", "reject", "return", "accept"])
def test_of_two_answers_one_counts_and_the_other_gets_a_sentence(
    actor: Actor, outsider: Actor, make_actor: "MakeActor", case_with: "MakeCase", first: str, second: str
) -> None:
    case = case_with(FACTS)
    referral = refer_case(actor, case.pk, asked(outsider.body_id))
    late = make_actor("spaeter", outsider.body, "caseworker")
    late_sender = make_actor("nachher", actor.body, "caseworker")

    def give(answer: str, receiver: Actor, sender: Actor) -> None:
        if answer == "revoke":
            revoke_referral(sender, referral.key)
        elif answer == "reject":
            reject_referral(receiver, referral.key, "nicht unser Bezirk")
        elif answer == "return":
            return_referral(receiver, referral.key, "Pass\n\nAnhörung")
        else:
            accept_referral(receiver, referral.key, Acceptance(receiver.account_id))

    give(first, outsider, actor)
    before = Action.objects.count()
    with pytest.raises(NotReferred, match="inzwischen"):
        give(second, late, late_sender)
    give(first, outsider, actor)  # the same form sent twice
    assert Action.objects.count() == before
    assert ReferralAnswer.objects.count() == 1
    assert not Grant.objects.filter(ended_by=None).exists()
    assert not Task.objects.filter(about=referral.about, kind=Task.Kind.RESUBMISSION, done_by=None).exists()


def test_a_return_names_what_is_missing_and_the_sender_gets_a_task(
    actor: Actor, outsider: Actor, case_with: "MakeCase"
) -> None:
    case = case_with(FACTS)
    referral = refer_case(actor, case.pk, asked(outsider.body_id))
    with pytest.raises(NotReferred, match="was fehlt"):
        return_referral(outsider, referral.key, " \n ")
    with reading_for(outsider):
        return_referral(outsider, referral.key, "Reisepass\n Anhörung  vom März \n")
    assert Referral.objects.get().answer.missing == ["Reisepass", "Anhörung vom März"]
    task = visible_tasks(actor).get()
    assert task.assignee_id == actor.account_id
    assert "Fehlendes ergänzen" in task.title
    assert not visible_to(again(outsider)).exists()
    refer_case(actor, case.pk, asked(outsider.body_id))
    assert Referral.objects.count() == 2


def test_a_rejection_needs_a_reason(actor: Actor, outsider: Actor, case_with: "MakeCase") -> None:
    referral = refer_case(actor, case_with(FACTS).pk, asked(outsider.body_id))
    with pytest.raises(NotReferred, match="begründen"):
        reject_referral(outsider, referral.key, "")
    with reading_for(outsider):
        reject_referral(outsider, referral.key, "Die Person wohnt nicht hier.")
    assert "Zuständigkeit klären" in visible_tasks(actor).get().title


def test_with_an_open_draft_nothing_is_referred_and_nothing_is_taken_over(
    actor: Actor, outsider: Actor, case_with: "MakeCase"
) -> None:
    case = case_with(FACTS)
    referral = refer_case(actor, case.pk, asked(outsider.body_id))
    with entry(actor, "test.letter", case.pk) as e:
        e.seal(
            Letter(
                case=case, template="departure_warning", number="1", begun_by_id=actor.account_id, begun_at=e.book.at
            )
        )
    with pytest.raises(NotReferred, match="abgebende Stelle"):
        accepted(outsider, referral)
    assert Referral.objects.get().state == State.IN_PROGRESS
    assert Case.objects.get(pk=case.pk).body_id == actor.body_id
    revoke_referral(actor, referral.key)
    with pytest.raises(NotReferred, match="Entwurf"):
        refer_case(actor, case.pk, asked(outsider.body_id))


def test_an_officer_or_unit_of_another_body_cannot_take_it(
    actor: Actor, outsider: Actor, case_with: "MakeCase"
) -> None:
    referral = refer_case(actor, case_with(FACTS).pk, asked(outsider.body_id))
    with pytest.raises(NotDone):
        accept_referral(outsider, referral.key, Acceptance(actor.account_id))
    with pytest.raises(NotDone):
        accept_referral(outsider, referral.key, Acceptance(outsider.account_id, unit_id=99))


def test_after_the_day_the_receiver_reads_for_a_while_and_may_still_answer(
    actor: Actor, outsider: Actor, case_with: "MakeCase"
) -> None:
    referral = refer_case(actor, case_with(FACTS).pk, asked(outsider.body_id))
    with travel(today() + timedelta(days=40)):
        assert visible_to(again(outsider)).exists()
    with travel(today() + timedelta(days=60)):
        assert not visible_to(again(outsider)).exists()
        reject_referral(again(outsider), referral.key, "zu spät bemerkt")
    assert Referral.objects.get().state == State.REJECTED


def test_a_case_can_come_back(actor: Actor, outsider: Actor, case_with: "MakeCase") -> None:
    case = case_with(FACTS)
    accepted(outsider, refer_case(actor, case.pk, asked(outsider.body_id)))
    back = refer_case(again(outsider), case.pk, asked(actor.body_id))
    accept_referral(again(actor), back.key, Acceptance(actor.account_id))
    case.refresh_from_db()
    assert case.body_id == actor.body_id
    assert list(worked_by(again(actor))) == [case]
    assert not visible_to(again(outsider)).exists()
    assert Fact.objects.filter(case=case).count() == len(FACTS)
    assert list(verify()) == []


def test_steps_are_taken_by_the_new_body_and_no_longer_by_the_old(
    actor: Actor, outsider: Actor, case_with: "MakeCase"
) -> None:
    case = case_with(FACTS)
    accepted(outsider, refer_case(actor, case.pk, asked(outsider.body_id)))
    case.refresh_from_db()
    form = steps.StepForm({"language": "de"}, "Merkblatt", case.version, uuid4())
    with pytest.raises(Case.DoesNotExist):
        steps.begin(again(actor), case.pk, "inform_about_rights", form)
    steps.begin(again(outsider), case.pk, "inform_about_rights", form)


def test_what_the_old_body_began_before_the_case_moved_writes_nothing(
    actor: Actor, outsider: Actor, case_with: "MakeCase"
) -> None:
    case = case_with(FACTS)
    accepted(outsider, refer_case(actor, case.pk, asked(outsider.body_id)))
    written = Action.objects.count()
    # As an action that looked before the case moved and waited for its lock meanwhile.
    with pytest.raises(Case.DoesNotExist), entry(actor, "note.written", case.pk):
        pass
    assert Action.objects.count() == written
