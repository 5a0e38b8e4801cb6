"""When the Federal Office's warning or order becomes enforceable by law, and whether an urgent application came in time.

The Federal Office's notice, as the officer recorded it, decides first; what is worked out here answers where nothing is recorded.
"""

from augenmass.law.language import (
    TODAY,
    Definition,
    all_of,
    any_of,
    day,
    deadline,
    established,
    fact,
    is_in,
    months,
    not_,
    unverified,
    use,
    weeks,
    years,
)
from augenmass.law.norms import definitions as d
from augenmass.law.norms.asylum.transition import NEW_LAW, OLD_LAW, OLD_TEXT
from augenmass.law.norms.writing import on_record

SERVED = day("asylum_decision_served_on")
WEEK = deadline(SERVED, weeks(1))
TWO_WEEKS = deadline(SERVED, weeks(2))
THREE_MONTHS = deadline(SERVED, months(3))
YEAR = deadline(SERVED, years(1))

OLD_WEEK_OUTCOMES = ("manifestly_unfounded", "protected_elsewhere", "other_third_state", "no_further_procedure")
"""Outcomes for which the earlier § 36 gave a week (§ 29 (1) nos. 2 and 4, § 30; by § 71 (4) also a refused further procedure)."""

ORDERED = is_in("asylum_removal_act", "order")
WARNED = is_in("asylum_removal_act", "warning")
MISINSTRUCTED = is_in("asylum_instruction", "missing", "wrong")

