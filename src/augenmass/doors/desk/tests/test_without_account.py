"""Links without an account: all of them share one limit of tries, and a browser tells nobody of the secret."""

import pytest
from django.conf import settings
from django.test import Client, override_settings
from django.urls import reverse

pytestmark = pytest.mark.db
LINKS = ("provider_link", "interpreter_link", "adviser_link")


def test_all_links_share_one_limit() -> None:
    limits = {**settings.ACCOUNT_RATE_LIMITS, "links_without_account": "2/m/ip"}
    with override_settings(ACCOUNT_RATE_LIMITS=limits):
        client = Client(REMOTE_ADDR="192.0.2.78")
        answers = [client.post(reverse(name, args=["gefaelscht"])) for name in LINKS]
    assert [answer.status_code for answer in answers] == [404, 404, 429]
    assert [answer["Referrer-Policy"] for answer in answers] == ["no-referrer"] * 3
    assert answers[-1]["Retry-After"] == "60"


@pytest.mark.parametrize(
    ("action", "address", "found"),
    [("calendar_feeds", "/kalender/gefaelscht.ics", 404), ("certificate_checks", "/bescheinigung/?code=FALSCH", 200)],
)
def test_requests_that_only_read_count_too(action: str, address: str, found: int) -> None:
    with override_settings(ACCOUNT_RATE_LIMITS={**settings.ACCOUNT_RATE_LIMITS, action: "2/m/ip"}):
        client = Client(REMOTE_ADDR="192.0.2.79")
        assert [client.get(address).status_code for _time in range(3)] == [found, found, 429]
