"""Starting the counsellors' compartment: this process becomes it and keeps nothing of the main program, least of all its credentials."""

import os
import sys
from collections.abc import Mapping, Sequence
from typing import NoReturn

PREFIX = "AUGENMASS_"
OWN = "AUGENMASS_COMPARTMENT_"
CLOCK = "AUGENMASS_FIXED_NOW"
PROGRAM = "augenmass.compartment"


def environment_for_compartment(held: Mapping[str, str]) -> dict[str, str]:
    """The environment without a setting of the main program."""
    dropped = {name for name in held if name.startswith(PREFIX) and not name.startswith(OWN) and name != CLOCK}
    return {name: value for name, value in held.items() if name not in dropped | {"DJANGO_SETTINGS_MODULE"}}


def hand_over(arguments: Sequence[str]) -> NoReturn:
    """Become the compartment; nothing of it is imported here."""
    environment = environment_for_compartment(os.environ)
    os.execve(sys.executable, [sys.executable, "-m", PROGRAM, *arguments], environment)  # noqa: S606  no shell
