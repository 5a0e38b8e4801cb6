"""Residence Act §§ 23a, 25 (3)–(5), 82 (3), 104c: hardship, prohibitions of removal, victims, obstacles to departure, the old chance permit."""

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
    months,
    none_of,
    not_,
    use,
)
from augenmass.law.norm import Modality
from augenmass.law.norms.prospects.parts import HOLDS_104C, REMEDY, held_for
from augenmass.law.norms.residence_act.suspension import LAND_MINISTRY
from augenmass.law.norms.specimens import NO_RIGHT, OBLIGED, SUSPENDED, with_facts
from augenmass.law.norms.writing import norm

STUCK = with_facts(
    SUSPENDED,
    departure_impossible="yes",
    obstacle_lasting="yes",
    departure_prevented_without_fault="yes",
    suspension_since="2024-12-01",
    identity_suspension_times="no",
    offences_of_weight="no",
)
"""Suspended for twenty months, cannot leave, without fault."""
VICTIM = with_facts(
    SUSPENDED,
    victim_of_trafficking="yes",
    victim_of_illegal_employment="yes",
    presence_useful_for_trial="yes",
    contact_with_accused_ended="yes",
    willing_to_testify="yes",
)
HOLDER = with_facts(
    NO_RIGHT, permit_104c="yes", title_kind="residence_permit", title_valid_until="2026-12-15", title_ended_by="none"
)
"""Holds a permit under section 104c until December."""

