"""Longest times of custody, and what counts towards the total: AufenthG §§ 15 (5), 57, 62, 62b, AsylG § 69, FamFG §§ 425, 427."""

from datetime import date

from augenmass.law.language import (
    TODAY,
    Condition,
    Definition,
    Period,
    all_of,
    any_of,
    day,
    days,
    established,
    fact,
    is_in,
    months,
    not_,
    use,
    weeks,
    years,
)
from augenmass.law.norm import Modality, Norm
from augenmass.law.norms.custody.definitions import COURT, CUSTODY_ENDED, TOTAL_COUNTED, held_as, over
from augenmass.law.norms.custody.release import COMMON_SYSTEM
from augenmass.law.norms.custody.specimens import DETAINED, kind
from augenmass.law.norms.specimens import with_facts
from augenmass.law.norms.writing import norm

_OVER = (
    "Die Höchstdauer ist abgelaufen; die Person ist freizulassen.",
    "The longest time is over; the person is to be released.",
)
_SINCE = "custody_kind_since"


def _longest(
    id: str, what: tuple[str, str], kinds: tuple[str, ...], period: Period, begun: str, unless: Condition | None = None,
    modality: Modality = Modality.MUST, effect: tuple[str, str] = _OVER, since: date | None = None,
) -> Norm:  # fmt: skip
    """Return the norm that custody of some kinds lasts no longer than a period; ``begun`` is a first day from which it is over."""
    parts = [held_as(*kinds), over(_SINCE, period), *([unless] if unless else [])]
    case = kind(kinds[0], custody_kind_since=begun)
    return norm(
        id,
        what,
        modality,
        all_of(*parts),
        effect=effect,
        decider=COURT,
        since=since,
        yes=("Die Zeit ist überschritten", case),
        no=("Vor zwei Tagen begonnen", with_facts(case, custody_kind_since="2026-08-18")),
        unknown=("Der Beginn ist nicht erfasst", with_facts(case, custody_kind_since=None)),
    )


_NOT_EXTENDED_BEYOND = not_(
    all_of(
        established("custody_extension_ground"), is_in("custody_extension_ground", "attributable", "third_state_delay")
    )
)
PREPARATORY_USUAL = _longest(
    "AufenthG/62/2/2",
    ("Vorbereitungshaft soll sechs Wochen nicht überschreiten.", "Preparatory custody shall not exceed six weeks."),
    ("preparatory",),
    weeks(6),
    "2026-06-25",
    modality=Modality.SHALL,
    effect=(
        "Die Regeldauer ist überschritten; nur ein atypischer Fall trägt mehr.",
        "The usual time is exceeded; only an atypical case carries more.",
    ),
)
SIX_MONTHS = _longest(
    "AufenthG/62/4/1",
    (
        "Sicherungshaft dauert ohne besondere Verlängerung höchstens sechs Monate.",
        "Without a special extension securing custody lasts at most six months.",
    ),
    ("securing", "return_after_entry"),
    months(6),
    "2026-01-05",
    unless=_NOT_EXTENDED_BEYOND,
)
REFUSAL_SIX_MONTHS = _longest(
    "AufenthG/15/5/2",
    (
        "Für Zurückweisungshaft gelten die Höchstzeiten der Sicherungshaft.",
        "For custody to secure refusal of entry the longest times of securing custody apply.",
    ),
    ("refusal",),
    months(6),
    "2026-01-05",
    unless=_NOT_EXTENDED_BEYOND,
)
RETURN_LIKEWISE = norm(
    "AufenthG/57/3",
    ("Für Zurückschiebungshaft gelten §§ 62 und 62a.", "For custody to secure return sections 62 and 62a apply."),
    Modality.STATE,
    held_as("return_after_entry"),
    effect=(
        "Höchstzeiten, mildere Mittel und Vollzug wie dort.",
        "Longest times, milder means and execution as there.",
    ),
    decider=COURT,
    yes=("Zurückschiebungshaft", kind("return_after_entry")),
    no=("Sicherungshaft", DETAINED),
    unknown=("Haftart nicht erfasst", with_facts(DETAINED, custody_kind=None)),
)
_EXTENDED = kind("securing", custody_kind_since="2025-01-06", custody_extension_ground="attributable")


