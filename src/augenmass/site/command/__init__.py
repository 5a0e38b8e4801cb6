"""The command ``augenmass``: one sub-command for each thing that is done without a browser."""

import os
import sys
from collections.abc import Sequence

from augenmass.law.altered import CatalogueAltered
from augenmass.site.command.beside import hand_over
from augenmass.site.command.outcome import INTERRUPTED, REFUSED, CommandFailed


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one sub-command; the exit code tells how it went (see ``augenmass --help``)."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "augenmass.site.settings")
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["django"]:
        return _django(given[1:])
    if given[:1] == ["compartment"]:
        hand_over(given[1:])
    if given[:1] == ["serve"] and "--compartment" in given:
        hand_over([argument for argument in given if argument != "--compartment"])
    from augenmass.site.command.arguments import build_parser

    parsed = build_parser().parse_args(given)
    try:
        return int(parsed.run(parsed) or 0)
    except CommandFailed as failed:
        print(f"augenmass: {failed}", file=sys.stderr)
        return failed.code
    except CatalogueAltered as altered:
        print(
            f"augenmass: Der freigegebene Regelkatalog {altered} liest sich anders als bei seiner Freigabe; er antwortet nicht. "
            "Bitte spielen Sie die Datenbank aus einer Sicherung zurück oder geben Sie einen Katalog neu frei.",
            file=sys.stderr,
        )
        return REFUSED
    except KeyboardInterrupt:
        print("augenmass: Abgebrochen.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output (head, less) has enough; Python must not complain again at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _django(arguments: list[str]) -> int:
    """Django's own commands, for development and migrations; only a migration reads every row."""
    if arguments[:1] == ["migrate"]:
        from augenmass.site.command.setting_up import start_django

        start_django(reads_as="migration")
    from django.core.management import execute_from_command_line

    execute_from_command_line(["augenmass django", *arguments])
    return 0
