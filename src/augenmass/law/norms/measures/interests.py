"""Residence Act §§ 54, 55: interests in departure and in staying, number by number. A checklist for the balancing, never its result."""

from augenmass.law.language import (
    TODAY,
    Condition,
    all_of,
    any_of,
    assessment,
    day,
    fact,
    is_in,
    not_,
    unverified,
    use,
    years,
)
from augenmass.law.norm import Modality, Norm
from augenmass.law.norms import definitions as d
from augenmass.law.norms.measures.writing import NOT_RECORDED, NOTHING, row
from augenmass.law.vocabulary import VOCABULARY

STATE = Modality.STATE
_GRAVER = (
    "Wiegt besonders schwer; das Ergebnis der Abwägung folgt daraus nicht.",
    "Weighs especially heavily; the outcome of the balancing does not follow from it.",
)
_GRAVE = (
    "Wiegt schwer; das Ergebnis der Abwägung folgt daraus nicht.",
    "Weighs heavily; the outcome of the balancing does not follow from it.",
)
_DISTANCED, _INTERVIEW, _TOLD = "distanced_credibly", "security_interview_notice_given", "interest_notice_given"


def _is_so(name: str) -> Condition:
    return assessment(name) if VOCABULARY[name].assessment else fact(name)


def _interest(unit: str, name: str, effect: tuple[str, str]) -> Norm:
    declared = VOCABULARY[name]
    when, base = _is_so(name), {name: "yes"}
    if name in ("interest_54_1_2", "interest_54_1_5"):
        when, base[_DISTANCED] = all_of(when, not_(assessment(_DISTANCED))), "no"
    elif name == "interest_54_2_7":
        when, base[_INTERVIEW] = all_of(when, fact(_INTERVIEW)), "yes"
    elif name == "interest_54_2_8b":
        when, base[_TOLD] = all_of(when, fact(_TOLD)), "yes"
    elif name == "interest_54_2_8a":
        # Whether the notice is needed for false statements too is read differently.
        when, base[_TOLD] = all_of(when, any_of(fact(_TOLD), unverified(not_(fact(_TOLD))))), "yes"
    return row(
        unit,
        (f"{declared.de}.", f"{declared.en}."),
        STATE,
        when,
        effect,
        base,
        ("Festgestellt", ("Nicht festgestellt", {name: "no"}), ("Nicht geprüft", {name: None})),
    )


_FIRST = ("1", "1a", "1b", "1c", "1d", "2", "2a", "3", "4", "5")
_SECOND = ("1", "2", "2a", "2b", "3", "5", "6", "7", "8a", "8b", "9", "10")
_EIGHT = {"8a": "8/a", "8b": "8/b"}
EXPULSION_INTERESTS = (
    *(_interest("AufenthG/54/1" + f"/1/{number}", f"interest_54_1_{number}", _GRAVER) for number in _FIRST),
    *(_interest("AufenthG/54/2" + f"/1/{_EIGHT.get(number, number)}", f"interest_54_2_{number}", _GRAVE) for number in _SECOND),
)  # fmt: skip