def _twelve_more(id: str, words: tuple[str, str], ground: str) -> Norm:
    case = with_facts(_EXTENDED, custody_extension_ground=ground)
    return norm(
        id,
        words,
        Modality.MUST,
        all_of(
            held_as("securing", "return_after_entry", "refusal"),
            is_in("custody_extension_ground", ground),
            over(_SINCE, months(18)),
        ),
        effect=_OVER,
        decider=COURT,
        yes=("Vor mehr als 18 Monaten begonnen", case),
        no=("Vor zehn Monaten begonnen", with_facts(case, custody_kind_since="2025-10-20")),
        unknown=("Grund der Verlängerung offen", with_facts(case, custody_extension_ground=None)),
    )


EXTENSION_ATTRIBUTABLE = _twelve_more(
    "AufenthG/62/4/2",
    (
        "Zu vertretende Gründe tragen höchstens zwölf weitere Monate.",
        "Reasons attributable to the person carry at most twelve more months.",
    ),
    "attributable",
)
EXTENSION_THIRD_STATE = _twelve_more(
    "AufenthG/62/4/3",
    (
        "Verzögerte Unterlagen tragen bei einer Anordnung nach § 58a höchstens zwölf weitere Monate.",
        "With an order under 58a delayed papers carry at most twelve more months.",
    ),
    "third_state_delay",
)
TOTAL = norm(
    "AufenthG/62/4/4",
    ("Insgesamt dauert Sicherungshaft höchstens 18 Monate.", "In total securing custody lasts at most 18 months."),
    Modality.MUST,
    all_of(held_as(*TOTAL_COUNTED), any_of(over(_SINCE, months(18)), day("custody_total_ends_on").before(TODAY))),
    effect=_OVER,
    decider=COURT,
    yes=("Gesamtdauer mit früherer Haft erreicht", with_facts(DETAINED, custody_total_ends_on="2026-08-10")),
    no=("Gesamtdauer endet 2027", DETAINED),
    unknown=("Frühere Zeiten nicht zusammengezählt", with_facts(DETAINED, custody_total_ends_on=None)),
)


def _counts(id: str, name: str, words: tuple[str, str], since: date | None = None, verified: bool = True) -> Norm:
    return norm(
        id,
        words,
        Modality.STATE,
        all_of(held_as(*TOTAL_COUNTED), fact(name)),
        effect=(
            "Diese Zeit zählt zur Gesamtdauer; das Ende ist damit zu errechnen.",
            "This time counts towards the total; its end is to be computed with it.",
        ),
        decider=COURT,
        since=since,
        verified=verified,
        yes=("Zuvor verbracht", with_facts(DETAINED, **{name: "yes"})),
        no=("Nicht verbracht", with_facts(DETAINED, **{name: "no"})),
        unknown=("Nicht geprüft", DETAINED),
    )


