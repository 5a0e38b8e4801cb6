"""Residence Act § 58a: the removal order of the supreme Land authority, the time for relief, and what bars carrying it out."""

from augenmass.law.language import (
    TODAY,
    Condition,
    all_of,
    any_of,
    day,
    days,
    deadline,
    established,
    fact,
    is_in,
    not_,
    presumed,
    use,
)
from augenmass.law.norm import Modality
from augenmass.law.norms import definitions as d
from augenmass.law.norms.specimens import OBLIGED, Facts, with_facts
from augenmass.law.norms.writing import done, norm

SUPREME_LAND = "oberste Landesbehörde"
_COURT = "Bundesverwaltungsgericht"
RELIEF_ENDS = deadline(day("removal_order_notified_on"), days(7))
ISSUED: Condition = done("removal_order_issued_on")
ORDERED: Facts = with_facts(
    OBLIGED,
    removal_order_issued_on="2026-08-03",
    removal_order_notified_on="2026-08-04",
    removal_order_federal="no",
    removal_order_relief="none",
    removal_order_lawyer_contact="yes",
    removal_order_instructed="yes",
)
"""Ordered and made known sixteen days before the day of the examples, no relief asked for, nothing against it."""
_STAYED = ("Die Abschiebung darf nicht vollzogen werden.", "The removal must not be carried out.")

IMMEDIATE = norm(
    "AufenthG/58a/1/2",
    (
        "Die Abschiebungsanordnung ist sofort vollziehbar, ohne Androhung.",
        "The removal order is enforceable at once, without a warning.",
    ),
    Modality.STATE,
    ISSUED,
    effect=(
        "Vollzug erst, wenn nichts nach den Absätzen 3 und 4 entgegensteht.",
        "Carried out only when nothing in (3) and (4) stands against it.",
    ),
    decider=SUPREME_LAND,
    remedy="Klage und Antrag auf vorläufigen Rechtsschutz beim Bundesverwaltungsgericht",
    suspensive=False,
    yes=("Angeordnet", ORDERED),
    no=("Keine Anordnung erfasst", with_facts(ORDERED, removal_order_issued_on=None)),
    unknown=("Nur das Jahr bekannt", with_facts(ORDERED, removal_order_issued_on="2026")),
)
FEDERAL = norm(
    "AufenthG/58a/2/3",
    (
        "Anordnungen des Bundes vollzieht die Bundespolizei.",
        "Orders of the Federation are carried out by the Federal Police.",
    ),
    Modality.STATE,
    all_of(ISSUED, fact("removal_order_federal")),
    effect=("Zuständig für den Vollzug ist die Bundespolizei.", "The Federal Police carry it out."),
    decider="Bundespolizei",
    yes=("Bund hat übernommen", with_facts(ORDERED, removal_order_federal="yes")),
    no=("Land", ORDERED),
    unknown=("Nicht erfasst", with_facts(ORDERED, removal_order_federal=None)),
)
PROHIBITION = norm(
    "AufenthG/58a/3/1",
    ("Kein Vollzug bei einem Abschiebungsverbot.", "Not to be carried out with a prohibition of removal."),
    Modality.FORBIDDEN,
    all_of(ISSUED, any_of(use(d.PROHIBITED), fact("extradition_pending", cite="AufenthG/60/4"))),
    effect=_STAYED,
    decider=SUPREME_LAND,
    yes=("Konkrete Gefahr festgestellt", with_facts(ORDERED, prohibition_concrete_danger="yes")),
    no=("Geprüft, kein Verbot", ORDERED),
    unknown=("Ein Verbot ist nicht geprüft", with_facts(ORDERED, prohibition_human_rights=None)),
)
LAWYER = norm(
    "AufenthG/58a/4/1",
    (
        "Nach der Bekanntgabe unverzüglich Gelegenheit zum Rechtsbeistand, mit Hinweis auf Folgen und Rechtsbehelfe.",
        "After it was made known, occasion without delay to reach a lawyer, with notice of effects and remedies.",
    ),
    Modality.MUST,
    all_of(ISSUED, any_of(not_(fact("removal_order_lawyer_contact")), not_(fact("removal_order_instructed")))),
    effect=("Gelegenheit oder Hinweis steht aus.", "Occasion or notice is outstanding."),
    decider=SUPREME_LAND,
    yes=("Keine Gelegenheit", with_facts(ORDERED, removal_order_lawyer_contact="no")),
    no=("Beides geschehen", ORDERED),
    unknown=("Hinweis nicht erfasst", with_facts(ORDERED, removal_order_instructed=None)),
)
RELIEF = norm(
    "AufenthG/58a/4/2",
    (
        "Vorläufiger Rechtsschutz ist innerhalb von sieben Tagen zu beantragen.",
        "Interim relief is to be applied for within seven days.",
    ),
    Modality.STATE,
    all_of(ISSUED, TODAY.not_after(RELIEF_ENDS), not_(is_in("removal_order_relief", "refused"))),
    effect=("Der Antrag ist noch möglich.", "The application is still possible."),
    decider=_COURT,
    yes=("Vor zwei Tagen bekannt gegeben", with_facts(ORDERED, removal_order_notified_on="2026-08-18")),
    no=("Die sieben Tage sind vorbei", ORDERED),
    unknown=("Bekanntgabe nicht erfasst", with_facts(ORDERED, removal_order_notified_on=None)),
)
STAY = norm(
    "AufenthG/58a/4/3",
    (
        "Kein Vollzug bis zum Ende der Frist und bis zur Entscheidung über den Eilantrag.",
        "Not to be carried out until the time is over and the application is decided.",
    ),
    Modality.FORBIDDEN,
    all_of(
        ISSUED,
        any_of(
            TODAY.not_after(RELIEF_ENDS),
            is_in("removal_order_relief", "granted"),
            # Whether the application came in time is for the court: until it is refused, pending counts for the person.
            presumed(
                is_in("removal_order_relief", "pending"),
                unless=all_of(
                    established("removal_order_relief_applied_on"),
                    day("removal_order_relief_applied_on").after(RELIEF_ENDS),
                ),
                cite="AufenthG/58a/4/3",
            ),
        ),
    ),
    effect=_STAYED,
    decider=_COURT,
    yes=(
        "Eilantrag anhängig",
        with_facts(ORDERED, removal_order_relief="pending", removal_order_relief_applied_on="2026-08-07"),
    ),
    no=("Frist vorbei, kein Antrag", ORDERED),
    unknown=("Ob ein Antrag gestellt ist, ist offen", with_facts(ORDERED, removal_order_relief=None)),
)
NORMS = (IMMEDIATE, FEDERAL, PROHIBITION, LAWYER, RELIEF, STAY)
