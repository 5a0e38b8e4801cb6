"""What a case adds to the numbers of its body."""

from datetime import date

import pytest

from augenmass.law.vocabulary import VOCABULARY
from augenmass.overview.rules.lasting import Spell
from augenmass.overview.rules.measures import (
    FACTS,
    LASTING,
    OUTCOMES,
    SUSPENSION,
    Counted,
    Course,
    ReferralPast,
    Suspension,
    counted,
)
from augenmass.overview.rules.numbers import numbers_of, shown_lines
from augenmass.overview.rules.periods import Period, has_begun, is_over, quarter_of

TODAY = date(2026, 8, 20)
pytestmark = pytest.mark.unit


def day(text: str) -> date:
    return date.fromisoformat(f"2026-{text}")


def course(**days: list[date]) -> Course:
    return Course(day("01-10"), days=days)


def of(measure: str, case: Course) -> list[Counted]:
    return [one for one in counted(case, TODAY) if one.measure == measure]


def test_what_is_read_is_in_the_vocabulary_and_nothing_of_it_is_an_enforcement_secret() -> None:
    for name in (*FACTS, SUSPENSION):
        assert VOCABULARY[name].category != "enforcement_secret"


def test_counselling_counts_when_it_was_offered_before_the_day_of_the_first_measure() -> None:
    arranged = [day("05-04"), day("07-01")]
    before = course(removal_arranged_on=arranged, counselling_offered_on=[day("05-03")])
    same_day = course(removal_arranged_on=arranged, counselling_offered_on=[day("05-04")])
    never = course(removal_arranged_on=arranged)
    assert of("counselled_first", before) == [Counted("counselled_first", day("05-04"), "before")]
    assert [of("counselled_first", case)[0].outcome for case in (same_day, never)] == ["not_before"] * 2
    assert of("counselled_first", course(counselling_offered_on=[day("05-03")])) == []


def test_a_departure_is_voluntary_unless_somebody_was_removed() -> None:
    assert of("voluntary_share", course(departed_on=[day("06-01")]))[0].outcome == "voluntary"
    both = course(departed_on=[day("06-01")], removed_on=[day("06-01")])
    assert [one.outcome for one in of("voluntary_share", both)] == ["removed"]
    assert of("voluntary_share", course(departed_on=[day("12-01")])) == [], "a day to come is no departure"


def test_a_suspension_is_renewed_in_time_when_the_new_end_was_known_by_its_last_day() -> None:
    case = Course(
        day("01-10"),
        suspensions=[
            Suspension(day("03-31"), day("01-10")),
            Suspension(day("06-30"), day("03-31")),
            Suspension(day("12-31"), day("07-02")),
        ],
    )
    assert [(one.day, one.outcome) for one in of("renewed_in_time", case)] == [
        (day("03-31"), "in_time"),
        (day("06-30"), "late"),
    ]


def test_a_suspension_that_ran_out_is_late_while_the_case_goes_on() -> None:
    case = Course(day("01-10"), suspensions=[Suspension(day("03-31"), day("01-10"))])
    assert [one.outcome for one in of("renewed_in_time", case)] == ["late"]
    case.days["departed_on"] = [day("03-20")]
    assert of("renewed_in_time", case) == []


def test_a_shortened_suspension_is_not_a_renewal() -> None:
    case = Course(
        day("01-10"),
        suspensions=[Suspension(day("07-31"), day("01-10")), Suspension(day("12-31"), day("02-01"))],
        closed_on=day("08-01"),
    )
    case.suspensions.append(Suspension(day("11-30"), day("03-01")))
    assert [one.day for one in of("renewed_in_time", case)] == [day("07-31")]


def test_a_referral_is_complete_when_its_first_answer_does_not_send_it_back() -> None:
    case = Course(
        day("01-10"),
        referrals=[
            ReferralPast(True, day("03-01"), sent_back=False),
            ReferralPast(True, day("02-01"), sent_back=True),
            ReferralPast(False, day("04-01"), sent_back=False),
        ],
    )
    assert of("complete_received", case) == [Counted("complete_received", day("02-01"), "sent_back")]
    assert of("complete_sent", case) == [Counted("complete_sent", day("04-01"), "first_try")]


def test_counselling_lasts_from_the_decision_and_an_open_case_counts_for_as_long_as_it_was_seen() -> None:
    decided = [day("06-01")]
    measure = "decision_to_counselling"
    offered = course(decision_issued_on=decided, counselling_offered_on=[day("06-11")])
    ahead = course(decision_issued_on=decided, counselling_offered_on=[day("05-11")])
    waiting = course(decision_issued_on=decided)
    left = course(decision_issued_on=decided, departed_on=[day("06-21")])
    assert [of(measure, case)[0].spell for case in (offered, ahead, waiting, left)] == [
        Spell(10, True),
        Spell(0, True),
        Spell(80, False),
        Spell(20, False),
    ]


def test_a_phase_ends_with_the_next_one_that_was_entered() -> None:
    case = course(prospects_checked_on=[day("02-10")], departure_declared_on=[day("03-10")], departed_on=[day("04-10")])
    lasted = {one.measure: one.spell for one in counted(case, TODAY) if one.measure.startswith("phase_")}
    assert lasted == {
        "phase_received": Spell(31, True),
        "phase_prospects": Spell(28, True),
        "phase_voluntary": Spell(31, True),
    }


def test_quarters_add_up_to_the_year_and_another_year_does_not_count() -> None:
    cases = [course(departed_on=[day(text)]) for text in ("01-31", "02-01", "03-31", "04-01", "05-05", "06-30")]
    cases.append(course(departed_on=[date(2025, 12, 31)]))
    lines = shown_lines(numbers_of(cases, [2026], TODAY)[2026], "voluntary_share")
    assert [line.total for line in lines] == [3, 3, 0, 0, 6]
    assert [line.share for line in lines] == [100, 100, None, None, 100]


def test_no_share_and_no_days_are_shown_where_a_number_is_hidden() -> None:
    cases = [course(decision_issued_on=[day("02-01")], counselling_offered_on=[day("02-05")]) for _ in range(20)]
    shown = shown_lines(numbers_of(cases, [2026], TODAY)[2026], "decision_to_counselling")
    assert shown[0].lasted.median == 4
    cases.append(course(decision_issued_on=[day("02-01")]))
    hidden = shown_lines(numbers_of(cases, [2026], TODAY)[2026], "decision_to_counselling")
    assert hidden[0].outcomes == (None, None)
    assert hidden[0].lasted.median is None
    assert hidden[0].share is None


def test_every_measure_has_two_outcomes_and_lasting_ones_are_among_them() -> None:
    assert set(LASTING) <= set(OUTCOMES)
    assert all(len(outcomes) == 2 for outcomes in OUTCOMES.values())


def test_a_quarter_has_begun_on_its_first_day_and_the_year_with_its_first_quarter() -> None:
    assert not has_begun(Period(2026, 4), day("09-30"))
    assert has_begun(Period(2026, 4), day("10-01"))
    assert has_begun(Period(2026), day("01-01"))
    assert not has_begun(Period(2027), day("12-31"))


def test_a_quarter_is_over_on_the_first_day_of_the_next() -> None:
    assert [quarter_of(day(text)) for text in ("01-01", "03-31", "04-01", "12-31")] == [1, 1, 2, 4]
    assert not is_over(Period(2026, 3), TODAY)
    assert is_over(Period(2026, 2), TODAY)
    assert not is_over(Period(2026), TODAY)
    assert is_over(Period(2025), TODAY)
