"""One row in the making: German cell texts by name of fact, drawn from a seeded generator."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta


@dataclass(slots=True)
class Draw:
    """The cells of one person's row so far; `as_of` is the day on which the export was made."""

    random: random.Random
    as_of: date
    cells: dict[str, str] = field(default_factory=dict)

    def set(self, **cells: str) -> None:
        """Write cells."""
        self.cells.update(cells)

    def ago(self, name: str, least: int, most: int) -> date:
        """Write a day between `least` and `most` days before the export, and return it."""
        return self.on(name, self.as_of - timedelta(self.random.randint(least, most)))

    def ahead(self, name: str, least: int, most: int) -> date:
        """Write a day between `least` and `most` days after the export, and return it."""
        return self.on(name, self.as_of + timedelta(self.random.randint(least, most)))

    def after(self, name: str, start: date, least: int, most: int) -> date:
        """Write a day between `least` and `most` days after another day, and return it."""
        return self.on(name, start + timedelta(self.random.randint(least, most)))

    def on(self, name: str, day: date) -> date:
        """Write a day as exports do, and return it."""
        self.cells[name] = f"{day:%d.%m.%Y}"
        return day

    def chance(self, share: float) -> bool:
        """True in that share of the draws."""
        return self.random.random() < share
