"""What steps wait for: counted without cases, small counts left out, no enforcement, only what the reader may know."""

import pytest

from augenmass.access.models import AccessLine
from augenmass.cases import open_points as counting
from augenmass.cases.models import LegalPosition, OpenPoint
from augenmass.cases.open_points import COUNTED, count_open_points, count_points
from augenmass.cases.queries.open_points import open_points
from augenmass.law.catalogue import Catalogue
from augenmass.law.vocabulary import VOCABULARY

ENFORCING = ("issue_warning", "revoke_suspension", "announce_removal", "refer_to_central_body", "arrange_removal")


def blocked(step: str, *blockers: str, answer: str = "not_established") -> dict:
    return {"step": step, "answer": answer, "blockers": list(blockers)}


@pytest.mark.unit
def test_steps_that_serve_enforcement_alone_do_not_count() -> None:
    assert {step.id for step in Catalogue.shipped().steps} >= COUNTED
    assert not COUNTED.intersection(ENFORCING)
    contents = [{"blocked": [blocked(step, "identity_established") for step in ENFORCING]}]
    assert count_points(contents) == ({}, {})


@pytest.mark.unit
def test_a_step_waits_only_for_what_is_not_established() -> None:
    found, alone = count_points(
        [
            {"blocked": [blocked("grant_suspension", "removal_impossible_in_fact")]},
            {"blocked": [blocked("grant_suspension", "removal_impossible_in_fact", "hardship_pending")]},
            {"blocked": [blocked("grant_suspension", "removal_impossible_in_fact", answer="no")]},
        ]
    )
    key = "removal_impossible_in_fact", "grant_suspension"
    assert (found[key], alone[key]) == (2, 1)
    assert found["hardship_pending", "grant_suspension"] == 1


@pytest.mark.unit
def test_a_doubt_waits_for_the_facts_that_clear_it_and_a_secret_is_not_counted() -> None:
    doubt = next(doubt for doubt in Catalogue.shipped().doubts if doubt.clears_with)
    secret = next(name for name, declared in VOCABULARY.items() if declared.category == "enforcement_secret")
    found, _alone = count_points([{"blocked": [blocked("close_case", doubt.id, secret)]}])
    assert {fact for fact, _step in found} == set(doubt.clears_with)


@pytest.mark.db
@pytest.mark.django_db
def test_small_counts_are_not_kept_and_a_new_count_replaces_the_old(case_with, body) -> None:
    cases = [case_with({"family_name": f"Fall {number}"}) for number in range(4)]
    content = {"blocked": [blocked("extend_period", "a_norm_out_of_its_time", "hardship_pending")]}
    LegalPosition.objects.filter(pk__in=[case.pk for case in cases[:3]]).update(content=content)
    LegalPosition.objects.filter(pk=cases[3].pk).update(
        content={"blocked": [blocked("extend_period", "hardship_pending")]}
    )
    count_open_points()
    count_open_points()
    rows = {row.fact: row for row in OpenPoint.objects.filter(body=body)}
    assert rows["hardship_pending"].cases == 4
    assert rows["hardship_pending"].alone == 0, "one case is too few to be told"
    assert all(row.cases >= counting.LEAST for row in rows.values())


@pytest.mark.db
@pytest.mark.django_db
def test_each_reader_learns_what_the_own_body_and_role_allow(actor, outsider, intake_clerk, body) -> None:
    from augenmass.law.time import today

    def point(fact: str, cases: int, alone: int) -> None:
        OpenPoint.objects.create(
            body=body, fact=fact, step="grant_suspension", cases=cases, alone=alone, counted_on=today()
        )

    point("hardship_pending", 90, 4)
    point("illness_claimed", 20, 10)
    point("retired_long_ago", 50, 50)

    found = open_points(actor)
    assert [shown.fact for shown in found.points] == ["illness_claimed", "hardship_pending"]
    assert found.counted_on == today()
    assert open_points(outsider).points == ()
    assert open_points(intake_clerk).points == (), "who does not learn of next steps learns nothing here"
    assert AccessLine.objects.filter(what="open_points", rows=0).count() == 3


@pytest.mark.db
@pytest.mark.django_db
def test_the_page_names_facts_and_who_can_clarify_them_but_no_case(client, actor, case_with, body) -> None:
    from augenmass.law.time import today

    case = case_with({"family_name": "Niemandem-Genannt"})
    OpenPoint.objects.create(
        body=body, fact="illness_claimed", step="grant_suspension", cases=12, alone=5, counted_on=today()
    )
    client.force_login(actor.account)
    page = client.get("/faelle/woran-es-liegt/").content.decode()
    assert VOCABULARY["illness_claimed"].de in page
    assert "5 Schritte" in page
    assert case.number not in page
    assert "Niemandem" not in page
    assert "/faelle/woran-es-liegt/" in client.get("/faelle/").content.decode()
