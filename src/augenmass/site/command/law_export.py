"""``augenmass law export``: the whole law as a document for people or as data for programs."""

import json
import os
import sys
import tempfile
from argparse import Namespace
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import override

from augenmass.site.command.outcome import OK, CommandFailed
from augenmass.site.command.setting_up import refuse_missing_migrations, start_django, start_without_database
from augenmass.site.command.told import nearest


def run(arguments: Namespace) -> int:
    """Write the document; a file is there whole or not at all."""
    if arguments.database:
        start_django()
        refuse_missing_migrations()
    else:
        start_without_database()
    with override(arguments.language):
        _refuse(arguments)
        content = _content(arguments)
        if arguments.output is None:
            sys.stdout.buffer.write(content)
        else:
            _write(content, arguments.output)
    return OK


def _refuse(arguments: Namespace) -> None:
    from augenmass.lawbook.book.binding import statutes_written_from

    known = statutes_written_from()
    if arguments.statute and arguments.statute not in known:
        raise CommandFailed(
            _("Aus „%(statute)s“ ist keine Norm geschrieben. Vorhanden: %(known)s.")
            % {"statute": arguments.statute, "known": ", ".join(known)}
            + nearest(arguments.statute, known)
        )
    if arguments.format == "pdf" and arguments.output is None and sys.stdout.isatty():
        raise CommandFailed(
            _("Ein PDF lässt sich nicht auf den Bildschirm schreiben. Bitte nennen Sie mit --output eine Datei.")
        )
    if arguments.output is not None and not arguments.output.absolute().parent.is_dir():
        raise CommandFailed(_("Den Ordner %(folder)s gibt es nicht.") % {"folder": arguments.output.absolute().parent})
    if arguments.output is not None and arguments.output.is_dir():
        raise CommandFailed(_("%(path)s ist ein Ordner, keine Datei.") % {"path": arguments.output})


def _content(arguments: Namespace) -> bytes:
    from augenmass.law.time import today
    from augenmass.lawbook.book.binding import bind
    from augenmass.lawbook.book.data import export_json
    from augenmass.lawbook.book.page import html_page
    from augenmass.lawbook.queries import installation
    from augenmass.letters.render import render

    if arguments.format == "json":
        return (json.dumps(export_json(today(), arguments.statute), ensure_ascii=False, indent=1) + "\n").encode()
    known = installation() if arguments.database else None
    document = bind(today(), arguments.language, arguments.statute, known).to_json()
    if arguments.format == "html":
        return html_page(document).encode()
    return render("catalogue", document, draft=False)


def _write(content: bytes, target: Path) -> None:
    try:
        with tempfile.NamedTemporaryFile(dir=target.absolute().parent, prefix=f".{target.name}.", delete=False) as file:
            file.write(content)
        mask = os.umask(0)
        os.umask(mask)
        Path(file.name).chmod(0o666 & ~mask)
        Path(file.name).replace(target)
    except OSError as error:
        raise CommandFailed(
            _("%(path)s konnte nicht geschrieben werden: %(reason)s.") % {"path": target, "reason": error.strerror}
        ) from error
    print(_("%(path)s geschrieben (%(size)s KB).") % {"path": target, "size": len(content) // 1024}, file=sys.stderr)
