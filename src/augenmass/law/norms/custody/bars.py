"""What bars custody: milder means, minors and families, no removal in sight, health, needs (AufenthG §§ 62, 62b, AsylG §§ 69–70a)."""

from augenmass.law.language import (
    Condition,
    Definition,
    all_of,
    any_of,
    assessment,
    established,
    fact,
    is_in,
    months,
    not_,
    presumed,
    use,
)
from augenmass.law.norm import Modality, Norm
from augenmass.law.norms.custody import departure_bars
from augenmass.law.norms.custody.definitions import ASYLUM_CUSTODY, COURT, CUSTODY_ENDED, over
from augenmass.law.norms.custody.release import COMMON_SYSTEM
from augenmass.law.norms.custody.specimens import DETAINED, kind
from augenmass.law.norms.specimens import Facts, with_facts
from augenmass.law.norms.writing import norm

_BARRED = (
    "Haft darf nicht angeordnet und nicht weiter vollzogen werden.",
    "Custody must not be ordered and not be continued.",
)
_ASYLUM = kind("asylum")
_OTHER_PURPOSE = (*ASYLUM_CUSTODY, "border_return", "transfer", "transit", "criminal")
"""Kinds whose purpose is not a removal that § 62 (3) sentence 3 asks about."""


def _assessed(id: str, words: tuple[str, str], name: str, case: Facts = DETAINED, *kinds: str) -> Norm:
    """Return the norm that bars custody once a named officer or the court found a protective circumstance."""
    found: Condition = assessment(name)
    return norm(
        id,
        words,
        Modality.FORBIDDEN,
        all_of(is_in("custody_kind", *kinds), found) if kinds else found,
        effect=_BARRED,
        decider=COURT,
        since=COMMON_SYSTEM if id.startswith("AsylG") else None,
        yes=("Festgestellt", with_facts(case, **{name: "yes"})),
        no=("Geprüft, nicht festgestellt", with_facts(case, **{name: "no"})),
        unknown=("Nicht beurteilt", with_facts(case, **{name: None})),
    )