DECISION_SERVED = Definition(
    "asylum_decision_served",
    "Der Asylbescheid ist zugestellt.",
    "The asylum decision has been served.",
    SERVED.not_after(TODAY),
    "AsylG/31/1",
)
ASYLUM_FINAL = Definition(
    "asylum_decision_final",
    "Der Asylbescheid ist unanfechtbar.",
    "The asylum decision is final.",
    all_of(day("asylum_final_since").not_after(TODAY), not_(is_in("asylum_action_outcome", "pending"))),
    "AsylG/74/1",
)
OLD_WEEK = Definition(
    "asylum_week_by_earlier_law",
    "Nach früherem Recht gilt die Wochenfrist für Eilantrag und Klage.",
    "By the earlier law the urgent application and the action are to be lodged within a week.",
    all_of(use(OLD_LAW), any_of(ORDERED, is_in("asylum_outcome", *OLD_WEEK_OUTCOMES))),
    f"AsylG/74/1@{OLD_TEXT}",
)
NEW_WEEK = Definition(
    "asylum_week_by_new_law",
    "Nach neuem Recht gilt die Wochenfrist für die Klage.",
    "By the new law the action is to be lodged within a week.",
    all_of(use(NEW_LAW), any_of(ORDERED, fact("asylum_article_67_7_a"))),
    "AsylG/74/1",
)
URGENT_WEEK = Definition(
    "asylum_urgent_application_within_week",
    "Der Eilantrag ist innerhalb einer Woche zu stellen.",
    "The urgent application is to be made within a week.",
    any_of(
        use(OLD_WEEK),
        all_of(use(NEW_LAW), any_of(ORDERED, fact("asylum_article_68_3", cite="AsylG/36/2/1")), cite="AsylG/34a/3"),
    ),
    "AsylG/36/2",
)
URGENT_IN_TIME = Definition(
    "asylum_urgent_application_in_time",
    "Der Eilantrag wurde rechtzeitig gestellt.",
    "The urgent application was made in time.",
    any_of(
        day("asylum_urgent_filed_on").not_after(WEEK),
        all_of(MISINSTRUCTED, use(OLD_LAW), day("asylum_urgent_filed_on").not_after(YEAR), cite="VwGO/58/2"),
        all_of(MISINSTRUCTED, use(NEW_LAW), day("asylum_urgent_filed_on").not_after(THREE_MONTHS)),
    ),
    "AsylG/36/2/3",
)
URGENT_UNDECIDED = Definition(
    "asylum_urgent_application_undecided",
    "Über einen rechtzeitigen Eilantrag ist nicht entschieden.",
    "An urgent application made in time has not been decided.",
    all_of(is_in("asylum_urgent_outcome", "pending"), use(URGENT_IN_TIME)),
    "VwGO/80/5",
)
URGENT_SETTLED = Definition(
    "asylum_urgent_application_settled",
    "Die Frist für den Eilantrag ist ohne Antrag vorbei, oder der Antrag ist abgelehnt und zugestellt.",
    "The time for an urgent application passed without one, or it was refused and the refusal served.",
    any_of(
        all_of(
            is_in("asylum_urgent_outcome", "none", "withdrawn"),
            any_of(
                all_of(is_in("asylum_instruction", "correct"), WEEK.before(TODAY)),
                all_of(use(NEW_LAW), THREE_MONTHS.before(TODAY)),
                YEAR.before(TODAY),
            ),
        ),
        all_of(
            is_in("asylum_urgent_outcome", "refused"),
            day("asylum_urgent_refusal_served_on").not_after(TODAY),
        ),
    ),
    "AsylG/36/2",
)
COURT_PROTECTS = Definition(
    "asylum_court_protects",
    "Ein Gericht hat die aufschiebende Wirkung angeordnet oder den Verbleib gestattet.",
    "A court has ordered suspensive effect or permitted the person to remain.",
    any_of(
        is_in("asylum_urgent_outcome", "granted"),
        fact("asylum_stay_permitted_by_court"),
        fact("court_prohibits_removal"),
    ),
    "AsylG/67/2",
)
WORKED_OUT = Definition(
    "asylum_warning_enforceable_worked_out",
    "Nach Zustellung, Fristen und Gerichtsentscheidungen ist Androhung oder Anordnung des Bundesamtes vollziehbar.",
    "By service, periods and court decisions the Federal Office's warning or order is enforceable.",
    all_of(
        any_of(WARNED, ORDERED),
        use(DECISION_SERVED),
        not_(use(COURT_PROTECTS)),
        not_(use("AsylG/43/2/1")),
        any_of(
            use(ASYLUM_FINAL),
            all_of(use(URGENT_WEEK), use(URGENT_SETTLED)),
            unverified(
                all_of(
                    use(NEW_LAW),
                    not_(any_of(ORDERED, fact("asylum_article_68_3"))),
                    day("asylum_right_to_remain_ended_on").not_after(TODAY),
                ),
                cite="AsylverfahrensVO/68",
            ),
        ),
    ),
    "AsylG/34/1",
)
NOTICE = Definition(
    "asylum_warning_enforceable_known",
    "Androhung oder Anordnung des Bundesamtes ist vollziehbar: nach dessen Mitteilung, sonst nach Fristen und Entscheidungen.",
    "The Federal Office's warning or order is enforceable: by its notice, else by periods and decisions.",
    any_of(
        all_of(
            established("asylum_warning_enforceable"),
            use(d.ASYLUM_WARNING_ENFORCEABLE),
            not_(use("asylum_entries_contradict")),
        ),
        all_of(not_(established("asylum_warning_enforceable")), use(WORKED_OUT)),
    ),
    "AsylG/40/1",
)
CONTRADICT = Definition(
    "asylum_entries_contradict",
    "Die Einträge zum Asylverfahren widersprechen einander.",
    "The entries on the asylum procedure contradict each other.",
    any_of(
        all_of(
            on_record("asylum_warning_enforceable"),
            any_of(
                all_of(
                    established("asylum_urgent_outcome"),
                    established("asylum_urgent_filed_on"),
                    is_in("asylum_urgent_outcome", "pending"),
                    day("asylum_urgent_filed_on").not_after(WEEK),
                ),
                use("asylum_court_protection_on_record"),
                all_of(established("asylum_outcome"), is_in("asylum_outcome", "open", "granted")),
            ),
        ),
        all_of(
            established("asylum_procedure_running"),
            not_(fact("asylum_procedure_running")),
            any_of(
                all_of(established("asylum_outcome"), is_in("asylum_outcome", "open")),
                all_of(established("follow_up_message"), is_in("follow_up_message", "further_procedure")),
                all_of(
                    established("asylum_applied_on"),
                    established("asylum_decision_served_on"),
                    not_(established("follow_up_filed_on")),
                    day("asylum_applied_on").after(SERVED),
                ),
            ),
        ),
    ),
    "VwVfG/24/1",
)
COURT_ON_RECORD = Definition(
    "asylum_court_protection_on_record",
    "Eingetragen ist, dass ein Gericht den Vollzug des Asylbescheids ausgesetzt oder den Verbleib gestattet hat.",
    "It is on record that a court suspended the asylum decision or permitted the person to remain.",
    any_of(
        all_of(established("asylum_urgent_outcome"), is_in("asylum_urgent_outcome", "granted")),
        on_record("asylum_stay_permitted_by_court"),
        on_record("transfer_suspended_by_court"),
    ),
    "AsylG/67/2",
)
URGENT_ON_RECORD = Definition(
    "asylum_urgent_application_on_record",
    "Eingetragen ist ein anhängiger Eilantrag gegen den Asylbescheid.",
    "An urgent application against the asylum decision is on record as pending.",
    all_of(established("asylum_urgent_outcome"), is_in("asylum_urgent_outcome", "pending")),
    "AsylG/36/2",
)
DEFINITIONS = (
    COURT_ON_RECORD,
    URGENT_ON_RECORD,
    DECISION_SERVED,
    ASYLUM_FINAL,
    OLD_WEEK,
    NEW_WEEK,
    URGENT_WEEK,
    URGENT_IN_TIME,
    URGENT_UNDECIDED,
    URGENT_SETTLED,
    COURT_PROTECTS,
    WORKED_OUT,
    NOTICE,
    CONTRADICT,
)
"""What the norms on warning, order, stay and remedies share."""
