"""Tables of the intake: runs, their staged rows, and the mapping saved for a source."""

from augenmass.intake.models.run import ImportRun
from augenmass.intake.models.saved_mapping import SavedMapping
from augenmass.intake.models.staged_row import StagedRow

__all__ = ["ImportRun", "SavedMapping", "StagedRow"]
