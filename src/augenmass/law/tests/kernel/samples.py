"""A small invented catalogue, and a large one for measuring. Neither is law."""

from datetime import date

from augenmass.law import language as say
from augenmass.law.catalogue import Catalogue
from augenmass.law.facts import Held, Value
from augenmass.law.nodes import Condition, Definition
from augenmass.law.norm import DeadlineRule, Doubt, Lane, Modality, Norm, Question, Step
from augenmass.law.values import NO, YES
from augenmass.law.vocabulary.declaration import Choice, FactDeclaration, Kind

ON = date(2026, 11, 22)


def declared(name: str, kind: Kind = Kind.YES_NO, **more: object) -> FactDeclaration:
    """Return a plain declaration; ``more`` overrides its fields."""
    fields: dict[str, object] = {
        "name": name, "kind": kind, "de": f"Merkmal {name}", "en": f"Feature {name}", "meaning": "Ein erfundenes Merkmal.",
        "meaning_en": "An invented feature.", "category": "stay", "group": "stay",
    }  # fmt: skip
    return FactDeclaration(**{**fields, **more})  # type: ignore[arg-type]


LAND = declared("land", Kind.CHOICE, choices=tuple(Choice(key, key, key) for key in ("ST", "BW", "BY")))
STATUS = declared(
    "status",
    Kind.CHOICE,
    choices=(Choice("tolerated", "geduldet", "tolerated", ("Duldung",)), Choice("permit", "erlaubt", "permitted")),
)

VOCABULARY = {
    declaration.name: declaration
    for declaration in (
        *(declared(name) for name in "abcdef"),
        declared("weighty", assessment=True, established_by=("lawyer",)),
        declared("served", Kind.DAY, evidence=("proof_of_service",)),
        declared("ends", Kind.DAY),
        declared("size", Kind.NUMBER, unit="m"),
        declared("remark", Kind.TEXT),
        STATUS,
        LAND,
    )
}

OBLIGED = Definition("obliged", "Ausreisepflicht", "Obligation to leave", say.fact("a"), "AufenthG/50/1/1")
ENTRY_DOUBTFUL = Doubt(
    "entry_doubtful", "Eintrag zweifelhaft", "Entry doubtful", say.fact("d"), ("b", "weighty"), "AufenthG/82/1/1"
)
BANNED = Norm(
    "AufenthG/60/1/1",
    "Verbot der Abschiebung",
    "Ban on removal",
    Modality.FORBIDDEN,
    say.fact("c"),
    since=date(2020, 1, 1),
)
WARNING_DUE = Norm(
    "AufenthG/59/1/1",
    "Androhung",
    "Warning",
    Modality.MUST,
    say.all_of(say.use(OBLIGED), say.none_of(say.use(BANNED), say.use(ENTRY_DOUBTFUL))),
    since=date(2024, 2, 27),
    until=date(2030, 12, 31),
)
PERIOD_OVER = say.deadline(say.day("served"), say.days(30)).before(say.TODAY, cite="AufenthG/58/1/1")
SMALL = Catalogue(
    vocabulary=VOCABULARY,
    definitions=(OBLIGED,),
    norms=(BANNED, WARNING_DUE),
    questions=(
        Question(
            "may_warn", "Darf angedroht werden?", "May a warning be issued?", say.use(WARNING_DUE), "AufenthG/59/1"
        ),
        Question(
            "period_over",
            "Ist die Frist abgelaufen?",
            "Is the period over?",
            say.all_of(say.use(OBLIGED), PERIOD_OVER),
            "AufenthG/58/1",
        ),
        Question(
            "may_refer",
            "Darf vorgelegt werden?",
            "May it be referred?",
            say.all_of(
                say.presumed(say.fact("e"), unless=say.fact("f"), cite="AufenthG/60a/2c/1"), say.assessment("weighty")
            ),
            "AufenthG/60a/2c",
        ),
    ),
    steps=(
        Step(
            "warn",
            "Androhen",
            "Warn",
            "Erlässt die Androhung.",
            "Issues the warning.",
            "may_warn",
            "voluntary",
            order=10,
        ),
        Step(
            "check_period",
            "Frist prüfen",
            "Check period",
            "Prüft die Frist.",
            "Checks.",
            "period_over",
            "voluntary",
            order=5,
        ),
        Step("refer", "Vorlegen", "Refer", "Legt vor.", "Refers.", "may_refer", "", order=20),
        Step("close", "Schließen", "Close", "Schließt.", "Closes.", "may_refer", "closed", order=30),
    ),
    doubts=(ENTRY_DOUBTFUL,),
    deadlines=(
        DeadlineRule(
            "period",
            "Ausreisefrist",
            "Period",
            say.fact("a"),
            say.deadline(say.day("served"), say.days(30)),
            "AufenthG/59/1/1",
        ),
    ),
    lanes=(
        Lane("clarify", "Klären", "Clarify", say.fact("d")),
        Lane("voluntary", "Freiwillige Ausreise", "Voluntary departure", say.fact("a")),
        Lane("closed", "Abgeschlossen", "Closed", say.not_(say.fact("a"))),
    ),
)


