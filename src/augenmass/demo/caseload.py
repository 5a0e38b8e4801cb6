"""Which life situations occur how often in the invented export, and the doubtful entries at the rates known from practice.

Source of the rates: the review of the central register of 2017. Of the persons entered as obliged to leave, 20.4 % were
still in an asylum procedure, 4.4 % were citizens of the Union without a finding of loss, 0.8 % had protection status.
"""

from datetime import timedelta

from augenmass.demo.draw import Draw
from augenmass.demo.situations import (
    Situation,
    asylum_running,
    departed,
    looked_at,
    obliged,
    prospects_excluded,
    provisional,
    suspended,
    title,
    warned,
)

OBLIGED_SHARE = 0.42
"""Share of the cases that are entered as enforceably obliged to leave."""
ASYLUM_RATE, UNION_RATE, PROTECTION_RATE = 0.204, 0.044, 0.008


def _suspended_long(draw: Draw) -> None:
    suspended(draw)
    draw.ahead("suspension_valid_until", 45, 300)


def _suspended_soon(draw: Draw) -> None:
    suspended(draw)
    draw.ahead("suspension_valid_until", 0, 28)


def _suspended_lapsed(draw: Draw) -> None:
    suspended(draw)
    draw.set(removal_impossible_in_fact="ja")
    draw.ago("suspension_valid_until", 1, 60)


def _training(draw: Draw) -> None:
    suspended(draw)
    draw.set(suspension_kind="Ausbildungsduldung", identity_established="ja", passport_kind="Pass")
    draw.ahead("suspension_valid_until", 60, 900)


def _employment(draw: Draw) -> None:
    suspended(draw)
    draw.set(suspension_kind="Beschäftigungsduldung", identity_established="ja")
    draw.ahead("suspension_valid_until", 60, 700)


def _prospects(draw: Draw) -> None:
    suspended(draw)
    draw.ahead("suspension_valid_until", 20, 200)
    draw.set(
        **{draw.random.choice(("application_25a_pending", "application_25b_pending")): "ja"}, residence_prospect="ja"
    )
    draw.ago("prospects_checked_on", 5, 60)


def _ground_ended(draw: Draw) -> None:
    obliged(draw)
    suspended(draw)
    ended = draw.ago("hearing_until", 3, 20)
    draw.on("hearing_letter_on", ended - timedelta(14))
    draw.on("heard_on", ended - timedelta(2))
    draw.ago("prospects_checked_on", 5, 30)
    prospects_excluded(draw)
    draw.set(suspension_kind="§ 60a Abs. 2 S. 1", suspension_ground_ended="ja")
    draw.set(removal_impossible_in_fact="nein", removal_impossible_in_law="nein")
    looked_at(draw)
    draw.ago("enforceability_checked_on", 0, 9)
    draw.ahead("suspension_valid_until", 30, 200)


def _suspension_revoked(draw: Draw) -> None:
    _ready_for_removal(draw)
    draw.set(suspension_kind="§ 60a Abs. 2 S. 1", registered_status="Duldung")
    draw.set(own_deception_or_no_cooperation="nein")
    draw.ago("suspension_since", 800, 2000)
    draw.ahead("suspension_valid_until", 30, 200)
    draw.ago("suspension_revoked_on", 2, 25)


def _applied_without_certificate(draw: Draw) -> None:
    provisional(draw, "keine", 1, 2)
    draw.set(lawful_stay_when_applied="ja", application_in_time="ja", provisional_valid_until="")
    draw.set(registered_status="")


def _permit(draw: Draw) -> None:
    title(draw)
    draw.ahead("title_valid_until", 40, 1000)


def _permit_soon(draw: Draw) -> None:
    title(draw)
    draw.ahead("title_valid_until", 1, 35)


def _applicant(draw: Draw) -> None:
    asylum_running(draw)
    draw.set(registered_status="Aufenthaltsgestattung", title_kind="ohne Titel")


def _refused_not_warned(draw: Draw) -> None:
    obliged(draw)
    looked_at(draw)
    draw.ago("enforceability_checked_on", 0, 25)


def _hearing(draw: Draw) -> None:
    _refused_not_warned(draw)
    draw.ago("hearing_letter_on", 1, 12)
    draw.ahead("hearing_until", 1, 14)


