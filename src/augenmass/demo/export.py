"""An invented export of a specialist system: the same seed gives the same file."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from augenmass.demo.caseload import allot
from augenmass.demo.columns import HEADS
from augenmass.demo.draw import Draw
from augenmass.demo.names import LAWYERS, REGIONS, STREETS, TOWNS, UNION, Region
from augenmass.demo.situations import Situation
from augenmass.intake.rules.writing import write_table

STANDARD_DAY = date(2026, 8, 1)
UNITS = ("Sachgebiet A bis K", "Sachgebiet L bis Z", "Sachgebiet Rückkehr")
OFFICERS = ("Brandt", "Kessler", "Yilmaz", "Lindner", "Okonkwo", "Petersen")
AUTHORITY = "Ausländerbehörde Auenkreis"
_FAMILY_SHARE = 0.22


@dataclass(slots=True)
class _Household:
    """What the members of a family share."""

    region: Region
    nationality: str
    family_name: str
    street: str
    town: tuple[str, str]
    key: str = ""


def generate(cases: int, seed: int, as_of: date = STANDARD_DAY) -> Iterator[list[str]]:
    """The rows of the export without the head, as texts in the order of `HEADS`.

    Nationality, sex and situation are drawn independently of each other, save where the law binds a situation to a
    nationality (freedom of movement, association right, temporary protection). Raises `ValueError` for no cases.
    """
    if cases < 1:
        raise ValueError("at least one case is needed")
    chance = random.Random(seed)
    situations = allot(cases)
    chance.shuffle(situations)
    number = 0
    while number < cases:
        for cells in _household_rows(chance, situations, number, as_of):
            number += 1
            yield [cells.get(name, "") for _, name in HEADS]


def write_export(path: Path, cases: int, seed: int, as_of: date = STANDARD_DAY, encoding: str = "cp1252") -> int:
    """Write the export as CSV (`;`) or XLSX by the ending of `path`; returns the number of rows.

    Names that Windows-1252 cannot write are then written without the mark that it lacks, as such systems do.
    """
    return write_table(path, [head for head, _ in HEADS], generate(cases, seed, as_of), encoding)


def _household_rows(
    chance: random.Random, situations: list[Situation], first: int, as_of: date
) -> Iterator[dict[str, str]]:
    left = len(situations) - first
    situation = situations[first]
    household = _settle(chance, situation)
    members = ["single"]
    if left >= 3 and chance.random() < _FAMILY_SHARE and situation.key != "minor_alone":
        children = chance.randint(1, min(3, left - 2))
        members = (
            ["mother", "father", *["child"] * children] if chance.random() < 0.7 else ["mother", *["child"] * children]
        )
        household.key = f"F-{20000 + first}"
    numbers = [_file_number(first + offset) for offset in range(len(members))]
    for offset, member in enumerate(members):
        own = situations[first + offset]
        draw = Draw(chance, as_of)
        _person(
            draw,
            household if (not own.union and not own.nationalities) or offset == 0 else _settle(chance, own),
            member,
        )
        draw.set(file_number=numbers[offset])
        _family(draw, household, members, numbers, offset)
        _office(draw, first + offset)
        own.fill(draw)
        _everyday(draw)
        _flaws(draw)
        yield draw.cells


def _settle(chance: random.Random, situation: Situation) -> _Household:
    if situation.union:
        region = UNION
    elif situation.nationalities:
        region = next(region for region in REGIONS if situation.nationalities[0] in region.nationalities)
    else:
        region = chance.choice(REGIONS)
    nationality = chance.choice(situation.nationalities or region.nationalities)
    street = f"{chance.choice(STREETS).replace('-', ' ')} {chance.randint(1, 120)}"
    return _Household(region, nationality, chance.choice(region.families), street, chance.choice(TOWNS))


def _file_number(index: int) -> str:
    return f"33.21-{10001 + index}"


def _person(draw: Draw, household: _Household, member: str) -> None:
    chance = draw.random
    woman = member == "mother" or (member != "father" and chance.random() < 0.5)
    region = household.region
    youngest, oldest = (1, 16) if member == "child" else (19, 67)
    born = draw.as_of - timedelta(days=int(chance.uniform(youngest, oldest) * 365.25))
    draw.set(
        family_name=household.family_name.replace("-", " ")
        if household.family_name.count("-") > 1
        else household.family_name,
        first_names=chance.choice(region.women if woman else region.men),
        sex="w" if woman else "m",
        nationality=household.nationality,
        date_of_birth=_birth_date(chance, born, draw.as_of),
        place_of_birth=chance.choice(region.towns).replace("-", " "),
        language=region.languages[0] if chance.random() < 0.7 else chance.choice(region.languages),
        interpreter_needed=chance.choice(("ja", "ja", "nein", "")),
        marital_status="ledig" if member in ("child", "single") and chance.random() < 0.8 else "verh.",
        address_street=household.street,
        address_postal_code=household.town[0],
        address_town=household.town[1],
        accommodation=chance.choice(("Wohnung", "Wohnung", "GU", "GU", "")),
        central_register_number=str(chance.randint(100_000_000_000, 999_999_999_999)),
        identity_established=chance.choice(("ja", "ja", "ja", "nein", "")),
        passport_kind=chance.choice(("Pass", "keines", "")),
    )
    if member == "child":
        draw.set(marital_status="ledig", interpreter_needed="")
    draw.ago("address_confirmed_on", 5, 400)
    if chance.random() < 0.04:
        draw.set(aliases=f"{chance.choice(region.families)}, {chance.choice(region.women if woman else region.men)}")
    if woman and member == "mother" and chance.random() < 0.5:
        draw.set(birth_name=chance.choice(region.families))
    newborn = max(born, draw.as_of - timedelta(9 * 365)) + timedelta(1)
    entered = newborn + timedelta(int(chance.random() * max((draw.as_of - newborn).days - 20, 1)))
    draw.on("entered_on", entered)
    draw.set(entry_kind=chance.choice(("unerlaubt", "Asyl", "mit Visum", "")))


def _birth_date(chance: random.Random, born: date, as_of: date) -> str:
    """Known to the day, to the month or only to the year, as registers have it."""
    drawn = chance.random()
    if (as_of - born).days < 6 * 366 or drawn >= 0.06:
        return f"{born:%d.%m.%Y}"
    return f"00.00.{born.year}" if drawn < 0.045 else f"00.{born:%m.%Y}"


def _family(draw: Draw, household: _Household, members: list[str], numbers: list[str], offset: int) -> None:
    if len(members) == 1:
        return
    draw.set(family_key=household.key)
    both = members[1] == "father"
    if members[offset] == "child":
        draw.cells["link:mother"] = numbers[0]
        if both:
            draw.cells["link:father"] = numbers[1]
    elif both:
        draw.cells["link:spouse"] = numbers[1 - offset]
        draw.set(marital_status="verh.")


def _office(draw: Draw, index: int) -> None:
    unit = 0 if draw.cells["family_name"][0].upper() <= "K" else 1
    draw.cells["case:unit"] = UNITS[unit]
    draw.set(
        responsible_authority=AUTHORITY,
        officer_in_file=OFFICERS[(index * 7 + unit) % len(OFFICERS)],
        leading_file_place=f"Registratur, Raum {1 + index % 9}",
        leading_file_reference=f"ABH-{100000 + index * 3}",
    )


def _everyday(draw: Draw) -> None:
    """What occurs in every situation: information given, a representative, a passport that is not there."""
    if "rights_informed_on" not in draw.cells and draw.chance(0.6):
        draw.ago("rights_informed_on", 20, 900)
    if "prospects_checked_on" not in draw.cells and draw.chance(0.4):
        draw.ago("prospects_checked_on", 5, 160)
    if draw.chance(0.18):
        name, address = draw.random.choice(LAWYERS)
        draw.set(representative_appointed="ja", representative_name=name, representative_address=address)
        draw.set(written_authority_shown=draw.random.choice(("ja", "ja", "nein", "")))
    elif draw.chance(0.5):
        draw.set(representative_appointed="nein")
    if draw.cells.get("passport_kind") == "keines":
        draw.cells.pop("passport_valid_until", None)
    if draw.cells.get("registered_status") == "vollz. ausreisepflichtig":
        draw.cells["case:unit"] = UNITS[2]


def _flaws(draw: Draw) -> None:
    """Few cells that cannot be taken, so that the intake has something to give back."""
    drawn = draw.random.random()
    if drawn < 0.002:
        draw.set(title_kind="ohne Titel")
        draw.ahead("title_valid_until", 100, 300)
    elif drawn < 0.004:
        draw.set(date_of_birth="31.02.1991")
    elif drawn < 0.006:
        draw.set(entered_on=f"{draw.as_of + timedelta(370):%d.%m.%Y}")
    elif drawn < 0.007:
        draw.set(sex="unbek.")
