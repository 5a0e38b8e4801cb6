"""Finding a basis for every receiver of an item, or saying what is missing for whom."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.conferences.models import Conference, Item, Participant, Release
from augenmass.conferences.rules.basis import PERSON, Asked, Found, Lack, basis_for
from augenmass.law.time import today
from augenmass.law.transmission.catalogue import transmission_catalogue
from augenmass.record.ledger import Entry
from augenmass.transmissions.rules.classes import party_kind
from augenmass.work.refusal import NotDone


@dataclass(frozen=True, slots=True)
class Grounds:
    """To whom an item goes, and what its giver says to the questions of the matrix."""

    receivers: tuple[UUID, ...]
    told: Mapping[str, str] = field(default_factory=dict)
    occasion: str = ""
    reason: str = ""
    provision: str = ""
    """On which the giver's assessment rests, from the candidates that the matrix named."""


class NotBased(NotDone):
    """Nobody may read it on this basis: the sentence says why, ``questions`` what is left to answer."""

    def __init__(self, sentence: str, questions: Sequence[str], candidates: Sequence[str] = ()) -> None:
        super().__init__(sentence)
        self.questions = tuple(questions)
        self.candidates = tuple(candidates)


def receivers_of(conference: Conference, giver: Participant, keys: Collection[UUID]) -> list[Participant]:
    """The chosen participants, the giver left out. Raises ``NotDone`` for none, and for somebody who takes no part (any more)."""
    found = list(Participant.objects.filter(conference=conference, ended_at=None, key__in=keys).select_related("body"))
    if len(found) != len(set(keys)):
        raise NotDone(_("Eine gewählte Person nimmt nicht mehr an der Konferenz teil. Bitte wählen Sie neu."))
    chosen = [seat for seat in found if seat.pk != giver.pk]
    if not chosen:
        raise NotDone(_("Bitte wählen Sie, wem Sie das mitteilen. Ohne Empfänger ist es keine Angabe der Konferenz."))
    return chosen


def based(
    giver: Participant, receivers: Sequence[Participant], data_class: str, purpose: str, grounds: Grounds
) -> dict[int, Found]:
    """The basis for each receiver by the id of the seat. Raises ``NotBased`` where one has none: then nothing is saved."""
    assert giver.body is not None
    sender = party_kind(giver.body.kind)
    by_kind: dict[tuple[str, bool], Found] = {}
    result: dict[int, Found] = {}
    for seat in receivers:
        way = (_kind(seat), seat.body_id == giver.body_id)
        if way not in by_kind:
            by_kind[way] = _ask(sender, way, data_class, purpose, grounds)
        result[seat.pk] = by_kind[way]
    lacking = [seat for seat in receivers if result[seat.pk].basis is None]
    if lacking:
        found = [result[seat.pk] for seat in lacking]
        questions = dict.fromkeys(name for one in found for name in one.questions)
        candidates = dict.fromkeys(norm for one in found for norm in one.candidates)
        raise NotBased(_sentence(lacking, result), list(questions), list(candidates))
    return result


def release(
    e: Entry, item: Item, bases: Mapping[int, Found], receivers: Sequence[Participant], told: Mapping[str, str]
) -> None:
    """Release an item to seats, in the present turn of its conference, which is locked."""
    catalogue = transmission_catalogue().hash
    for seat in receivers:
        found = bases[seat.pk]
        assert found.basis is not None
        Release.objects.create(
            item=item,
            conference_id=item.conference_id,
            participant=seat,
            account_id=seat.account_id,
            body_id=seat.body_id,
            giver_account_id=item.giver_account_id,
            giver_body_id=item.giver_body_id,
            turn=item.conference.turn,
            basis=found.basis.value,
            provisions=list(found.provisions),
            told=dict(told),
            catalogue=catalogue,
            assessment=found.reason,
            made_at=e.book.at,
        )


def _kind(seat: Participant) -> str:
    if seat.body is None:
        return PERSON
    return party_kind(seat.body.kind)


def _ask(sender: str, way: tuple[str, bool], data_class: str, purpose: str, grounds: Grounds) -> Found:
    receiver, same_body = way
    try:
        return basis_for(
            Asked(
                sender,
                receiver,
                purpose,
                data_class,
                today(),
                same_body,
                grounds.told,
                grounds.occasion,
                grounds.reason,
                grounds.provision,
            )
        )
    except ValueError as error:
        raise NotDone(_("Bitte wählen Sie Zweck, Anlass und Datenart aus der Liste.")) from error


def _sentence(lacking: Sequence[Participant], result: Mapping[int, Found]) -> str:
    by_lack: dict[Lack | None, list[str]] = {}
    for seat in lacking:
        names = by_lack.setdefault(result[seat.pk].lack, [])
        if seat.organisation not in names:
            names.append(seat.organisation)
    words = {
        Lack.DENIED: _(
            "Für %(bodies)s gibt es keine Vorschrift, die diese Angabe zu diesem Zweck erlaubt. Bitte nehmen Sie diese Empfänger heraus oder halten Sie fest, warum Sie nichts mitteilen."
        ),
        Lack.BRAKE_OPEN: _(
            "Für %(bodies)s ist noch nicht ausgeschlossen, dass ein Geheimnis oder eine Sperre entgegensteht. Bitte beantworten Sie die Fragen."
        ),
        Lack.REASON_MISSING: _(
            "Für %(bodies)s ist keine Vorschrift festgestellt. Bitte beantworten Sie die Fragen, oder wählen Sie die Vorschrift und begründen Sie Ihre Einschätzung in mindestens 20 Zeichen; sie steht mit Ihrem Namen bei der Angabe."
        ),
    }
    return " ".join(words[lack] % {"bodies": ", ".join(names)} for lack, names in by_lack.items() if lack is not None)
