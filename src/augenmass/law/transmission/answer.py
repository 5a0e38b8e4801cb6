"""What rooms ask: may these classes of data go from here to there for this purpose, by what provision, with what duties?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from augenmass.law.facts import Held, parse_value
from augenmass.law.norm import Modality
from augenmass.law.proof import Proof, prove_site
from augenmass.law.running import Run, run
from augenmass.law.transmission.brakes import BRAKES
from augenmass.law.transmission.catalogue import MAY_TRANSMIT, ROWS, transmission_catalogue
from augenmass.law.transmission.duties import POLICE_PART, Duty
from augenmass.law.transmission.rows.general import POLICE_REGIME
from augenmass.law.transmission.vocabulary import ENQUIRY
from augenmass.law.transmission.writing import Row
from augenmass.law.values import NO, UNKNOWN, YES, word

_WAY = ("sender_kind", "receiver_kind", "purpose", "data_class")


@dataclass(frozen=True, slots=True)
class Enquiry:
    """One enquiry. ``facts`` holds canonical texts by name; ``classes`` the kinds of data, each asked by itself."""

    sender: str
    receiver: str
    purpose: str
    classes: tuple[str, ...]
    on: date
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A provision that would carry a class of data if the facts in ``open`` were established in its favour."""

    row: Row
    open: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClassAnswer:
    """The answer for one class of data; ``proof`` shows why.

    ``brakes``: ids of brakes that hold or are not ruled out, and ``to_rule_out`` the facts that would rule out the latter.
    ``candidates``: provisions not established yet, the nearest first.
    """

    data_class: str
    answer: str
    provisions: tuple[Row, ...]
    candidates: tuple[Candidate, ...]
    brakes: tuple[str, ...]
    to_rule_out: tuple[str, ...]
    proof: Proof


@dataclass(frozen=True, slots=True)
class TransmissionAnswer:
    """The answer to an enquiry: yes only if every class may go. Anything but yes is no permission."""

    answer: str
    by_class: tuple[ClassAnswer, ...]
    duties: tuple[Duty, ...]

    @property
    def allowed(self) -> bool:
        """Whether everything asked for may be transmitted."""
        return self.answer == "yes"

    @property
    def commanded(self) -> bool:
        """Whether everything may go and a provision commands it."""
        return self.allowed and all(
            any(found.norm.modality is Modality.MUST for found in one.provisions) for one in self.by_class
        )

    @property
    def classes(self) -> tuple[str, ...]:
        """The classes of data that may go, if the others are left out."""
        return tuple(one.data_class for one in self.by_class if one.answer == "yes")

    @property
    def provisions(self) -> tuple[Row, ...]:
        """The provisions that carry the classes that may go, each once."""
        return tuple(dict.fromkeys(found for one in self.by_class if one.answer == "yes" for found in one.provisions))


def transmission_answer(enquiry: Enquiry) -> TransmissionAnswer:
    """Return the answer with its provisions, duties and proofs.

    Raises ``ValueError`` for an enquiry without a class of data, that names the way among its facts, or names no known fact or value.
    """
    if not enquiry.classes:
        raise ValueError("an enquiry names at least one class of data")
    told = _held(enquiry)
    answers = tuple(_answer(name, told, enquiry) for name in dict.fromkeys(enquiry.classes))
    values = {one.answer for one in answers}
    whole = "no" if "no" in values else "not_established" if "not_established" in values else "yes"
    return TransmissionAnswer(whole, answers, _duties(answers, told, enquiry))


def _held(enquiry: Enquiry) -> dict[str, Held]:
    texts = {"sender_kind": enquiry.sender, "receiver_kind": enquiry.receiver, "purpose": enquiry.purpose}
    if unfit := [name for name in enquiry.facts if name not in ENQUIRY or name in _WAY]:
        raise ValueError(f"no facts of an enquiry: {', '.join(unfit)}")
    return {name: _value(name, text) for name, text in {**enquiry.facts, **texts}.items()}


def _value(name: str, text: str) -> Held:
    value = parse_value(ENQUIRY[name], text)
    if value is None:
        raise ValueError(f"{name} says nothing; leave it out")
    return Held(value)


def _answer(data_class: str, told: Mapping[str, Held], enquiry: Enquiry) -> ClassAnswer:
    program = transmission_catalogue().program
    facts = {**told, "data_class": _value("data_class", data_class)}
    state = run(program, facts, enquiry.on)
    open_rows = (found for found in ROWS if _applies(found.norm.id, state) == UNKNOWN)
    candidates = (Candidate(found, _open((found.norm.id,), state)) for found in open_rows)
    open_brakes = [brake.id for brake in BRAKES if _applies(brake.id, state) == UNKNOWN]
    return ClassAnswer(
        data_class,
        word(state.values[program.questions[MAY_TRANSMIT.id].slot]),
        tuple(found for found in ROWS if _applies(found.norm.id, state) == YES),
        tuple(sorted(candidates, key=lambda candidate: len(candidate.open))),
        tuple(brake.id for brake in BRAKES if _applies(brake.id, state) != NO),
        _open(open_brakes, state),
        prove_site(program.targets[MAY_TRANSMIT.id], state),
    )


def _applies(norm: str, state: Run) -> int:
    return state.values[state.program.norms[norm].slot]


def _open(norms: Iterable[str], state: Run) -> tuple[str, ...]:
    """Return the facts that keep these norms open, each once."""
    leaves = (leaf for norm in norms for leaf in prove_site(state.program.targets[norm], state).leaves())
    return tuple(dict.fromkeys(source.name for leaf in leaves for source in leaf.sources if source.state != "held"))


def _duties(answers: tuple[ClassAnswer, ...], told: Mapping[str, Held], enquiry: Enquiry) -> tuple[Duty, ...]:
    allowed = [one for one in answers if one.answer == "yes"]
    if not allowed:
        return ()
    state = run(transmission_catalogue().program, told, enquiry.on)
    police = POLICE_PART if _applies(POLICE_REGIME.id, state) == YES else ()
    carried = (duty for one in allowed for found in one.provisions for duty in found.duties)
    return tuple(dict.fromkeys((*carried, *police)))
