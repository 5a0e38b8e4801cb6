"""The case page, put together from the rooms."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.sight import Sight, sight_of
from augenmass.cases.derived import Basis
from augenmass.cases.facts import KnownFacts, facts_in
from augenmass.cases.positions import display_name
from augenmass.cases.queries.case import (
    documents_of,
    english,
    grouped,
    links_of,
    open_rows,
    relatives,
    timeline_of,
)
from augenmass.cases.queries.learned import known_on, released_answers, shown_blocker
from augenmass.competence.queries import open_referral_of
from augenmass.directory.roles import ROLE_LABELS, Permission, Role
from augenmass.doors.desk.forms.cases import AsOfForm
from augenmass.doors.desk.pages.fund_claims import commitment_lines
from augenmass.doors.desk.pages.names import deadline_name, doubt_name, lane_name
from augenmass.doors.desk.pages.timeline import timeline_entries
from augenmass.fund.queries.claims import sees_amounts
from augenmass.law.norms.statutes import cite_text
from augenmass.law.position import BlockedStep, Blocker, Position, assess
from augenmass.law.values import NO
from augenmass.law.vocabulary import VOCABULARY
from augenmass.lawbook.in_force import in_force
from augenmass.letters.queries.letters import with_letters
from augenmass.record.models import Case
from augenmass.steps.queries import open_takings
from augenmass.work.queries.notes import notes_of_case
from augenmass.work.queries.post import visible_post
from augenmass.work.queries.tasks import tasks_of_case

MOST_BLOCKERS = 6
LEADING = ("leading_file_place", "leading_file_reference")


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """A deadline of the position."""

    label: str
    due: Any
    latest: Any
    certain: bool


def case_page(actor: Actor, case: Case, as_of: AsOfForm) -> dict[str, Any]:
    """Everything on the page, at most a dozen queries whatever the size of the case."""
    rows = open_rows(case, as_of.known_at if as_of.past else None)
    links = links_of(actor, case)
    known = facts_in(
        rows, case.pk, as_of.true_on, Basis({case.pk: case.body.land}, links, {case.pk: case.body.policies})
    )
    law = in_force()
    position = None if as_of.before_catalogue else assess(law, known.held, as_of.true_on)
    sight = sight_of(actor, case)
    sight.look_at(rows)
    takings = open_takings(case) if sight.own and sight.learns_position else []
    return {
        "case": case,
        "sight": sight,
        "works": sight.own and not actor.reads_only,
        "name": display_name(known) if "family_name" in sight.names else "",
        "position": position and position_part(actor, case, position, sight, {taking.step for taking in takings}),
        "facts": grouped(actor, case, rows, as_of.true_on),
        "documents": list(with_letters(documents_of(actor, case))),
        "relatives": relatives(links) if "family" in sight.categories else [],
        "timeline": timeline_entries(timeline_of(actor, case), actor.body_id),
        "takings": takings,
        "tasks": tasks_of_case(actor, case.pk),
        "notes": notes_of_case(actor, case.pk),
        "post": list(visible_post(actor).filter(case=case)[:20]),
        "may_record": sight.own and actor.may(Permission.RECORD_FACTS) and not as_of.past,
        "referral": open_referral_of(case),
        "held_until": getattr(case, "held_until", None) if sight.own and not actor.reads_only else None,
        **_reported(actor, case, sight),
        "may_refer": sight.own and actor.may(Permission.REFER) and not as_of.past,
        "may_transmit": sight.own and actor.may(Permission.TRANSMIT) and not as_of.past,
        "may_grant": sight.own and actor.may(Permission.GRANT_ACCESS) and not as_of.past,
        "may_step": sight.own and actor.may(Permission.TAKE_STEPS) and not as_of.past,
        "commitments": [] if as_of.past else commitment_lines(actor, case),
        "may_commit": sees_amounts(actor, case) and sight.own and actor.may(Permission.TAKE_STEPS) and not as_of.past,
        "catalogue_version": law.hash[:12],
        "catalogue_reviewed": law.released,
        **{name: known.text(name) for name in LEADING if name in sight.names},
    }


def _reported(actor: Actor, case: Case, sight: Sight) -> dict[str, Any]:
    """What houses reported, for who works on the case."""
    if not (sight.own and actor.may(Permission.TAKE_STEPS)):
        return {}
    return {name: getattr(case, name, None) for name in ("reported", "new_reports", "noticed")}


def position_part(
    actor: Actor, case: Case, position: Position, sight: Sight, under_way: set[str]
) -> dict[str, Any] | None:
    """What the reader learns of the legal position: all of it, single released answers, or None for nothing."""
    if sight.learns_position:
        return {
            "whole": True,
            "lane": position.lane,
            "lane_name": lane_name(position.lane),
            "panels": step_panels(actor, case, position, under_way),
            "blocked": blocked_panels(case, position, sight.names),
            "doubts": [(doubt_name(doubt), reverse("proof", args=[case.key, doubt])) for doubt in position.doubts],
            "deadlines": deadline_rows(position),
            "next_change": position.next_change,
        }
    released = released_rows(position, sight)
    return {"whole": False, "released": released} if released else None


def released_rows(position: Position, sight: Sight) -> list[dict[str, str]]:
    """Single answers that are released to the reader: whether the step is blocked, and who can clear it where that is released."""
    return [
        {
            "title": found.step.en if english() else found.step.de,
            "says": _("derzeit nicht möglich") if found.blocked else _("derzeit nicht gesperrt"),
            "who": role_words(found.who),
        }
        for found in released_answers(position, sight)
    ]


def known_facts(case: Case, as_of: AsOfForm) -> KnownFacts:
    """The facts at the chosen point of both time axes."""
    return known_on(case, as_of.true_on, as_of.known_at if as_of.past else None)


def step_panels(actor: Actor, case: Case, position: Position, under_way: set[str]) -> list[dict[str, Any]]:
    """The steps that can be taken now, in the order of the law: voluntary ways first."""
    law = in_force()
    panels = []
    for key in position.next_steps:
        step = law.step(key)
        takes = bool(actor.roles.intersection(step.roles)) and actor.may(Permission.TAKE_STEPS) and key not in under_way
        panels.append(
            {
                "title": step.en if english() else step.de,
                "state": "possible",
                "does": step.does_en if english() else step.does_de,
                "address": reverse("step", args=[case.key, key]) if takes else "",
                "why_address": reverse("proof", args=[case.key, step.question]),
                "second_person": case.body.asks_second_person(key, step.second_person),
            }
        )
    return panels


def blocked_panels(case: Case, position: Position, visible: frozenset[str]) -> list[dict[str, Any]]:
    """The steps that cannot be taken, each with what stands against it and who can clear it."""
    law = in_force()
    panels = []
    for blocked in position.blocked:
        step = law.step(blocked.step)
        panels.append(
            {
                "title": step.en if english() else step.de,
                "state": "blocked" if blocked.answer == NO else "not_established",
                "blockers": blocker_rows(case, blocked, visible),
                "more": max(0, len(blocked.blockers) - MOST_BLOCKERS),
                "why_address": reverse("proof", args=[case.key, step.question]),
                "change_address": reverse("proof", args=[case.key, step.question]) + "#aendern",
            }
        )
    return panels


def blocker_rows(
    case: Case, blocked: BlockedStep, visible: frozenset[str], most: int = MOST_BLOCKERS
) -> list[dict[str, str]]:
    """Blockers in words; a fact that the reader may not see is named as such."""
    return [blocker_row(case, blocker, visible) for blocker in blocked.blockers[:most]]


def blocker_row(case: Case, blocker: Blocker, visible: frozenset[str]) -> dict[str, str]:
    """One blocker: what it is, its provision, who can clear it, where."""
    if shown_blocker(blocker, visible) is None:
        return {"text": _("Eine Angabe, die Sie nicht sehen dürfen"), "cite": "", "who": ""}
    row = {
        "text": blocker.en if english() else blocker.de,
        "cite": cite_text(blocker.norm or blocker.cite),
        "who": role_words(blocker.who),
    }
    if blocker.kind == "fact" and not VOCABULARY[blocker.id].derived:
        row["address"] = reverse("fact_record", args=[case.key, blocker.id])
    elif blocker.kind == "doubt":
        row["address"] = reverse("proof", args=[case.key, blocker.id])
        row["action"] = _("Zweifel ansehen")
    return row


def role_words(roles: Iterable[str]) -> str:
    """The roles that can clear something, in words."""
    return ", ".join(str(ROLE_LABELS[Role(role)]) for role in roles if role in set(Role))


def deadline_rows(position: Position) -> list[DeadlineRow]:
    """The deadlines with a day, the next first."""
    rows = [
        DeadlineRow(deadline_name(found.rule), found.earliest, found.latest, found.earliest == found.latest)
        for found in position.deadlines
        if found.earliest is not None
    ]
    return sorted(rows, key=lambda row: row.due)
