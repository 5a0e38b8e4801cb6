"""The code of the letter: opens once, for the address it went to, and not for long."""

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from augenmass.access.actor import Actor
from augenmass.agreements.models import DoorCode, Participant
from augenmass.cases.actions.facts import FactEntry, establish_fact
from augenmass.cases.models import Document
from augenmass.law.time import now, today, travel
from augenmass.person_access.actions import codes
from augenmass.person_access.actions.accesses import NewAccess, NotAddressed, end_access, open_access, order_code
from augenmass.person_access.actions.visits import recognise, sign_in_by_code, sign_out
from augenmass.person_access.models import Access, Code
from augenmass.person_access.rules import CODE_LASTS, SELECTOR_DIGITS, Refused, digits_of
from augenmass.record.models import Action, Case, Fact
from augenmass.record.one_time_code import MOST_FAILURES
from augenmass.work.refusal import NotDone

if TYPE_CHECKING:
    from augenmass.conftest import MakeCase
    from augenmass.person_access.tests.conftest import PrintCode

pytestmark = [pytest.mark.db, pytest.mark.django_db]


def test_a_code_opens_once(access: Access, print_code: "PrintCode") -> None:
    code = print_code(access)
    person = recognise(sign_in_by_code(code))
    assert person is not None
    assert (person.case_id, person.access_id, person.name) == (access.case_id, access.pk, "Karim Haddad")
    with pytest.raises(Refused):
        sign_in_by_code(code)


@pytest.mark.parametrize("write", ["٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"])
def test_digits_of_other_scripts_are_the_same_code(access: Access, print_code: "PrintCode", write: str) -> None:
    code = print_code(access)
    typed = "".join(write[int(sign)] if sign.isdigit() else sign for sign in code)
    assert recognise(sign_in_by_code(typed)) is not None


def test_what_cannot_be_a_code_is_none() -> None:
    assert digits_of("1234-5678 9012.3456") == "1234567890123456"
    assert digits_of("1234 5678 9012 345") == ""
    assert digits_of("1234 5678 9012 345O6") == ""


def test_no_code_begins_as_an_open_one_of_a_counsellor(
    access: Access, print_code: "PrintCode", monkeypatch: pytest.MonkeyPatch
) -> None:
    of_a_case, of_a_counsellor, free = "1111111000000001", "2222222000000002", "3333333000000003"
    person = Participant.objects.create(body=access.case.body, name="Ada Vergangen", language="ar")
    at = now()
    DoorCode.objects.create(
        key=uuid4(),
        participant=person,
        selector=of_a_counsellor[:SELECTOR_DIGITS],
        digest="-",
        made_at=at,
        expires_at=at + CODE_LASTS,
        ordered_by=access.opened_by,
    )
    drawn = iter((of_a_case, of_a_counsellor, of_a_case, free))
    monkeypatch.setattr(codes, "new_code", lambda: next(drawn))
    assert digits_of(print_code(access)) == of_a_case
    assert codes.unused_code() == free


def test_nothing_of_the_code_is_kept(access: Access, print_code: "PrintCode") -> None:
    code = "".join(print_code(access).split())
    kept = Code.objects.values().get()
    assert code not in str(kept)
    assert code[7:] not in str(kept)
    assert code not in str(list(Action.objects.values_list("references", flat=True)))
    assert not Document.objects.exists()


def test_wrong_digits_end_the_code_after_some_tries(access: Access, print_code: "PrintCode") -> None:
    code = print_code(access)
    digits = "".join(code.split())
    wrong = digits[:7] + f"{(int(digits[7:]) + 1) % 10**9:09d}"
    for _number in range(MOST_FAILURES - 1):
        with pytest.raises(Refused):
            sign_in_by_code(wrong)
    assert Code.objects.get().ended_at is None
    with pytest.raises(Refused):
        sign_in_by_code(wrong)
    assert Code.objects.get().ended_at is not None
    with pytest.raises(Refused):
        sign_in_by_code(code)


def test_a_code_expires(access: Access, print_code: "PrintCode") -> None:
    code = print_code(access)
    with travel(now() + CODE_LASTS + timedelta(minutes=1)), pytest.raises(Refused):
        sign_in_by_code(code)


