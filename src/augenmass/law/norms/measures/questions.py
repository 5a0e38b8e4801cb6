"""What people ask about entry bans, expulsion and movement. Questions whose id begins with ``may_order``, ``may_expel``, ``may_list``, ``may_search`` or ``may_read`` are measures against the person."""

from augenmass.law.language import Condition, all_of, any_of, fact, not_, number, use
from augenmass.law.norms import definitions as d
from augenmass.law.norms.measures.entry_ban import IN_FORCE
from augenmass.law.norms.measures.movement import LIMITED
from augenmass.law.norms.measures.residence_rule import BOUND
from augenmass.law.norms.questions import HEARD, ask, ask_against

_MONTHS = number("entry_ban_length_months")
_OFFICE = tuple(use(f"AufenthG/11/7/1/{place}") for place in ("1", "1@2026-05-04", "2", "2@2026-05-04"))
_ONE_YEAR = any_of(use("AufenthG/11/6/4"), use("AufenthG/11/7/5"))
_THREE_YEARS = any_of(use("AufenthG/11/6/5"), use("AufenthG/11/7/6"))
_ENDLESS = any_of(use("AufenthG/11/5b/1"), use("AufenthG/11/5b/2"))


def _at_most(when: Condition, months: int) -> Condition:
    return all_of(when, _MONTHS.below(months + 1), not_(fact("entry_ban_unlimited")), cite="AufenthG/11/3/2")


_EXPULSION_POSSIBLE = all_of(
    use(d.CASE_OPEN), use("AufenthG/53/1"), use(d.PROSECUTION_CLEAR), not_(use("AufenthG/51/8/1")), use(HEARD)
)
_LIMIT_GROUNDS = any_of(*(use(f"AufenthG/61/1c/{place}") for place in ("1/1", "1/2", "1/3", "2")))
_ASYLUM_GROUNDS = any_of(*(use(f"AsylG/59b/1/1/{number}") for number in ("1", "2", "3", "4")))

