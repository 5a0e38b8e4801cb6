"""Asylum Seekers' Benefits Act §§ 1–3, 20: entitlement, exclusion, bridging, basic and analogue benefits."""

from datetime import date

from augenmass.law.language import (
    TODAY,
    Condition,
    Definition,
    all_of,
    any_of,
    assessment,
    day,
    days,
    established,
    fact,
    is_in,
    months,
    not_,
    use,
    years,
)
from augenmass.law.norm import Modality, Norm
from augenmass.law.norms.prospects import reducing
from augenmass.law.norms.prospects.reducing import BEFORE, OFFICE, REMEDY, less
from augenmass.law.norms.prospects.reductions import REDUCED
from augenmass.law.norms.writing import norm
from augenmass.law.vocabulary.benefits import GROUNDS

ENTITLED_GROUNDS = tuple(ground.key for ground in GROUNDS if ground.key != "none")

_ELSEWHERE = {
    "benefits_ground": "enforceable",
    "protected_in_other_member_state": "yes",
    "transfer_decision_served": "no",
    "transfer_suspended_by_court": "no",
}

_TRANSFER = {**_ELSEWHERE, "protected_in_other_member_state": "no", "transfer_decision_served": "yes"}

ORDINARY = {
    **reducing.NOTHING,
    "benefits_ground": "suspended",
    "present_since": "2025-02-03",
    "stay_length_abused": "no",
    "analogue_before_2024": "no",
}
"""Entitled with a suspension for a year and a half, nothing reduces."""

LONG = {**ORDINARY, "present_since": "2022-05-02"}

ENTITLED = norm(
    "AsylbLG/1/1",
    ("Leistungen nach dem Asylbewerberleistungsgesetz stehen zu.", "Benefits under the Act are due."),
    Modality.STATE,
    is_in("benefits_ground", *ENTITLED_GROUNDS),
    effect=("Zuständig ist die Leistungsbehörde.", "The benefits office is competent."),
    decider=OFFICE,
    yes=("Mit Duldung", {"benefits_ground": "suspended"}),
    no=("Anderer Titel", {"benefits_ground": "none"}),
    unknown=("Nicht geprüft", {}),
)


def _exclusion(version: str, since: date | None, until: date | None, on: date, grounds: tuple[str, ...]) -> Norm:
    transfer: Condition = fact("transfer_decision_served")
    if not version:
        transfer = all_of(transfer, not_(fact("transfer_suspended_by_court")))
    return norm(
        f"AsylbLG/1/4/1{version}",
        (
            "Bei Schutz in einem anderen Staat oder angeordneter Überstellung besteht kein Anspruch.",
            "With protection in another state, or a transfer ordered, there is no claim.",
        ),
        Modality.STATE,
        all_of(
            is_in("benefits_ground", *grounds),
            any_of(fact("protected_in_other_member_state"), transfer),
        ),
        effect=(
            "Es bleiben Überbrückung, Rückreisekosten und Hilfe in besonderer Härte; ob das höherem Recht genügt, ist streitig.",
            "Bridging, costs of return and help in particular hardship remain; whether that satisfies higher law is disputed.",
        ),
        decider=OFFICE,
        remedy=REMEDY,
        suspensive=False,
        since=since,
        until=until,
        on=on,
        yes=("Schutz in Griechenland", _ELSEWHERE),
        no=("Duldung", {**_ELSEWHERE, "benefits_ground": "suspended"}),
        unknown=("Schutz anderswo nicht geprüft", less(_ELSEWHERE, "protected_in_other_member_state")),
    )


EXCLUSIONS = (
    _exclusion("", date(2026, 6, 12), None, date(2026, 8, 20), ("entry_refused", "enforceable")),
    _exclusion("@2026-05-04", None, date(2026, 6, 11), BEFORE, ("enforceable",)),
)

EXCLUDED = Definition(
    "benefits_excluded",
    "Ein Anspruch auf Leistungen besteht nicht.",
    "There is no claim to benefits.",
    any_of(*(use(one) for one in EXCLUSIONS)),
    "AsylbLG/1/4/1",
)

MAY_EXCLUDE = Definition(
    "benefits_may_be_ended",
    "Ein Anspruch besteht nicht, und eine besondere Härte ist geprüft und verneint.",
    "There is no claim, and particular hardship was examined and denied.",
    all_of(use(EXCLUDED), not_(assessment("benefits_hardship", cite="AsylbLG/1/4/6"))),
    "AsylbLG/1/4/1",
)
BRIDGING = norm(
    "AsylbLG/1/4/2",
    ("Überbrückung bis zur Ausreise, höchstens zwei Wochen.", "Bridging until departure, two weeks at most."),
    Modality.MUST,
    all_of(
        any_of(use(EXCLUDED), fact("protected_in_other_member_state"), fact("transfer_decision_served")),
        is_in("benefits_ground", "entry_refused", "enforceable"),
        any_of(
            not_(established("bridging_received_on")),
            (day("bridging_received_on") + days(14)).after(TODAY),
            (day("bridging_received_on") + years(2)).not_after(TODAY),
        ),
    ),
    effect=(
        "Einmal in zwei Jahren, als Sachleistung; darüber und über Härtefallhilfe ist zu unterrichten.",
        "Once in two years, in kind; the person is to be told of it and of help in hardship.",
    ),
    decider=OFFICE,
    yes=("Noch nie erhalten", _ELSEWHERE),
    no=("Im Mai erhalten", {**_ELSEWHERE, "bridging_received_on": "2026-05-04"}),
    unknown=("Grund der Leistung offen", less(_ELSEWHERE, "benefits_ground")),
)

