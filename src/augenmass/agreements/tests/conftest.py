"""A counsellor, an agreement ready to be signed, and a signed one."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

if TYPE_CHECKING:
    from augenmass.access.actor import Actor
    from augenmass.agreements.models import Agreement, Edition
    from augenmass.conftest import MakeActor
    from augenmass.directory.models import Body

GERMAN_LETTER = "Den Brief der Schule gemeinsam lesen"


@pytest.fixture
def office(db: None) -> "Body":
    """A public counselling office."""
    from augenmass.directory.models import Body

    return Body.objects.create(
        key="beratung", kind=Body.Kind.COUNSELLING, name="Migrationsberatung Nordheim", land="ST", town="Nordheim"
    )


@pytest.fixture
def counsellor(make_actor: "MakeActor", office: "Body") -> "Actor":
    return make_actor("nowak", office, "integration_counsellor")


@pytest.fixture
def working_day() -> Callable[[int], object]:
    """A day so many weeks ahead that is no holiday and no weekend in the office's Land."""

    def find(weeks: int) -> object:
        from augenmass.agreements.rules.days import falls_on
        from augenmass.law.time import today

        day = today() + timedelta(weeks=weeks)
        while falls_on(day, "ST"):
            day += timedelta(days=1)
        return day

    return find


@pytest.fixture
def begun(counsellor: "Actor") -> Callable[..., "Agreement"]:
    """Begins an agreement; a newcomer of whom name and language are known."""

    def make(language: str = "uk", situation: str = "arrival", **known: object) -> "Agreement":
        from augenmass.agreements.actions.starting import Known, begin_agreement

        return begin_agreement(
            counsellor, uuid4(), Known(str(known.pop("name", "Olena Bondar")), language, **known), situation
        )

    return make


@pytest.fixture
def explained(counsellor: "Actor") -> Callable[["Agreement"], "Edition"]:
    """Brings the draft of an agreement as far as the signatures."""

    def bring(agreement: "Agreement") -> "Edition":
        from augenmass.agreements.actions.drafting import fix_text
        from augenmass.agreements.actions.translating import explain, to_translate, translate
        from augenmass.law.time import today

        fix_text(counsellor, agreement.key, version(agreement))
        edition = in_work(agreement)
        if edition.foreign:
            own = {place: f"{text} (переклад)" for place, text in to_translate(edition).items()}
            translate(counsellor, agreement.key, version(agreement), own, "Iryna Melnyk", all_checked=False)
        explain(counsellor, agreement.key, version(agreement), today(), "Iryna Melnyk")
        return in_work(agreement)

    return bring


@pytest.fixture
def signed(
    begun: Callable[..., "Agreement"], explained: Callable[["Agreement"], "Edition"], counsellor: "Actor"
) -> Callable[..., "Agreement"]:
    """An agreement that both sides signed on the screen."""

    def make(language: str = "uk", **known: object) -> "Agreement":
        agreement = begun(language, **known)
        sign_both(counsellor, agreement, explained(agreement))
        agreement.refresh_from_db()
        return agreement

    return make


def sign_both(counsellor: "Actor", agreement: "Agreement", edition: "Edition") -> None:
    """Sign an explained edition, first the person, then the counsellor."""
    from augenmass.agreements.actions.signing import Signing, sign_as_counsellor, sign_with_person

    said = Signing(edition.digest, "screen")
    sign_with_person(counsellor, agreement.key, version(agreement), said)
    sign_as_counsellor(counsellor, agreement.key, version(agreement), said)


def version(agreement: "Agreement") -> int:
    """The newest version, as a page that was just opened carries it."""
    agreement.refresh_from_db()
    return agreement.version


def in_work(agreement: "Agreement") -> "Edition":
    """The edition that is worked on."""
    from augenmass.agreements.models import Edition

    return agreement.editions.get(stage__in=Edition.OPEN)


def newest_key(agreement: "Agreement") -> UUID:
    """Key of the newest edition."""
    return agreement.editions.order_by("-number").values_list("key", flat=True)[0]