QUESTIONS = (
    ask_against("entry_ban_due", "Ist ein Einreise- und Aufenthaltsverbot zu erlassen?", "Is an entry ban to be issued?", any_of(use("AufenthG/11/1/1"), use("AufenthG/11/1/2")), "AufenthG/11/1/1"),
    ask_against("entry_ban_with_warning", "Soll das Verbot bedingt mit der Androhung ergehen?", "Shall the ban come with the warning, conditionally?", use("AufenthG/11/2/2"), "AufenthG/11/2/2"),
    ask("entry_ban_applies", "Gilt ein Einreise- und Aufenthaltsverbot?", "Is an entry ban in force?", use(IN_FORCE), "AufenthG/11/1/3"),
    ask("entry_ban_runs", "Läuft die Frist des Verbots?", "Is the limit of the ban running?", all_of(use("AufenthG/11/2/4"), not_(use("AufenthG/11/9/1"))), "AufenthG/11/2/4"),
    ask("entry_ban_max_one_year", "Ist die längste Dauer im Regelfall ein Jahr?", "Is the longest length a year, as a rule?", _ONE_YEAR, "AufenthG/11/6/4"),
    ask("entry_ban_max_three_years", "Ist die längste Dauer im Regelfall drei Jahre?", "Is the longest length three years, as a rule?", _THREE_YEARS, "AufenthG/11/6/5"),
    ask("entry_ban_max_five_years", "Ist die längste Dauer fünf Jahre?", "Is the longest length five years?", use("AufenthG/11/3/2"), "AufenthG/11/3/2"),
    ask("entry_ban_max_ten_years", "Ist die längste Dauer im Regelfall zehn Jahre?", "Is the longest length ten years, as a rule?", use("AufenthG/11/5/1"), "AufenthG/11/5/1"),
    ask_against("entry_ban_twenty_years", "Soll das Verbot zwanzig Jahre dauern?", "Shall the ban last twenty years?", use("AufenthG/11/5a/1"), "AufenthG/11/5a/1"),
    ask_against("entry_ban_may_be_endless", "Kann das Verbot unbefristet ergehen?", "Can the ban be without limit?", _ENDLESS, "AufenthG/11/5b/2"),
    ask("entry_ban_length_within_limit", "Hält die Länge des Verbots die gesetzliche Grenze ein?", "Does the length of the ban keep to the legal limit?",
        any_of(_at_most(_ONE_YEAR, 12), _at_most(_THREE_YEARS, 36), _at_most(use("AufenthG/11/3/2"), 60), _at_most(use("AufenthG/11/5/1"), 120), _at_most(use("AufenthG/11/5a/1"), 240), _ENDLESS), "AufenthG/11/3/2"),
    ask("entry_ban_may_be_lifted", "Kann das Verbot aufgehoben oder verkürzt werden?", "Can the ban be lifted or shortened?", use("AufenthG/11/4/1"), "AufenthG/11/4/1"),
    ask("entry_ban_shall_be_lifted", "Soll das Verbot für einen humanitären Titel aufgehoben werden?", "Shall the ban be lifted for a humanitarian title?", use("AufenthG/11/4/2"), "AufenthG/11/4/2"),
    ask("short_entry_possible", "Kann eine kurze Einreise erlaubt werden?", "Can a short entry be permitted?", use("AufenthG/11/8/1"), "AufenthG/11/8/1"),
    ask_against("may_order_overstay_ban", "Kann wegen versäumter Ausreisefrist ein Verbot angeordnet werden?", "Can a ban be ordered for a missed period?", all_of(use(d.CASE_OPEN), use("AufenthG/11/6/1"), use(HEARD)), "AufenthG/11/6/1"),
    ask_against("may_order_office_ban", "Kann das Bundesamt ein Verbot anordnen?", "Can the Federal Office order a ban?", any_of(*_OFFICE), "AufenthG/11/7/1"),
    ask_against("may_order_longer_ban", "Kann das Verbot verlängert werden?", "Can the ban be extended?", any_of(use("AufenthG/11/4/4"), use("AufenthG/11/9/2")), "AufenthG/11/4/4"),
    ask_against("may_expel", "Ist ohne Bedingung auszuweisen?", "Is the person to be expelled without condition?", all_of(_EXPULSION_POSSIBLE, not_(use("AufenthG/53/4/1"))), "AufenthG/53/1"),
    ask_against("may_expel_on_condition", "Ist bedingt auszuweisen?", "Is the person to be expelled on condition?", all_of(_EXPULSION_POSSIBLE, use("AufenthG/53/4/1")), "AufenthG/53/4/1"),
    ask("expulsion_interest_grave", "Besteht ein besonders schweres Ausweisungsinteresse?", "Is there an especially grave interest in expulsion?",
        any_of(*(use("AufenthG/54/1" + f"/1/{number}") for number in ("1", "1a", "1b", "1c", "1d", "2", "2a", "3", "4", "5"))), "AufenthG/54/1"),
    ask("expulsion_interest_heavy", "Besteht ein schweres Ausweisungsinteresse?", "Is there a grave interest in expulsion?",
        any_of(*(use("AufenthG/54/2" + f"/1/{number}") for number in ("1", "2", "2a", "2b", "3", "5", "6", "7", "8/a", "8/b", "9", "10"))), "AufenthG/54/2"),
    ask("stay_interest_grave", "Besteht ein besonders schweres Bleibeinteresse?", "Is there an especially grave interest in staying?", any_of(*(use("AufenthG/55/1" + f"/1/{number}") for number in "12345")), "AufenthG/55/1"),
    ask("stay_interest_heavy", "Besteht ein schweres Bleibeinteresse?", "Is there a grave interest in staying?", any_of(*(use("AufenthG/55/2" + f"/1/{number}") for number in "123456")), "AufenthG/55/2"),
    ask("movement_limited", "Ist der Aufenthalt kraft Gesetzes räumlich beschränkt?", "Is movement limited by law?", use(LIMITED), "AufenthG/61/1/1"),
    ask("residence_order_by_law", "Besteht eine Wohnsitzauflage?", "Is there a residence order?", any_of(use("AufenthG/61/1d/1"), use("AsylG/60/1/1")), "AufenthG/61/1d/1"),
    ask_against("may_order_limit", "Kann der Aufenthalt durch Anordnung räumlich beschränkt werden?", "Can movement be limited by an order?", any_of(_LIMIT_GROUNDS, _ASYLUM_GROUNDS), "AufenthG/61/1c"),
    ask_against("may_order_reporting", "Kann eine Meldepflicht angeordnet werden?", "Can a duty to report be ordered?", use("AufenthG/61/1e/1"), "AufenthG/61/1e"),
    ask_against("may_order_place", "Kann nach § 12a ein Ort bestimmt oder ausgeschlossen werden?", "Can a place be determined or excluded under section 12a?", any_of(use("AufenthG/12a/2/1"), use("AufenthG/12a/3/1"), use("AufenthG/12a/4/1")), "AufenthG/12a/3"),
    ask("residence_rule_applies_now", "Gilt die Wohnsitzregelung?", "Does the residence rule apply?", use(BOUND), "AufenthG/12a/1"),
    ask("residence_rule_to_be_lifted", "Ist die Wohnsitzpflicht aufzuheben?", "Is the residence duty to be lifted?", all_of(any_of(use("AufenthG/12a/5/1/1"), use("AufenthG/12a/5/1/2")), not_(use("AufenthG/72/3a/1"))), "AufenthG/12a/5"),
    ask("leave_to_be_permitted", "Ist das Verlassen des Bereichs zu erlauben?", "Is leaving the area to be permitted?", any_of(use("AsylG/57/1"), use("AsylG/58/1/2"), use("AsylG/58/1/2@2026-05-04")), "AsylG/58/1"),
    ask_against("may_list_to_find", "Kann zur Fahndung ausgeschrieben werden?", "Can a wanted notice be issued?", any_of(use("AufenthG/50/6/1"), use("AufenthG/50/6/2")), "AufenthG/50/6"),
    ask_against("may_list_for_ban", "Ist wegen des Verbots auszuschreiben?", "Is a notice to be issued because of the ban?", use("AufenthG/50/6/3"), "AufenthG/50/6"),
    ask_against("may_search_for_papers", "Können Person und Sachen nach Papieren durchsucht werden?", "Can person and things be searched for papers?", use("AufenthG/48/3/2"), "AufenthG/48/3"),
    ask_against("may_search_home", "Kann die Wohnung nach Papieren durchsucht werden?", "Can the home be searched for papers?", all_of(use("AufenthG/48/3/2"), not_(use("AufenthG/48/3/3"))), "AufenthG/48/3"),
    ask_against("may_read_data_carriers", "Dürfen Datenträger ausgelesen werden?", "May data carriers be read?", use("AufenthG/48/3a/1"), "AufenthG/48/3a"),
    ask_against("may_read_and_evaluate", "Dürfen ausgelesene Daten ausgewertet werden?", "May read data be evaluated?", use("AufenthG/48/3b/1"), "AufenthG/48/3b"),
    ask_against("may_order_fingerprints", "Dürfen Fingerabdrücke genommen werden?", "May fingerprints be taken?",
        all_of(any_of(all_of(any_of(use("AufenthG/49/3"), use("AufenthG/49/5/1/1"), use("AufenthG/49/5/1/3")), not_(use("AufenthG/49/6/3"))), use("AufenthG/49/8/1"), use("AufenthG/49/8/1@2026-05-04"), use("AufenthG/49/9/1")), not_(use("AufenthG/49/6/2"))), "AufenthG/49/6"),
    ask_against("may_order_appearance", "Kann persönliches Erscheinen angeordnet werden?", "Can personal appearance be ordered?", all_of(use(d.CASE_OPEN), use("AufenthG/82/4/1")), "AufenthG/82/4"),
    ask("able_to_act", "Ist die Person handlungsfähig?", "Does the person have capacity to act?", use("AufenthG/80/1"), "AufenthG/80/1"),
    ask("title_lost_by_absence", "Ist der Titel durch Abwesenheit erloschen?", "Did the title end by absence?",
        any_of(use("AufenthG/51/1/1/6"), use("AufenthG/51/1/1/7"), use("AufenthG/51/9/1/3"), use("AufenthG/51/9/1/4")), "AufenthG/51/1"),
)  # fmt: skip
