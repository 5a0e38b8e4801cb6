"""Life situations of the invented export: which cells belong together. Who is in one is drawn apart from who they are."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from augenmass.demo.draw import Draw
from augenmass.law.vocabulary.prospect_checks import EACH_PROSPECT, assessed

Fill = Callable[[Draw], None]

# What an authority enters when it has looked and found nothing. An empty cell says that nobody looked.
LOOKED_AT_AND_NOT_FOUND: tuple[str, ...] = (
    "application_pending",
    "application_60c_pending",
    "application_60d_pending",
    "application_25a_pending",
    "application_25b_pending",
    "free_movement",
    "association_right",
    "withdrawal_agreement_right",
    "derived_union_right",
    "temporary_protection",
    "asylum_procedure_running",
    "asylum_follow_up_pending",
    "paternity_procedure_pending",
    "unaccompanied",
    "victim_indications",
    "court_prohibits_removal",
    "urgent_application_pending",
    "urgent_change_application_pending",
    "human_rights_court_measure",
    "united_nations_measure",
    "hardship_pending",
    "petition_pending",
    "prohibition_refugee",
    "prohibition_serious_harm",
    "prohibition_human_rights",
    "prohibition_concrete_danger",
    "best_interests_of_child_oppose",
    "family_ties_oppose",
    "health_opposes_removal",
    "removal_impossible_in_fact",
    "removal_impossible_in_law",
    "land_removal_stop",
    "criminal_proceedings_open",
    "title_exempt",
    "family_of_union_citizen",
    "protected_in_other_member_state",
    "prohibition_claimed",
    "needed_for_criminal_trial",
    "urgent_personal_reasons",
    "parent_of_minor_with_25a",
    "witness_protection",
    "extradition_pending",
    "illness_claimed",
)


@dataclass(frozen=True, slots=True)
class Situation:
    """A life situation with its share of the cases; `union` and `regions` bind the nationality where the law does."""

    key: str
    share: float
    fill: Fill
    union: bool = False
    nationalities: tuple[str, ...] = ()


def looked_at(draw: Draw) -> None:
    """The authority has looked at everything that stands against a removal, and found nothing of it."""
    for name in LOOKED_AT_AND_NOT_FOUND:
        draw.cells.setdefault(name, "nein")
    draw.cells.setdefault("protection_status", "kein Schutzstatus")
    draw.cells.setdefault("provisional_certificate", "keine")


def prospects_excluded(draw: Draw) -> None:
    """The authority has looked at each prospect of residence by itself, and found none."""
    draw.set(residence_prospect="nein", **{assessed(key): "nein" for key, *_ in EACH_PROSPECT})


def obliged(draw: Draw) -> None:
    """Registered as enforceably obliged to leave, with the decision behind it."""
    draw.set(registered_status="vollz. ausreisepflichtig", title_kind="ohne Titel", suspension_kind="keine")
    draw.set(obligation_basis="application_refused", decision_kind="refusal")
    issued = draw.ago("decision_issued_on", 120, 900)
    served = draw.after("decision_served_on", issued, 2, 9)
    draw.set(decision_service_method="certificate", decision_service_proven="ja", decision_remedy_pending="nein")
    draw.after("decision_final_since", served, 32, 40)
    draw.ago("rights_informed_on", 100, 800)


def warned(draw: Draw, least: int, most: int, days: int = 30) -> None:
    """Warned of removal, the warning served with proof that many days ago, with a period of `days`."""
    served = draw.ago("warning_served_on", least, most)
    draw.on("warning_issued_on", served - timedelta(draw.random.randint(2, 6)))
    draw.set(warning_service_method="certificate", warning_service_proven="ja", warning_remedy_pending="nein")
    draw.set(departure_period_days=str(days))
    draw.on("departure_period_until", served + timedelta(days))
    heard = draw.on("heard_on", served - timedelta(draw.random.randint(20, 40)))
    draw.on("hearing_until", heard + timedelta(2))
    draw.on("hearing_letter_on", heard - timedelta(14))


def suspended(draw: Draw) -> None:
    """Holds a suspension of removal; until when is for the caller."""
    draw.set(registered_status="Duldung", title_kind="ohne Titel")
    kind, ground = draw.random.choice(
        (
            ("§ 60a Abs. 2 S. 1", "removal_impossible_in_fact"),
            ("§ 60a Abs. 2 S. 1", "removal_impossible_in_law"),
            ("§ 60a Abs. 2 S. 3", ""),
            ("60b", ""),
        )
    )
    draw.set(suspension_kind=kind)
    if ground:
        draw.set(**{ground: "ja"})
    draw.ago("suspension_since", 200, 2500)
    if draw.chance(0.5):
        draw.ago("counselling_offered_on", 30, 600)


def title(draw: Draw) -> None:
    """Holds a residence permit; until when is for the caller."""
    draw.set(registered_status="Aufenthaltserlaubnis", title_kind="AE", identity_established="ja", passport_kind="Pass")
    draw.set(title_provision=draw.random.choice(("§ 18a AufenthG", "§ 25 Abs. 2 AufenthG", "§ 28 Abs. 1 AufenthG")))
    draw.ahead("passport_valid_until", 60, 2500)


def asylum_running(draw: Draw) -> None:
    """An asylum procedure is running."""
    applied = draw.ago("asylum_applied_on", 20, 500)
    draw.set(asylum_ever_applied="ja", asylum_procedure_running="ja", entry_kind="Asyl")
    draw.on("entered_on", applied - timedelta(draw.random.randint(3, 60)))


def departed(draw: Draw) -> None:
    """Has left, with or without proof."""
    draw.set(registered_status="ausgereist", title_kind="ohne Titel")
    draw.ago("entered_on", 500, 3000)
    left = draw.ago("departed_on", 10, 400)
    if draw.chance(0.7):
        draw.set(departure_proven="ja", case_closed_reason="departed")
        draw.on("case_closed_on", left + timedelta(5))
    else:
        draw.set(departure_proven="nein")


def provisional(draw: Draw, certificate: str, least: int, most: int) -> None:
    """Has applied for a title, with the effect that is certified, valid that many days from now."""
    draw.set(registered_status="Fiktionsbescheinigung", application_pending="ja", provisional_certificate=certificate)
    draw.set(title_kind="AE" if certificate == "§ 81 Abs. 4" else "ohne Titel", passport_kind="Pass")
    filed = draw.ago("application_filed_on", 30, 240)
    draw.set(application_kind="Verlängerung" if certificate == "§ 81 Abs. 4" else "Ersterteilung")
    if certificate == "§ 81 Abs. 4":
        draw.on("title_valid_until", filed + timedelta(draw.random.randint(5, 60)))
        if draw.as_of < filed + timedelta(60):
            draw.on("title_valid_until", draw.as_of - timedelta(draw.random.randint(1, 20)))
            draw.on("application_filed_on", draw.as_of - timedelta(90))
    draw.ahead("provisional_valid_until", least, most)
