"""No fact without use: the law reads it, a doubt is cleared by it, a Land provides it, a letter names it, or files of authorities hold it."""

from pathlib import Path

from augenmass.law.checking import unused_facts
from augenmass.law.tests.norms.asking import SHIPPED
from augenmass.law.vocabulary import VOCABULARY

LETTERS = Path(__file__).parents[3] / "letters" / "queries" / "sources.py"
CITED = {"legal_duty_breached", "police_classification"}
"""What a nomination for the special staff cites: established by others, and no rule draws anything from it."""


def test_every_fact_is_read_or_provided_or_cited_or_written_in_a_letter_or_taken_from_files() -> None:
    letters = LETTERS.read_text(encoding="utf-8")
    cleared = {name for doubt in SHIPPED.doubts for name in doubt.clears_with}
    idle = {
        name
        for name in unused_facts(SHIPPED)
        if not VOCABULARY[name].derived and not VOCABULARY[name].headers and f'"{name}"' not in letters
    }
    assert idle - cleared == CITED


def test_what_the_law_does_not_read_serves_to_know_to_reach_or_to_file_and_stays_little() -> None:
    unread = {name for name in unused_facts(SHIPPED) if not VOCABULARY[name].derived}
    outside = {
        name for name in unread if VOCABULARY[name].category not in {"identity", "contact", "representation", "file"}
    }
    assert outside == CITED | {
        "decision_issued_on",
        "decision_service_method",
        "entry_ban_decided",
        "title_provision",
        "transfer_state",
        "travel_fitness_on",
    }, "a fact about law or person that no rule reads needs a reason; these stand in the files that are taken over"
