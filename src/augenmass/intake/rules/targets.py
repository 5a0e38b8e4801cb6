"""What a column can be mapped to besides a fact: the link to another case, the unit and the officer."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

# The fact whose value finds the case again in the next export.
KEY = "file_number"


@dataclass(frozen=True, slots=True)
class SpecialColumn:
    """A column that says something about the case as a unit of work, not about the person."""

    name: str
    de: str
    en: str
    headers: tuple[str, ...]


_ALL = (
    SpecialColumn(
        "link:mother",
        "Aktenzeichen der Mutter",
        "File number of the mother",
        ("Aktenzeichen Mutter", "AZ Mutter", "Az. Mutter", "Mutter (AZ)"),
    ),
    SpecialColumn(
        "link:father",
        "Aktenzeichen des Vaters",
        "File number of the father",
        ("Aktenzeichen Vater", "AZ Vater", "Az. Vater", "Vater (AZ)"),
    ),
    SpecialColumn(
        "link:spouse",
        "Aktenzeichen der Ehegattin, des Ehegatten oder der Lebenspartnerschaft",
        "File number of the spouse or registered partner",
        ("Aktenzeichen Ehegatte", "AZ Ehegatte", "Az. Ehegatte/in", "Ehepartner (AZ)", "AZ Partner"),
    ),
    SpecialColumn(
        "link:guardian",
        "Aktenzeichen des Vormunds oder der sorgeberechtigten Person",
        "File number of the guardian or person with custody",
        ("Aktenzeichen Vormund", "AZ Vormund", "AZ Sorgeberechtigte"),
    ),
    SpecialColumn(
        "case:unit",
        "Sachgebiet",
        "Unit",
        ("Sachgebiet", "SG", "Team", "Organisationseinheit", "Dienststelle"),
    ),
)

SPECIAL_COLUMNS: Mapping[str, SpecialColumn] = MappingProxyType({column.name: column for column in _ALL})
