"""The person's own agreement at their door: joined by the code of the counsellor, read, signed; nobody for them gets there."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from augenmass.access.actor import Actor
from augenmass.access.reader import reading_for
from augenmass.agreements.actions.ending import withdraw
from augenmass.agreements.actions.joining import make_join_code
from augenmass.agreements.models import Agreement, Signature
from augenmass.agreements.tests.conftest import begun, counsellor, explained, office, version
from augenmass.person_access.models import Access
from augenmass.record.models import Action

if TYPE_CHECKING:
    from augenmass.doors.portal.tests.conftest import Enter

pytestmark = [pytest.mark.db, pytest.mark.django_db]
__all__ = ["begun", "counsellor", "explained", "office"]


def test_the_person_joins_reads_and_signs_what_they_read(
    access: Access, enter: "Enter", counsellor: Actor, begun: Callable[..., Agreement], explained: Callable[..., Any]
) -> None:
    with reading_for(counsellor):
        agreement = begun("uk")
        edition = explained(agreement)
        code = make_join_code(counsellor, agreement.key, version(agreement))
    client, of_case = enter(access), Action.objects.filter(case=access.case_id).count()
    address = f"/portal/vereinbarung/{edition.key}/"
    assert client.get(address).status_code == 404
    assert client.post("/portal/vereinbarung/", {"agreement_code": "7K2M9-7K2M9"}).status_code == 422
    assert client.post("/portal/vereinbarung/", {"agreement_code": code}).status_code == 302
    assert address in client.get("/portal/vereinbarung/").content.decode()
    page = client.get(address).content.decode()
    assert "(переклад)" in page
    seen = re.search(r'name="seen" value="(\w{64})"', page)
    assert seen is not None
    assert client.post(address, {"seen": "0" * 64, "read": "on"}).status_code == 422
    assert client.post(address, {"seen": seen[1]}).status_code == 422
    assert not Signature.objects.exists()
    assert client.post(address, {"seen": seen[1], "read": "on"}).status_code == 302
    made = Signature.objects.get()
    assert (made.side, made.method, made.text_digest) == ("person", "portal", edition.digest)
    assert Action.objects.filter(case=access.case_id).count() == of_case


def test_what_was_signed_or_withdrawn_is_not_signed_again(
    access: Access, enter: "Enter", counsellor: Actor, begun: Callable[..., Agreement], explained: Callable[..., Any]
) -> None:
    with reading_for(counsellor):
        agreement, other = begun("uk"), begun("uk")
        editions = [explained(one) for one in (agreement, other)]
        codes = [make_join_code(counsellor, one.key, version(one)) for one in (agreement, other)]
    client = enter(access)
    for code in codes:
        assert client.post("/portal/vereinbarung/", {"agreement_code": code}).status_code == 302
    first, second = (f"/portal/vereinbarung/{edition.key}/" for edition in editions)
    sent = {"seen": editions[0].digest, "read": "on"}
    assert [client.post(first, sent).status_code for _time in range(2)] == [302, 302]
    assert "Sie haben diesen Text unterschrieben." in client.get(first).content.decode()
    with reading_for(counsellor):
        withdraw(counsellor, other.key, version(other))
    answer = client.post(second, {"seen": editions[1].digest, "read": "on"})
    assert answer.status_code == 422
    assert "Das wurde nicht unterschrieben" in answer.content.decode()
    assert Signature.objects.count() == 1
    assert "Das hat keine Folgen für Sie." in client.get("/portal/vereinbarung/").content.decode()


def test_somebody_for_the_person_sees_no_agreement(access: Access, enter: "Enter") -> None:
    client = enter(access)
    Access.objects.filter(pk=access.pk).update(kind=Access.Kind.GUARDIAN)
    assert client.get("/portal/vereinbarung/").status_code == 404
