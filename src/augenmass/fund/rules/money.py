"""Money is a whole number of cents. Amounts are written as in German: points between thousands, a comma before the cents."""

import re
from enum import StrEnum

LARGEST = 99_999_999_999
"""One cent below a thousand million euros: whoever types more has mistyped."""
_NUMBER = re.compile(r"(?P<euros>[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+)(?:,(?P<cents>[0-9]{1,2}))?")
_CURRENCY = re.compile(r"^(?:€|EUR)\s*|\s*(?:€|EUR)$", re.IGNORECASE)


class Why(StrEnum):
    """Why a text is no amount."""

    EMPTY = "empty"
    NO_NUMBER = "no_number"
    NEGATIVE = "negative"
    ZERO = "zero"
    POINT = "point"
    DECIMALS = "decimals"
    COMMAS = "commas"
    GROUPS = "groups"
    TOO_LARGE = "too_large"


class NotAnAmount(ValueError):
    """A text that is no amount; ``why`` says what is wrong with it."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why


def parse_amount(text: str, *, zero: bool = False) -> int:
    """Cents of a typed amount (``1.200,50``, ``1200,5``, ``1200``, with or without €). Raises ``NotAnAmount``."""
    plain = re.sub(r"\s", "", _CURRENCY.sub("", text.strip()))
    if not plain:
        raise NotAnAmount(Why.EMPTY)
    if plain[0] in "-−–":
        raise NotAnAmount(Why.NEGATIVE)
    found = _NUMBER.fullmatch(plain)
    if found is None:
        raise NotAnAmount(_what_is_wrong(plain))
    euros = found["euros"].replace(".", "").lstrip("0")
    if len(euros) > len(str(LARGEST)):
        raise NotAnAmount(Why.TOO_LARGE)
    cents = int(euros or "0") * 100 + int((found["cents"] or "").ljust(2, "0"))
    if cents > LARGEST:
        raise NotAnAmount(Why.TOO_LARGE)
    if cents == 0 and not zero:
        raise NotAnAmount(Why.ZERO)
    return cents


def _what_is_wrong(plain: str) -> Why:
    if not re.fullmatch(r"[0-9.,]*[0-9][0-9.,]*", plain):
        return Why.NO_NUMBER
    if plain.count(",") > 1:
        return Why.COMMAS
    whole, comma, decimals = plain.partition(",")
    if "." in decimals or (not comma and re.fullmatch(r"[0-9]+\.[0-9]{1,2}", plain)):
        return Why.POINT
    if comma and len(decimals) != 2 and not re.fullmatch(r"[0-9]", decimals):
        return Why.DECIMALS
    return Why.GROUPS if "." in whole else Why.NO_NUMBER


def format_amount(cents: int, currency: str = "€") -> str:
    """An amount as it is typed: ``1.200,50 €``, the last space one that does not break; without currency for files."""
    sign = "−" if cents < 0 else ""
    euros, rest = divmod(abs(cents), 100)
    written = f"{sign}{euros:,}".replace(",", ".") + f",{rest:02d}"
    return f"{written}\N{NO-BREAK SPACE}{currency}" if currency else written
