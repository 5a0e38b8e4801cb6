"""What in a text points to a person."""

from datetime import date

import pytest

from augenmass.cases.named import Trace, capitalised, named, numbers_in, trace_in

pytestmark = pytest.mark.unit
ON = date(2026, 8, 17)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Seit 12.03.1994 geht nichts", Trace.DAY),
        ("Termin vom 1. 2. 2026 entfiel", Trace.DAY),
        ("1994-03-12", Trace.DAY),
        ("12.03.94", Trace.DAY),
        ("31.02.2030", Trace.DAY),
        ("Der Mann, geb. in Tiflis", Trace.BORN),
        ("Geburtsdatum unbekannt", Trace.BORN),
        ("siehe Az. 33.2-4711/26", Trace.NUMBER),
        ("Aktenzeichen: BT 4711", Trace.NUMBER),
        ("AZR-Nummer 170904056789", Trace.NUMBER),
        ("Vorgang 170904056789", Trace.NUMBER),
        ("Herr Haddad bekommt keinen Termin", Trace.ADDRESSED),
        ("bei Frau Dr. Weiß", Trace.ADDRESSED),
        ("Familie Özdemir", Trace.ADDRESSED),
    ],
)
def test_a_trace_of_a_person_is_found(text: str, found: Trace) -> None:
    assert trace_in(text, ON) is found


@pytest.mark.parametrize(
    "text",
    [
        "Die Botschaft vergibt seit Mai 2026 keine Termine.",
        "Ab dem 01.12.2026 werden wieder Termine vergeben.",
        "Frauen und Familien mit Kindern warten länger, auch nach § 60b Abs. 3 AufenthG.",
        "Die Familie muss gemeinsam vorsprechen; 30 Minuten je Person.",
        "Telefon 030 1234567, montags 9.00 bis 12.00 Uhr",
        "Urteil C-663/21",
        "",
    ],
)
def test_what_an_authority_writes_of_an_obstacle_is_let_through(text: str) -> None:
    assert trace_in(text, ON) is None


def test_two_neighbouring_names_of_one_person_name_them_and_one_alone_does_not() -> None:
    names = frozenset({"haddad", "karim", "winter"})
    assert named(capitalised("Der Fall Karim Haddad ruht"), names)
    assert named(capitalised("HADDAD, Karim"), names)
    assert not named(capitalised("Im Winter reist Haddad nicht"), names)
    assert not named(capitalised("karim haddad"), names), "small letters are no names in German"
    assert named(capitalised("Al-Sayed Omar"), frozenset({"al", "sayed", "omar"}))


def test_pieces_with_a_digit_may_be_file_numbers() -> None:
    assert numbers_in("siehe (33.2-4711/26), und §60b.") == {"33.2-4711/26", "§60b"}
