"""``augenmass law compare``: the answers for the cases of a file on two days. Needs no database."""

import json
import sys
from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import override

from augenmass.intake.rules.problem import FileRefused
from augenmass.law.calendar import UNKNOWN_DAY
from augenmass.law.catalogue import Catalogue
from augenmass.law.columns import Columns
from augenmass.law.comparison import ANSWERS, Comparison, NotComparable, check_days, compare
from augenmass.law.facts import Held
from augenmass.law.values import from_word, label, word
from augenmass.lawbook.book.norms import day_words
from augenmass.site.command.case_files import CaseFileError, CaseInFile, Refused, is_json_lines, read_cases
from augenmass.site.command.evaluate import children_in, contradicting, land_of_file, with_derived
from augenmass.site.command.law import print_table
from augenmass.site.command.outcome import OK, RETURNED, CommandFailed
from augenmass.site.command.parquet import is_parquet, read_parquet
from augenmass.site.command.setting_up import start_without_database
from augenmass.site.command.told import language, said


def run(arguments: Namespace) -> int:
    """Read the cases as they stand on each day, assess them and print what changes."""
    start_without_database()
    with override(arguments.language):
        return _run(arguments)


def _run(arguments: Namespace) -> int:
    path: Path = arguments.file
    earlier, later = arguments.earlier, arguments.later
    if not path.is_file():
        raise CommandFailed(_("Die Datei %(path)s gibt es nicht.") % {"path": path})
    try:
        check_days(earlier, later)
    except NotComparable as error:
        raise CommandFailed(said(error)) from error
    catalogue = Catalogue.shipped()
    if arguments.cases and arguments.cases not in catalogue.program.questions:
        raise CommandFailed(
            _("Eine Frage „%(name)s“ gibt es nicht. Alle Fragen zeigt: augenmass law questions")
            % {"name": arguments.cases}
        )
    try:
        keys, before, refused = _columns(path, earlier, arguments.land)
        keys_later, after, _refused = _columns(path, later, arguments.land)
    except FileRefused as error:
        raise CommandFailed(said(error)) from error
    except CaseFileError as error:
        raise CommandFailed(str(error)) from error
    if keys != keys_later:
        raise CommandFailed(
            _("An den beiden Tagen lassen sich nicht dieselben Zeilen lesen. Bitte berichtigen Sie sie zuerst.")
        )
    found = compare(catalogue, before, earlier, later, later_columns=after)
    if arguments.format == "json":
        print(json.dumps(_as_json(found, keys, arguments.cases), ensure_ascii=False, indent=2))
    else:
        _print(found, catalogue, keys, arguments.cases)
    _say(found, refused)
    return RETURNED if refused and arguments.strict else OK


def _columns(path: Path, on: date, code: str) -> tuple[list[str], Columns, int]:
    """The cases as they stand on a day, with what the program derives; and how many rows could not be read."""
    land = land_of_file(code, on)
    if is_parquet(path):
        keys, columns = read_parquet(path)
        _derive(columns, land, on)
        return keys, columns, 0
    children = {} if is_json_lines(path) else children_in(path, on)
    keys, facts, refused = [], [], 0
    doubtful = 0
    for found in read_cases(path, on, None):
        if isinstance(found, Refused):
            refused += 1
            continue
        keys.append(found.case)
        doubtful += any(contradicting(found.facts, on))
        facts.append(with_derived(found, children, land, on))
    if not keys:
        raise CaseFileError(_("Die Datei enthält keinen lesbaren Fall."))
    if doubtful:
        print(
            _("%(count)s Fälle enthalten zum %(day)s Angaben, die sich widersprechen; augenmass evaluate nennt sie.")
            % {"count": doubtful, "day": day_words(on)},
            file=sys.stderr,
        )
    return keys, Columns.of(Catalogue.shipped().vocabulary, facts), refused


def _derive(columns: Columns, land: dict[str, Held], on: date) -> None:
    """Add to columns what ``with_derived`` adds to a case; what the file itself says goes first. Families it does not name."""
    vocabulary = Catalogue.shipped().vocabulary
    derived = Columns.of(vocabulary, [land])
    everywhere = np.zeros(columns.size, dtype=np.int64)
    if "date_of_birth" in columns.days:
        born, place = np.unique(np.stack(columns.days["date_of_birth"].ends()), axis=1, return_inverse=True)
        by_birth = [
            with_derived(CaseInFile("", {} if days == UNKNOWN_DAY else {"date_of_birth": Held(days)}), {}, land, on)
            for days in ((int(first), int(last)) for first, last in born.T)
        ]
        derived, everywhere = Columns.of(vocabulary, by_birth), place.reshape(-1)
    columns.add_missing(derived, everywhere)


def _as_json(found: Comparison, keys: list[str], asked: str) -> dict[str, Any]:
    rows = found.to_json()
    if asked:
        for flow in rows["questions"][asked]["answers"]:
            if flow["from"] != flow["to"]:
                flow["ids"] = [keys[number] for number in found.cases(asked, flow["from"], flow["to"])]
    return rows


def _print(found: Comparison, catalogue: Catalogue, keys: list[str], asked: str) -> None:
    """The tables of questions whose answers change, most first, then the lanes."""
    earlier, later = day_words(found.earlier.on), day_words(found.later.on)
    answers = [word(answer) for answer in ANSWERS]
    labels: dict[str, str] = {answer: label(from_word(answer), language()) for answer in answers}
    shown = found.moved()
    for name in shown:
        flows = found.answers(name)
        changed = _("%(count)s Fälle anders") % {"count": found.changed(name)}
        print(f"\n{said(catalogue.question(name))} [{name}], {changed}")
        rows = [[labels[one], *(str(flows.get((one, other), 0)) for other in answers)] for one in answers]
        print_table(rows, (f"{earlier} → {later}", *labels.values()))
        if name == asked:
            for one, other in flows:
                if one != other:
                    ids = ", ".join(keys[number] for number in found.cases(name, one, other))
                    print(f"{labels[one]} → {labels[other]}: {ids}")
    alike = len(found.questions) - len(shown)
    print("\n" + _("%(count)s Fragen werden in allen Fällen gleich beantwortet.") % {"count": alike} + "\n")
    lanes = {lane.id: said(lane) for lane in catalogue.lanes}
    print_table(
        [
            [lanes.get(one, one), lanes.get(other, other), str(number)]
            for (one, other), number in sorted(found.lanes().items(), key=lambda flow: -flow[1])
        ],
        (*(_("Spur am %(day)s") % {"day": day} for day in (earlier, later)), _("Fälle")),
    )


def _say(found: Comparison, refused: int) -> None:
    done = _("%(count)s Fälle zum %(earlier)s und zum %(later)s verglichen; Katalog %(catalogue)s.") % {
        "count": found.earlier.size,
        "earlier": day_words(found.earlier.on),
        "later": day_words(found.later.on),
        "catalogue": found.later.catalogue[:12],
    }
    print(done, file=sys.stderr)
    if refused:
        print(_("%(count)s Zeilen waren nicht lesbar.") % {"count": refused}, file=sys.stderr)
