"""Residence Act § 59: warning of removal, period for voluntary departure, its extension and interruption."""

from datetime import date

from augenmass.law.language import (
    TODAY,
    Definition,
    all_of,
    any_of,
    assessment,
    day,
    established,
    fact,
    is_in,
    none_of,
    not_,
    number,
    use,
)
from augenmass.law.norm import Modality
from augenmass.law.norms import definitions as d
from augenmass.law.norms import departure
from augenmass.law.norms.residence_act.obligation import ENFORCEABLE
from augenmass.law.norms.specimens import OBLIGED, WARNED, with_facts
from augenmass.law.norms.writing import done, norm

_REMEDY = "Widerspruch oder Klage nach Landesrecht"

OBSTACLES_IRRELEVANT = norm(
    "AufenthG/59/3/1",
    (
        "Nach strafrechtlicher Verurteilung oder bei Auslieferungsverfahren hindern Gegengründe nur die Abschiebung.",
        "After a conviction or with extradition pending, obstacles bar the removal only, not the warning.",
    ),
    Modality.STATE,
    any_of(fact("obliged_by_conviction"), fact("extradition_pending")),
    effect=("Die Androhung ist trotz Gegengründen möglich.", "The warning is possible in spite of obstacles."),
    yes=("Ausreisepflicht wegen Verurteilung", {"obliged_by_conviction": "yes"}),
    no=("Weder Verurteilung noch Auslieferung", {"obliged_by_conviction": "no", "extradition_pending": "no"}),
    unknown=("Ein Auslieferungsverfahren ist nicht ausgeschlossen", {"obliged_by_conviction": "no"}),
)
WARN = norm(
    "AufenthG/59/1/1",
    ("Die Abschiebung ist mit Ausreisefrist anzudrohen.", "Removal is to be warned of, with a period for departure."),
    Modality.MUST,
    all_of(
        use(ENFORCEABLE),
        any_of(
            all_of(
                not_(use(d.PROHIBITED)),
                not_(assessment("best_interests_of_child_oppose")),
                not_(assessment("family_ties_oppose")),
                use(d.HEALTH_CLEAR),
            ),
            use(OBSTACLES_IRRELEVANT),
        ),
    ),
    effect=(
        "Die Abschiebung wird unter Setzung einer Frist von 7 bis 30 Tagen angedroht.",
        "Removal is warned of, with a period of 7 to 30 days.",
    ),
    remedy=_REMEDY,
    since=date(2024, 2, 27),
    yes=("Vollziehbar ausreisepflichtig, kein Gegengrund", OBLIGED),
    no=("Das Kindeswohl steht entgegen", with_facts(OBLIGED, best_interests_of_child_oppose="yes")),
    unknown=("Familiäre Bindungen sind nicht geprüft", with_facts(OBLIGED, family_ties_oppose=None)),
)
PERIOD_RANGE = Definition(
    "departure_period_in_range",
    "Die Ausreisefrist beträgt 7 bis 30 Tage.",
    "The period for departure is 7 to 30 days.",
    all_of(number("departure_period_days").at_least(7), number("departure_period_days").below(31)),
    "AufenthG/59/1/1",
)
SHORTER_PERIOD = norm(
    "AufenthG/59/1/2",
    ("Ausnahmsweise kürzere oder keine Ausreisefrist.", "Exceptionally a shorter period or none."),
    Modality.MAY,
    all_of(
        assessment("shorter_period_imperative"),
        any_of(
            assessment("evasion_suspected"), assessment("considerable_danger"), assessment("shorter_period_imperative")
        ),
    ),
    effect=(
        "Nach Ermessen kann die Frist verkürzt oder von ihr abgesehen werden.",
        "By discretion the period can be cut or dispensed with.",
    ),
    remedy=_REMEDY,
    yes=(
        "Entziehungsverdacht, zwingend erforderlich",
        {"shorter_period_imperative": "yes", "evasion_suspected": "yes"},
    ),
    no=("Nicht zwingend erforderlich", {"shorter_period_imperative": "no", "evasion_suspected": "yes"}),
    unknown=("Noch nicht beurteilt", {"evasion_suspected": "yes"}),
)
NO_WARNING_NEEDED = norm(
    "AufenthG/59/1/3",
    ("Auch von der Androhung kann abgesehen werden.", "The warning itself can be dispensed with."),
    Modality.MAY,
    all_of(
        use(SHORTER_PERIOD),
        any_of(
            is_in("title_ended_by", "withdrawal", "revocation", "expulsion", cite="AufenthG/59/1/3/1"),
            fact("obligation_notified_in_form", cite="AufenthG/59/1/3/2"),
        ),
    ),
    effect=(
        "Nach Ermessen kann ohne Androhung abgeschoben werden.",
        "By discretion removal is possible without a warning.",
    ),
    yes=("Zwingend und ausgewiesen", {"shorter_period_imperative": "yes", "title_ended_by": "expulsion"}),
    no=(
        "Weder Titel so erloschen noch förmlicher Hinweis",
        {"shorter_period_imperative": "yes", "title_ended_by": "none", "obligation_notified_in_form": "no"},
    ),
    unknown=(
        "Ein förmlicher Hinweis ist nicht geprüft",
        {"shorter_period_imperative": "yes", "title_ended_by": "none"},
    ),
)
EXTEND = norm(
    "AufenthG/59/1/4",
    ("Die Ausreisefrist kann verlängert oder länger festgesetzt werden.", "The period can be extended or set longer."),
    Modality.MAY,
    all_of(use(departure.PERIOD_RUNNING), assessment("extension_justified")),
    effect=(
        "Nach Ermessen wird die Frist wegen besonderer Umstände verlängert.",
        "By discretion the period is extended for special circumstances.",
    ),
    yes=(
        "Frist läuft, Schuljahr endet bald",
        with_facts(WARNED, departure_period_until="2026-09-04", extension_justified="yes"),
    ),
    no=("Die Frist ist schon vorbei", with_facts(WARNED, extension_justified="yes")),
    unknown=("Die besonderen Umstände sind nicht beurteilt", with_facts(WARNED, departure_period_until="2026-09-04")),
)
INTERRUPTED = norm(
    "AufenthG/59/1/6",
    (
        "Die Ausreisefrist ist unterbrochen und läuft nicht.",
        "The period for departure is interrupted and does not run.",
    ),
    Modality.STATE,
    all_of(
        established("enforceability_lost_on"),
        day("enforceability_lost_on").not_after(TODAY),
        departure.some_end_from("enforceability_lost_on"),
        not_(
            all_of(
                day("enforceability_returned_on").not_after(TODAY),
                departure.some_end_from("enforceability_returned_on", 7),
            )
        ),
    ),
    effect=(
        "Mit der Rückkehr der Vollziehbarkeit läuft die Frist von neuem; ihr Ende ist neu zu berechnen.",
        "When enforceability returns the period runs anew; its end is to be computed anew.",
    ),
    yes=(
        "Vollziehbarkeit entfallen und nicht zurückgekehrt",
        with_facts(WARNED, enforceability_lost_on="2026-07-20", enforceability_returned_on="2026-12-31"),
    ),
    no=("Nie entfallen", WARNED),
    unknown=("Entfallen, eine Rückkehr ist nicht erfasst", with_facts(WARNED, enforceability_lost_on="2026-07-20")),
)
NO_ANNOUNCEMENT = norm(
    "AufenthG/59/1/8",
    ("Der Termin der Abschiebung darf nicht angekündigt werden.", "The date of the removal must not be announced."),
    Modality.FORBIDDEN,
    use(departure.PERIOD_OVER),
    effect=(
        "Kein Brief, kein Portal und keine Auskunft nennt den Termin, auch nicht die Ankündigung nach § 60a Absatz 5a.",
        "No letter, portal or information names the date, nor does the announcement under section 60a (5a).",
    ),
    yes=("Frist abgelaufen", WARNED),
    no=("Frist läuft", with_facts(WARNED, departure_period_until="2026-09-04")),
    unknown=("Die Zustellung ist nicht nachgewiesen", with_facts(WARNED, warning_service_proven=None)),
)
NAME_STATE = norm(
    "AufenthG/59/2/1",
    ("In der Androhung soll der Zielstaat bezeichnet werden.", "The warning shall name the state of destination."),
    Modality.SHALL,
    none_of(established("warning_target_state")),
    effect=(
        "Der Zielstaat und der Hinweis auf andere aufnahmepflichtige Staaten fehlen.",
        "The state and the notice of other states are missing.",
    ),
    yes=("Kein Zielstaat erfasst", {}),
    no=("Georgien ist bezeichnet", {"warning_target_state": "GE"}),
    unknown=None,
)
NAME_EXCLUDED_STATE = norm(
    "AufenthG/59/3/2",
    (
        "Der Staat, in den nicht abgeschoben werden darf, ist zu bezeichnen.",
        "The state to which removal must not happen is to be named.",
    ),
    Modality.MUST,
    use(d.PROHIBITED),
    effect=("Die Androhung nimmt diesen Staat ausdrücklich aus.", "The warning expressly excepts this state."),
    yes=("Abschiebungsverbot festgestellt", with_facts(OBLIGED, prohibition_human_rights="yes")),
    no=("Kein Abschiebungsverbot", OBLIGED),
    unknown=("Nicht geprüft", with_facts(OBLIGED, prohibition_human_rights=None)),
)
PRECLUSION = norm(
    "AufenthG/59/4/1",
    (
        "Frühere Umstände gegen den Zielstaat bleiben nach Unanfechtbarkeit unberücksichtigt.",
        "Earlier circumstances against the state of destination are disregarded once the warning is final.",
    ),
    Modality.STATE,
    use(d.WARNING_FINAL),
    effect=("Gerichtlich können sie weiter geltend gemacht werden.", "They can still be raised in court."),
    yes=("Androhung unanfechtbar", with_facts(WARNED, warning_final_since="2026-08-08")),
    no=("Klage anhängig", with_facts(WARNED, warning_final_since="2026-08-08", warning_remedy_pending="yes")),
    unknown=("Unanfechtbarkeit nicht festgestellt", WARNED),
)
CUSTODY_NO_PERIOD = norm(
    "AufenthG/59/5",
    ("In Haft oder Gewahrsam bedarf es keiner Frist.", "In custody no period is needed."),
    Modality.STATE,
    fact("in_custody"),
    effect=("Eine Ausreisefrist muss nicht gesetzt werden.", "No period needs to be set."),
    yes=("In Strafhaft", {"in_custody": "yes"}),
    no=("Auf freiem Fuß", {"in_custody": "no"}),
    unknown=("Nicht erfasst", {}),
)
CERTIFICATE = norm(
    "AufenthG/59/6",
    ("Über die Ausreisefrist wird eine Bescheinigung ausgestellt.", "A certificate of the period is issued."),
    Modality.MUST,
    use(departure.PERIOD_RUNNING),
    effect=(
        "Die Person erhält eine Bescheinigung über die Fristgewährung.",
        "The person receives a certificate of the period.",
    ),
    yes=("Frist läuft", with_facts(WARNED, departure_period_until="2026-09-04")),
    no=("Frist vorbei", WARNED),
    unknown=(
        "Zustellung nicht nachgewiesen",
        with_facts(WARNED, departure_period_until="2026-09-04", warning_service_proven=None),
    ),
)
VICTIM_PERIOD = norm(
    "AufenthG/59/7",
    (
        "Für mögliche Opfer beträgt die Frist mindestens drei Monate.",
        "For possible victims the period is at least three months.",
    ),
    Modality.MUST,
    fact("victim_indications"),
    effect=(
        "Die Frist erlaubt eine Entscheidung über die Aussage; Unterrichtung über Hilfen ist Pflicht.",
        "The period allows a decision on testifying; information on help is due.",
    ),
    yes=("Anhaltspunkte für Menschenhandel", {"victim_indications": "yes"}),
    no=("Keine Anhaltspunkte", {"victim_indications": "no"}),
    unknown=("Nicht geprüft", {}),
)
VICTIM_TOLD = norm(
    "AufenthG/59/7/4",
    (
        "Mögliche Opfer sind über Regelungen, Programme und Hilfen zu unterrichten.",
        "Possible victims are to be told of rules, programmes and help.",
    ),
    Modality.MUST,
    all_of(fact("victim_indications"), not_(done("victim_informed_on"))),
    effect=("Die Unterrichtung steht aus.", "The information is outstanding."),
    yes=("Anhaltspunkte, noch nicht unterrichtet", {"victim_indications": "yes"}),
    no=("Unterrichtet", {"victim_indications": "yes", "victim_informed_on": "2026-08-03"}),
    unknown=("Anhaltspunkte nicht geprüft", {}),
)
WORKERS_TOLD = norm(
    "AufenthG/59/8",
    (
        "Wer ohne Berechtigung beschäftigt war, ist vor der Abschiebung über Rechte gegen den Arbeitgeber zu unterrichten.",
        "Who was employed without permission is to be told before removal of rights against the employer.",
    ),
    Modality.MUST,
    fact("employed_without_permission"),
    effect=("Die Unterrichtung erfolgt vor der Abschiebung.", "The information is given before the removal."),
    yes=("Ohne Berechtigung beschäftigt", {"employed_without_permission": "yes"}),
    no=("Nicht beschäftigt", {"employed_without_permission": "no"}),
    unknown=("Nicht erfasst", {}),
)

DEFINITIONS = (PERIOD_RANGE,)
NORMS = (
    WARN,
    SHORTER_PERIOD,
    NO_WARNING_NEEDED,
    EXTEND,
    INTERRUPTED,
    NO_ANNOUNCEMENT,
    NAME_STATE,
    OBSTACLES_IRRELEVANT,
    NAME_EXCLUDED_STATE,
    PRECLUSION,
    CUSTODY_NO_PERIOD,
    CERTIFICATE,
    VICTIM_PERIOD,
    VICTIM_TOLD,
    WORKERS_TOLD,
)
"""§ 59 in the order of the statute."""
