"""The period for voluntary departure that a warning may set (AufenthG § 59 (1), (5), (7); FreizügG/EU § 7 (1) sentence 3)."""

from __future__ import annotations

from augenmass.law.values import NO, UNKNOWN, YES
from augenmass.letters.rules.inputs import Gap, PeriodGround, PeriodInput, PeriodUnit

SHORTEST_DAYS = 7
LONGEST_DAYS = 30
MONTH_DAYS = 31
"""A month has at most this many days, so a period counted in days is a month long from here on."""
VICTIM_MONTHS = 3
VICTIM_DAYS = 92
"""Three months have at most this many days, so a period counted in days is long enough from here on."""
#: A reason of fewer characters than this is no reason that a court could review.
LEAST_REASON = 20


def check_period(period: PeriodInput) -> tuple[Gap, ...]:
    """What stands against the period as entered, all at once.

    Seven to thirty days need no special reason; shorter or none only for a compelling ground with reasons; longer with reasons; at least
    three months where there are indications of a victim of the offences of § 25 (4a), (4b), unless shortened for a ground with reasons.
    After the finding that freedom of movement does not exist a month at least, and less only in an urgent case with reasons.
    """
    if period.length is not None and period.length < 1:
        return (
            Gap(
                "period",
                "Die Ausreisefrist muss mindestens einen Tag betragen.",
                "The period must be at least one day.",
            ),
        )
    if period.victim_indications == UNKNOWN:
        return (
            Gap(
                "victim_indications",
                "Stellen Sie fest, ob Anhaltspunkte nach § 59 Absatz 7 AufenthG vorliegen. Dann beträgt die Frist mindestens drei Monate.",
                "Establish whether there are indications under AufenthG § 59 (7). The period is then at least three months.",
            ),
        )
    if period.victim_indications == YES:
        return _check_victim(period)
    if period.victim_indications != NO:
        raise ValueError(f"not a value of the law: {period.victim_indications!r}")
    return _check_after_loss(period) if period.after_loss else _check_ordinary(period)


def _check_ordinary(period: PeriodInput) -> tuple[Gap, ...]:
    if period.length is None and period.ground is PeriodGround.CUSTODY:
        return ()
    if period.length is None or (period.unit is PeriodUnit.DAYS and period.length < SHORTEST_DAYS):
        return _check_short(period)
    if period.unit is PeriodUnit.MONTHS or period.length > LONGEST_DAYS:
        return _need_reasons(
            period,
            "Eine Frist von mehr als 30 Tagen braucht besondere Umstände des Einzelfalls (§ 59 Absatz 1 Satz 4 AufenthG). Begründen Sie sie.",
            "A period of more than 30 days needs special circumstances of the case (AufenthG § 59 (1) sentence 4). Give reasons.",
        )
    return ()


def below_a_month(period: PeriodInput) -> bool:
    """Whether the period can end before a month is over; no period does."""
    return period.length is None or (period.unit is PeriodUnit.DAYS and period.length < MONTH_DAYS)


def _check_after_loss(period: PeriodInput) -> tuple[Gap, ...]:
    if not below_a_month(period):
        return ()
    return _need_reasons(
        period,
        "Nach der Feststellung, dass kein Freizügigkeitsrecht besteht, beträgt die Frist mindestens einen Monat, in Tagen 31 "
        "(§ 7 Absatz 1 Satz 3 FreizügG/EU). Setzen Sie sie so fest, oder begründen Sie, warum der Fall dringend ist.",
        "After the finding that freedom of movement does not exist the period is at least one month, in days 31 (FreizügG/EU § 7 (1) "
        "sentence 3). Set it so, or give reasons why the case is urgent.",
    )


def _check_short(period: PeriodInput) -> tuple[Gap, ...]:
    gaps: list[Gap] = []
    if period.ground in (PeriodGround.NONE, PeriodGround.CUSTODY):
        gaps.append(
            Gap(
                "period_ground",
                "Wählen Sie den Grund, aus dem ausnahmsweise weniger als sieben Tage oder keine Frist gesetzt wird "
                "(§ 59 Absatz 1 Satz 2 AufenthG).",
                "Choose the ground for exceptionally setting fewer than seven days or no period (AufenthG § 59 (1) sentence 2).",
            )
        )
    gaps += _need_reasons(
        period,
        "Begründen Sie, warum im Einzelfall weniger als sieben Tage oder keine Frist zwingend erforderlich sind.",
        "Give reasons why fewer than seven days or no period are imperative in this case.",
    )
    return tuple(gaps)


def _check_victim(period: PeriodInput) -> tuple[Gap, ...]:
    least = VICTIM_MONTHS if period.unit is PeriodUnit.MONTHS else VICTIM_DAYS
    if period.length is not None and period.length >= least:
        return ()
    return _need_reasons(
        period,
        "Wegen der Anhaltspunkte nach § 59 Absatz 7 AufenthG beträgt die Frist mindestens drei Monate. Setzen Sie sie so fest, oder begründen "
        "Sie, welcher Fall des Satzes 3 vorliegt.",
        "Because of the indications under AufenthG § 59 (7) the period is at least three months. Set it so, or give reasons which case of "
        "sentence 3 applies.",
    )


def _need_reasons(period: PeriodInput, de: str, en: str) -> tuple[Gap, ...]:
    return () if len(period.reasons.strip()) >= LEAST_REASON else (Gap("period_reasons", de, en),)
