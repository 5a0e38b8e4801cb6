"""A transmission of a funded return as its page shows it."""

from typing import Any

from augenmass.funded_return.models import LISTED, FundedReturn


def particulars(sent: FundedReturn) -> list[tuple[str, str]]:
    """Label and words of every listed particular."""
    return [(_label(name), _words(sent, name)) for name in LISTED]


def _label(name: str) -> str:
    column: Any = FundedReturn._meta.get_field(name)
    return str(column.verbose_name)


def _words(sent: FundedReturn, name: str) -> str:
    shown = getattr(sent, f"get_{name}_display", None)
    return str(shown() if shown else getattr(sent, name))
