"""``augenmass law explain``: what the document of the law says of one norm, question, step, deadline, definition or fact."""

from argparse import Namespace
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import override

from augenmass.lawbook.book.document import Branch, Runs, Said, Section
from augenmass.site.command.outcome import OK, CommandFailed
from augenmass.site.command.setting_up import start_without_database
from augenmass.site.command.told import nearest


def run(arguments: Namespace) -> int:
    """Print everything that is called so, in any of the three catalogues."""
    start_without_database()
    from augenmass.lawbook.book.binding import names, sections_named

    with override(arguments.language):
        found = sections_named(arguments.name, arguments.language)
        if not found:
            raise CommandFailed(
                _("Im Rechtskatalog heißt nichts „%(name)s“.") % {"name": arguments.name}
                + nearest(arguments.name, names())
            )
        print("\n\n".join("\n".join(_lines(section)) for section in found))
    return OK


def _lines(section: Section) -> Iterator[str]:
    yield section.heading
    for row in section.rows:
        if isinstance(row, Said):
            yield f"{row.label}: {_text(row.runs)}"
        else:
            yield f"{row.label}:"
            yield from _tree(row.branches, 1)


def _tree(branches: Iterable[Branch], depth: int) -> Iterator[str]:
    for branch in branches:
        yield f"{'  ' * depth}- {_text(branch.runs)}"
        yield from _tree(branch.below, depth + 1)


def _text(runs: Runs) -> str:
    return "".join(run.text for run in runs)