def _ready_to_warn(draw: Draw) -> None:
    _refused_not_warned(draw)
    draw.ago("enforceability_checked_on", 0, 9)
    ended = draw.ago("hearing_until", 3, 20)
    draw.on("hearing_letter_on", ended - timedelta(14))
    draw.on("heard_on", ended - timedelta(2))
    draw.ago("prospects_checked_on", 5, 90)
    prospects_excluded(draw)


def _service_open(draw: Draw) -> None:
    obliged(draw)
    draw.set(decision_service_proven="nein", decision_service_method="post", decision_final_since="")


def _period_running(draw: Draw) -> None:
    _refused_not_warned(draw)
    warned(draw, 1, 26)
    draw.ago("counselling_offered_on", 1, 60)


def _warning_unproven(draw: Draw) -> None:
    _refused_not_warned(draw)
    warned(draw, 5, 90)
    draw.set(warning_service_proven="", warning_service_method="post", departure_period_until="")


def _period_over(draw: Draw) -> None:
    obliged(draw)
    warned(draw, 70, 300)
    prospects_excluded(draw)
    draw.ago("prospects_checked_on", 20, 200)


def _ready_for_removal(draw: Draw) -> None:
    _period_over(draw)
    looked_at(draw)
    served = draw.ago("warning_served_on", 80, 300)
    draw.on("warning_final_since", served + timedelta(33))
    draw.on("departure_period_until", served + timedelta(30))
    draw.on("warning_issued_on", served - timedelta(3))
    draw.ago("hardship_informed_on", 60, 250)
    draw.ago("counselling_offered_on", 10, 60)
    draw.ago("enforceability_checked_on", 0, 9)
    draw.set(
        identity_established="ja", passport_kind="Pass", criminal_proceedings_open="nein", travel_fitness="reisefähig"
    )
    draw.ahead("passport_valid_until", 200, 1500)


def _voluntary(draw: Draw) -> None:
    _ready_for_removal(draw)
    draw.ago("departure_declared_on", 0, 20)
    draw.ahead("departure_planned_on", 5, 60)
    draw.set(return_support_applied="ja" if draw.chance(0.6) else "nein")


def _ill(draw: Draw) -> None:
    _period_over(draw)
    draw.ago("medical_certificate_presented_on", 2, 40)
    if draw.chance(0.5):
        draw.set(health_opposes_removal="ja", travel_fitness="nicht reisefähig")


def _prosecuted(draw: Draw) -> None:
    _ready_for_removal(draw)
    draw.set(criminal_proceedings_open="ja", prosecution_consents="nein" if draw.chance(0.5) else "")


def _vanished(draw: Draw) -> None:
    _period_over(draw)
    draw.set(whereabouts_unknown="ja", address_confirmed_on="")


def _doubtful_asylum(draw: Draw) -> None:
    obliged(draw)
    asylum_running(draw)


def _doubtful_union(draw: Draw) -> None:
    obliged(draw)
    draw.set(free_movement="ja", loss_of_free_movement_enforceable="nein" if draw.chance(0.6) else "")


def _doubtful_protection(draw: Draw) -> None:
    obliged(draw)
    draw.set(protection_status=draw.random.choice(("refugee", "subsidiary")), asylum_ever_applied="ja")


def _doubtful(**cells: str) -> Situation:
    def fill(draw: Draw) -> None:
        _period_over(draw)
        draw.set(**cells)

    return Situation("doubtful_" + next(iter(cells)), 0.008, fill)


def _doubtful_title(draw: Draw) -> None:
    obliged(draw)
    draw.set(title_kind="AE")
    draw.ahead("title_valid_until", 30, 400)


def _doubtful_provisional(draw: Draw) -> None:
    obliged(draw)
    provisional(draw, "§ 81 Abs. 4", 20, 90)
    draw.set(registered_status="vollz. ausreisepflichtig")


def _minor_alone(draw: Draw) -> None:
    obliged(draw)
    draw.set(unaccompanied="ja", legal_guardian_present="ja" if draw.chance(0.5) else "")
    draw.on("date_of_birth", draw.as_of - timedelta(draw.random.randint(15 * 366, 17 * 365)))