PREPARATORY_COUNTS = _counts(
    "AufenthG/62/4/5",
    "custody_preparatory_served",
    ("Vorbereitungshaft zählt zur Gesamtdauer.", "Preparatory custody counts towards the total."),
)
COOPERATION_COUNTS = _counts(
    "AufenthG/62/6/3",
    "custody_cooperation_served",
    ("Mitwirkungshaft zählt zur Gesamtdauer.", "Cooperation custody counts towards the total."),
)
DEPARTURE_COUNTS = _counts(
    "AufenthG/62b/3/2",
    "custody_departure_served",
    ("Ausreisegewahrsam zählt zur Gesamtdauer.", "Custody to secure departure counts towards the total."),
    since=COMMON_SYSTEM,
)
BORDER_RETURN_COUNTS = _counts(
    "RückkehrgrenzverfahrensVO/5/4/2",
    "custody_border_return_served",
    ("Haft im Rückkehrgrenzverfahren ist zu berücksichtigen.", "Border return custody is to be taken into account."),
    since=COMMON_SYSTEM,
    verified=False,
)
COOPERATION_LONGEST = _longest(
    "AufenthG/62/6/1",
    ("Mitwirkungshaft dauert höchstens 14 Tage.", "Cooperation custody lasts at most 14 days."),
    ("cooperation",),
    days(14),
    "2026-08-03",
)
COOPERATION_NO_EXTENSION = norm(
    "AufenthG/62/6/2",
    ("Mitwirkungshaft wird nicht verlängert.", "Cooperation custody is not extended."),
    Modality.FORBIDDEN,
    all_of(held_as("cooperation"), fact("custody_order_extended")),
    effect=("Die Verlängerung ist unzulässig.", "The extension is not allowed."),
    decider=COURT,
    yes=("Verlängert", kind("cooperation", custody_order_extended="yes")),
    no=("Nicht verlängert", kind("cooperation", custody_order_extended="no")),
    unknown=("Nicht erfasst", kind("cooperation")),
)
DEPARTURE_LONGEST = _longest(
    "AufenthG/62b/1/1",
    ("Ausreisegewahrsam dauert höchstens 28 Tage.", "Custody to secure departure lasts at most 28 days."),
    ("departure",),
    days(28),
    "2026-07-20",
)
_DANGER = kind("asylum", asylum_custody_ground="danger", custody_kind_since="2026-07-10", custody_order_extended="no")
ASYLUM_DANGER_LONGEST = norm(
    "AsylG/69/1/2",
    (
        "Asylverfahrenshaft wegen Gefahr dauert einen Monat, verlängert insgesamt zwei.",
        "Asylum custody for danger lasts a month, extended two in total.",
    ),
    Modality.MUST,
    all_of(
        held_as("asylum"),
        is_in("asylum_custody_ground", "danger"),
        any_of(over(_SINCE, months(2)), all_of(over(_SINCE, months(1)), not_(fact("custody_order_extended")))),
    ),
    effect=_OVER,
    decider=COURT,
    since=COMMON_SYSTEM,
    yes=("Ein Monat vorbei, nicht verlängert", _DANGER),
    no=("Anderer Grund", with_facts(_DANGER, asylum_custody_ground="identity")),
    unknown=("Ob verlängert wurde, ist offen", with_facts(_DANGER, custody_order_extended=None)),
)
PROVISIONAL_LONGEST = norm(
    "FamFG/427/1/2",
    ("Vorläufige Haft dauert höchstens sechs Wochen.", "Provisional custody lasts at most six weeks."),
    Modality.MUST,
    all_of(not_(use(CUSTODY_ENDED)), fact("custody_order_provisional"), over("custody_order_on", weeks(6))),
    effect=_OVER,
    decider=COURT,
    yes=("Am 1. Juli einstweilig angeordnet", with_facts(DETAINED, custody_order_provisional="yes")),
    no=("In der Hauptsache angeordnet", DETAINED),
    unknown=("Art der Anordnung offen", with_facts(DETAINED, custody_order_provisional=None)),
)
YEAR_LONGEST = norm(
    "FamFG/425/1",
    ("Eine Anordnung reicht höchstens ein Jahr.", "One order reaches a year at most."),
    Modality.MUST,
    all_of(not_(use(CUSTODY_ENDED)), over("custody_order_on", years(1))),
    effect=_OVER,
    decider=COURT,
    yes=("Vor mehr als einem Jahr angeordnet", with_facts(DETAINED, custody_order_on="2025-08-01")),
    no=("Im Juli angeordnet", DETAINED),
    unknown=("Tag der Anordnung unbekannt", with_facts(DETAINED, custody_order_on=None)),
)
LONGEST = (
    SIX_MONTHS,
    REFUSAL_SIX_MONTHS,
    EXTENSION_ATTRIBUTABLE,
    EXTENSION_THIRD_STATE,
    TOTAL,
    COOPERATION_LONGEST,
    DEPARTURE_LONGEST,
    ASYLUM_DANGER_LONGEST,
    PROVISIONAL_LONGEST,
    YEAR_LONGEST,
)
MAXIMUM_OVER = Definition(
    "custody_longest_time_over",
    "Eine Höchstdauer der Haft ist abgelaufen.",
    "A longest time of custody is over.",
    any_of(*(use(one) for one in LONGEST)),
    "AufenthG/62/4",
)
DEFINITIONS = (MAXIMUM_OVER,)
NORMS = (
    *LONGEST,
    PREPARATORY_USUAL,
    RETURN_LIKEWISE,
    PREPARATORY_COUNTS,
    COOPERATION_COUNTS,
    DEPARTURE_COUNTS,
    BORDER_RETURN_COUNTS,
    COOPERATION_NO_EXTENSION,
)