def facts(**values: Value) -> dict[str, Held]:
    """Return facts with ids in the order given, starting with 1."""
    return {name: Held(value, number) for number, (name, value) in enumerate(values.items(), 1)}


def one_day(day: date) -> tuple[int, int]:
    """Return a day as an interval."""
    return day.toordinal(), day.toordinal()


def large(norms: int = 60, questions: int = 40, names: int = 150) -> Catalogue:
    """Return a catalogue of the size of the first real one: every norm reads eight facts or days, every question four norms."""
    vocabulary = {f"y{i}": declared(f"y{i}") for i in range(names - 40)}
    vocabulary |= {f"t{i}": declared(f"t{i}", Kind.DAY) for i in range(40)}
    vocabulary["land"] = LAND

    def condition(i: int) -> Condition:
        yes = [say.fact(f"y{(i * 7 + k * 3) % (names - 40)}") for k in range(6)]
        date_past = (say.day(f"t{i % 40}") + say.months(i % 12 + 1)).before(say.TODAY)
        period_past = say.deadline(say.day(f"t{(i * 3) % 40}"), say.days(30)).not_after(say.TODAY)
        return say.all_of(
            say.any_of(yes[0], date_past),
            say.none_of(yes[1], yes[2]),
            say.any_of(yes[3], say.not_(yes[4]), period_past),
            yes[5],
        )

    all_norms = tuple(
        Norm(f"X/{i}/1/1", f"Norm {i}", f"Norm {i}", Modality.MAY, condition(i), since=date(2020, 1, 1))
        for i in range(norms)
    )
    doubts = tuple(
        Doubt(f"doubt{i}", f"Zweifel {i}", f"Doubt {i}", say.fact(f"y{i * 5}"), (f"y{i}",), "X/1") for i in range(12)
    )
    asked = tuple(
        Question(
            f"q{i}",
            f"Frage {i}?",
            f"Question {i}?",
            say.all_of(
                say.none_of(*(say.use(doubt) for doubt in doubts)),
                say.any_of(*(say.use(all_norms[(i * 3 + k) % norms]) for k in range(2))),
                say.none_of(*(say.use(all_norms[(i * 5 + k + 7) % norms]) for k in range(2))),
            ),
            "X/1/1",
        )
        for i in range(questions)
    )
    return Catalogue(
        vocabulary=vocabulary,
        norms=all_norms,
        questions=asked,
        doubts=doubts,
        steps=tuple(Step(f"s{i}", "S", "S", "", "", f"q{i}", "clarify", order=i) for i in range(questions // 2)),
        deadlines=tuple(
            DeadlineRule(f"d{i}", "F", "D", say.fact(f"y{i}"), say.deadline(say.day(f"t{i}"), say.months(1)), "X/1")
            for i in range(15)
        ),
        lanes=(Lane("clarify", "Klären", "Clarify", say.fact("y1")),),
    )


def large_facts(seed: int, names: int = 150) -> dict[str, Held]:
    """Return facts of an invented case for the large catalogue: a fifth unknown, some days partial."""
    import random

    chance = random.Random(seed)
    found: dict[str, Held] = {"land": Held("ST", 1)}
    for i in range(names - 40):
        if chance.random() > 0.2:
            found[f"y{i}"] = Held(YES if chance.random() < 0.3 else NO, i)
    for i in range(40):
        day = ON.toordinal() - chance.randrange(-400, 2000)
        if chance.random() > 0.2:
            found[f"t{i}"] = Held((day, day + (30 if chance.random() < 0.2 else 0)), 500 + i)
    return found
