"""Residence Act § 11 (6), (7): bans for a missed period and by the Federal Office, with the older texts of (7)."""

from datetime import date

from augenmass.law.language import Condition, all_of, any_of, assessment, day, fact, is_in, none_of, not_, on, use
from augenmass.law.norm import Modality, Norm
from augenmass.law.norms import definitions as d
from augenmass.law.norms import departure
from augenmass.law.norms.measures.writing import NOTHING, row
from augenmass.law.norms.residence_act.suspension import GRANT_DUE
from augenmass.law.norms.specimens import WARNED, with_facts
from augenmass.law.norms.writing import FEDERAL_OFFICE

OUGHT, MAY, NO, STATE = Modality.SHALL, Modality.MAY, Modality.FORBIDDEN, Modality.STATE
REFORM, JULY = date(2026, 6, 12), date(2026, 7, 29)
"""Days on which the consolidated text first showed the wording in force today."""

OVERSTAYED = with_facts(
    WARNED,
    left_within_period="no",
    late_departure_without_fault="no",
    overstay_insignificant="no",
    entry_ban_ground="overstay",
    entry_ban_ordered_before="no",
)
"""Warned, the period is over, and nothing excuses it."""
_OBSTACLE = any_of(use(GRANT_DUE), use(d.SUSPENSION_HELD), use("AufenthG/60a/2/3"))
_SUSPENDED = {"suspension_kind": "impossible", "suspension_valid_until": "2026-11-30", "obstacle_at_fault": "no"}

_OFFICE = {
    "entry_ban_ground": "federal_office",
    "entry_ban_office_ground": "section_29a",
    "entry_ban_ordered_on": "2026-08-03",
    "entry_ban_ordered_before": "no",
    "protection_status": "none",
    "prohibition_human_rights": "no",
    "prohibition_concrete_danger": "no",
    "title_kind": "none",
}
_NO_PROTECTION = all_of(
    is_in("protection_status", "none"),
    none_of(fact("prohibition_human_rights"), fact("prohibition_concrete_danger"), use(d.VALID_TITLE)),
)


def _unfounded(id: str, keys: tuple[str, ...], decided: Condition, day_of_yes: str, other: str) -> Norm:
    return row(
        id,
        (
            "Das Bundesamt kann nach offensichtlich unbegründetem Antrag ein Verbot anordnen.",
            "The Federal Office can order a ban after a manifestly unfounded application.",
        ),
        MAY,
        all_of(is_in("entry_ban_office_ground", *keys), _NO_PROTECTION),
        (
            "Nur ohne Schutz, ohne Abschiebungsverbot und ohne Titel.",
            "Only without protection, prohibition of removal and title.",
        ),
        {**_OFFICE, "entry_ban_ordered_on": day_of_yes, "entry_ban_office_ground": keys[-1]},
        (
            "Kein Schutz, kein Titel",
            ("Anderer Grund", {"entry_ban_office_ground": other}),
            ("Schutz nicht geprüft", {"protection_status": None}),
        ),
        decider=FEDERAL_OFFICE,
        suspensive=False,
        transition=decided,
    )


def _repeated(id: str, keys: tuple[str, ...], decided: Condition, day_of_yes: str) -> Norm:
    return row(
        id,
        (
            "Das Bundesamt kann nach wiederholtem Folgeantrag ein Verbot anordnen.",
            "The Federal Office can order a ban after a repeated follow-up application.",
        ),
        MAY,
        is_in("entry_ban_office_ground", *keys),
        (
            "Wenn der Antrag wiederholt zu keinem weiteren Verfahren geführt hat.",
            "If the application repeatedly led to no further procedure.",
        ),
        {**_OFFICE, "entry_ban_ordered_on": day_of_yes, "entry_ban_office_ground": keys[-1]},
        (
            "Wiederholt ohne weiteres Verfahren",
            ("Anderer Grund", {"entry_ban_office_ground": "none"}),
            ("Tag der Anordnung unbekannt", {"entry_ban_ordered_on": None}),
        ),
        decider=FEDERAL_OFFICE,
        suspensive=False,
        transition=decided,
    )


_ORDERED = day("entry_ban_ordered_on")
BEFORE_REFORM = _ORDERED.before(on(REFORM), cite="AufenthG/11/7")
FROM_REFORM = _ORDERED.not_before(on(REFORM), cite="AufenthG/11/7")
BEFORE_JULY = _ORDERED.before(on(JULY), cite="AufenthG/11/7")
FROM_JULY = _ORDERED.not_before(on(JULY), cite="AufenthG/11/7")

