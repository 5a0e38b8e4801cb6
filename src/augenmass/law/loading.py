"""Loading modules, which stay as long as the process does."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def loading() -> Iterator[None]:
    """While the program is loaded the collector of garbage waits, which saves a fifth of the time.

    Afterwards it need not walk what was loaded: a full collection would take a quarter of a second every few pages.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if collects:
            gc.enable()
