"""Cells as towns write them, opening hours, distances, the map, outlines."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augenmass.offers.rules.drawing import HEIGHT, WIDTH, Marker, draw
from augenmass.offers.rules.entry import Entry, cells_of
from augenmass.offers.rules.geography import Place, box_around, distance
from augenmass.offers.rules.hours import HoursUnreadable, read_hours, write_hours
from augenmass.offers.rules.outline import NoOutlines, read_outlines
from augenmass.offers.rules.reading import NotAnEntry, read_entry
from augenmass.offers.rules.vocabulary import FEATURES, KINDS, LANGUAGES, NEEDS, Kind
from augenmass.offers.tests.conftest import ROW

pytestmark = pytest.mark.unit
TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("9-12", ((540, 720),)),
        ("9:00-12:00, 14:00-18:00", ((540, 720), (840, 1080))),
        ("14.30 bis 18 Uhr und 9–12 Uhr", ((540, 720), (870, 1080))),
        ("von 8 bis 24", ((480, 1440),)),
        ("geschlossen", ()),
        ("–", ()),
        ("", ()),
    ],
)
def test_opening_hours_are_read_as_people_write_them(text: str, spans: tuple[tuple[int, int], ...]) -> None:
    assert read_hours(text) == spans


@pytest.mark.parametrize("text", ["12-9", "9-25", "9:70-12", "vormittags", "9-12, 11-14", "9", "1-2,3-4,5-6,7-8,9-10"])
def test_what_says_no_opening_hours_is_refused(text: str) -> None:
    with pytest.raises(HoursUnreadable):
        read_hours(text)


@given(st.lists(st.integers(0, 1440), min_size=0, max_size=8, unique=True).filter(lambda cuts: len(cuts) % 2 == 0))
def test_written_hours_are_read_back(cuts: list[int]) -> None:
    ordered = sorted(cuts)
    spans = tuple(zip(ordered[::2], ordered[1::2], strict=True))
    assert read_hours(write_hours(spans)) == spans


def test_a_row_is_read_with_the_habits_of_spreadsheets() -> None:
    cells = ROW | {
        "kind": "integrations-kurs",
        "ags": "1500100",
        "postcode": "6999",
        "latitude": "51,8301",
        "longitude": "12,2464",
        "languages": "Deutsch; Dari und tr",
        "step_free": "x",
        "lift": "nein",
        "toilet": "?",
        "free_places": "12,0",
        "free_places_on": "2026-11-20 00:00:00",
        "web": "www.kurs.example",
        "phone": "+49 340 1234-0",
    }
    entry = read_entry(cells, TODAY)
    assert (entry.kind, entry.ags, entry.postcode) == (Kind.INTEGRATION_COURSE, "01500100", "06999")
    assert entry.place == Place(51.8301, 12.2464)
    assert entry.languages == ("de", "fa", "tr")
    assert entry.features == {"step_free": True, "lift": False}
    assert (entry.free_places, entry.free_places_on) == (12, date(2026, 11, 20))
    assert entry.web == "https://www.kurs.example"


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"name": ""}, "empty"),
        ({"kind": "Zaubern"}, "no_kind"),
        ({"ags": "15"}, "no_ags"),
        ({"postcode": "ABC"}, "no_postcode"),
        ({"latitude": "51,8"}, "half_place"),
        ({"latitude": "12,2", "longitude": "51,8"}, "swapped"),
        ({"latitude": "0,0", "longitude": "0"}, "not_in_germany"),
        ({"latitude": "Nord", "longitude": "12"}, "no_number"),
        ({"languages": "Deutsch, Klingonisch"}, "no_language"),
        ({"step_free": "vielleicht"}, "no_yes"),
        ({"day_0": "vormittags"}, "no_hours"),
        ({"free_places": "viele"}, "no_count"),
        ({"free_places": "4"}, "places_without_day"),
        ({"free_places_on": "20.11.2026"}, "day_without_places"),
        ({"free_places": "4", "free_places_on": "31.02.2026"}, "no_day"),
        ({"free_places": "4", "free_places_on": "27.11.2026"}, "future"),
        ({"confirmed_on": "2027-01-01"}, "future"),
        ({"email": "keine Adresse"}, "no_mail"),
        ({"web": "javascript:alert(1)"}, "no_web"),
        ({"phone": "Frau Müller"}, "no_phone"),
        ({"name": "=HYPERLINK(1)"}, "formula"),
        ({"name": "x" * 201}, "too_long"),
        ({"name": "Stra\ufffde"}, "unreadable"),
        ({"code": "zwei Worte"}, "no_code"),
        ({"kind": "Rückkehrberatung"}, "not_asked_for"),
    ],
)
def test_each_wrong_cell_has_its_own_sentence(cells: dict[str, str], code: str) -> None:
    with pytest.raises(NotAnEntry) as caught:
        read_entry(ROW | cells, TODAY)
    assert [found.code for found in caught.value.problems] == [code]
    assert all("{" not in sentence for found in caught.value.problems for sentence in (found.de, found.en))


def test_every_problem_of_a_row_is_named_at_once() -> None:
    with pytest.raises(NotAnEntry) as caught:
        read_entry({"kind": "x", "ags": "y", "day_2": "z"}, TODAY)
    assert {found.code for found in caught.value.problems} == {"empty", "no_kind", "no_ags", "no_hours"}


def test_return_counselling_is_listed_where_the_office_asks_for_it() -> None:
    assert read_entry(ROW | {"kind": "Rückkehrberatung", "own_wish": "ja"}, TODAY).own_wish


_DAYS = st.dates(date(2020, 1, 1), TODAY)
_TEXT = st.text("abcÄöß -.()", max_size=20).map(str.strip)


@given(
    kind=st.sampled_from([kind for kind in Kind if kind is not Kind.RETURN_COUNSELLING]),
    languages=st.sets(st.sampled_from(list(LANGUAGES))),
    features=st.dictionaries(st.sampled_from(list(FEATURES)), st.booleans()),
    place=st.none() | st.builds(Place, st.floats(47.3, 55), st.floats(5.9, 15)),
    places=st.none() | st.tuples(st.integers(0, 9999), _DAYS),
    texts=st.tuples(_TEXT, _TEXT, _TEXT),
    until=st.none() | st.dates(date(2020, 1, 1), date(2099, 1, 1)),
)
def test_cells_of_an_entry_are_read_back_to_the_same_entry(
    kind: Kind,
    languages: set[str],
    features: dict[str, bool],
    place: Place | None,
    places: tuple[int, date] | None,
    texts: tuple[str, str, str],
    until: date | None,
) -> None:
    carrier, costs, source = (" ".join(text.split()) for text in texts)
    entry = Entry(
        "A-1",
        kind,
        "Kurs",
        "Nordheim",
        "15001000",
        carrier=carrier,
        costs=costs,
        source=source,
        languages=tuple(code for code in LANGUAGES if code in languages),
        features=features,
        place=Place(round(place.latitude, 6), round(place.longitude, 6)) if place else None,
        free_places=places[0] if places else None,
        free_places_on=places[1] if places else None,
        valid_until=until,
        hours=((), ((540, 720), (840, 1080)), (), (), (), (), ()),
    )
    assert read_entry(cells_of(entry), TODAY) == entry


def test_every_kind_belongs_to_a_need_and_every_need_has_a_kind() -> None:
    assert set(KINDS) == set(Kind)
    assert {need for need, _de, _en in KINDS.values()} == set(NEEDS)


def test_distance_and_box_agree() -> None:
    magdeburg, berlin = Place(52.1205, 11.6276), Place(52.52, 13.405)
    assert distance(magdeburg, berlin) == pytest.approx(128.6, abs=1.5)
    assert distance(berlin, berlin) == 0
    box = box_around(magdeburg, 25)
    assert distance(magdeburg, Place(box.north, 11.6276)) == pytest.approx(25, abs=0.01)
    assert distance(magdeburg, Place(52.1205, box.east)) >= 24.99


def test_markers_lie_on_the_sheet_and_do_not_cover_each_other() -> None:
    places = [(1, Place(52.0, 11.0)), (2, Place(52.1, 11.3)), (3, Place(52.0, 11.0001)), (4, Place(51.9, 11.1))]
    found = draw(places, dots=[Place(52.05, 11.1), Place(48, 8)])
    assert found is not None
    assert [one.numbers for one in found.markers] == [(1, 3), (2,), (4,)]
    assert all(0 <= one.x <= WIDTH and 0 <= one.y <= HEIGHT for one in found.markers)
    assert len(found.dots) == 1
    west, east = found.markers[0], found.markers[1]
    assert west.x < east.x
    assert west.y > east.y
    assert 0 < found.bar <= WIDTH / 3


def test_a_marker_says_which_numbers_lie_there() -> None:
    labels = {(7,): "7", (7, 8): "7, 8", (3, 4, 5, 6): "3–6", (3, 5, 9): "3 +2", (0,): ""}
    assert {numbers: Marker(10, 10, numbers).label for numbers in labels} == labels


def test_names_of_towns_stay_on_the_sheet_and_apart() -> None:
    places = [(1, Place(52.0, 11.0)), (2, Place(52.3, 11.6))]
    towns = [("Auenstadt", Place(52.15, 11.3)), ("Daneben", Place(52.151, 11.301)), ("Draußen", Place(52.15, 10.97))]
    found = draw(places, towns=towns)
    assert found is not None
    assert [name for _x, _y, name in found.names] == ["Auenstadt"]


def test_one_place_alone_has_surroundings_and_no_place_has_no_map() -> None:
    found = draw([(1, Place(52.0, 11.0))])
    assert found is not None
    assert (found.markers[0].x, found.markers[0].y) == (WIDTH / 2, HEIGHT / 2)
    assert draw([]) is None


SQUARE = [[11.0, 52.0], [11.2, 52.0], [11.2, 52.2], [11.0, 52.2], [11.0, 52.0]]


def geo(kind: str = "Polygon", coordinates: object = None, **properties: str) -> dict[str, object]:
    shape = {"type": kind, "coordinates": [SQUARE] if coordinates is None else coordinates}
    return {
        "type": "FeatureCollection",
        "features": [{"type": "Feature", "geometry": shape, "properties": properties}],
    }


def test_outlines_are_read_with_their_name_and_made_small() -> None:
    many = [[11.0 + step / 100_000, 52.0] for step in range(10_000)] + SQUARE[2:]
    [district] = read_outlines(geo(coordinates=[many], GEN="Auenkreis"))
    assert district.name == "Auenkreis"
    assert len(district.rings[0]) < 60
    assert (district.box.south, district.box.north) == (52.0, 52.2)
    assert len(read_outlines(geo("MultiPolygon", [[SQUARE], [SQUARE]]))[0].rings) == 2


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ([], "keine Sammlung"),
        ({"type": "FeatureCollection", "features": []}, "keinen Umriss"),
        (geo("Point", [11, 52]), "keine Fläche"),
        (geo(coordinates=[[["a", "b"]]]), "keine Fläche"),
        (geo(coordinates=[[[650000, 5760000], [660000, 5760000], [660000, 5770000], [650000, 5770000]]]), "WGS 84"),
        (geo(coordinates=[[[11, 52], [11, 52]]]), "leer"),
        ({"type": "FeatureCollection", "features": ["x"]}, "keine Fläche"),
    ],
)
def test_what_is_no_outline_is_refused_with_a_sentence(content: object, says: str) -> None:
    with pytest.raises(NoOutlines, match=says):
        read_outlines(content)
