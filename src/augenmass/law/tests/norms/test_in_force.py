"""Every citation leads to a text that was in force on each day on which what cites it can be answered yes.

Compared are all days on which some text changed. Where the texts are not at hand these tests do not run, and the run says so; then
the table of hashes still says that every unit was there when it was read (``test_statutes``).
"""

from datetime import date
from pathlib import Path

import pytest

from augenmass.law.catalogue import BEGINS, Catalogue
from augenmass.law.norm import Norm
from augenmass.law.norms.statutes import STATUTES, split_cite, text_hash
from augenmass.law.retention.rules import RULES
from augenmass.law.retention.vocabulary import RECORD_FACTS
from augenmass.law.tests.norms.asking import SHIPPED
from augenmass.law.tests.norms.in_force import Cited, Texts, cited, lies_in
from augenmass.law.texts.passages import exact_passage, passage
from augenmass.law.transmission.catalogue import ROWS, transmission_catalogue

READ_ON = date(2026, 8, 19)
"""The day of the texts without a day in their name."""
CATALOGUES = (
    SHIPPED,
    transmission_catalogue(),
    Catalogue(RECORD_FACTS, norms=tuple(rule.norm for rule in RULES)),
)
DUTIES = tuple((row.norm, duty.cite) for row in ROWS for duty in row.duties)
AHEAD = {
    "AsylG/87e/1": "says which text governs what was lodged before it came into force, and is cited where that earlier text answers",
}
"""Provisions that are cited for days before they came into force."""
READ_OTHERWISE = {
    "AZRG/10/4/2": "no. 3a is new; the enquiry asks whether the item is one of the list",
    "AZRG/18a//1": "other words for names and documents",
    "AZRG/18a//2": "other words for names and documents",
    "AZRG/18b/1": "other words for documents",
    "AZRG/18c": "other words for documents",
    "AZRG/18d/1": "other words for documents",
    "AZRG/18d/2": "other words for documents",
    "AsylG/10/2/5": "the same rule was sentence 4 before a sentence on service on representatives was put in front",
    "AsylG/15/2//4": "duties of Union law are mentioned besides",
    "AsylG/15/2//6": "duties of Union law are mentioned besides",
    "AsylG/16/1/1": "who seeks asylum, who applies for it: the norm asks for the day of the application",
    "AsylG/43/1": "spelling",
    "AsylG/47/1/1": "lodge for file",
    "AsylG/47/1a/1": "the Union's designations of safe states were added; the record holds them under the same value",
    "AsylG/50/1/1/1": "protection is named by the Union's regulation; the same kinds of protection",
    "AsylG/50/1/1/2": "refusal because another state is responsible became the decision on transfer; recorded alike",
    "AsylG/53/1/1": "lodge for file",
    "AsylG/55/2/1": "lodge for file",
    "AsylG/71/1": "the examination was and is the Federal Office's, and the norm takes what it tells",
    "AsylG/72/1/1/1": "a reference to Union law was added",
    "AsylG/73b/2/1": "withdrawal for revocation or taking back",
    "AsylG/73b/6/1": "withdrawal was added to revocation and taking back",
    "AsylG/8/1b": "other bodies transmit; the data are deleted afterwards in both texts",
    "AsylG/8/3/2": "spelling",
    "AsylbLG/1/1": "numbers 1b and 2a were added; the record names the number",
    "AufenthG/44a/1/1/2": "§ 104 (17) names 1 July 2026; the consolidated text showed it on 5 July",
    "AufenthG/44a/3/1": "a superfluous name of the Act was dropped",
    "AufenthG/45a/2/1": "§ 104 (17) names 1 July 2026; the consolidated text showed it on 5 July",
    "AufenthG/51/1": "no. 9 was added and has a norm of its own with its day",
    "AufenthG/51/1/1/8": "a comma for a semicolon",
    "AufenthG/60/2/1": "serious harm is defined by the Union's regulation in place of AsylG § 4",
    "AufenthG/60/8": "exclusion is defined by the Union's regulation; the norm takes what the Federal Office found",
    "AufenthG/62/4/1": "the Union's rule on what counts from border return custody, which was not read (docs/law)",
    "AufenthG/62c/2/1": "numbers of AsylG § 29; the record says that the refusal was of that kind",
    "AufenthG/62c/2/2": "numbers of AsylG §§ 29, 36; the record says that the refusal was of that kind",
    "AufenthG/71/3/1/1": "reference to the regulation that preceded",
    "AufenthG/82/1/2": "other authorities of residence law may set the period too",
    "AufenthG/82/1/3": "the subject of the sentence is named",
}
"""Norms valid on days on which the passage that they cite read otherwise: why they hold by that text too. Read both before adding one."""

pytestmark = pytest.mark.statutes


@pytest.fixture(scope="module")
def texts(statutes: Path) -> Texts:
    return Texts.read(statutes, READ_ON)


def everything(days: tuple[date, ...]) -> list[Cited]:
    found = [one for catalogue in CATALOGUES for one in cited(catalogue, days)]
    valid = {one.where: one.days for one in found if one.where == f"Norm {one.cite}"}
    return [*found, *(Cited(f"duty of {norm.id}", cite, valid[f"Norm {norm.id}"]) for norm, cite in DUTIES)]


def test_every_citation_lies_in_the_text_in_force_on_each_day(texts: Texts) -> None:
    missing = [
        f"{one.where}: {one.cite} on {day.isoformat()}"
        for one in everything(texts.boundaries)
        for day in one.days
        if one.cite not in AHEAD and (found := texts.of(one.cite, day)) is not None and not lies_in(one.cite, found)
    ]
    assert missing == []


def test_every_citation_names_a_statute_and_every_older_text_cited_is_at_hand(texts: Texts) -> None:
    every = {one.cite for one in everything(texts.boundaries)}
    assert {cite for cite in every if not split_cite(cite)[0]} == set()
    assert {cite for cite in every if split_cite(cite)[2] and texts.of(cite, READ_ON) is None} == set()


def test_what_is_cited_ahead_of_its_time_is_cited_so_and_in_force_today(texts: Texts) -> None:
    for cite in AHEAD:
        today, before = texts.of(cite, READ_ON), texts.of(cite, BEGINS)
        assert today is not None
        assert before is not None
        assert lies_in(cite, today)
        assert not lies_in(cite, before)


def test_every_citation_names_a_sentence_and_number_that_the_text_has(texts: Texts) -> None:
    unfound = {
        one.cite
        for one in everything(texts.boundaries)
        if (found := texts.of(one.cite, READ_ON)) is not None and not exact_passage(one.cite, found)
    }
    assert unfound == set()


def test_a_norm_holds_by_every_text_of_its_passage_or_says_why(texts: Texts) -> None:
    otherwise = set()
    for one in everything(texts.boundaries):
        if one.where == f"Norm {one.cite}" and one.days:
            read = {text_hash(passage(one.cite, found)) for day in one.days if (found := texts.of(one.cite, day))}
            if len(read) > 1:
                otherwise.add(one.cite)
    assert otherwise == set(READ_OTHERWISE)


def test_the_days_compared_are_all_days_on_which_a_text_at_hand_changed(texts: Texts) -> None:
    assert texts.boundaries[0] == BEGINS
    assert {date(2026, 6, 12), date(2026, 7, 29)} < set(texts.boundaries)
    watched = {key for key, statute in STATUTES.items() if statute.file}
    assert set(texts.versions) == watched
    assert all(any(isinstance(thing, Norm) for thing in catalogue.norms) for catalogue in CATALOGUES)
