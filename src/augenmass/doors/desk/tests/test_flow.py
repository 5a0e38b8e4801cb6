"""The picture of flows: what it draws adds up, and nothing of it is laid over something else."""

from itertools import pairwise

import pytest

from augenmass.doors.desk.pages.flow import LINE, NARROW, THINNEST, WIDE, Shape, flow_picture

pytestmark = pytest.mark.unit
NAMES = {"suspended": "Ausgesetzt", "clarify": "Klärung", "closed": "Abgeschlossen"}
FLOWS = {("clarify", "clarify"): 90_000, ("clarify", "suspended"): 1, ("suspended", "closed"): 9_999}


@pytest.mark.parametrize("shape", [WIDE, NARROW])
def test_every_flow_is_drawn_and_sides_add_up(shape: Shape) -> None:
    picture = flow_picture(FLOWS, NAMES, shape)
    assert {(band.before, band.after, band.number) for band in picture.bands} == {
        (NAMES[one], NAMES[other], number) for (one, other), number in FLOWS.items()
    }
    assert sum(bar.number for bar in picture.bars) == 2 * sum(FLOWS.values())
    assert [bar.name for bar in picture.bars] == [
        *("Ausgesetzt", "Klärung"),
        *("Ausgesetzt", "Klärung", "Abgeschlossen"),
    ]
    assert not picture.bands[0].moves, "what moves is drawn over what stays"


@pytest.mark.parametrize("shape", [WIDE, NARROW])
def test_bars_of_a_side_keep_apart_and_inside(shape: Shape) -> None:
    picture = flow_picture(FLOWS, NAMES, shape)
    for side in {bar.x for bar in picture.bars}:
        bars = [bar for bar in picture.bars if bar.x == side]
        for one, other in pairwise(bars):
            assert float(other.text_y) - float(one.text_y) >= LINE
            assert float(one.y) + float(one.height) <= float(other.y)
        assert all(float(bar.y) >= 0 for bar in bars)
        assert all(float(bar.y) + float(bar.height) <= float(picture.height) + 0.1 for bar in bars)
        assert all(float(bar.height) >= THINNEST for bar in bars)


def test_nothing_is_drawn_of_nothing() -> None:
    picture = flow_picture({}, NAMES, WIDE)
    assert (picture.bars, picture.bands, picture.height) == ([], [], f"{LINE:.1f}")
