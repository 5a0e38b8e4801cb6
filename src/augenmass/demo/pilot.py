"""An invented pilot of integration agreements: nineteen places, counts of eighteen months, sheets of the questionnaire."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

NAME = "Integrationsvereinbarungen in Mittelau (erfunden)"
QUESTIONS = """Kommen Vereinbarungen zustande, und verstehen die Menschen, was sie unterschreiben?
Halten Beratungsstellen und andere Stellen, was sie zusagen?
Wo hängt es: an Schritten, an Gesprächen, an Antworten anderer Stellen?
Erreichen Menschen ihre Ziele, wie sie selbst und die Beratung es sehen?"""
SEED = 20250401


@dataclass(frozen=True, slots=True)
class InventedPlace:
    """A place; ``size``: agreements begun in a usual quarter; ``slow``: how much its service lags, 0 to 1."""

    municipality: str
    name: str
    service: str
    size: int
    slow: float


OWN = InventedPlace("99001000", "Auenburg", "", 0, 0)
"""The place whose service works here: its agreements are counted, not delivered."""
OFFERED = (7, 9, 12, 14, 11, 13)
"""To how many people that service offered an agreement, by quarter."""
PLACES = (
    InventedPlace("99002000", "Talstadt", "Migrationsberatung Talstadt", 48, 0.15),
    InventedPlace("99003000", "Seeburg", "Beratung am See", 31, 0.30),
    InventedPlace("99004000", "Mittelau", "Integrationslotsen Mittelau", 55, 0.20),
    InventedPlace("99005000", "Mühlbrück", "Gemeinde Mühlbrück, Sozialdienst", 3, 0.25),
    InventedPlace("99006000", "Nordheim", "Migrationsberatung Nordheim", 26, 0.10),
    InventedPlace("99007000", "Altfelde", "Beratungsstelle Altfelde", 14, 0.35),
    InventedPlace("99008000", "Birkenwerda", "Haus der Begegnung", 19, 0.20),
    InventedPlace("99009000", "Dornau", "Migrationsberatung Dornau", 11, 0.40),
    InventedPlace("99010000", "Eichstedt", "Jugendmigrationsdienst Eichstedt", 23, 0.15),
    InventedPlace("99011000", "Falkenrode", "Beratungsstelle Falkenrode", 8, 0.20),
    InventedPlace("99012000", "Grünthal", "Migrationsberatung Grünthal", 29, 0.25),
    InventedPlace("99013000", "Hasselfurt", "Integrationsbüro Hasselfurt", 17, 0.45),
    InventedPlace("99014000", "Immenrode", "Beratung Immenrode", 2, 0.10),
    InventedPlace("99015000", "Kaltenborn", "Migrationsberatung Kaltenborn", 21, 0.20),
    InventedPlace("99016000", "Lindenau", "Stadtteilbüro Lindenau", 36, 0.30),
    InventedPlace("99017000", "Marienfeld", "Beratungsstelle Marienfeld", 12, 0.15),
    InventedPlace("99018000", "Neuhausen", "Migrationsberatung Neuhausen", 9, 0.35),
    InventedPlace("99019000", "Ostermark", "Kreisdiakonie Ostermark", 25, 0.20),
)


def counts(place: InventedPlace, quarter: int, draw: random.Random) -> dict[str, list[int]]:
    """Invented counts of a place in a quarter (from 0); the first two are slow, for everybody begins."""
    begun = _about(place.size * (0.6 if quarter < 2 else 1.0), draw)
    signed = _about(begun * 0.8, draw)
    running = min(signed * (quarter + 1), place.size * 4)
    slow = place.slow + (0.15 if quarter < 2 else 0)
    own = _about(signed * 0.9, draw)
    return {
        "begun": [begun],
        "signed": [own, max(0, signed - own)],
        "steps_service": _split(_about(running * 0.6, draw), (1 - slow, slow * 0.5, slow * 0.3, slow * 0.2), draw),
        "steps_person": _split(_about(running * 0.6, draw), (0.72, 0.13, 0.08, 0.07), draw),
        "reviews": _split(_about(running * 0.7, draw), (0.9 - slow / 2, 0.06, 0.04 + slow / 2), draw),
        "promises": _split(_about(begun * 0.7, draw), (0.45, 0.2, 0.1, 0.25), draw),
        "amended": [_about(running * 0.15, draw)],
        "ended": _split(_about(running * 0.12, draw), (0.45, 0.15, 0.08, 0.2, 0.12), draw),
        **({} if quarter < 2 else _newer(begun, slow, draw)),
    }


def _newer(begun: int, slow: float, draw: random.Random) -> dict[str, list[int]]:
    """What these places did not count in the first two quarters."""
    shares = (0.72 - slow, 0.1 + slow / 2, slow / 2, 0.18)
    kinds = {"course": 0.5, "recognition": 0.2, "child_care": 0.25, "placement": 0.3, "housing": 0.15, "other": 0.2}
    services = {f"services_{kind}": _split(_about(begun * part, draw), shares, draw) for kind, part in kinds.items()}
    return {"offered": [begun + _about(begun * 0.5, draw)], **services}


def _about(mean: float, draw: random.Random) -> int:
    return max(0, round(draw.gauss(mean, max(0.6, mean**0.5 * 0.6))))


def _split(total: int, shares: Sequence[float], draw: random.Random) -> list[int]:
    found = [0] * len(shares)
    for chosen in draw.choices(range(len(shares)), weights=shares, k=total):
        found[chosen] += 1
    return found


def sheets(number: int, draw: random.Random) -> Iterator[dict[str, str]]:
    """Invented answers."""
    scale = ("fully", "rather", "rather_not", "not", "none")
    for _number in range(number):
        answers = {
            question: draw.choices(scale, weights=weights)[0]
            for question, weights in (
                ("understood", (58, 28, 8, 2, 4)),
                ("had_a_say", (41, 34, 14, 6, 5)),
                ("service_kept_word", (46, 30, 13, 7, 4)),
                ("helps", (39, 33, 15, 8, 5)),
                ("felt_free", (52, 24, 11, 7, 6)),
            )
        }
        choices = ("talks", "written_steps", "other_bodies", "nothing", "none")
        yield answers | {"most_helpful": draw.choices(choices, weights=(44, 26, 14, 9, 7))[0]}
