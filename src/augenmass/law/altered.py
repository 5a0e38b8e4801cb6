"""The refusal to answer from a catalogue that was changed where it is kept."""


class CatalogueAltered(Exception):
    """The released catalogue does not read as it did when it was kept: nothing is answered until that is settled."""