_DOUBTFUL: tuple[Situation, ...] = (
    Situation("doubtful_asylum", ASYLUM_RATE, _doubtful_asylum),
    Situation("doubtful_union", UNION_RATE, _doubtful_union, union=True),
    Situation("doubtful_protection", PROTECTION_RATE, _doubtful_protection),
    Situation("doubtful_title", 0.008, _doubtful_title),
    Situation("doubtful_provisional", 0.015, _doubtful_provisional),
    Situation("minor_alone", 0.006, _minor_alone),
    Situation("temporary_protection", 0.005, _doubtful(temporary_protection="ja").fill, nationalities=("UA",)),
    Situation("association", 0.005, _doubtful(association_right="ja").fill, nationalities=("TR",)),
    _doubtful(hardship_pending="ja"),
    _doubtful(petition_pending="ja"),
    _doubtful(court_prohibits_removal="ja"),
    _doubtful(urgent_application_pending="ja"),
    _doubtful(urgent_change_application_pending="ja"),
    _doubtful(application_60c_pending="ja"),
    _doubtful(application_60d_pending="ja"),
    _doubtful(application_25b_pending="ja"),
    _doubtful(paternity_procedure_pending="ja"),
    _doubtful(victim_indications="ja"),
    _doubtful(derived_union_right="ja"),
    _doubtful(human_rights_court_measure="ja"),
)
_SOUND: tuple[Situation, ...] = (
    Situation("refused_not_warned", 0.10, _refused_not_warned),
    Situation("hearing", 0.06, _hearing),
    Situation("ready_to_warn", 0.12, _ready_to_warn),
    Situation("service_open", 0.08, _service_open),
    Situation("period_running", 0.13, _period_running),
    Situation("warning_unproven", 0.09, _warning_unproven),
    Situation("period_over", 0.13, _period_over),
    Situation("ready_for_removal", 0.09, _ready_for_removal),
    Situation("voluntary", 0.07, _voluntary),
    Situation("ill", 0.05, _ill),
    Situation("prosecuted", 0.05, _prosecuted),
    Situation("vanished", 0.03, _vanished),
)
_OTHERS: tuple[Situation, ...] = (
    Situation("suspended_long", 0.30, _suspended_long),
    Situation("suspended_soon", 0.13, _suspended_soon),
    Situation("suspended_lapsed", 0.06, _suspended_lapsed),
    Situation("training", 0.04, _training),
    Situation("employment", 0.02, _employment),
    Situation("prospects", 0.05, _prospects),
    Situation("provisional_continued", 0.08, lambda draw: provisional(draw, "§ 81 Abs. 4", 40, 180)),
    Situation("provisional_soon", 0.04, lambda draw: provisional(draw, "§ 81 Abs. 4", 1, 30)),
    Situation("provisional_permitted", 0.02, lambda draw: provisional(draw, "§ 81 Abs. 3 S. 1", 5, 120)),
    Situation("ground_ended", 0.02, _ground_ended),
    Situation("suspension_revoked", 0.01, _suspension_revoked),
    Situation("applied_without_certificate", 0.02, _applied_without_certificate),
    Situation("permit", 0.08, _permit),
    Situation("permit_soon", 0.04, _permit_soon),
    Situation("applicant", 0.09, _applicant),
    Situation("departed", 0.05, departed),
)


def _scaled(situations: tuple[Situation, ...], total: float) -> list[tuple[Situation, float]]:
    whole = sum(situation.share for situation in situations)
    return [(situation, total * situation.share / whole) for situation in situations]


def shares() -> list[tuple[Situation, float]]:
    """Every situation with its share of all cases; the shares add up to 1.

    Doubtful entries keep their known rates among the entries as obliged to leave; the sound ones share the rest.
    """
    doubtful = [(situation, OBLIGED_SHARE * situation.share) for situation in _DOUBTFUL]
    sound = OBLIGED_SHARE - sum(share for _, share in doubtful)
    return [*doubtful, *_scaled(_SOUND, sound), *_scaled(_OTHERS, 1 - OBLIGED_SHARE)]


def allot(cases: int) -> list[Situation]:
    """One situation per case, each as often as its share says (largest remainders), in a fixed order."""
    wanted = [(situation, share * cases) for situation, share in shares()]
    counts = [int(exact) for _, exact in wanted]
    by_remainder = sorted(range(len(wanted)), key=lambda index: counts[index] - wanted[index][1])
    for index in by_remainder[: cases - sum(counts)]:
        counts[index] += 1
    return [situation for (situation, _), count in zip(wanted, counts, strict=True) for _ in range(count)]
