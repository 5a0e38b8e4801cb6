"""What programs can read and do, and that every call stands in the access log like a page."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.urls import reverse

from augenmass.access.models import AccessLine
from augenmass.access.tokens import recognise
from augenmass.cases.actions.documents import DocumentText, add_document
from augenmass.cases.models import Document
from augenmass.law.norms.specimens import OBLIGED, WARNED
from augenmass.law.time import today
from augenmass.law.vocabulary import VOCABULARY
from augenmass.record.models import Action, Fact
from augenmass.record.verify import verify
from augenmass.steps.actions import taking as act
from augenmass.steps.models import StepTaking
from augenmass.work.actions.second_person import confirm_fact
from augenmass.work.models import Task
from augenmass.work.refusal import NotDone

if TYPE_CHECKING:
    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeActor, MakeCase
    from augenmass.doors.api.tests.conftest import Calls

pytestmark = [pytest.mark.db, pytest.mark.django_db]
FACTS = {"family_name": "Haddad", "first_names": "Samir", "date_of_birth": "1990-01-31", "file_number": "N-1"}
CallsOf = Callable[..., "Calls"]


def test_the_token_says_what_it_is(actor: "Actor", calls_of: CallsOf) -> None:
    said = calls_of(actor, "cases:read").get("/token").json()
    assert (said["owner"], said["body"]["name"], said["scopes"]) == (
        "Berger",
        "Ausländerbehörde Nordheim",
        ["cases:read"],
    )


def test_the_list_pages_and_filters_like_the_worklist(actor: "Actor", calls_of: CallsOf, case_with: "MakeCase") -> None:
    for name in ("Amani", "Bakos", "Cerny"):
        case_with({"family_name": name})
    calls = calls_of(actor)
    first = calls.get("/cases", order="name", page_size=2).json()
    assert [line["name"] for line in first["cases"]] == ["Amani", "Bakos"]
    assert (first["count"], first["pages"], first["next"]) == (3, 2, 2)
    last = calls.get("/cases", order="name", page_size=2, page=first["next"]).json()
    assert ([line["name"] for line in last["cases"]], last["next"]) == (["Cerny"], None)
    assert calls.get("/cases", search="bak").json()["count"] == 1
    assert calls.get("/cases", lane="nowhere").json()["count"] == 0


def test_every_read_writes_a_line_with_the_token_and_its_purpose(
    actor: "Actor", calls_of: CallsOf, case_with: "MakeCase"
) -> None:
    case = case_with(FACTS)
    calls = calls_of(actor, purpose="supervision")
    AccessLine.objects.all().delete()
    for path in ("", "/position", "/facts", "/facts/family_name", "/documents", "/steps", "/proofs/may_hear"):
        assert calls.get(f"/cases/{case.key}{path}").status_code == 200, path
    assert calls.get("/cases").status_code == 200
    lines = list(AccessLine.objects.order_by("pk"))
    assert [line.what for line in lines] == [
        "case", "position", "facts", "facts", "documents", "steps", "proof", "worklist",
    ]  # fmt: skip
    assert {line.program for line in lines} == {calls.token.split("_")[1]}
    assert {line.purpose for line in lines} == {"supervision"}
    assert {line.account for line in lines} == {actor.account_id}


def test_a_case_its_facts_and_their_history(
    actor: "Actor", calls_of: CallsOf, case_with: "MakeCase", client_of: Callable[..., Any]
) -> None:
    case = case_with(FACTS)
    calls = calls_of(actor, language="en")
    assert calls.get(f"/cases/{case.key}").json()["name"] == "Haddad, Samir"
    [born] = [fact for fact in calls.get(f"/cases/{case.key}/facts").json() if fact["name"] == "date_of_birth"]
    assert (born["value"], born["label"], born["category"]) == ("1990-01-31", "Date of birth", "identity")
    sent = {"name": "date_of_birth", "value": "1991", "note": "Reisepass", "seen_fact_id": born["id"], "source": "Pass"}
    made = calls.post(f"/cases/{case.key}/facts", sent)
    assert (made.status_code, made.json()["value"]) == (201, "1991")
    history = calls.get(f"/cases/{case.key}/facts/date_of_birth").json()
    assert [fact["value"] for fact in history] == ["1991", "1990-01-31"]
    assert history[1]["closed_at"]
    action = Action.objects.get(kind="fact.corrected")
    assert action.references["program"] == calls.token.split("_")[1]
    assert "Berger, durch ein Programm" in client_of(actor).get(reverse("case", args=[case.key])).content.decode()
    assert list(verify()) == []


def test_a_value_that_changed_meanwhile_answers_with_what_is_held_and_never_its_content(
    actor: "Actor", calls_of: CallsOf, case_with: "MakeCase"
) -> None:
    case = case_with(FACTS)
    calls = calls_of(actor)
    stale = calls.post(
        f"/cases/{case.key}/facts", {"name": "family_name", "value": "Anders", "seen_fact_id": None, "note": "x"}
    )
    held = Fact.objects.get(name="family_name")
    assert stale.status_code == 409
    assert stale.json()["type"] == "urn:augenmass:problem:overtaken"
    assert stale.json()["held"]["id"] == held.pk
    assert "Haddad" not in stale.content.decode()
    [read] = calls.get(stale.json()["held"]["address"].removeprefix("/api/v1")).json()
    assert read["value"] == "Haddad"
    assert Fact.objects.filter(name="family_name").count() == 1


def test_a_fact_is_disputed_once(actor: "Actor", calls_of: CallsOf, case_with: "MakeCase") -> None:
    case, other = case_with(FACTS), case_with(FACTS)
    calls = calls_of(actor)
    fact = Fact.objects.get(case=case, name="family_name")
    path = f"/cases/{case.key}/facts/{fact.pk}/disputes"
    assert calls.post(f"/cases/{other.key}/facts/{fact.pk}/disputes", {"reason": "falsch"}).status_code == 404
    assert calls.post(path, {"reason": " "}).status_code == 422
    assert calls.post(path, {"reason": "Die Person nennt einen anderen Namen."}).status_code == 204
    assert calls.post(path, {"reason": "noch einmal"}).status_code == 409
    [held] = calls.get(f"/cases/{case.key}/facts/family_name").json()
    assert held["disputed"]
    assert held["disputes"] == ["Die Person nennt einen anderen Namen."]


def test_errors_quote_neither_what_was_sent_nor_what_is_held(
    actor: "Actor", calls_of: CallsOf, case_with: "MakeCase"
) -> None:
    case = case_with(FACTS | {"departure_proven": "yes", "decision_on": "2024-05-01"})
    calls = calls_of(actor)
    for sent in (
        {"name": "date_of_birth", "value": "Geheimnis", "seen_fact_id": 1},
        {"name": "whereabouts_unknown", "value": "yes", "seen_fact_id": None},
        {"name": "Geheimnis", "value": "yes", "seen_fact_id": None},
        {"name": "date_of_birth", "value": "1990", "seen_fact_id": "Geheimnis"},
        {"name": "language", "value": "Geheimnis", "seen_fact_id": None},
    ):
        answer = calls.post(f"/cases/{case.key}/facts", sent)
        assert answer.status_code == 422, sent
        assert "Geheimnis" not in answer.content.decode()
        assert "Haddad" not in answer.content.decode()
    contradiction = calls.post(
        f"/cases/{case.key}/facts", {"name": "whereabouts_unknown", "value": "yes", "seen_fact_id": None}
    )
    assert contradiction.json()["contradicts"] == "departure_proven"


def test_the_position_and_the_steps_say_what_the_page_says(
    actor: "Actor", calls_of: CallsOf, case_with: "MakeCase"
) -> None:
    case = case_with({"family_name": "Amani", "asylum_procedure_running": "yes"})
    calls = calls_of(actor)
    position = calls.get(f"/cases/{case.key}/position").json()
    steps = calls.get(f"/cases/{case.key}/steps").json()
    assert position["whole"]
    assert position["lane"]["id"] == case.position.lane
    assert [step["id"] for step in position["next_steps"]] == case.position.content["next_steps"]
    assert [step["step"]["id"] for step in steps["possible"]] == case.position.content["next_steps"]
    assert steps["version"] == case.version
    blocked = calls.get(f"/cases/{case.key}/steps/arrange_removal").json()
    assert blocked["answer"] != "yes"
    assert blocked["blockers"]
    past = calls.get(f"/cases/{case.key}/position", true_on="2026-05-04", known_on="2020-01-01").json()
    assert (past["on"], past["lane"]["id"]) == ("2026-05-04", "clarify")
    for asked in ("position", "proofs/may_arrange_removal"):
        before = calls.get(f"/cases/{case.key}/{asked}", true_on="2026-05-03")
        assert before.status_code == 422
        assert before.json()["detail"].startswith("Der Rechtskatalog beginnt am 04.05.2026.")


def test_a_program_begins_a_draft_and_its_owner_signs_it_on_a_page(
    actor: "Actor", calls_of: CallsOf, case_with: "MakeCase", client_of: Callable[..., Any]
) -> None:
    case = case_with({"family_name": "Amani"})
    calls = calls_of(actor)
    asked = calls.get(f"/cases/{case.key}/steps/check_prospects").json()
    assert [field["name"] for field in asked["fields"] if field["required"]] == ["residence_prospect"]
    sent = {
        "inputs": {"residence_prospect": "no"},
        "reasons": "Aktenlage geprüft",
        "seen_version": asked["version"],
        "submission": str(uuid4()),
    }
    path = f"/cases/{case.key}/steps/check_prospects/drafts"
    made = calls.post(path, sent)
    again = calls.post(path, sent)
    assert (made.status_code, again.status_code) == (201, 200)
    assert made.json()["key"] == again.json()["key"]
    assert made.json()["state"] == "draft"
    taking = StepTaking.objects.get()
    assert not hasattr(taking, "signature")
    assert not Fact.objects.filter(case=case, name="prospects_checked_on").exists()
    assert [draft["state"] for draft in calls.get(f"/cases/{case.key}/steps").json()["under_way"]] == ["draft"]

    browser = client_of(actor)
    page = made.json()["page"]
    case.refresh_from_db()
    revised = browser.post(
        f"{page}aendern/", sent | {"residence_prospect": "no", "seen_version": case.version, "reasons": "neu"}
    )
    assert revised.status_code == 302
    case.refresh_from_db()
    assert browser.post(f"{page}zeichnen/", {"seen_version": case.version}).status_code == 302
    assert calls.get(f"/drafts/{taking.key}").json()["state"] == "signed"
    assert Fact.objects.filter(case=case, name="prospects_checked_on", value=today().isoformat()).exists()


def test_no_token_signs_by_any_door(actor: "Actor", case_with: "MakeCase", token_of: Callable[..., str]) -> None:
    case = case_with({"family_name": "Amani"})
    program = recognise(token_of(actor), "").actor
    form = act.StepForm({"residence_prospect": "no"}, "Geprüft", case.version, uuid4())
    taking = act.begin(program, case.pk, "check_prospects", form)
    case.refresh_from_db()
    for sign in (act.give_to_sign, act.sign_second):
        with pytest.raises(act.NotPossible, match="Programm"):
            sign(program, taking, case.version)
    taking.refresh_from_db()
    assert taking.state == StepTaking.State.DRAFT


def test_a_step_that_is_blocked_or_overtaken_is_refused_with_what_stands_against_it(
    actor: "Actor", calls_of: CallsOf, case_with: "MakeCase"
) -> None:
    case = case_with({"family_name": "Amani", "asylum_procedure_running": "yes"})
    calls = calls_of(actor)
    sent: dict[str, object] = {"reasons": "weil", "seen_version": case.version, "submission": str(uuid4())}
    blocked = calls.post(f"/cases/{case.key}/steps/arrange_removal/drafts", sent)
    assert (blocked.status_code, blocked.json()["type"]) == (409, "urn:augenmass:problem:blocked")
    assert blocked.json()["blockers"]
    prospects = f"/cases/{case.key}/steps/check_prospects/drafts"
    stale = calls.post(prospects, sent | {"seen_version": case.version + 1, "inputs": {"residence_prospect": "no"}})
    assert (stale.status_code, stale.json()["version"]) == (409, case.version)
    missing = calls.post(prospects, sent)
    assert (missing.status_code, missing.json()["errors"][0]["at"]) == (422, "/inputs/residence_prospect")
    foreign = calls.post(prospects, sent | {"inputs": {"family_name": "Anders"}})
    assert (foreign.status_code, foreign.json()["errors"][0]["at"]) == (422, "/inputs/family_name")
    assert calls.post(f"/cases/{case.key}/steps/nonsense/drafts", sent).status_code == 404
    assert not StepTaking.objects.exists()


def test_a_submission_of_one_step_makes_no_other(actor: "Actor", calls_of: CallsOf, case_with: "MakeCase") -> None:
    case = case_with({"family_name": "Amani"})
    calls = calls_of(actor)
    sent = {
        "inputs": {"residence_prospect": "no"},
        "reasons": "weil",
        "seen_version": case.version,
        "submission": str(uuid4()),
    }
    assert calls.post(f"/cases/{case.key}/steps/check_prospects/drafts", sent).status_code == 201
    case.refresh_from_db()
    other = sent | {"inputs": {}, "seen_version": case.version}
    assert calls.post(f"/cases/{case.key}/steps/inform_about_rights/drafts", other).status_code == 409
    second = sent | {"seen_version": case.version, "submission": str(uuid4())}
    assert calls.post(f"/cases/{case.key}/steps/check_prospects/drafts", second).status_code == 409


def test_a_warning_is_drafted_with_its_letter(actor: "Actor", calls_of: CallsOf, case_with: "MakeCase") -> None:
    actor.body.land = "XM"
    actor.body.save()
    facts = {name: value for name, value in OBLIGED.items() if not VOCABULARY[name].derived}
    checked = {name: today().isoformat() for name in facts if name.startswith("checked_")}
    case = case_with(facts | checked | {"enforceability_checked_on": today().isoformat()})
    calls = calls_of(actor)
    assert "issue_warning" in {step["step"]["id"] for step in calls.get(f"/cases/{case.key}/steps").json()["possible"]}
    sent = {
        "inputs": {"departure_period_days": "14"},
        "reasons": "Der Zweck des Aufenthalts ist entfallen.",
        "seen_version": case.version,
        "submission": str(uuid4()),
    }
    made = calls.post(f"/cases/{case.key}/steps/issue_warning/drafts", sent)
    assert (made.status_code, made.json()["state"]) == (201, "draft")


def test_documents_are_listed_without_what_the_role_may_not_read(
    actor: "Actor",
    intake_clerk: "Actor",
    calls_of: CallsOf,
    case_with: "MakeCase",
    client_of: Callable[..., Any],
) -> None:
    case = case_with(FACTS)
    medical = add_document(actor, case.pk, b"%PDF-1.7", DocumentText(Document.Kind.MEDICAL, "Gutachten der Fachklinik"))
    path = f"/cases/{case.key}/documents"
    assert [one["title"] for one in calls_of(actor).get(path).json()] == ["Gutachten der Fachklinik"]
    assert calls_of(intake_clerk).get(path).json() == []
    sent = {"name": "language", "value": "de", "seen_fact_id": None, "evidence": str(medical.key)}
    assert calls_of(actor).post(f"/cases/{case.key}/facts", sent).json()["evidence"] == str(medical.key)
    [seen] = calls_of(intake_clerk).get(f"/cases/{case.key}/facts/language").json()
    assert (seen["value"], seen["evidence"]) == ("de", None)
    for page in ("case", "fact_history"):
        shown = client_of(intake_clerk).get(reverse(page, args=[case.key, *(["language"] if page != "case" else [])]))
        assert "Fachklinik" not in shown.content.decode()


def test_a_proof_shows_what_decides_and_what_would_change_it(
    actor: "Actor", intake_clerk: "Actor", calls_of: CallsOf, case_with: "MakeCase"
) -> None:
    case = case_with({"family_name": "Amani", "asylum_procedure_running": "yes"})
    proof = calls_of(actor, language="en").get(f"/cases/{case.key}/proofs/may_arrange_removal").json()
    assert proof["answer"] != "yes"
    assert proof["proof"]["children"]
    assert proof["changes"]
    assert calls_of(actor).get(f"/cases/{case.key}/proofs/nonsense").status_code == 404
    assert calls_of(intake_clerk).get(f"/cases/{case.key}/proofs/may_arrange_removal").status_code == 404


def test_what_two_people_establish_waits_for_the_second_who_is_no_program(
    actor: "Actor", make_actor: "MakeActor", calls_of: CallsOf, token_of: Callable[..., str], case_with: "MakeCase"
) -> None:
    case = case_with({name: value for name, value in WARNED.items() if not VOCABULARY[name].derived})
    proof = add_document(actor, case.pk, b"%PDF-1.7", DocumentText(Document.Kind.OTHER, "Verfügung"))
    calls = calls_of(actor)
    sent = {"name": "removal_arranged_on", "value": today().isoformat(), "seen_fact_id": None}
    assert calls.post(f"/cases/{case.key}/facts", sent).status_code == 422
    made = calls.post(f"/cases/{case.key}/facts", sent | {"evidence": str(proof.key)})
    assert (made.status_code, made.json()["disputed"]) == (201, True)
    assert Task.objects.filter(case=case, kind=Task.Kind.SIGNATURE, done_by=None).count() == 1
    second = recognise(token_of(make_actor("zweite", actor.body, "approver")), "").actor
    with pytest.raises(NotDone, match="Programm"):
        confirm_fact(second, case.pk, made.json()["id"])
    withdrawn = calls.post(f"/cases/{case.key}/facts/{made.json()['id']}/disputes", {"reason": "Irrtum"})
    assert withdrawn.status_code == 204
    assert not Task.objects.filter(case=case, kind=Task.Kind.SIGNATURE, done_by=None).exists()
