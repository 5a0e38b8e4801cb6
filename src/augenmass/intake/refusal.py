"""Why an import did not go on."""

from augenmass.work.refusal import NotDone


class RunOvertaken(NotDone):
    """The run is in another state than the page showed: somebody else went on, or the worker did."""