# The other limited titles are not called a residence permit; whether they count as one here is read differently.
_PERMIT = all_of(
    use(d.VALID_TITLE),
    any_of(is_in("title_kind", "residence_permit"), unverified(is_in("title_kind", "blue_card", "ict"))),
)
_FIVE_YEARS = (day("lawful_stay_since") + years(5)).not_after(TODAY, cite="AufenthG/55/3")
SETTLED = {
    "title_kind": "residence_permit",
    "title_valid_until": "2027-06-30",
    "title_ended_by": "none",
    "lawful_stay_since": "2015-02-02",
    "in_germany_since": "2015-02-02",
    "entered_as_minor": "yes",
    "settled_partner": "yes",
    "minor": "yes",
    "parents_lawfully_here": "yes",
    "minor_child_in_household": "no",
    "title_25_4a_1": "yes",
}
"""Somebody with a permit and many ties."""
STAY_INTERESTS = (
    row("AufenthG/55/1/1/1", ("Niederlassungserlaubnis und fünf Jahre rechtmäßiger Aufenthalt.", "Settlement permit and five years of lawful stay."), STATE,
        all_of(use(d.VALID_TITLE), is_in("title_kind", "settlement_permit"), _FIVE_YEARS), _GRAVER, {**SETTLED, "title_kind": "settlement_permit"},
        ("Seit 2015 hier", ("Erst seit 2023 rechtmäßig hier", {"lawful_stay_since": "2023-05-02"}), ("Beginn unbekannt", {"lawful_stay_since": None}))),
    row("AufenthG/55/1/1/2", ("Hier geboren oder minderjährig eingereist, Aufenthaltserlaubnis, fünf Jahre.", "Born here or entered as a minor, permit, five years."), STATE,
        all_of(_PERMIT, any_of(fact("entered_as_minor"), is_in("entry_kind", "born_here")), _FIVE_YEARS), _GRAVER, {**SETTLED, "entry_kind": "visa"},
        ("Als Kind eingereist", ("Als Erwachsene eingereist", {"entered_as_minor": "no"}), ("Nicht geprüft", {"entered_as_minor": None}))),
    row("AufenthG/55/1/1/3", ("Aufenthaltserlaubnis, fünf Jahre und aufenthaltsfester Partner.", "Permit, five years and a settled partner."), STATE,
        all_of(_PERMIT, _FIVE_YEARS, fact("settled_partner")), _GRAVER, SETTLED, ("Verheiratet mit Niederlassungserlaubnis", ("Alleinstehend", {"settled_partner": "no"}), ("Nicht geprüft", {"settled_partner": None}))),
    row("AufenthG/55/1/1/4", ("Lebt mit deutschen Angehörigen oder übt Sorge oder Umgang für ein deutsches Kind aus.", "Lives with German relatives, or exercises custody of or contact with a German child."), STATE,
        fact("german_family_bond"), _GRAVER, NOTHING, (("Deutsches Kind", {"german_family_bond": "yes"}), ("Keine solche Bindung", {"german_family_bond": "no"}), NOT_RECORDED)),
    row("AufenthG/55/1/1/5", ("Aufenthaltserlaubnis aus einem der genannten Schutzgründe.", "Permit on one of the listed grounds of protection."), STATE,
        all_of(_PERMIT, fact("title_of_55_1_5")), _GRAVER, {**SETTLED, "title_of_55_1_5": "yes"}, ("Titel nach § 24", ("Anderer Titel", {"title_of_55_1_5": "no"}), ("Grundlage nicht geprüft", {"title_of_55_1_5": None}))),
    row("AufenthG/55/2/1/1", ("Minderjährig mit Aufenthaltserlaubnis.", "A minor with a permit."), STATE, all_of(_PERMIT, fact("minor")), _GRAVE, SETTLED,
        ("Minderjährig", ("Volljährig", {"minor": "no"}), ("Alter unbekannt", {"minor": None}))),
    row("AufenthG/55/2/1/2", ("Aufenthaltserlaubnis und fünf Jahre Aufenthalt.", "A permit and five years of stay."), STATE,
        all_of(_PERMIT, (day("in_germany_since") + years(5)).not_after(TODAY)), _GRAVE, SETTLED,
        ("Seit 2015 hier", ("Erst seit 2023 hier", {"in_germany_since": "2023-05-02"}), ("Beginn unbekannt", {"in_germany_since": None}))),
    row("AufenthG/55/2/1/3", ("Sorge oder Umgang mit einem rechtmäßig hier lebenden Kind.", "Custody of or contact with a child lawfully here."), STATE,
        fact("custody_of_lawful_minor"), _GRAVE, NOTHING, (("Umgang mit der Tochter", {"custody_of_lawful_minor": "yes"}), ("Kein Kind", {"custody_of_lawful_minor": "no"}), NOT_RECORDED)),
    row("AufenthG/55/2/1/4", ("Minderjährig, Eltern rechtmäßig hier.", "A minor whose parents are lawfully here."), STATE, all_of(fact("minor"), fact("parents_lawfully_here")), _GRAVE, SETTLED,
        ("Eltern hier", ("Eltern nicht hier", {"parents_lawfully_here": "no"}), ("Nicht geprüft", {"parents_lawfully_here": None}))),
    row("AufenthG/55/2/1/5", ("Belange oder Wohl eines Kindes sind zu berücksichtigen.", "The interests or well-being of a child are to be considered."), STATE,
        any_of(fact("child_interests_to_consider"), fact("minor_child_in_household"), fact("minor")), _GRAVE, {**SETTLED, "minor": "no", "child_interests_to_consider": "yes"},
        ("Kind betroffen", ("Kein Kind betroffen", {"child_interests_to_consider": "no"}), ("Nicht geprüft", {"child_interests_to_consider": None}))),
    row("AufenthG/55/2/1/6", ("Aufenthaltserlaubnis nach § 25 Abs. 4a Satz 1.", "Permit under section 25 (4a) sentence 1."), STATE, all_of(_PERMIT, fact("title_25_4a_1")), _GRAVE, SETTLED,
        ("Opfer von Menschenhandel mit Titel", ("Anderer Titel", {"title_25_4a_1": "no"}), ("Grundlage nicht geprüft", {"title_25_4a_1": None}))),
)  # fmt: skip
NORMS = (*EXPULSION_INTERESTS, *STAY_INTERESTS)
