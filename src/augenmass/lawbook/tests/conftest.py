import pytest

from augenmass.lawbook import in_force


@pytest.fixture(autouse=True)
def nothing_remembered():
    """A process remembers what was released; tests roll it back."""
    yield
    in_force.forget()
    in_force._marked.cache_clear()
