"""What links without account of this room are for."""

from typing import Final

from augenmass.record.signed_link import SignedLink

PROVIDER: Final = SignedLink("augenmass.agreements.provider")
INTERPRETER: Final = SignedLink("augenmass.agreements.interpreter")
