"""Whether a ministry does alien law as a task of its own (AZRG § 15 (1) no. 6), or supervises only."""

from datetime import date

from augenmass.directory.land import profile
from augenmass.directory.models import Body

POLICY = "alien_law_own_task"
PARAMETER = "ministry_alien_law_own_task"


def has_own_task(body: Body, on: date) -> bool:
    """Whether the people of a body may read files that are opened to it.

    Of a ministry it has to be said, by its own rule or by a confirmed parameter of its Land; unsaid means that it supervises. A rule of
    the body goes before the Land. For all other bodies the matrix of access alone decides.
    """
    if body.kind != Body.Kind.MINISTRY:
        return True
    said = body.policies.get(POLICY)
    if isinstance(said, bool):
        return said
    ruled = profile(body.land).parameter(PARAMETER, on)
    return ruled is not None and ruled.verified and ruled.value is True
