"""The exact words of an agreement, in German and in the person's language. Pure.

What people wrote themselves is translated by a named person; the fixed sentences come from ``wording``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from augenmass.agreements.rules.content import Content, Form, Kind, Line, PlannedStep, Side, Topic


@dataclass(frozen=True, slots=True)
class Asked:
    """A service as it stands on the day on which the text is fixed; ``accepted_on`` is None until its body accepted it."""

    key: str
    service: str
    provider: str
    due: date
    accepted_on: date | None


@dataclass(frozen=True, slots=True)
class Parties:
    """Who agrees: names as they stand on the paper."""

    person: str
    guardian: str
    counsellor: str
    body: str
    place: str


@dataclass(frozen=True, slots=True)
class Agreed:
    """All that a text is made of."""

    parties: Parties
    content: Content
    asked: tuple[Asked, ...]
    form: Form
    number: int
    day: date


def written(agreed: Agreed) -> dict[str, str]:
    """What people wrote themselves, by place in the text: what has to be translated, in reading order."""
    content = agreed.content
    found = {"purpose": content.purpose} if agreed.form is Form.CONTRACT else {}
    found |= {f"point:{topic.value}": content.points[topic] for topic in Topic if content.points.get(topic)}
    found |= {f"goal:{number}": goal for number, goal in enumerate(content.goals, 1)}
    found |= {f"step:{step.key}": step.what for step in content.steps}
    found |= {f"promise:{one.key}": one.service for one in agreed.asked}
    return found


def compose(
    agreed: Agreed, words: Mapping[str, str], own: Mapping[str, str], closing: tuple[str, ...] = ()
) -> list[Line]:
    """The text: ``words`` are the fixed sentences of a language, ``own`` what people wrote, in that language, by place.

    Raises ``KeyError`` when something that was written has no words in this language.
    """
    parties = agreed.parties
    head = [
        Line(Kind.TITLE, words["title"]),
        Line(
            Kind.PARAGRAPH,
            words["between"].format(person=parties.person, counsellor=parties.counsellor, body=parties.body),
        ),
    ]
    if parties.guardian:
        head.append(Line(Kind.PARAGRAPH, words["guardian"].format(guardian=parties.guardian)))
    head.append(Line(Kind.PARAGRAPH, words["edition"].format(number=agreed.number, day=_day(agreed.day))))
    return [
        *head,
        *_nature(agreed, words, own),
        *_start(agreed, words, own),
        *_steps(agreed, words, own),
        Line(Kind.HEADING, words["reviews"]),
        Line(Kind.PARAGRAPH, words["rhythm"].format(weeks=agreed.content.review_weeks)),
        *(Line(Kind.PARAGRAPH, sentence) for sentence in closing),
    ]


def _nature(agreed: Agreed, words: Mapping[str, str], own: Mapping[str, str]) -> list[Line]:
    if agreed.form is Form.CONTRACT:
        nature = [words["contract"], words["contract_purpose"].format(purpose=own["purpose"])]
    else:
        nature = [words["plan"]]
    return [Line(Kind.HEADING, words["what"]), *(Line(Kind.PARAGRAPH, text) for text in (*nature, words["free"]))]


def _start(agreed: Agreed, words: Mapping[str, str], own: Mapping[str, str]) -> list[Line]:
    content, lines = agreed.content, []
    points = [topic for topic in Topic if content.points.get(topic)]
    if points:
        lines.append(Line(Kind.HEADING, words["start"]))
        lines += [
            Line(Kind.ITEM, f"{words[f'topic_{topic.value}']}: {own[f'point:{topic.value}']}") for topic in points
        ]
    if content.goals:
        lines.append(Line(Kind.HEADING, words["goals"]))
        lines += [Line(Kind.ITEM, own[f"goal:{number}"]) for number in range(1, len(content.goals) + 1)]
    return lines


def _steps(agreed: Agreed, words: Mapping[str, str], own: Mapping[str, str]) -> list[Line]:
    lines: list[Line] = []
    for side in (Side.COUNSELLOR, Side.PERSON):
        steps = [step for step in agreed.content.steps if step.side is side]
        if steps:
            lines.append(Line(Kind.HEADING, words[f"steps_{side.value}"]))
            lines += [Line(Kind.ITEM, _step(step, words, own)) for step in steps]
    if agreed.asked:
        lines += [Line(Kind.HEADING, words["steps_provider"]), Line(Kind.PARAGRAPH, words["counts"])]
        lines += [Line(Kind.ITEM, _service(one, words, own)) for one in agreed.asked]
    return lines


def _step(step: PlannedStep, words: Mapping[str, str], own: Mapping[str, str]) -> str:
    text = own[f"step:{step.key}"]
    return words["by"].format(what=text, day=_day(step.due)) if step.due else text


def _service(one: Asked, words: Mapping[str, str], own: Mapping[str, str]) -> str:
    text = words["service"].format(service=own[f"promise:{one.key}"], provider=one.provider, day=_day(one.due))
    standing = words["accepted"].format(day=_day(one.accepted_on)) if one.accepted_on else words["asked"]
    return f"{text}: {standing}"


def _day(day: date) -> str:
    return f"{day:%d.%m.%Y}"
