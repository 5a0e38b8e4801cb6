"""After a backup was brought back: erase again what the list says was erased since it was made."""

from collections import Counter
from collections.abc import Callable, Iterable

from django.core.exceptions import ValidationError

from augenmass.directory.models import Body
from augenmass.record.ledger import System, book
from augenmass.record.models import Case, Fact
from augenmass.retention.actions.deleting import erase_files, forget_pages, sweep_sources
from augenmass.retention.actions.erasing import REAPPLIED, erase_file, erase_removal_data, sweep_some
from augenmass.retention.erased_list import Erased, NotReadable
from augenmass.retention.rules import CASE_FILE, REMOVAL, REMOVAL_NAMES


def came_back(lines: Iterable[Erased]) -> list[Erased]:
    """The files and the data of files on the list that are there all the same. Raises ``NotReadable``."""
    return [line for line in lines if line.case and _is_there(line)]


def reapply(lines: Iterable[Erased], progress: Callable[[int], None] = lambda _done: None) -> Counter[str]:
    """Erase what is on the list, each in a transaction of its own; returns how many files, or rows, by rule. Raises ``NotReadable``.

    The decision was taken and recorded before: neither the law nor a hold of the older state is asked again.
    """
    done: Counter[str] = Counter()
    for number, line in enumerate(lines, start=1):
        done[line.rule] += _again(line) if line.case else _sweep_again(line)
        progress(number)
    for body in Body.objects.order_by("pk"):
        sweep_sources(body.pk)
    erase_files()
    forget_pages()
    return +done


def _is_there(line: Erased) -> bool:
    case = _case(line)
    if case is None:
        return False
    return line.rule == CASE_FILE or _data_of(line, case)


def _data_of(line: Erased, case: Case) -> bool:
    return Fact.objects.filter(case=case.pk, name__in=REMOVAL_NAMES, known_at__lte=line.at).exists()


def _case(line: Erased) -> Case | None:
    if line.rule not in (CASE_FILE, REMOVAL):
        raise NotReadable(f"Die Liste nennt die Löschung „{line.rule}“, die es nicht gibt.")
    try:
        return Case.objects.filter(key=line.case).first()
    except ValidationError as error:
        raise NotReadable("Die Liste nennt einen Fall mit einem Schlüssel, der keiner ist.") from error


def _again(line: Erased) -> int:
    case = _case(line)
    if case is None:
        return 0
    with book(System(), [case.pk], of_any_body=True) as opened:
        locked = opened.cases.get(case.pk)
        if locked is None:
            return 0
        if line.rule == CASE_FILE:
            erase_file(opened, locked, REAPPLIED)
            return 1
        if not _data_of(line, locked):
            return 0
        erase_removal_data(opened, locked, REAPPLIED, line.at)
    return 1


def _sweep_again(line: Erased) -> int:
    body = Body.objects.filter(key=line.body).first()
    if body is None or line.before is None:
        return 0
    swept = 0
    while True:
        with book(System()) as opened:
            gone = sweep_some(opened, line.rule, body.pk, line.before, REAPPLIED)
        if not gone:
            return swept
        swept += gone
