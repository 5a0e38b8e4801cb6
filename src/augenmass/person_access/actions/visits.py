"""Signing in by a code, staying signed in, signing out. All of it before or without any member of staff."""

from django.db import transaction

from augenmass.access.reader import SystemRole, as_system
from augenmass.law.time import now, today
from augenmass.person_access.actions.accesses import addressee_now
from augenmass.person_access.models import Access, Code, Visit
from augenmass.person_access.person import Person
from augenmass.person_access.rules import (
    SEEN_AGAIN,
    SELECTOR_DIGITS,
    Refused,
    Wrong,
    digits_of,
    holds,
    visit_over,
)
from augenmass.person_access.secrets import address_digest, code_digest, new_token, token_digest


def sign_in_by_code(typed: str) -> str:
    """Use a code; returns what the browser is to hold. Raises ``Refused``: the same for every reason, so that nobody learns which codes there are."""
    digits = digits_of(typed)
    with as_system(SystemRole.PORTAL), transaction.atomic():
        code = _open_code(digits) if digits else None
        if code is not None and _fits(code, digits):
            Code.objects.filter(pk=code.pk).update(used_at=now())
            return begin_visit(code.access, Visit.How.CODE)
    raise Refused(Wrong.CODE)


def _open_code(digits: str) -> Code | None:
    """The open code that the first digits name, locked, so that of two requests at once one uses it."""
    rows = Code.objects.select_for_update(of=("self",)).select_related("access__case")
    found = rows.filter(selector=digits[:SELECTOR_DIGITS], used_at=None, ended_at=None).first()
    return found if found is not None and found.expires_at > now() else None


def _fits(code: Code, digits: str) -> bool:
    if code.digest != code_digest(digits):
        code.count_failure(now())
        return False
    addressee = addressee_now(code.access.case, code.access.kind)[0]
    if addressee is None or address_digest(addressee) != code.address_digest:
        # The record holds another address by now: whoever has the letter need not be the person.
        Code.objects.filter(pk=code.pk).update(ended_at=now())
        return False
    return access_holds(code.access)


def access_holds(access: Access) -> bool:
    """Whether somebody may sign in by this access today."""
    return access.ended_by_id is None and access.erased_by_id is None and holds(access.valid_until, today())


def begin_visit(access: Access, how: Visit.How) -> str:
    """Begin a visit in a transaction under way; returns what the browser is to hold."""
    token, at = new_token(), now()
    Visit.objects.create(access=access, digest=token_digest(token), how=how, begun_at=at, seen_at=at)
    return token


def recognise(token: str) -> Person | None:
    """Who holds this token; None where there is no such visit, it is over, or the access ended."""
    if not token:
        return None
    with as_system(SystemRole.PORTAL):
        visit = Visit.objects.filter(digest=token_digest(token), ended_at=None).select_related("access__case").first()
        if visit is None or visit_over(visit.begun_at, visit.seen_at, now()) or not access_holds(visit.access):
            return None
        if now() - visit.seen_at > SEEN_AGAIN:
            Visit.objects.filter(pk=visit.pk).update(seen_at=now())
    access = visit.access
    return Person(access.pk, visit.pk, access.case_id, access.case.body_id, Access.Kind(access.kind), access.name)


def sign_out(person: Person) -> None:
    """End the visit."""
    with as_system(SystemRole.PORTAL):
        Visit.objects.filter(pk=person.visit_id, ended_at=None).update(ended_at=now())
