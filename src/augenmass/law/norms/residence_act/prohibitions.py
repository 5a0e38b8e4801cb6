"""Residence Act §§ 60 (1), (2), (5), (7), 72 (2): prohibitions of removal and who must take part in finding them."""

from augenmass.law.language import all_of, any_of, fact, is_in, not_
from augenmass.law.norm import Modality, Norm
from augenmass.law.norms.writing import FEDERAL_OFFICE, norm

_NO_REMOVAL = (
    "In diesen Staat darf nicht abgeschoben werden.",
    "Removal to this state is not allowed.",
)

_EITHER = f"{FEDERAL_OFFICE} nach Asylantrag, sonst die Ausländerbehörde nach dessen Beteiligung"
"""Who finds a prohibition under § 60 (5) or (7): AsylG § 42, AufenthG § 72 (2). Of (1) and (2) only the Federal Office decides."""


def _prohibition(
    id: str, fact_name: str, german: str, english: str, statuses: tuple[str, ...] = (), by_status: str = ""
) -> Norm:
    found = fact(fact_name)
    clear = {fact_name: "no", "protection_status": "none"}
    return norm(
        id,
        (f"Verbot der Abschiebung: {german}.", f"Prohibition of removal: {english}."),
        Modality.FORBIDDEN,
        any_of(found, is_in("protection_status", *statuses, cite=by_status)) if statuses else found,
        effect=_NO_REMOVAL,
        decider=f"{FEDERAL_OFFICE} im Asylverfahren" if statuses else _EITHER,
        yes=(f"Festgestellt: {german}", {**clear, fact_name: "yes"}),
        no=("Geprüft und verneint", clear),
        unknown=("Nicht geprüft", {"protection_status": "none"}),
    )


REFUGEE = _prohibition(
    "AufenthG/60/1/1",
    "prohibition_refugee",
    "Verfolgung",
    "persecution",
    ("asylum", "refugee", "foreign_refugee"),
    "AufenthG/60/1/2",
)
SERIOUS_HARM = _prohibition(
    "AufenthG/60/2/1", "prohibition_serious_harm", "ernsthafter Schaden", "serious harm", ("subsidiary",)
)
HUMAN_RIGHTS = _prohibition(
    "AufenthG/60/5", "prohibition_human_rights", "Menschenrechtskonvention", "Human Rights Convention"
)
CONCRETE_DANGER = norm(
    "AufenthG/60/7/1",
    (
        "Von der Abschiebung soll bei erheblicher konkreter Gefahr abgesehen werden.",
        "Removal shall not take place where there is considerable concrete danger.",
    ),
    Modality.SHALL,
    fact("prohibition_concrete_danger"),
    effect=(
        "Im Regelfall wird in diesen Staat nicht abgeschoben.",
        "As a rule there is no removal to this state.",
    ),
    decider=_EITHER,
    yes=("Gefahr festgestellt", {"prohibition_concrete_danger": "yes"}),
    no=("Geprüft und verneint", {"prohibition_concrete_danger": "no"}),
    unknown=("Nicht geprüft", {}),
)
PARTICIPATION = norm(
    "AufenthG/72/2",
    (
        "Über eine Gefahr im Zielstaat entscheidet die Ausländerbehörde nur nach Beteiligung des Bundesamtes.",
        "On danger in the state of destination the authority decides only after the Federal Office took part.",
    ),
    Modality.FORBIDDEN,
    all_of(fact("prohibition_claimed"), not_(fact("federal_office_participated"))),
    effect=(
        "Ohne Beteiligung darf über das Abschiebungsverbot nicht entschieden werden.",
        "Without participation the prohibition must not be decided on.",
    ),
    yes=("Geltend gemacht, nicht beteiligt", {"prohibition_claimed": "yes", "federal_office_participated": "no"}),
    no=("Bundesamt wurde beteiligt", {"prohibition_claimed": "yes", "federal_office_participated": "yes"}),
    unknown=("Beteiligung nicht erfasst", {"prohibition_claimed": "yes"}),
)

NORMS = (REFUGEE, SERIOUS_HARM, HUMAN_RIGHTS, CONCRETE_DANGER, PARTICIPATION)
"""§ 60 and § 72 (2)."""
