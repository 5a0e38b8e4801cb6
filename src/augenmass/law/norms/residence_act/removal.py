"""Residence Act §§ 58 (1), (1a), (3), 97a: removal, unaccompanied minors, supervision of departure, secrecy."""

from augenmass.law.language import all_of, any_of, established, fact, is_in, not_, use
from augenmass.law.norm import Modality
from augenmass.law.norms import definitions as d
from augenmass.law.norms import departure
from augenmass.law.norms.residence_act.obligation import ENFORCEABLE
from augenmass.law.norms.specimens import OBLIGED, WARNED, with_facts
from augenmass.law.norms.writing import norm

_SUPERVISION = ("Überwachung der Ausreise ist erforderlich", "Supervision of the departure is needed")

SUPERVISION_NEEDED = norm(
    "AufenthG/58/3",
    (_SUPERVISION[0] + ".", _SUPERVISION[1] + "."),
    Modality.STATE,
    any_of(
        fact("in_custody", cite="AufenthG/58/3/1/1"),
        use(departure.PERIOD_OVER, cite="AufenthG/58/3/1/2"),
        fact("expelled_for_grave_interest", cite="AufenthG/58/3/1/3"),
        fact("destitute", cite="AufenthG/58/3/1/4"),
        is_in("passport_kind", "none", cite="AufenthG/58/3/1/5"),
        fact("false_statements_to_authority", cite="AufenthG/58/3/1/6"),
        fact("declared_not_to_leave", cite="AufenthG/58/3/1/7"),
        fact("supervision_for_public_order", cite="AufenthG/58/1/1"),
    ),
    effect=(
        "Die Ausreise ist zu überwachen; die Aufzählung ist nicht abschließend.",
        "The departure is to be supervised; the list is not exhaustive.",
    ),
    yes=("Innerhalb der Frist nicht ausgereist", WARNED),
    no=(
        "Frist läuft, keiner der Gründe liegt vor",
        with_facts(
            WARNED,
            departure_period_until="2026-09-04",
            expelled_for_grave_interest="no",
            destitute="no",
            false_statements_to_authority="no",
            declared_not_to_leave="no",
            supervision_for_public_order="no",
        ),
    ),
    unknown=(
        "Frist läuft, die übrigen Gründe sind nicht geprüft",
        with_facts(WARNED, departure_period_until="2026-09-04"),
    ),
)
REMOVE = norm(
    "AufenthG/58/1/1",
    ("Die Person ist abzuschieben.", "The person is to be removed."),
    Modality.MUST,
    all_of(
        use(ENFORCEABLE),
        use(d.WARNING_ENFORCEABLE),
        any_of(
            all_of(fact("departure_period_waived"), any_of(use("AufenthG/59/1/2"), use("AufenthG/59/5"))),
            use(departure.PERIOD_OVER),
        ),
        any_of(not_(fact("voluntary_departure_assured")), use(SUPERVISION_NEEDED)),
    ),
    effect=(
        "Die Abschiebung ist zu veranlassen, wenn ihr nichts entgegensteht.",
        "The removal is to be arranged if nothing stands against it.",
    ),
    remedy="Antrag auf vorläufigen Rechtsschutz",
    suspensive=False,
    yes=("Frist abgelaufen, Ausreise nicht gesichert", WARNED),
    no=("Die Ausreisefrist läuft noch", with_facts(WARNED, departure_period_until="2026-09-04")),
    unknown=("Die Zustellung der Androhung ist nicht nachgewiesen", with_facts(WARNED, warning_service_proven=None)),
)
REMOVE_WITHIN_PERIOD = norm(
    "AufenthG/58/1/2",
    ("Abschiebung schon vor Ablauf der Ausreisefrist.", "Removal already before the end of the period."),
    Modality.SHALL,
    all_of(use(ENFORCEABLE), use(departure.PERIOD_RUNNING), use("AufenthG/59/1/2")),
    effect=(
        "Im Regelfall ist vor Ablauf der Frist abzuschieben.",
        "As a rule removal takes place before the end of the period.",
    ),
    yes=(
        "Begründeter Verdacht der Entziehung in laufender Frist",
        with_facts(
            WARNED, departure_period_until="2026-09-04", shorter_period_imperative="yes", evasion_suspected="yes"
        ),
    ),
    no=("Keine überwiegenden Belange", with_facts(WARNED, departure_period_until="2026-09-04")),
    unknown=(
        "Die zwingende Erforderlichkeit ist nicht beurteilt",
        with_facts(WARNED, departure_period_until="2026-09-04", shorter_period_imperative=None),
    ),
)
MINOR_HANDOVER = norm(
    "AufenthG/58/1a",
    (
        "Keine Abschiebung einer unbegleiteten minderjährigen Person ohne gesicherte Übergabe.",
        "No removal of an unaccompanied minor without an assured handover.",
    ),
    Modality.FORBIDDEN,
    all_of(fact("minor"), fact("unaccompanied"), not_(fact("minor_handover_assured"))),
    effect=(
        "Die Behörde muss sich vorher der Übergabe an Familie, Sorgeberechtigte oder geeignete Einrichtung vergewissern.",
        "The authority must first make sure of the handover to family, guardian or a suitable facility.",
    ),
    yes=(
        "Unbegleitet, Übergabe nicht gesichert",
        {"minor": "yes", "unaccompanied": "yes", "minor_handover_assured": "no"},
    ),
    no=("Volljährig", {"minor": "no"}),
    unknown=("Das Alter ist nicht festgestellt", {"unaccompanied": "yes", "minor_handover_assured": "no"}),
)
SECRECY = norm(
    "AufenthG/97a",
    (
        "Angaben zum konkreten Ablauf einer Abschiebung sind geheim.",
        "Details of the concrete course of a removal are secret.",
    ),
    Modality.FORBIDDEN,
    any_of(
        established("removal_date"),
        established("removal_course"),
        established("appearance_ordered_for"),
        established("home_entry_purpose_requires"),
        established("home_search_intended"),
        established("home_entry_at_night"),
    ),
    effect=("Diese Angaben erhält nur, wer einzeln benannt ist.", "Only those named one by one receive these details."),
    yes=("Ein Termin steht in der Akte", {"removal_date": "2026-09-15"}),
    no=("Kein Termin und kein Ablauf erfasst", OBLIGED),
    unknown=None,
)

NORMS = (REMOVE, REMOVE_WITHIN_PERIOD, MINOR_HANDOVER, SUPERVISION_NEEDED, SECRECY)
"""§§ 58, 97a in the order of the statute."""
