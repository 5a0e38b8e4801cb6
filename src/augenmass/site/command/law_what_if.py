"""``augenmass law what-if``: the law tried out on an invented case, as on the page. Keeps nothing, needs no database."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from augenmass.intake.rules.problem import FileRefused
from augenmass.law.catalogue import Catalogue
from augenmass.law.facts import Held, parse_value
from augenmass.law.norms.specimens import SPECIMENS
from augenmass.law.norms.statutes import cite_text
from augenmass.law.position import BlockedStep, Position, assess
from augenmass.law.values import UNKNOWN, YES, label, word
from augenmass.law.vocabulary import VOCABULARY
from augenmass.lawbook.book.norms import day_words
from augenmass.site.command.case_files import CaseFileError, CaseInFile, is_json_lines, read_cases
from augenmass.site.command.evaluate import as_json, children_in, contradicting, land_of_file, with_derived
from augenmass.site.command.outcome import OK, CommandFailed
from augenmass.site.command.setting_up import start_without_database
from augenmass.site.command.told import asked_day, language, nearest, said, told_facts, without_nothing

_BLOCKERS = 5
"""Of what blocks a step so much is printed."""


def run(arguments: Namespace) -> int:
    """Print the position of the case, and with ``--then`` what changes."""
    start_without_database()
    with override(arguments.language):
        on = asked_day(arguments.on)
        told = told_facts(arguments.told, VOCABULARY)
        then = told_facts(arguments.then, VOCABULARY)
        case = _case(arguments, on)
        before = _assessed(arguments, case, told, on)
        after = _assessed(arguments, case, told | then, on) if then else None
        for found in contradicting(_with_told(case, told | then), on):
            print(_("Widerspruch: %(sentence)s") % {"sentence": said(found)}, file=sys.stderr)
        if arguments.format == "json":
            print(json.dumps(_as_json(case.case, before, after), ensure_ascii=False, indent=2))
        else:
            for line in _text(before, after, arguments.all_answers):
                print(line)
    return OK


def _case(arguments: Namespace, on: date) -> CaseInFile:
    if arguments.file is not None and arguments.ground:
        raise CommandFailed(_("Bitte nennen Sie entweder eine Datei oder --ground, nicht beides."))
    if arguments.file is not None:
        return _of_file(arguments, on)
    if arguments.case:
        raise CommandFailed(_("Zu --case gehört eine Datei."))
    name = arguments.ground or "empty"
    if name not in SPECIMENS:
        raise CommandFailed(
            _("Einen Ausgangsfall „%(name)s“ gibt es nicht. Vorhanden: %(known)s.")
            % {"name": name, "known": ", ".join(SPECIMENS)}
            + nearest(name, SPECIMENS)
        )
    return CaseInFile(name, _held(SPECIMENS[name][2]))


def _of_file(arguments: Namespace, on: date) -> CaseInFile:
    path = arguments.file
    if not path.is_file():
        raise CommandFailed(_("Die Datei %(path)s gibt es nicht.") % {"path": path})
    try:
        cases = [found for found in read_cases(path, on, None) if isinstance(found, CaseInFile)]
        children = {} if is_json_lines(path) else children_in(path, on)
    except FileRefused as error:
        raise CommandFailed(said(error)) from error
    except CaseFileError as error:
        raise CommandFailed(str(error)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise CommandFailed(_("Die Datei %(path)s lässt sich nicht lesen.") % {"path": path}) from error
    chosen = [found for found in cases if not arguments.case or found.case == arguments.case]
    if not chosen:
        raise CommandFailed(
            _("Einen lesbaren Fall %(case)s enthält die Datei nicht.") % {"case": arguments.case}
            if arguments.case
            else _("Die Datei enthält keinen lesbaren Fall.")
        )
    if len(chosen) > 1:
        raise CommandFailed(
            _("Die Datei enthält %(count)s Fälle. Bitte nennen Sie einen mit --case, zum Beispiel %(case)s.")
            % {"count": len(chosen), "case": chosen[0].case}
        )
    return CaseInFile(chosen[0].case, with_derived(chosen[0], children, {}, on))


def _held(facts: Mapping[str, str]) -> dict[str, Held]:
    read = {name: parse_value(VOCABULARY[name], text) for name, text in facts.items()}
    return {name: Held(value) for name, value in read.items() if value is not None}


def _assessed(arguments: Namespace, case: CaseInFile, told: Mapping[str, str], on: date) -> Position:
    """The position with what was told; what was typed goes before what is derived."""
    facts = _with_told(case, told)
    derived = with_derived(CaseInFile(case.case, facts), {}, land_of_file(arguments.land, on), on)
    kept = {name: held for name, held in derived.items() if name in facts or name not in told}
    return assess(Catalogue.shipped(), kept, on, whole=True)


def _with_told(case: CaseInFile, told: Mapping[str, str]) -> dict[str, Held]:
    return {name: held for name, held in case.facts.items() if name not in told} | _held(without_nothing(told))


def _as_json(case: str, before: Position, after: Position | None) -> dict[str, Any]:
    said: dict[str, Any] = {"position": as_json(case, before)}
    if after is not None:
        said["then"] = as_json(case, after)
        said["changed"] = {
            "lane": [before.lane, after.lane] if before.lane != after.lane else None,
            "answers": {
                name: [word(before.answers[name]), word(after.answers[name])] for name in _moved(before, after)
            },
            "steps_opened": [step for step in after.next_steps if step not in before.next_steps],
            "steps_closed": [step for step in before.next_steps if step not in after.next_steps],
        }
    return said


def _moved(before: Position, after: Position) -> list[str]:
    return [name for name, value in before.answers.items() if after.answers[name] != value]


def _text(before: Position, after: Position | None, all_answers: bool) -> Iterator[str]:
    yield from _position_text(before)
    yield from _answers(before, all_answers)
    if after is None:
        return
    yield ""
    yield _("Danach:")
    yield from _position_text(after)
    yield ""
    yield from _changes(before, after)


def _position_text(position: Position) -> Iterator[str]:
    law = Catalogue.shipped()
    yield _("Stichtag: %(day)s, Katalog %(catalogue)s") % {"day": day_words(position.on), "catalogue": law.hash[:12]}
    yield _("Spur: %(lane)s") % {"lane": said(law.lane(position.lane))}
    yield _("Mögliche Schritte: %(steps)s") % {
        "steps": "; ".join(said(law.step(step)) for step in position.next_steps) or _("keine")
    }
    for blocked in position.blocked:
        yield from _blocked(blocked)
    for rule, first, last in ((found.rule, found.earliest, found.latest) for found in position.deadlines):
        if first is not None and last is not None:
            days = day_words(first) if first == last else f"{day_words(first)} – {day_words(last)}"
            yield _("Frist: %(deadline)s: %(days)s") % {"deadline": said(law.deadline(rule)), "days": days}
    for doubt in position.doubts:
        yield _("Zweifel: %(doubt)s") % {"doubt": said(law.doubt(doubt))}


def _answers(position: Position, all_answers: bool) -> Iterator[str]:
    law = Catalogue.shipped()
    values = list(position.answers.values())
    open_, yes = values.count(UNKNOWN), values.count(YES)
    yield _("Antworten: %(yes)s ja, %(no)s nein, %(open)s nicht festgestellt") % {
        "yes": yes,
        "no": len(values) - yes - open_,
        "open": open_,
    }
    for name, value in position.answers.items():
        if value == YES or all_answers:
            yield f"  {label(value, language())}: {said(law.question(name))} [{name}]"


def _blocked(blocked: BlockedStep) -> Iterator[str]:
    yield _("Noch nicht möglich (%(answer)s): %(step)s") % {
        "answer": label(blocked.answer, language()),
        "step": said(Catalogue.shipped().step(blocked.step)),
    }
    for blocker in blocked.blockers[:_BLOCKERS]:
        yield f"  - {said(blocker)} [{cite_text(blocker.norm or blocker.cite)}]"
    if len(blocked.blockers) > _BLOCKERS:
        yield "  " + _("und %(count)s weitere") % {"count": len(blocked.blockers) - _BLOCKERS}


def _changes(before: Position, after: Position) -> Iterator[str]:
    law = Catalogue.shipped()
    moved = _moved(before, after)
    yield _("Was sich ändert:") if moved or before.lane != after.lane else _("Keine Antwort ändert sich.")
    if before.lane != after.lane:
        yield f"  {said(law.lane(before.lane))} → {said(law.lane(after.lane))}"
    for name in moved:
        was, now = (label(position.answers[name], language()) for position in (before, after))
        yield f"  {said(law.question(name))} {was} → {now} [{name}]"