MILDER_MEANS = _assessed(
    "AufenthG/62/1/1",
    ("Keine Abschiebungshaft, wenn ein milderes Mittel genügt.", "No removal custody where a milder means suffices."),
    "milder_means_suffice",
)
SHORTEST = _assessed(
    "AufenthG/62/1/2",
    ("Haft dauert nur die kürzest mögliche Zeit.", "Custody lasts only the shortest possible time."),
    "custody_longer_than_needed",
)
MINORS_AND_FAMILIES = norm(
    "AufenthG/62/1/3",
    (
        "Minderjährige und Familien mit Minderjährigen kommen grundsätzlich nicht in Haft.",
        "Minors and families with minors are in principle not taken into custody.",
    ),
    Modality.FORBIDDEN,
    any_of(fact("minor"), fact("minor_child_in_household")),
    effect=(
        "Eine Ausnahme müsste das Gericht eigens begründen; die Behörde sieht sie nicht vor.",
        "A court would have to give reasons of its own for an exception; the authority does not plan one.",
    ),
    decider=COURT,
    yes=("Minderjährig", with_facts(DETAINED, minor="yes")),
    no=("Volljährig, keine Minderjährigen im Haushalt", DETAINED),
    unknown=("Alter nicht festgestellt", with_facts(DETAINED, minor=None)),
)
DEPARTURE_LIKEWISE = norm(
    "AufenthG/62b/3/1",
    (
        "Für Ausreisegewahrsam gelten milderes Mittel, kürzeste Dauer und Schutz Minderjähriger.",
        "For custody to secure departure milder means, shortest time and protection of minors apply.",
    ),
    Modality.FORBIDDEN,
    all_of(
        is_in("custody_kind", "departure"),
        any_of(use("AufenthG/62/1/1"), use("AufenthG/62/1/2"), use("AufenthG/62/1/3")),
    ),
    effect=_BARRED,
    decider=COURT,
    yes=("Milderes Mittel genügt", kind("departure", milder_means_suffice="yes")),
    no=("Nichts davon", kind("departure")),
    unknown=("Milderes Mittel nicht geprüft", kind("departure", milder_means_suffice=None)),
)
NO_REMOVAL_IN_SIGHT = norm(
    "AufenthG/62/3/3",
    (
        "Keine Sicherungshaft, wenn die Abschiebung in sechs Monaten ausgeschlossen ist.",
        "No securing custody where removal within six months is excluded.",
    ),
    Modality.FORBIDDEN,
    # Not knowing of a danger must count for the person: the exception of sentence 4 has to be established.
    presumed(
        all_of(
            not_(all_of(established("custody_kind"), is_in("custody_kind", *_OTHER_PURPOSE))),
            assessment("removal_not_within_six_months"),
        ),
        unless=assessment("danger_to_life_or_internal_security", cite="AufenthG/62/3/4"),
        cite="AufenthG/62/3/4",
    ),
    effect=_BARRED,
    decider=COURT,
    yes=("Kein Reisepapier in Sicht", with_facts(DETAINED, removal_not_within_six_months="yes")),
    no=("Abschiebung möglich", DETAINED),
    unknown=("Nicht beurteilt", with_facts(DETAINED, removal_not_within_six_months=None)),
)
CREDIBLE = norm(
    "AufenthG/62/3/2",
    (
        "Von Sicherungshaft nach Nummer 2 kann bei glaubhaftem Willen abgesehen werden.",
        "The court can do without securing custody under no. 2 where the will is credible.",
    ),
    Modality.MAY,
    assessment("no_evasion_credible"),
    effect=("Das Gericht kann von der Anordnung absehen.", "The court can do without the order."),
    decider=COURT,
    yes=("Glaubhaft gemacht", with_facts(DETAINED, no_evasion_credible="yes")),
    no=("Nicht glaubhaft gemacht", DETAINED),
    unknown=("Nicht beurteilt", with_facts(DETAINED, no_evasion_credible=None)),
)
ASYLUM_PROPORTION = norm(
    "AsylG/69/2/1",
    (
        "Keine Asylverfahrenshaft, wenn sie ungeeignet oder unverhältnismäßig ist oder ein milderes Mittel genügt.",
        "No asylum custody where it is unsuited, disproportionate or a milder means suffices.",
    ),
    Modality.FORBIDDEN,
    all_of(
        is_in("custody_kind", *ASYLUM_CUSTODY),
        any_of(assessment("custody_disproportionate"), assessment("milder_means_suffice", cite="AsylG/69/2/2")),
    ),
    effect=_BARRED,
    decider=COURT,
    since=COMMON_SYSTEM,
    yes=("Eine Sicherheit genügt", with_facts(_ASYLUM, milder_means_suffice="yes")),
    no=("Geprüft, kein milderes Mittel", _ASYLUM),
    unknown=("Nicht beurteilt", with_facts(_ASYLUM, milder_means_suffice=None)),
)
ASYLUM_DELAY = _assessed(
    "AsylG/69/2/6",
    (
        "Keine Verlängerung wegen einer Verzögerung, die der Person nicht zuzurechnen ist.",
        "No extension for a delay that is not attributable to the person.",
    ),
    "procedure_delayed_by_authority",
    kind("asylum", procedure_delayed_by_authority="no"),
    *ASYLUM_CUSTODY,
)
HEALTH = _assessed(
    "AsylG/70a/2/1",
    (
        "Keine Haft, wenn sie bei besonderem Bedarf die Gesundheit ernsthaft gefährdet.",
        "No custody where with special needs it would seriously endanger health.",
    ),
    "custody_endangers_health",
    _ASYLUM,
    *ASYLUM_CUSTODY,
)
MINORS = norm(
    "AsylG/70a/3/1",
    ("Minderjährige werden nicht in Haft genommen.", "Minors are not taken into custody."),
    Modality.FORBIDDEN,
    # The exception of sentence 3 has to be established: not knowing it counts for the minor.
    presumed(
        all_of(is_in("custody_kind", *ASYLUM_CUSTODY), fact("minor")),
        unless=assessment("minor_custody_last_resort", cite="AsylG/70a/3/3"),
        cite="AsylG/70a/3/3",
    ),
    effect=("Für Familien sind Alternativen zu nutzen.", "For families alternatives are to be used."),
    decider=COURT,
    since=COMMON_SYSTEM,
    yes=("Minderjährig", with_facts(_ASYLUM, minor="yes")),
    no=("Volljährig", _ASYLUM),
    unknown=("Alter nicht festgestellt", with_facts(_ASYLUM, minor=None)),
)
FAMILIES = norm(
    "AsylG/70a/3/2",
    (
        "Für Familien mit Minderjährigen sind Alternativen zu nutzen.",
        "For families with minors alternatives are to be used.",
    ),
    Modality.MUST,
    presumed(
        all_of(is_in("custody_kind", *ASYLUM_CUSTODY), fact("minor_child_in_household")),
        unless=assessment("minor_custody_last_resort", cite="AsylG/70a/3/3"),
        cite="AsylG/70a/3/3",
    ),
    effect=("Haft ist durch Alternativen zu ersetzen.", "Custody is to be replaced by alternatives."),
    decider=COURT,
    since=COMMON_SYSTEM,
    yes=("Kind im Haushalt", with_facts(_ASYLUM, minor_child_in_household="yes")),
    no=("Kein Kind im Haushalt", _ASYLUM),
    unknown=("Nicht festgestellt", with_facts(_ASYLUM, minor_child_in_household=None)),
)
MINORS_REVIEW = norm(
    "AsylG/70a/3/4",
    (
        "Haft Minderjähriger prüft das Gericht alle drei Monate.",
        "The court reviews custody of minors every three months.",
    ),
    Modality.MUST,
    all_of(is_in("custody_kind", *ASYLUM_CUSTODY), fact("minor"), over("custody_order_on", months(3))),
    effect=("Die Prüfung von Amts wegen ist fällig.", "The review of the court's own motion is due."),
    decider=COURT,
    since=COMMON_SYSTEM,
    yes=("Vor vier Monaten angeordnet", with_facts(_ASYLUM, minor="yes", custody_order_on="2026-04-20")),
    no=("Volljährig", with_facts(_ASYLUM, custody_order_on="2026-04-20")),
    unknown=("Tag der Anordnung unbekannt", with_facts(_ASYLUM, minor="yes", custody_order_on=None)),
)
NEEDS = norm(
    "AsylG/70a/1/1",
    ("Hinweise auf besonderen Bedarf sind zu berücksichtigen.", "Signs of special needs are to be taken into account."),
    Modality.MUST,
    all_of(
        is_in("custody_kind", *ASYLUM_CUSTODY),
        fact("special_needs_indicated"),
        not_(fact("special_needs_assessed", cite="AsylG/70a/1/2")),
    ),
    effect=("Die Beurteilung ist unverzüglich abzuschließen.", "The assessment is to be completed without delay."),
    since=COMMON_SYSTEM,
    yes=("Hinweise, nicht geprüft", with_facts(_ASYLUM, special_needs_indicated="yes", special_needs_assessed="no")),
    no=("Keine Hinweise", with_facts(_ASYLUM, special_needs_indicated="no")),
    unknown=("Nicht erfragt", _ASYLUM),
)

BARRING = (
    MILDER_MEANS,
    SHORTEST,
    MINORS_AND_FAMILIES,
    NO_REMOVAL_IN_SIGHT,
    *departure_bars.BARRING,
    ASYLUM_PROPORTION,
    ASYLUM_DELAY,
    HEALTH,
    MINORS,
    FAMILIES,
)
"""Norms whose yes bars custody."""
BARRED = Definition(
    "custody_barred_by_law",
    "Das Gesetz schließt Haft aus.",
    "The law bars custody.",
    any_of(*(use(one) for one in BARRING), use("AufenthG/62c/1/2"), use("AufenthG/15b/3/1")),
    "AufenthG/62/1",
)
TO_BE_LIFTED = Definition(
    "custody_to_be_lifted",
    "Die Haft ist aufzuheben.",
    "Custody is to be lifted.",
    all_of(not_(use(CUSTODY_ENDED)), any_of(use("FamFG/426/1/1"), use(BARRED))),
    "FamFG/426/1/1",
)
DEFINITIONS = (BARRED, TO_BE_LIFTED)
NORMS = (*BARRING, CREDIBLE, DEPARTURE_LIKEWISE, MINORS_REVIEW, NEEDS)
