"""The worklist: what is counted is what is listed, nobody sees another body's cases, and a page asks few questions."""

from contextlib import ExitStack

import pytest
from django.conf import settings
from django.db import connections
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from augenmass.access.models import AccessLine
from augenmass.cases.models import PositionMark
from augenmass.cases.queries.worklist import PAGE, WorklistFilter, filtered, worklist

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases=["default", "access_log"])]

MOST_QUERIES = 12
"""One of them asks whether the operator looks on: that stands on every page."""


def test_every_step_lane_and_doubt_counts_what_it_lists(actor, case_with) -> None:
    case_with({"family_name": "Haddad", "suspension_kind": "impossible", "suspension_valid_until": "2031-01-31"})
    case_with({"family_name": "Amani", "asylum_procedure_running": "yes"})
    case_with({"family_name": "Torres"})
    for kind, key in PositionMark.objects.values_list("kind", "key").distinct():
        if kind in ("step", "blocker", "doubt", "deadline"):
            found = worklist(actor, WorklistFilter(**{kind: key}))
            assert found.count == len(found.rows) == PositionMark.objects.filter(kind=kind, key=key).count() > 0


def test_each_word_must_begin_a_word_of_the_case(actor, case_with) -> None:
    case = case_with({"family_name": "Müller-Çelik", "first_names": "Ayşe", "aliases": "Aische Celik"}, number="N-77")
    for text in ("mül", "mueller", "celik ays", "aische", "N-77", "77"):
        assert [row.pk for row in filtered(actor, WorklistFilter(search=text))] == [case.pk], text
    for text in ("üller", "mueller xyz", "%", "   ."):
        assert not filtered(actor, WorklistFilter(search=text)), text


def test_a_case_of_another_body_is_neither_listed_nor_counted(actor, outsider, case_with) -> None:
    case_with({"family_name": "Haddad"})
    found = worklist(outsider, WorklistFilter())
    assert (found.rows, found.count) == ([], 0)
    assert worklist(outsider, WorklistFilter(search="haddad")).count == 0


def test_reading_the_list_leaves_an_access_line(actor, case_with) -> None:
    case_with({"family_name": "Haddad"})
    worklist(actor, WorklistFilter(search="had"))
    line = AccessLine.objects.get()
    assert (line.what, line.rows, line.account) == ("search", 1, actor.account_id)


def test_the_pages_ask_the_same_few_questions_whatever_the_size(actor, case_with, client_of) -> None:
    client = client_of(actor)
    first = case_with({"family_name": "Haddad"})
    client.get(reverse("worklist"))  # the session and the catalogue are there

    def questions(address: str) -> int:
        with ExitStack() as stack:
            captured = [stack.enter_context(CaptureQueriesContext(connections[name])) for name in settings.DATABASES]
            assert client.get(address).status_code == 200
        return sum(len(found) for found in captured)

    addresses = [reverse("worklist"), reverse("worklist") + "?q=had&lane=clarify", reverse("case", args=[first.key])]
    few = [questions(address) for address in addresses]
    for number in range(PAGE + 5):
        case_with({"family_name": f"Haddad{number}"})
    many = [questions(address) for address in addresses]
    assert many == few
    assert max(many) <= MOST_QUERIES, many
