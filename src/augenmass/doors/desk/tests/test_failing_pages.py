"""Pages that tell of a failure carry the same marks as every other page, without asking the database."""

import pytest
from django.db import DatabaseError, OperationalError
from django.test import RequestFactory, override_settings

from augenmass.access.actor import Actor
from augenmass.doors.desk.views.errors import failed
from augenmass.gate import queries

pytestmark = [pytest.mark.db, pytest.mark.django_db]
INVENTED, NOT_RELEASED = "Alle Personen sind erfunden", "Nicht freigegeben: keine Echtdaten"


def _page(error: Exception, actor: Actor | None = None, **cookies: str) -> tuple[int, str]:
    request = RequestFactory().get("/faelle/")
    request.COOKIES |= cookies
    request.actor = actor  # type: ignore[attr-defined]
    try:
        raise error
    except (ValueError, DatabaseError):
        answer = failed(request)
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize(("error", "status"), [(ValueError("x"), 500), (OperationalError("x"), 503)])
def test_failing_pages_say_that_people_are_invented_or_that_nothing_was_released(
    error: Exception, status: int, actor: Actor, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries
) -> None:
    monkeypatch.setattr(queries, "_said", {})
    with override_settings(DEMO=True, PRODUCTION=False), django_assert_num_queries(0):
        code, page = _page(error, actor, kern_theme="dark")
    assert code == status
    assert INVENTED in page
    assert NOT_RELEASED not in page
    with override_settings(DEMO=False, PRODUCTION=False):
        code, page = _page(error, actor)
    assert INVENTED not in page
    assert NOT_RELEASED not in page
    with override_settings(DEMO=False, PRODUCTION=True), django_assert_num_queries(0):
        assert NOT_RELEASED in _page(error, actor)[1], "never asked: rather too much than too little"


def test_a_released_body_is_not_called_unreleased_while_its_database_is_away(
    actor: Actor, outsider: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "_said", {})
    away = OperationalError("x")

    def raises(*_given: object) -> bool:
        raise away

    with override_settings(DEMO=False, PRODUCTION=True):
        monkeypatch.setattr(queries, "is_released", lambda body: body == actor.body)
        assert not queries.unreleased(actor)
        assert queries.unreleased(outsider)
        monkeypatch.setattr(queries, "is_released", raises)
        assert not queries.unreleased(actor)
        assert NOT_RELEASED not in _page(away, actor)[1]
        assert NOT_RELEASED in _page(away, outsider)[1]
        assert NOT_RELEASED in _page(away, None)[1]
