"""The command ``augenmass``."""

import os
import sys


def main() -> int:
    """Run one sub-command; the exit code tells how it went."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "augenmass.site.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(
        ["augenmass", *sys.argv[2:]] if sys.argv[1:2] == ["django"] else ["augenmass", *sys.argv[1:]]
    )
    return 0
