"""The custody court: what an application must state, who is heard, told and represented, and the time for a complaint (FamFG)."""

from augenmass.law.language import (
    TODAY,
    Condition,
    all_of,
    any_of,
    assessment,
    day,
    established,
    fact,
    not_,
    use,
)
from augenmass.law.norm import Modality, Norm
from augenmass.law.norms.custody.definitions import COURT, CUSTODY_ENDED
from augenmass.law.norms.custody.specimens import DETAINED
from augenmass.law.norms.specimens import with_facts
from augenmass.law.norms.writing import AUTHORITY, done, norm

APPLIED: Condition = done("custody_application_on")
_ORDERED: Condition = done("custody_order_on")
PARTS = (
    ("application_states_identity", "FamFG/417/2/2/1", "die Identität", "the identity"),
    ("application_states_residence", "FamFG/417/2/2/2", "den Aufenthaltsort", "the residence"),
    ("application_states_necessity", "FamFG/417/2/2/3", "die Erforderlichkeit", "the need"),
    ("application_states_duration", "FamFG/417/2/2/4", "die Dauer", "the duration"),
    (
        "application_states_obligation",
        "FamFG/417/2/2/5",
        "Verlassenspflicht und Durchführbarkeit",
        "obligation and feasibility",
    ),
)


def _states(name: str, id: str, german: str, english: str) -> Norm:
    return norm(
        id,
        (f"Der Haftantrag begründet {german}.", f"The application gives reasons for {english}."),
        Modality.MUST,
        all_of(APPLIED, not_(fact(name))),
        effect=(
            "Die Angabe fehlt; sie kann bis zur letzten Tatsacheninstanz ergänzt werden.",
            "The statement is missing; it can be supplied until the last instance of fact.",
        ),
        yes=("Angabe fehlt", with_facts(DETAINED, **{name: "no"})),
        no=("Angabe enthalten", DETAINED),
        unknown=("Nicht geprüft", with_facts(DETAINED, **{name: None})),
    )


def _outstanding(
    id: str,
    words: tuple[str, str],
    name: str,
    since: Condition,
    modality: Modality = Modality.MUST,
    decider: str = COURT,
) -> Norm:
    """Return a duty that is open until the record holds the day on which it was met."""
    return norm(
        id,
        words,
        modality,
        all_of(since, not_(done(name))),
        effect=("Dies steht aus.", "This is outstanding."),
        decider=decider,
        yes=("Nicht geschehen", with_facts(DETAINED, **{name: None})),
        no=("Geschehen", with_facts(DETAINED, **{name: "2026-07-01"})),
        unknown=("Nur das Jahr bekannt", with_facts(DETAINED, **{name: "2026"})),
    )


STATES = tuple(_states(*part) for part in PARTS)
PRESENT_FILE = _outstanding(
    "FamFG/417/2/3",
    (
        "Mit dem Antrag auf Abschiebungshaft soll die Akte vorgelegt werden.",
        "With an application for removal custody the file shall be presented.",
    ),
    "custody_file_presented_on",
    APPLIED,
    Modality.SHALL,
    AUTHORITY,
)
ONLY_ON_APPLICATION = norm(
    "FamFG/417/1",
    (
        "Ohne Antrag der zuständigen Behörde ordnet das Gericht keine Haft an.",
        "Without the competent authority's application the court orders no custody.",
    ),
    Modality.FORBIDDEN,
    not_(APPLIED),
    effect=("Eine Anordnung ohne Antrag ist unzulässig.", "An order without application is not allowed."),
    decider=COURT,
    yes=("Kein Antrag erfasst", with_facts(DETAINED, custody_application_on=None)),
    no=("Antrag gestellt", DETAINED),
    unknown=("Nur das Jahr bekannt", with_facts(DETAINED, custody_application_on="2026")),
)


def _may_take_part(id: str, name: str, german: str, english: str) -> Norm:
    return norm(
        id,
        (f"Beteiligt werden kann {german}.", f"Taking part is open to {english}."),
        Modality.MAY,
        all_of(APPLIED, fact(name)),
        effect=(
            "Das Gericht kann sie im Interesse der Person beteiligen.",
            "The court can let them take part for the person.",
        ),
        decider=COURT,
        yes=("Bekannt", with_facts(DETAINED, **{name: "yes"})),
        no=("Nicht benannt oder nicht bekannt", with_facts(DETAINED, **{name: "no"})),
        unknown=("Nicht erfragt", DETAINED),
    )


