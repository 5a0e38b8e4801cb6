"""The same form sent twice makes one row; see ``record.once``."""

from augenmass.record.once import AlreadyDone, once

__all__ = ["AlreadyDone", "once"]
