"""Who may propose and confirm: the data protection officer and the head of a body in the invented Land."""

import pytest

from augenmass.access.actor import Actor
from augenmass.conftest import MakeActor
from augenmass.directory.models import Body
from augenmass.retention.tests.aged import in_mittelau


@pytest.fixture
def officer_for_data(make_actor: MakeActor, body: Body) -> Actor:
    """The data protection officer of ``body``, whose Land has a period for files."""
    return make_actor("reimann", in_mittelau(body), "data_protection")
