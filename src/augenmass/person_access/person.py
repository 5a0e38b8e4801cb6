"""Who reads and writes through the door of persons. Not an ``Actor``: no role, no body's cases, one case and only what was released."""

from dataclasses import dataclass
from typing import Any

from augenmass.access.reader import Reader, reading_as
from augenmass.person_access.models import Access


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is signed in for one case. Also the ``Who`` of what they hand in, which the body of the case keeps."""

    access_id: int
    visit_id: int
    case_id: int
    body_id: int
    kind: Access.Kind
    name: str

    @property
    def account_id(self) -> None:
        """No member of any staff."""

    @property
    def reads_only(self) -> bool:
        return False

    @property
    def program(self) -> str:
        return ""

    @property
    def concerned(self) -> bool:
        """Whether it is the person, not somebody for them."""
        return self.kind == Access.Kind.PERSON


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who is signed in for their own agreement by a code of their counsellor. No case is theirs here, and none is asked for."""

    visit_id: int
    participant_id: int
    name: str

    @property
    def concerned(self) -> bool:
        """Whether it is the person, not somebody for them."""
        return True


def reading_for_person(person: Person) -> Any:
    """A block in which the person reads: the second lock opens this one case."""
    return reading_as(Reader(person_case=person.case_id))
