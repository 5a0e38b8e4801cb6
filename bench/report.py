"""Rows of a measurement, as a table for people and JSON for machines."""

import json
import os
import platform
import sqlite3
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """One measured value; ``target`` is None where nothing is asked for. ``at_least``: the value is to reach it, not to stay below."""

    name: str
    value: float
    unit: str
    target: float | None = None
    at_least: bool = False

    @property
    def held(self) -> bool | None:
        """Whether the value is at most the target, or at least."""
        if self.target is None:
            return None
        return self.value >= self.target if self.at_least else self.value <= self.target


@dataclass(slots=True)
class Report:
    """All rows of one run, with the machine and the sizes."""

    sizes: dict[str, int]
    rows: list[Row] = field(default_factory=list)

    def add(self, name: str, value: float, unit: str, target: float | None = None) -> None:
        """Add a row and print it at once: a long run shows progress."""
        self._add(Row(name, round(value, 3), unit, target))

    def add_least(self, name: str, value: float, unit: str, target: float | None = None) -> None:
        """Add a row whose value is to reach the target."""
        self._add(Row(name, round(value, 3), unit, target, at_least=True))

    def _add(self, row: Row) -> None:
        self.rows.append(row)
        least = "mindestens " if row.at_least else ""
        aim = (
            ""
            if row.target is None
            else f"  Ziel {least}{row.target:g} {row.unit}: {'gehalten' if row.held else 'VERFEHLT'}"
        )
        print(f"{row.name:<62} {row.value:>10g} {row.unit:<8}{aim}", flush=True)

    def add_times(self, name: str, milliseconds: Sequence[float], median: float, p95: float) -> None:
        """Median and 95th percentile of page times."""
        self.add(f"{name}, Median", statistics.median(milliseconds), "ms", median)
        self.add(f"{name}, 95 %", statistics.quantiles(milliseconds, n=20)[-1], "ms", p95)

    def write(self, path: Path) -> None:
        """Write everything as JSON."""
        rows = [{**asdict(row), "held": row.held} for row in self.rows]
        content = {"machine": machine(), "sizes": self.sizes, "rows": rows}
        path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")

    @property
    def all_held(self) -> bool:
        """Whether no target was missed."""
        return all(row.held is not False for row in self.rows)


def machine() -> dict[str, str]:
    """What the numbers were measured on."""
    model = next(
        (
            line.split(":", 1)[1].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if "model name" in line
        ),
        platform.processor(),
    )
    return {
        "cpu": model,
        "cores": str(os.cpu_count()),
        "load": f"{os.getloadavg()[0]:.2f}",
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
    }
