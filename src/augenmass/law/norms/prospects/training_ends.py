"""Residence Act §§ 16g (3)–(8), 60c (3)–(6), 19d (1a): when to apply, how training residence ends, what follows it."""

from augenmass.law.language import TODAY, Condition, all_of, any_of, day, established, fact, is_in, months, not_, use
from augenmass.law.norm import Modality, Norm
from augenmass.law.norms import definitions as d
from augenmass.law.norms.prospects.parts import REMEDY, months_before
from augenmass.law.norms.prospects.training import NR_4_AROSE, PERMIT_HOLDER, TRAINEE
from augenmass.law.norms.specimens import with_facts
from augenmass.law.norms.writing import done, norm

ENDED_EARLY = all_of(established("training_stopped_on"), day("training_stopped_on").not_after(TODAY))


def _early(paragraph: str) -> tuple[Norm, ...]:
    begins = {"training_begins_on": "2026-10-01"}
    return tuple(
        norm(
            f"AufenthG/{paragraph}/3/{sentence}",
            words,
            Modality.STATE,
            months_before("training_begins_on", count).not_after(TODAY),
            effect=(
                f"Frühestens {count} Monate vor Beginn der Ausbildung.",
                f"{count} months before the training at the earliest.",
            ),
            yes=("Die Ausbildung beginnt bald", begins),
            no=("Die Ausbildung beginnt in einem Jahr", {"training_begins_on": "2027-09-01"}),
            unknown=("Beginn unbekannt", {}),
        )
        for sentence, count, words in (
            (1, 7, ("Der Antrag kann gestellt werden.", "The application can be made.")),
            (2, 6, ("Die Erteilung ist möglich.", "It can be granted.")),
        )
    )


LAPSES = norm(
    "AufenthG/60c/4",
    ("Die Ausbildungsduldung erlischt.", "The suspension for training lapses."),
    Modality.STATE,
    all_of(is_in("suspension_kind", "training"), any_of(NR_4_AROSE, ENDED_EARLY)),
    effect=(
        "Sie erlischt ohne Widerruf; zur Suche nach einem Ausbildungsplatz ist eine neue Duldung zu prüfen.",
        "It lapses without revocation; a new suspension to search for a place is to be examined.",
    ),
    yes=("Ausbildung abgebrochen", with_facts(TRAINEE, training_stopped_on="2026-08-03")),
    no=("Ausbildung läuft", TRAINEE),
    unknown=("Registerauszug fehlt", with_facts(TRAINEE, conviction_above_threshold=None)),
)


def _search(paragraph: str, sentence_one: str, holds: Condition, base: dict[str, str]) -> tuple[Norm, ...]:
    stopped = with_facts(base, training_stopped_on="2026-08-03")
    finished = with_facts(base, training_finished_on="2026-07-20", kept_on_after_training="no")
    return (
        norm(
            f"AufenthG/{paragraph}/{sentence_one}/1",
            (
                "Nach vorzeitigem Ende einmalig sechs Monate zur Suche eines Ausbildungsplatzes.",
                "After an early end, six months once to search for a training place.",
            ),
            Modality.MUST,
            all_of(
                holds,
                done("training_stopped_on"),
                TODAY.not_after(day("training_stopped_on") + months(6)),
                not_(NR_4_AROSE),
            ),
            effect=("Für sechs Monate, nicht verlängerbar.", "For six months, not to be extended."),
            yes=("Anfang August abgebrochen", stopped),
            no=("Ausbildung läuft", base),
            unknown=("Registerauszug fehlt", with_facts(stopped, conviction_above_threshold=None)),
        ),
        norm(
            f"AufenthG/{paragraph}/{sentence_one}/2",
            (
                "Nach dem Abschluss sechs Monate zur Suche einer Beschäftigung.",
                "After the degree, six months to search for work.",
            ),
            Modality.MUST,
            all_of(
                holds,
                done("training_finished_on"),
                TODAY.not_after(day("training_finished_on") + months(6)),
                not_(fact("kept_on_after_training")),
            ),
            effect=("Für sechs Monate, nicht verlängerbar.", "For six months, not to be extended."),
            yes=("Im Juli abgeschlossen, nicht übernommen", finished),
            no=("Übernommen", with_facts(finished, kept_on_after_training="yes")),
            unknown=("Übernahme unbekannt", with_facts(finished, kept_on_after_training=None)),
        ),
    )


_HELD = is_in("suspension_kind", "training", cite="AufenthG/60c/6/1")
_PERMIT = all_of(fact("permit_16g"), use(d.VALID_TITLE))
SEARCH = _search("60c", "6", _HELD, dict(TRAINEE))
PERMIT_SEARCH = _search("16g", "5", _PERMIT, dict(PERMIT_HOLDER))
PERMIT_REVOKED = norm(
    "AufenthG/16g/7",
    ("Die Aufenthaltserlaubnis zur Ausbildung wird widerrufen.", "The permit for training is revoked."),
    Modality.MUST,
    all_of(_PERMIT, any_of(NR_4_AROSE, ENDED_EARLY), not_(use("AufenthG/16g/5/1"))),
    effect=(
        "Zuvor ist anzuhören; die Verlängerung zur Suche geht vor.",
        "The person is to be heard first; the extension to search comes before.",
    ),
    remedy=REMEDY,
    yes=("Ausweisung ergangen", with_facts(PERMIT_HOLDER, expulsion_or_58a_order="yes")),
    no=("Ausbildung läuft", PERMIT_HOLDER),
    unknown=("Registerauszug fehlt", with_facts(PERMIT_HOLDER, conviction_above_threshold=None)),
)


def _after(unit: str, holds: Condition, base: dict[str, str]) -> Norm:
    finished = with_facts(
        base,
        training_finished_on="2026-07-20",
        qualified_work_offered="yes",
        living_space_sufficient="yes",
        german_b1="yes",
        employment_agency_agrees="yes",
    )
    return norm(
        unit,
        (
            "Nach dem Abschluss zwei Jahre Aufenthalt für die Beschäftigung.",
            "After the degree, a two-year permit for work.",
        ),
        Modality.MUST,
        all_of(
            holds,
            done("training_finished_on"),
            fact("qualified_work_offered"),
            fact("living_space_sufficient", cite="AufenthG/19d/1/1/2"),
            fact("german_b1", cite="AufenthG/19d/1/1/3"),
            not_(fact("security_ground_found", cite="AufenthG/19d/1/1/6")),
            not_(fact("conviction_above_threshold", cite="AufenthG/19d/1/1/7")),
            fact("employment_agency_agrees", cite="AufenthG/39/1"),
        ),
        effect=(
            "Die Aufenthaltserlaubnis ist für zwei Jahre zu erteilen.",
            "The permit is to be granted for two years.",
        ),
        remedy=REMEDY,
        yes=("Abgeschlossen, Stelle zugesagt", finished),
        no=("Keine passende Stelle", with_facts(finished, qualified_work_offered="no")),
        unknown=("Wohnraum nicht geprüft", with_facts(finished, living_space_sufficient=None)),
    )


AFTER_SUSPENSION = _after("AufenthG/19d/1a", _HELD, dict(TRAINEE))
AFTER_PERMIT = _after("AufenthG/16g/8", _PERMIT, dict(PERMIT_HOLDER))

NORMS = (
    *_early("16g"),
    *PERMIT_SEARCH,
    PERMIT_REVOKED,
    AFTER_PERMIT,
    AFTER_SUSPENSION,
    *_early("60c"),
    LAPSES,
    *SEARCH,
)
"""In the order of the statute."""
