"""The rules of retention: Residence Act, Asylum Act, Central Register and its ordinance, Federal Data Protection Act."""

from augenmass.law.language import Period, days, fact, months, not_, years
from augenmass.law.retention.writing import CountedFrom, RetentionRule, rule

_TRIAL = ("needed_for_trial_or_danger",)
_CONTROL = ("control_pending",)
_AT_ONCE = "Unverzüglich zu löschen."
_AT_ONCE_EN = "To be deleted at once."


def _years(count: int) -> tuple[str, str]:
    return f"Nach {count} Jahren zu löschen.", f"To be deleted after {count} years."


def _months(count: int) -> tuple[str, str]:
    return f"Nach {count} Monaten zu löschen.", f"To be deleted after {count} months."


def _at_once(id: str, kind: str, event: str, *, holds: tuple[str, ...] = ()) -> RetentionRule:
    return rule(id, kind, (_AT_ONCE, _AT_ONCE_EN), event, None, holds=holds)


def _register(id: str, kind: str, period: Period, words: tuple[str, str]) -> RetentionRule:
    return rule(id, kind, words, "given_to_register_on", period, counted=CountedFrom.QUARTER)


RESIDENCE_ACT = (
    rule("AufenthG/91/1/1", "removal_data", _years(10), "entry_ban_ended_on", years(10)),
    _at_once("AufenthG/91/1/2", "removal_data", "unusable_since"),
    _at_once("AufenthG/91/2", "notice_on_request", "irrelevance_found_on"),
    _at_once("AufenthG/89/3/1", "document_check", "check_finished_on", holds=_TRIAL),
    _at_once("AufenthG/89/3/2/1", "identification", "passport_and_title_on", holds=_TRIAL),
    rule("AufenthG/89/3/2/2", "identification", _years(10), "stay_ended_on", years(10), holds=_TRIAL),
    rule(
        "AufenthG/89/3/2/3",
        "identification",
        _years(3),
        "turned_back_on",
        years(3),
        holds=_TRIAL,
        applies=fact("border_case"),
        told={"border_case": "yes"},
    ),
    rule("AufenthG/89/3/2/4", "identification", _years(10), "visa_or_recording_on", years(10), holds=_TRIAL),
    rule("AufenthG/86a/1/5", "return_support", _years(10), "collected_on", years(10)),
    rule("AufenthG/56a/5/2", "location", _months(2), "collected_on", months(2), holds=("used_for_listed_purpose",)),
    rule("AufenthG/56a/5/4", "location_log", _months(12), "logged_on", months(12)),
    _at_once("AufenthG/56a/5/5", "location_at_home", "noticed_on"),
    _at_once("AufenthG/56a/5/8", "location_at_home_note", "control_finished_on"),
    _at_once("AufenthG/48/3c/1", "data_carrier", "task_done_on"),
    _at_once("AufenthG/90b//3", "registry_comparison", "comparison_done_on"),
    _at_once("AufenthG/73/3a/7", "security_comparison", "comparison_done_on"),
)
ASYLUM_ACT = (
    rule("AsylG/7/3/1", "asylum_file", _years(20), "asylum_final_on", years(20)),
    rule("AsylG/16/6/1", "asylum_identification", _years(10), "asylum_final_on", years(10)),
    _at_once("AsylG/16/6", "asylum_document_check", "check_finished_on"),
    _at_once("AsylG/15a/3/1", "asylum_data_carrier", "task_done_on"),
    _at_once("AsylG/15b/4/1", "internet_comparison", "task_done_on"),
    _at_once("AsylG/8/1b", "asylum_special_needs", "task_done_on"),
)
REGISTER = (
    rule(
        "AZRG-DV/18/1/1",
        "register_record",
        _years(10),
        "departed_germany_on",
        years(10),
        counted=CountedFrom.QUARTER,
        applies=not_(fact("long_kept_matter"), cite="AZRG-DV/18/2"),
        told={"long_kept_matter": "no"},
    ),
    rule("AZRG-DV/18/1/2", "register_record", _years(5), "person_died_on", years(5), counted=CountedFrom.QUARTER),
    rule(
        "AZRG-DV/18/2",
        "register_record",
        ("Mit dem Vierteljahr des 90. Geburtstags zu löschen.", "To be deleted with the quarter of the 90th birthday."),
        "born_on",
        days(0),
        counted=CountedFrom.QUARTER,
        before=years(90),
        applies=fact("long_kept_matter"),
        told={"long_kept_matter": "yes"},
    ),
    _at_once("AZRG/36/2/1", "register_record", "german_known_on"),
    _register("AZRG-DV/18/3/1/1", "register_five_years", years(5), _years(5)),
    rule("AZRG-DV/18/3/3", "register_benefits", _years(5), "benefits_ended_on", years(5)),
    _register("AZRG-DV/18/3/1/2", "register_ten_years", years(10), _years(10)),
    _register("AZRG-DV/18/3/1/3", "register_screening", months(12), _months(12)),
    _register("AZRG-DV/18/3/1/4", "register_eighteen_months", months(18), _months(18)),
    rule("AZRG-DV/18/3/1/5", "register_detention", _months(6), "detention_ended_on", months(6)),
    rule(
        "AZRG-DV/18/3/1/6",
        "register_no_entry",
        _months(12),
        "given_to_register_on",
        months(12),
        counted=CountedFrom.QUARTER,
        applies=not_(fact("entered_since")),
        told={"entered_since": "no"},
    ),
    rule("AZRG-DV/16/2/1", "register_log", _months(6), "logged_on", months(6), holds=_CONTROL),
    _at_once("AZRG-DV/16/2/2", "register_block_note", "block_deleted_on"),
    rule("AZRG-DV/16/3", "register_purpose_notice", _months(6), "logged_on", months(6), holds=_CONTROL),
    _at_once("AZRG/10/3/4", "register_other_persons", "noticed_on"),
    rule(
        "AZRG/20/2/4",
        "register_service_record",
        _years(1),
        "logged_on",
        years(1),
        counted=CountedFrom.YEAR,
        holds=_CONTROL,
    ),
    rule("AZRG/34/4/2", "refusal_reasons", _years(5), "refused_on", years(5)),
)
DATA_PROTECTION = (rule("BDSG/76/4", "police_log", _years(1), "logged_on", years(1), counted=CountedFrom.YEAR),)
RULES: tuple[RetentionRule, ...] = (*RESIDENCE_ACT, *ASYLUM_ACT, *REGISTER, *DATA_PROTECTION)
