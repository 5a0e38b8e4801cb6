"""Asylum Act §§ 10, 74, 75: service of the Federal Office's decision, the time for an action, whether it suspends."""

from augenmass.law.language import TODAY, Definition, all_of, any_of, day, days, established, fact, is_in, not_, use
from augenmass.law.norm import Modality
from augenmass.law.norms.asylum.border import MINOR_GROUNDS
from augenmass.law.norms.asylum.enforceable import (
    DECISION_SERVED,
    MISINSTRUCTED,
    NEW_WEEK,
    OLD_WEEK,
    OLD_WEEK_OUTCOMES,
    ORDERED,
)
from augenmass.law.norms.asylum.transition import OLD_WITHDRAWAL, of_new_law, of_old_law
from augenmass.law.norms.writing import FEDERAL_OFFICE, norm

_STATE = Modality.STATE
_COURT = "Verwaltungsgericht"
_SERVED = {"asylum_decision_served_on": "2026-08-03"}
_WEEK_SERVED = {**_SERVED, "asylum_removal_act": "order"}
_PLAIN = {**_SERVED, "asylum_removal_act": "warning", "asylum_outcome": "unfounded", "asylum_article_67_7_a": "no"}

DEEMED_BY_POSTING = norm(
    "AsylG/10/2/5",
    (
        "Eine nicht zustellbare Sendung an die letzte bekannte Anschrift gilt mit der Aufgabe zur Post als zugestellt.",
        "A letter to the last known address that cannot be delivered counts as served when posted.",
    ),
    _STATE,
    all_of(
        fact("asylum_service_undeliverable"),
        fact("asylum_service_last_address"),
        not_(fact("asylum_recipient_named"), cite="AsylG/10/2/2"),
        fact("asylum_service_informed", cite="AsylG/10/7"),
        day("asylum_decision_posted_on").not_after(TODAY),
    ),
    effect=("Fristen laufen ab dem Tag der Aufgabe zur Post.", "Periods run from the day of posting."),
    decider=FEDERAL_OFFICE,
    yes=(
        "Unbekannt verzogen, zuvor belehrt",
        {
            "asylum_service_undeliverable": "yes",
            "asylum_service_last_address": "yes",
            "asylum_recipient_named": "no",
            "asylum_service_informed": "yes",
            "asylum_decision_posted_on": "2026-07-06",
        },
    ),
    no=("Nicht über die Zustellung belehrt", {"asylum_service_informed": "no"}),
    unknown=("Belehrung nicht geprüft", {"asylum_service_undeliverable": "yes", "asylum_service_last_address": "yes"}),
)
DEEMED_IN_CENTRE = norm(
    "AsylG/10/4/4",
    (
        "In der Aufnahmeeinrichtung ist mit der Aushändigung zugestellt, sonst am vierten Tag nach der Übergabe an sie.",
        "In the reception centre service is by handing out, else on the fourth day after the centre was given the letter.",
    ),
    _STATE,
    any_of(
        all_of(established("asylum_handed_out_on"), day("asylum_handed_out_on").not_after(TODAY)),
        all_of(
            not_(established("asylum_handed_out_on")),
            fact("asylum_service_informed", cite="AsylG/10/7"),
            not_(fact("asylum_recipient_named"), cite="AsylG/10/2/2"),
            (day("asylum_given_to_centre_on") + days(4)).not_after(TODAY),
        ),
    ),
    effect=("Fristen laufen ab diesem Tag.", "Periods run from that day."),
    decider=FEDERAL_OFFICE,
    yes=("Am 5. August ausgehändigt", {"asylum_handed_out_on": "2026-08-05"}),
    no=("Vor zwei Tagen übergeben", {"asylum_given_to_centre_on": "2026-08-18"}),
    unknown=("Tag der Übergabe unbekannt", {"asylum_service_informed": "yes", "asylum_recipient_named": "no"}),
)
OLD_TWO_WEEKS = of_old_law(
    "AsylG/74/1/1@2026-06-09",
    ("Die Klage ist binnen zwei Wochen nach Zustellung zu erheben.", "The action is to be lodged within two weeks."),
    Modality.MUST,
    all_of(use(DECISION_SERVED), not_(use(OLD_WEEK))),
    effect=("Klagefrist: zwei Wochen.", "Time for the action: two weeks."),
    decider=_COURT,
    yes=("Als unbegründet abgelehnt", _PLAIN),
    no=("Offensichtlich unbegründet", {**_PLAIN, "asylum_outcome": "manifestly_unfounded"}),
)
OLD_ONE_WEEK = of_old_law(
    "AsylG/74/1@2026-06-09",
    (
        "Wo der Eilantrag eine Woche hat, ist auch die Klage binnen einer Woche zu erheben.",
        "A week for the action too.",
    ),
    Modality.MUST,
    all_of(use(DECISION_SERVED), use(OLD_WEEK)),
    effect=("Klagefrist: eine Woche.", "Time for the action: a week."),
    decider=_COURT,
    yes=("Offensichtlich unbegründet", {**_PLAIN, "asylum_outcome": "manifestly_unfounded"}),
    no=("Als unbegründet abgelehnt", _PLAIN),
)
TWO_WEEKS_TIME = of_new_law(
    "AsylG/74/1/1",
    ("Die Klage ist binnen zwei Wochen nach Zustellung zu erheben.", "The action is to be lodged within two weeks."),
    Modality.MUST,
    all_of(use(DECISION_SERVED), not_(use(NEW_WEEK))),
    effect=("Klagefrist: zwei Wochen.", "Time for the action: two weeks."),
    decider=_COURT,
    yes=("Kein Fall der Wochenfrist", _PLAIN),
    no=("Abschiebungsanordnung", {**_PLAIN, "asylum_removal_act": "order"}),
    unknown=("Bescheid nicht geprüft", _SERVED),
)
WEEK_WITH_ORDER = of_new_law(
    "AsylG/74/1/2",
    ("Gegen die Abschiebungsanordnung ist binnen einer Woche zu klagen.", "Against the order: within a week."),
    Modality.MUST,
    all_of(use(DECISION_SERVED), ORDERED),
    effect=("Klagefrist: eine Woche.", "Time for the action: a week."),
    decider=_COURT,
    yes=("Abschiebungsanordnung", _WEEK_SERVED),
    no=("Androhung", _PLAIN),
)
WEEK_BY_DECISION = of_new_law(
    "AsylG/74/1/3",
    (
        "In den Fällen des Artikels 67 Absatz 7 Buchstabe a ist binnen einer Woche zu klagen.",
        "In cases of Article 67 (7) (a) the action is to be lodged within a week.",
    ),
    Modality.MUST,
    all_of(use(DECISION_SERVED), fact("asylum_article_67_7_a")),
    effect=("Klagefrist: eine Woche.", "Time for the action: a week."),
    decider=_COURT,
    yes=("Bescheid nennt die Woche", {**_PLAIN, "asylum_article_67_7_a": "yes"}),
    no=("Bescheid nennt zwei Wochen", _PLAIN),
    unknown=("Bescheid nicht geprüft", _SERVED),
)
THREE_MONTHS_TIME = of_new_law(
    "AsylG/74/1/4",
    ("Bei fehlender oder falscher Belehrung gelten drei Monate.", "With a missing or wrong instruction: three months."),
    _STATE,
    all_of(use(DECISION_SERVED), MISINSTRUCTED),
    effect=("Die Klage ist drei Monate lang möglich.", "The action is possible for three months."),
    decider=_COURT,
    yes=("Belehrung fehlt", {**_SERVED, "asylum_instruction": "missing"}),
    no=("Richtig belehrt", {**_SERVED, "asylum_instruction": "correct"}),
    unknown=("Belehrung nicht geprüft", _SERVED),
)
GROUNDS = norm(
    "AsylG/74/2/1",
    (
        "Tatsachen und Beweismittel sind binnen eines Monats nach Zustellung anzugeben.",
        "Facts and evidence are to be stated within a month of service.",
    ),
    Modality.MUST,
    all_of(
        use(DECISION_SERVED),
        is_in("asylum_action_outcome", "pending"),
        not_(all_of(established("asylum_border_procedure"), use(MINOR_GROUNDS))),
    ),
    effect=(
        "Über Pflicht und Folgen ist zu belehren; Neues bleibt möglich.",
        "An instruction is due; new facts stay possible.",
    ),
    decider=_COURT,
    yes=("Klage erhoben", {**_SERVED, "asylum_action_outcome": "pending"}),
    no=("Keine Klage", {**_SERVED, "asylum_action_outcome": "none"}),
    unknown=("Klage nicht erfragt", _SERVED),
)
OLD_SUSPENDS = of_old_law(
    "AsylG/75/1/1@2026-06-09",
    (
        "Die Klage gegen eine einfache Ablehnung hat aufschiebende Wirkung.",
        "Against a plain refusal the action suspends.",
    ),
    _STATE,
    is_in("asylum_outcome", "unfounded"),
    effect=("Bis zum Abschluss ist die Androhung nicht vollziehbar.", "The warning is not enforceable until the end."),
    decider=_COURT,
    suspensive=True,
    yes=("Als unbegründet abgelehnt", {"asylum_outcome": "unfounded"}),
    no=("Offensichtlich unbegründet", {"asylum_outcome": "manifestly_unfounded"}),
)
OLD_DOES_NOT_SUSPEND = of_old_law(
    "AsylG/75/1@2026-06-09",
    (
        "In den übrigen Fällen hat die Klage keine aufschiebende Wirkung.",
        "In the other cases the action does not suspend.",
    ),
    _STATE,
    any_of(
        ORDERED,
        is_in(
            "asylum_outcome",
            *OLD_WEEK_OUTCOMES,
            "other_state_responsible",
            "safe_third_state",
            "withdrawn",
            "discontinued",
        ),
    ),
    effect=("Nur ein Eilantrag kann den Vollzug aufhalten.", "Only an urgent application can hold up enforcement."),
    decider=_COURT,
    suspensive=False,
    yes=("Offensichtlich unbegründet", {"asylum_outcome": "manifestly_unfounded"}),
    no=("Als unbegründet abgelehnt", {"asylum_outcome": "unfounded", "asylum_removal_act": "warning"}),
)
DOES_NOT_SUSPEND = of_new_law(
    "AsylG/75",
    (
        "Die Klage hat in den Fällen ohne Recht auf Verbleib keine aufschiebende Wirkung.",
        "In cases without a right to remain the action does not suspend.",
    ),
    _STATE,
    any_of(ORDERED, fact("asylum_article_68_3")),
    effect=("Nur ein Eilantrag kann den Vollzug aufhalten.", "Only an urgent application can hold up enforcement."),
    decider=_COURT,
    suspensive=False,
    yes=("Fall des Artikels 68 Absatz 3", {"asylum_article_68_3": "yes"}),
    no=("Kein solcher Fall", {"asylum_article_68_3": "no", "asylum_removal_act": "warning"}),
)
RIGHT_TO_REMAIN = of_new_law(
    "AsylverfahrensVO/68/2",
    (
        "In den übrigen Fällen besteht während Klagefrist und Klage ein Recht auf Verbleib.",
        "In the other cases there is a right to remain during the time for the action and the action.",
    ),
    _STATE,
    all_of(not_(fact("asylum_article_68_3")), not_(ORDERED)),
    effect=("Die Rückkehrentscheidung wirkt so lange nicht.", "The return decision has no effect meanwhile."),
    decider=_COURT,
    suspensive=True,
    verified=False,
    yes=("Kein Fall des Artikels 68 Absatz 3", {"asylum_article_68_3": "no", "asylum_removal_act": "warning"}),
    no=("Fall des Artikels 68 Absatz 3", {"asylum_article_68_3": "yes"}),
)
_REVOKED = {"withdrawal_begun_on": "2026-05-18", "withdrawal_outcome": "withdrawn"}
OLD_DANGER_DOES_NOT_SUSPEND = norm(
    "AsylG/75/2/1@2026-06-09",
    (
        "Gegen den Widerruf wegen Ausschluss oder Gefahr hat die Klage keine aufschiebende Wirkung, sonst hat sie diese.",
        "Against revocation for exclusion or danger the action does not suspend; else it does.",
    ),
    _STATE,
    all_of(is_in("withdrawal_outcome", "withdrawn"), fact("withdrawal_for_danger")),
    effect=("Der Widerruf ist mit der Zustellung vollziehbar.", "The revocation is enforceable once served."),
    decider=_COURT,
    suspensive=False,
    transition=use(OLD_WITHDRAWAL),
    yes=("Widerruf wegen Gefahr", {**_REVOKED, "withdrawal_for_danger": "yes"}),
    no=("Widerruf wegen geänderter Lage", {**_REVOKED, "withdrawal_for_danger": "no"}),
    unknown=("Grund nicht erfasst", _REVOKED),
)
ACTION_SUSPENDS = Definition(
    "asylum_action_suspends",
    "Die Klage gegen den Asylbescheid hält den Vollzug auf.",
    "The action against the asylum decision holds up enforcement.",
    all_of(
        any_of(use(OLD_SUSPENDS), use(RIGHT_TO_REMAIN)),
        not_(any_of(use(OLD_DOES_NOT_SUSPEND), use(DOES_NOT_SUSPEND))),
    ),
    "AsylG/75",
)
DEFINITIONS = (ACTION_SUSPENDS,)
NORMS = (
    DEEMED_BY_POSTING, DEEMED_IN_CENTRE, OLD_ONE_WEEK, OLD_TWO_WEEKS, TWO_WEEKS_TIME, WEEK_WITH_ORDER, WEEK_BY_DECISION, THREE_MONTHS_TIME,
    GROUNDS, OLD_SUSPENDS, OLD_DOES_NOT_SUSPEND, OLD_DANGER_DOES_NOT_SUSPEND, DOES_NOT_SUSPEND, RIGHT_TO_REMAIN,
)  # fmt: skip
"""§§ 10, 74, 75, the earlier text first."""
