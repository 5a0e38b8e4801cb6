"""Fixtures of the door: a case, a way in, a browser in which the person is signed in."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from augenmass.person_access.tests.conftest import access, case, print_code

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.person_access.models import Access
    from augenmass.person_access.tests.conftest import PrintCode

__all__ = ["access", "case", "print_code"]
Enter = Callable[["Access"], "Client"]


@pytest.fixture
def enter(print_code: "PrintCode") -> Enter:
    """Signs somebody in by a code, through the page for it."""
    from django.core.cache import cache
    from django.test import Client

    def make(access: "Access") -> "Client":
        cache.clear()
        client = Client()
        answer = client.post("/portal/anmelden/", {"code": print_code(access)})
        assert answer.status_code == 302, answer.content.decode()
        assert answer["Location"] == "/portal/"
        return client

    return make