def test_a_new_code_ends_the_earlier_one(access: Access, print_code: "PrintCode") -> None:
    first, second = print_code(access), print_code(access)
    with pytest.raises(Refused):
        sign_in_by_code(first)
    assert recognise(sign_in_by_code(second)) is not None


def test_a_code_to_an_old_address_opens_nothing(access: Access, print_code: "PrintCode", actor: Actor) -> None:
    code = print_code(access)
    held = Fact.objects.get(case=access.case_id, name="address_street")
    establish_fact(actor, access.case_id, FactEntry("address_street", "Neuer Weg 9", note="umgezogen"), held.pk)
    with pytest.raises(Refused):
        sign_in_by_code(code)
    assert Code.objects.get().ended_at is not None


def test_the_same_form_prints_one_letter(access: Access, actor: Actor) -> None:
    key = uuid4()
    order_code(actor, access.key, key, "https://zugang.example/portal/")
    with pytest.raises(NotDone, match="schon erstellt"):
        order_code(actor, access.key, key, "https://zugang.example/portal/")
    assert Code.objects.count() == 1


def test_without_an_address_no_letter(actor: Actor, case_with: "MakeCase") -> None:
    case = case_with({"family_name": "Haddad", "first_names": "Karim", "date_of_birth": "1990-01-31"})
    with pytest.raises(NotAddressed, match="Anschrift"):
        open_access(actor, case.pk, NewAccess(uuid4(), Access.Kind.PERSON))


def test_a_minor_without_guardian_gets_no_letter(actor: Actor, case_with: "MakeCase", case: Case) -> None:
    from augenmass.person_access.tests.conftest import HELD

    minor = case_with(HELD | {"date_of_birth": "2015-05-05"})
    for kind in (Access.Kind.PERSON, Access.Kind.GUARDIAN):
        with pytest.raises(NotAddressed):
            open_access(actor, minor.pk, NewAccess(uuid4(), kind))


def test_a_visit_ends_by_itself_and_by_hand(access: Access, print_code: "PrintCode") -> None:
    token = sign_in_by_code(print_code(access))
    with travel(now() + timedelta(minutes=31)):
        assert recognise(token) is None
    person = recognise(token)
    assert person is not None
    sign_out(person)
    assert recognise(token) is None
    assert recognise("") is None


def test_an_ended_access_ends_everything(access: Access, print_code: "PrintCode", actor: Actor) -> None:
    token, code = sign_in_by_code(print_code(access)), print_code(access)
    end_access(actor, access.key)
    assert recognise(token) is None
    with pytest.raises(Refused):
        sign_in_by_code(code)


def test_a_representative_signs_in_until_the_last_day(
    actor: Actor, case_with: "MakeCase", print_code: "PrintCode"
) -> None:
    from augenmass.cases.actions.documents import DocumentText, add_document
    from augenmass.person_access.tests.conftest import HELD

    case = case_with(
        HELD
        | {
            "representative_name": "Kanzlei Lindqvist",
            "representative_address": "Am Ring 3, 06999 Nordheim",
            "written_authority_shown": "yes",
        }
    )
    paper = add_document(actor, case.pk, b"%PDF-1.7 %%EOF", DocumentText(Document.Kind.AUTHORITY, "Vollmacht"))
    kind, last = Access.Kind.REPRESENTATIVE, today() + timedelta(days=10)
    for wrong in (NewAccess(uuid4(), kind, None, last), NewAccess(uuid4(), kind, paper.key, None)):
        with pytest.raises(NotDone):
            open_access(actor, case.pk, wrong)
    access = open_access(actor, case.pk, NewAccess(uuid4(), kind, paper.key, last))
    code = print_code(access)
    with travel(now() + timedelta(days=10)):
        token = sign_in_by_code(code)
        assert recognise(token) is not None
    code = print_code(access)
    with travel(now() + timedelta(days=11)):
        assert recognise(token) is None
        with pytest.raises(Refused):
            sign_in_by_code(code)


def test_another_body_orders_nothing(access: Access, outsider: Actor) -> None:
    with pytest.raises(Access.DoesNotExist):
        order_code(outsider, access.key, uuid4(), "https://zugang.example/portal/")