FAMILY_PART = _may_take_part("FamFG/418/3/1", "close_family_known", "die nahe Familie", "the close family")
TRUSTED_PART = _may_take_part("FamFG/418/3/2", "trusted_person_named", "eine Person des Vertrauens", "a trusted person")
_NO_LAWYER = with_facts(DETAINED, custody_lawyer="no")
GUARDIAN = norm(
    "FamFG/419/1/1",
    (
        "Soweit erforderlich, ist eine Verfahrenspflegschaft zu bestellen.",
        "Where needed a guardian for the procedure is to be appointed.",
    ),
    Modality.MUST,
    all_of(
        APPLIED,
        any_of(
            assessment("custody_guardian_needed"),
            all_of(established("custody_hearing_waived"), fact("custody_hearing_waived"), cite="FamFG/419/1/2"),
        ),
        not_(fact("custody_lawyer", cite="FamFG/419/3")),
        not_(done("custody_guardian_appointed_on")),
    ),
    effect=(
        "Die Bestellung steht aus; wer anwaltlich vertreten ist, braucht sie in der Regel nicht.",
        "The appointment is outstanding; who has a lawyer as a rule needs none.",
    ),
    decider=COURT,
    yes=("Erforderlich, nicht bestellt", with_facts(_NO_LAWYER, custody_guardian_needed="yes")),
    no=("Anwaltlich vertreten", DETAINED),
    unknown=("Erforderlichkeit nicht beurteilt", with_facts(_NO_LAWYER, custody_guardian_needed=None)),
)
HEAR = norm(
    "FamFG/420/1/1",
    ("Vor der Anordnung ist die Person persönlich anzuhören.", "Before the order the person is to be heard in person."),
    Modality.MUST,
    all_of(
        APPLIED,
        not_(all_of(established("custody_hearing_waived"), fact("custody_hearing_waived"), cite="FamFG/420/2")),
        not_(all_of(established("custody_heard_on"), day("custody_heard_on").not_after(TODAY))),
    ),
    effect=("Die Anhörung steht aus.", "The hearing is outstanding."),
    decider=COURT,
    yes=("Nicht angehört", with_facts(DETAINED, custody_heard_on=None)),
    no=("Angehört", DETAINED),
    unknown=("Nur das Jahr bekannt", with_facts(DETAINED, custody_heard_on="2026")),
)
HEARD_TOO_LATE = norm(
    "FamFG/427/2",
    (
        "Eine vorher unterbliebene Anhörung ist unverzüglich nachzuholen.",
        "A hearing that did not come first is to follow without delay.",
    ),
    Modality.MUST,
    all_of(
        _ORDERED,
        fact("custody_order_provisional"),
        not_(done("custody_heard_on")),
    ),
    effect=(
        "Die Anhörung ist nachzuholen (ebenso Absatz 3 Satz 2).",
        "The hearing is to follow (so too (3) sentence 2).",
    ),
    decider=COURT,
    yes=(
        "Einstweilig angeordnet, nicht angehört",
        with_facts(DETAINED, custody_order_provisional="yes", custody_heard_on=None),
    ),
    no=("Angehört", with_facts(DETAINED, custody_order_provisional="yes")),
    unknown=("Art der Anordnung offen", with_facts(DETAINED, custody_order_provisional=None, custody_heard_on=None)),
)
HEAR_OTHERS = norm(
    "FamFG/420/3/1",
    ("Die weiteren Beteiligten sind anzuhören.", "The other participants are to be heard."),
    Modality.MUST,
    all_of(APPLIED, fact("custody_participants_exist"), not_(fact("custody_participants_heard"))),
    effect=(
        "Entbehrlich nur bei erheblicher Verzögerung oder unverhältnismäßigen Kosten.",
        "Dispensable only for considerable delay or undue cost.",
    ),
    decider=COURT,
    yes=("Nicht angehört", with_facts(DETAINED, custody_participants_exist="yes", custody_participants_heard="no")),
    no=("Keine weiteren Beteiligten", with_facts(DETAINED, custody_participants_exist="no")),
    unknown=("Nicht erfasst", DETAINED),
)
ORDER_NAMES_END = norm(
    "FamFG/421",
    ("Die Anordnung nennt Art und Ende der Haft.", "The order names kind and end of custody."),
    Modality.MUST,
    all_of(_ORDERED, not_(established("custody_order_until"))),
    effect=(
        "Das Ende fehlt in der Akte; ohne Ende trägt die Anordnung keine Haft.",
        "The end is not on record; without an end the order carries no custody.",
    ),
    decider=COURT,
    yes=("Kein Ende erfasst", with_facts(DETAINED, custody_order_until=None)),
    no=("Ende erfasst", DETAINED),
    unknown=(
        "Tag der Anordnung nur als Jahr bekannt",
        with_facts(DETAINED, custody_order_until=None, custody_order_on="2026"),
    ),
)
TELL_RELATIVE = _outstanding(
    "FamFG/432",
    (
        "Angehörige oder eine Vertrauensperson sind unverzüglich zu benachrichtigen.",
        "A relative or a trusted person is to be told without delay.",
    ),
    "custody_relative_notified_on",
    all_of(not_(use(CUSTODY_ENDED)), _ORDERED),
)
NORMS = (
    ONLY_ON_APPLICATION,
    *STATES,
    PRESENT_FILE,
    FAMILY_PART,
    TRUSTED_PART,
    GUARDIAN,
    HEAR,
    HEAR_OTHERS,
    ORDER_NAMES_END,
    HEARD_TOO_LATE,
    TELL_RELATIVE,
)