HARDSHIP = norm(
    "AsylbLG/1/4/6",
    ("In besonderer Härte sind weitere Leistungen zu erbringen.", "In particular hardship further benefits are due."),
    Modality.MUST,
    all_of(
        is_in("benefits_ground", "entry_refused", "enforceable"),
        any_of(fact("protected_in_other_member_state"), fact("transfer_decision_served")),
        assessment("benefits_hardship"),
    ),
    effect=(
        "Auch über zwei Wochen hinaus, und für Bedürfnisse von Kindern.",
        "Beyond two weeks too, and for the needs of children.",
    ),
    decider=OFFICE,
    yes=("Kind in der Familie", {**_ELSEWHERE, "benefits_hardship": "yes"}),
    no=("Keine Härte", {**_ELSEWHERE, "benefits_hardship": "no"}),
    unknown=("Nicht geprüft", _ELSEWHERE),
)

ANALOGUE = norm(
    "AsylbLG/2/1/1",
    (
        "Nach 36 Monaten gelten die Leistungen der Sozialhilfe.",
        "After 36 months the benefits of social assistance apply.",
    ),
    Modality.MUST,
    all_of(
        use(ENTITLED),
        (day("present_since") + months(36)).not_after(TODAY),
        not_(assessment("stay_length_abused")),
        not_(use(REDUCED)),
        not_(use(EXCLUDED)),
    ),
    effect=(
        "Zwölftes Buch und Teil 2 des Neunten Buches gelten entsprechend.",
        "The Twelfth Book and part 2 of the Ninth Book apply.",
    ),
    decider=OFFICE,
    remedy=REMEDY,
    yes=("Seit über vier Jahren hier", LONG),
    no=("Erst seit eineinhalb Jahren", ORDINARY),
    unknown=("Missbrauch nicht beurteilt", less(LONG, "stay_length_abused")),
)

ANALOGUE_BEFORE = norm(
    "AsylbLG/20",
    (
        "Wer schon vor dem 27. Februar 2024 Leistungen nach § 2 bezog, behält das frühere Recht.",
        "Whoever received benefits under section 2 before 27 February 2024 keeps the former law.",
    ),
    Modality.MUST,
    all_of(
        use(ENTITLED),
        fact("analogue_before_2024"),
        not_(assessment("stay_length_abused")),
        not_(use(REDUCED)),
        not_(use(EXCLUDED)),
    ),
    effect=("Auf 36 Monate kommt es nicht an.", "The 36 months do not matter."),
    decider=OFFICE,
    remedy=REMEDY,
    yes=("Seit 2023 nach § 2", {**ORDINARY, "analogue_before_2024": "yes"}),
    no=("Nie nach § 2", {**ORDINARY, "analogue_before_2024": "no"}),
    unknown=("Früherer Bezug nicht geprüft", less(ORDINARY, "analogue_before_2024")),
)

ANALOGUE_DUE = Definition(
    "analogue_benefits",
    "Leistungen wie in der Sozialhilfe stehen zu.",
    "Benefits as in social assistance are due.",
    any_of(use(ANALOGUE), use(ANALOGUE_BEFORE)),
    "AsylbLG/2/1/1",
)

BASIC = norm(
    "AsylbLG/3/1",
    ("Grundleistungen stehen zu.", "Basic benefits are due."),
    Modality.MUST,
    all_of(use(ENTITLED), not_(use(REDUCED)), not_(use(EXCLUDED)), not_(use(ANALOGUE_DUE))),
    effect=(
        "Notwendiger und notwendiger persönlicher Bedarf sind zu decken.",
        "Necessary and necessary personal needs are to be met.",
    ),
    decider=OFFICE,
    remedy=REMEDY,
    yes=("Duldung seit eineinhalb Jahren", ORDINARY),
    no=("Nicht leistungsberechtigt", {**ORDINARY, "benefits_ground": "none"}),
    unknown=("Einschränkung nicht geprüft", less(ORDINARY, "removal_fails_by_own_fault")),
)

DEFINITIONS = (EXCLUDED, MAY_EXCLUDE, ANALOGUE_DUE)

NORMS = (
    ENTITLED,
    *EXCLUSIONS,
    BRIDGING,
    HARDSHIP,
    ANALOGUE,
    ANALOGUE_BEFORE,
    BASIC,
)
"""In the order of the statute."""