NORMS = (
    row("AufenthG/11/6/1", ("Wer die Ausreisefrist versäumt, gegen den kann ein Verbot angeordnet werden.", "A ban can be ordered against who missed the period for departure."), MAY,
        all_of(use("AufenthG/50/1"), use(departure.PERIOD_OVER), none_of(fact("left_within_period"), fact("late_departure_without_fault"), assessment("overstay_insignificant"), use("AufenthG/11/6/6"))),
        ("Nach Ermessen; nicht bei unverschuldetem Hindernis oder unerheblicher Überschreitung.", "By discretion; not with an obstacle without fault or an overstay that is not considerable."),
        OVERSTAYED, ("Frist vorbei, nichts entschuldigt es", ("Unverschuldet gehindert", {"late_departure_without_fault": "yes"}), ("Hindernis nicht geprüft", {"late_departure_without_fault": None})), suspensive=False),
    row("AufenthG/11/6/4", ("Beim ersten Mal soll das Verbot höchstens ein Jahr dauern.", "The first time the ban shall last a year at most."), OUGHT,
        all_of(is_in("entry_ban_ground", "overstay"), not_(fact("entry_ban_ordered_before"))), ("Die Frist soll ein Jahr nicht überschreiten.", "The limit shall not exceed a year."),
        OVERSTAYED, ("Erstes Verbot", ("Zweites Verbot", {"entry_ban_ordered_before": "yes"}), ("Frühere Verbote offen", {"entry_ban_ordered_before": None}))),
    row("AufenthG/11/6/5", ("Sonst soll das Verbot höchstens drei Jahre dauern.", "Otherwise the ban shall last three years at most."), OUGHT,
        all_of(is_in("entry_ban_ground", "overstay"), fact("entry_ban_ordered_before")), ("Die Frist soll drei Jahre nicht überschreiten.", "The limit shall not exceed three years."),
        {**OVERSTAYED, "entry_ban_ordered_before": "yes"}, ("Zweites Verbot", ("Erstes Verbot", {"entry_ban_ordered_before": "no"}), ("Frühere Verbote offen", {"entry_ban_ordered_before": None}))),
    row("AufenthG/11/6/6", ("Bei unverschuldeten Aussetzungsgründen wird kein Verbot angeordnet.", "With grounds of suspension without fault no ban is ordered."), NO,
        all_of(_OBSTACLE, not_(assessment("obstacle_at_fault"))), ("Das Verbot wegen Fristversäumnis ist ausgeschlossen.", "The ban for a missed period is excluded."),
        {**OVERSTAYED, **_SUSPENDED}, ("Geduldet, ohne Verschulden", ("Selbst verschuldet", {"obstacle_at_fault": "yes"}), ("Verschulden nicht beurteilt", {"obstacle_at_fault": None}))),
    _unfounded("AufenthG/11/7/1/1", ("section_29a", "section_30"), FROM_JULY, "2026-08-03", "section_29b"),
    _unfounded("AufenthG/11/7/1/1@2026-05-04", ("section_29a", "section_29b"), BEFORE_JULY, "2026-07-01", "section_30"),
    _repeated("AufenthG/11/7/1/2", ("follow_up",), FROM_REFORM, "2026-08-03"),
    _repeated("AufenthG/11/7/1/2@2026-05-04", ("follow_up", "second"), BEFORE_REFORM, "2026-05-20"),
    row("AufenthG/11/7/2", ("Das Verbot des Bundesamtes wirkt mit Bestandskraft der Asylentscheidung.", "The Federal Office's ban takes effect when the asylum decision is final."), STATE,
        all_of(is_in("entry_ban_ground", "federal_office"), fact("asylum_procedure_final")), ("Vorher gilt es nicht.", "Before, it does not apply."),
        {**_OFFICE, "asylum_procedure_final": "yes"}, ("Entscheidung bestandskräftig", ("Klage läuft", {"asylum_procedure_final": "no"}), ("Bestandskraft offen", {"asylum_procedure_final": None}))),
    row("AufenthG/11/7/5", ("Beim ersten Mal soll das Verbot des Bundesamtes höchstens ein Jahr dauern.", "The first time the Federal Office's ban shall last a year at most."), OUGHT,
        all_of(is_in("entry_ban_ground", "federal_office"), not_(fact("entry_ban_ordered_before"))), ("Die Frist soll ein Jahr nicht überschreiten.", "The limit shall not exceed a year."), _OFFICE,
        ("Erstes Verbot", ("Zweites Verbot", {"entry_ban_ordered_before": "yes"}), ("Frühere Verbote offen", {"entry_ban_ordered_before": None})), decider=FEDERAL_OFFICE),
    row("AufenthG/11/7/6", ("Sonst soll das Verbot des Bundesamtes höchstens drei Jahre dauern.", "Otherwise the Federal Office's ban shall last three years at most."), OUGHT,
        all_of(is_in("entry_ban_ground", "federal_office"), fact("entry_ban_ordered_before")), ("Die Frist soll drei Jahre nicht überschreiten.", "The limit shall not exceed three years."), {**_OFFICE, "entry_ban_ordered_before": "yes"},
        ("Zweites Verbot", ("Erstes Verbot", {"entry_ban_ordered_before": "no"}), ("Frühere Verbote offen", {"entry_ban_ordered_before": None})), decider=FEDERAL_OFFICE),
    row("AufenthG/11/7/7", ("Über Aufhebung, Verlängerung und Verkürzung entscheidet die Ausländerbehörde.", "The foreigners' authority decides on lifting, extending and shortening."), STATE,
        is_in("entry_ban_ground", "federal_office"), ("Das Bundesamt ist dafür nicht zuständig.", "The Federal Office is not competent for it."), NOTHING,
        (("Verbot des Bundesamtes", {"entry_ban_ground": "federal_office"}), ("Ausweisung", {"entry_ban_ground": "expulsion"}), "Anlass offen")),
    row("AufenthG/83/3", ("Gegen das Verbot des Bundesamtes gibt es keinen Widerspruch.", "Against the Federal Office's ban there is no objection."), STATE,
        is_in("entry_ban_ground", "federal_office"), ("Gegeben ist die Klage.", "An action is given."), NOTHING,
        (("Verbot des Bundesamtes", {"entry_ban_ground": "federal_office"}), ("Ausweisung", {"entry_ban_ground": "expulsion"}), "Anlass offen"), decider="Verwaltungsgericht", suspensive=False),
)  # fmt: skip