HARDSHIP = norm(
    "AufenthG/23a/1/1",
    (
        "Die oberste Landesbehörde darf auf Härtefallersuchen einen Aufenthalt anordnen.",
        "On a hardship request the supreme Land authority may order a residence permit.",
    ),
    Modality.MAY,
    all_of(use("AufenthG/58/2"), fact("hardship_request_made")),
    effect=(
        "Über die Anordnung entscheidet die oberste Landesbehörde oder die Stelle, der das Land es übertragen hat; ein Anspruch besteht nicht.",
        "The supreme Land authority, or the body that the Land names, decides; there is no claim.",
    ),
    decider=LAND_MINISTRY,
    yes=("Die Kommission hat ersucht", with_facts(OBLIGED, hardship_request_made="yes")),
    no=("Kein Ersuchen", with_facts(OBLIGED, hardship_request_made="no")),
    unknown=("Ausgang bei der Kommission unbekannt", OBLIGED),
)
HARDSHIP_AS_A_RULE_EXCLUDED = norm(
    "AufenthG/23a/1/3",
    (
        "Ein Härtefall ist in der Regel ausgeschlossen.",
        "Hardship is as a rule excluded.",
    ),
    Modality.STATE,
    any_of(
        assessment("offences_of_weight"),
        all_of(established("removal_date"), day("removal_date").not_before(TODAY)),
    ),
    effect=(
        "Die Regel lässt Ausnahmen zu, die die Kommission beurteilt; sie tritt schon ein, wenn ein Termin feststeht.",
        "The rule has exceptions, which the commission judges; it applies as soon as a date is fixed.",
    ),
    decider="Härtefallkommission",
    yes=("Ein Termin steht fest", {"removal_date": "2026-09-15", "offences_of_weight": "no"}),
    no=("Keine Straftaten, kein Termin", {"offences_of_weight": "no"}),
    unknown=("Straftaten nicht gewürdigt", {}),
)
HARDSHIP_OPEN = Definition(
    "hardship_open",
    "Der Weg zur Härtefallkommission ist offen.",
    "The way to the hardship commission is open.",
    all_of(use("AufenthG/58/2"), not_(use(HARDSHIP_AS_A_RULE_EXCLUDED))),
    "AufenthG/23a/1",
)
PROHIBITION_PERMIT = norm(
    "AufenthG/25/3/1",
    (
        "Bei Abschiebungsverbot nach § 60 Abs. 5 oder 7 soll ein Titel erteilt werden.",
        "With a prohibition under section 60 (5) or (7) a permit shall be granted.",
    ),
    Modality.SHALL,
    all_of(
        any_of(use("AufenthG/60/5"), use("AufenthG/60/7/1"), is_in("protection_status", "national")),
        not_(assessment("prohibition_permit_excluded", cite="AufenthG/25/3/2")),
    ),
    effect=("Die Aufenthaltserlaubnis soll erteilt werden.", "The permit shall be granted."),
    remedy=REMEDY,
    yes=(
        "Verbot festgestellt, kein Ausschluss",
        {"protection_status": "national", "prohibition_permit_excluded": "no"},
    ),
    no=("Kein Verbot", with_facts(OBLIGED, prohibition_permit_excluded="no")),
    unknown=("Ausschluss nicht geprüft", {"protection_status": "national"}),
)
TRAFFICKING = norm(
    "AufenthG/25/4a/1",
    (
        "Opfern von Menschenhandel soll für das Strafverfahren ein Titel erteilt werden.",
        "Victims of trafficking shall be granted a permit for the criminal proceedings.",
    ),
    Modality.SHALL,
    all_of(
        fact("victim_of_trafficking"),
        fact("presence_useful_for_trial", cite="AufenthG/25/4a/2/1"),
        fact("contact_with_accused_ended", cite="AufenthG/25/4a/2/2"),
        fact("willing_to_testify", cite="AufenthG/25/4a/2/3"),
    ),
    effect=(
        "Auch bei vollziehbarer Ausreisepflicht soll die Aufenthaltserlaubnis erteilt werden.",
        "The permit shall be granted even to a person enforceably obliged to leave.",
    ),
    remedy=REMEDY,
    yes=("Opferzeugin, alles liegt vor", VICTIM),
    no=("Keine Aussagebereitschaft", with_facts(VICTIM, willing_to_testify="no")),
    unknown=("Die Staatsanwaltschaft hat noch nicht geantwortet", with_facts(VICTIM, presence_useful_for_trial=None)),
)
ILLEGAL_EMPLOYMENT = norm(
    "AufenthG/25/4b/1",
    (
        "Opfern illegaler Beschäftigung kann für das Strafverfahren ein Titel erteilt werden.",
        "Victims of illegal employment can be granted a permit for the criminal proceedings.",
    ),
    Modality.MAY,
    all_of(
        fact("victim_of_illegal_employment"),
        fact("presence_useful_for_trial", cite="AufenthG/25/4b/2/1"),
        fact("willing_to_testify", cite="AufenthG/25/4b/2/2"),
    ),
    effect=("Nach Ermessen für vorübergehenden Aufenthalt.", "By discretion, for a temporary stay."),
    remedy=REMEDY,
    yes=("Opferzeuge, alles liegt vor", VICTIM),
    no=("Kein solches Opfer", with_facts(VICTIM, victim_of_illegal_employment="no")),
    unknown=("Aussagebereitschaft nicht erfragt", with_facts(VICTIM, willing_to_testify=None)),
)
AT_FAULT = norm(
    "AufenthG/25/5/3",
    (
        "Bei verschuldetem Ausreisehindernis darf kein Titel erteilt werden.",
        "Where the person is at fault for the obstacle, no permit may be granted.",
    ),
    Modality.FORBIDDEN,
    not_(assessment("departure_prevented_without_fault")),
    effect=("Der Titel nach § 25 Abs. 5 ist ausgeschlossen.", "The permit under section 25 (5) is excluded."),
    yes=("Mitwirkung verweigert", {"departure_prevented_without_fault": "no"}),
    no=("Kein Verschulden", {"departure_prevented_without_fault": "yes"}),
    unknown=("Nicht beurteilt", {}),
)
CANNOT_LEAVE = norm(
    "AufenthG/25/5/1",
    (
        "Bei dauerhaft unmöglicher Ausreise kann ein Titel erteilt werden.",
        "Where departure is impossible for long, a permit can be granted.",
    ),
    Modality.MAY,
    all_of(
        use("AufenthG/58/2"),
        assessment("departure_impossible"),
        assessment("obstacle_lasting"),
        not_(use(AT_FAULT)),
    ),
    effect=("Nach Ermessen kann die Aufenthaltserlaubnis erteilt werden.", "By discretion the permit can be granted."),
    remedy=REMEDY,
    yes=("Ausreise auf lange Sicht unmöglich", STUCK),
    no=("Freiwillige Ausreise ist möglich", with_facts(STUCK, departure_impossible="no")),
    unknown=("Verschulden nicht beurteilt", with_facts(STUCK, departure_prevented_without_fault=None)),
)
EIGHTEEN_MONTHS = norm(
    "AufenthG/25/5/2",
    (
        "Nach 18 Monaten Aussetzung soll der Titel erteilt werden.",
        "After eighteen months of suspension the permit shall be granted.",
    ),
    Modality.SHALL,
    all_of(use(CANNOT_LEAVE), held_for("suspension_since", months(18))),
    effect=("Aus dem Ermessen wird die Regel.", "Discretion turns into the rule."),
    remedy=REMEDY,
    yes=("Seit zwanzig Monaten ausgesetzt", STUCK),
    no=("Seit zehn Monaten ausgesetzt", with_facts(STUCK, suspension_since="2025-10-15")),
    unknown=("Beginn der Duldung unbekannt", with_facts(STUCK, suspension_since=None)),
)
PERMIT_104C = norm(
    "AufenthG/104c/1",
    (
        "Die Erlaubnis nach altem § 104c gilt bis zu ihrem Ende weiter.",
        "A permit under the former section 104c stays valid until it ends.",
    ),
    Modality.STATE,
    use(HOLDS_104C),
    effect=(
        "Sie ist ein humanitärer Titel; neue werden nicht erteilt.",
        "It is a humanitarian title; no new ones are granted.",
    ),
    yes=("Gültig bis Dezember", HOLDER),
    no=("Kein solcher Titel", with_facts(HOLDER, permit_104c="no")),
    unknown=("Geltungsdauer unbekannt", with_facts(HOLDER, title_valid_until=None)),
)
NO_EXTENSION_104C = norm(
    "AufenthG/104c/2/1",
    (
        "Verlängert wird nur nach § 25a oder § 25b.",
        "It is extended only under section 25a or 25b.",
    ),
    Modality.FORBIDDEN,
    use(HOLDS_104C),
    effect=("Ein anderer Verlängerungsgrund scheidet aus.", "No other ground of extension exists."),
    yes=("Gültig bis Dezember", HOLDER),
    no=("Kein solcher Titel", with_facts(HOLDER, permit_104c="no")),
    unknown=("Geltungsdauer unbekannt", with_facts(HOLDER, title_valid_until=None)),
)
NO_FICTION_104C = norm(
    "AufenthG/104c/2/3",
    (
        "Der Antrag auf einen anderen Titel lässt die Erlaubnis nicht fortgelten.",
        "An application for another title does not continue the permit.",
    ),
    Modality.STATE,
    all_of(
        fact("permit_104c"),
        fact("application_pending"),
        none_of(fact("application_25a_pending"), fact("application_25b_pending")),
    ),
    effect=(
        "Nur Anträge nach § 25a oder § 25b lassen den Titel fortgelten.",
        "Only applications under section 25a or 25b continue the title.",
    ),
    yes=("Antrag auf einen anderen Titel", with_facts(HOLDER, application_pending="yes")),
    no=("Antrag nach § 25b", with_facts(HOLDER, application_pending="yes", application_25b_pending="yes")),
    unknown=(
        "Wonach beantragt ist, ist unbekannt",
        with_facts(HOLDER, application_pending="yes", application_25b_pending=None),
    ),
)
TELL_OF_PERIOD = norm(
    "AufenthG/82/3/2",
    (
        "Mit einer Frist für Nachweise ist auf die Folgen ihres Versäumens hinzuweisen.",
        "With a period for evidence the person is to be told of the effect of missing it.",
    ),
    Modality.MUST,
    all_of(established("cooperation_period_until"), not_(fact("cooperation_notice_given"))),
    effect=("Ohne den Hinweis bleibt Verspätetes beachtlich.", "Without the notice, what comes late still counts."),
    yes=("Frist ohne Hinweis", {"cooperation_period_until": "2026-09-10", "cooperation_notice_given": "no"}),
    no=("Frist mit Hinweis", {"cooperation_period_until": "2026-09-10", "cooperation_notice_given": "yes"}),
    unknown=("Hinweis nicht erfasst", {"cooperation_period_until": "2026-09-10"}),
)
DEFINITIONS = (HARDSHIP_OPEN,)
NORMS = (
    HARDSHIP,
    HARDSHIP_AS_A_RULE_EXCLUDED,
    PROHIBITION_PERMIT,
    TRAFFICKING,
    ILLEGAL_EMPLOYMENT,
    CANNOT_LEAVE,
    EIGHTEEN_MONTHS,
    AT_FAULT,
    PERMIT_104C,
    NO_EXTENSION_104C,
    NO_FICTION_104C,
    TELL_OF_PERIOD,
)
"""In the order of the statute."""
