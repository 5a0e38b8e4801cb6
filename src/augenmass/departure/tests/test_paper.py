"""The certificate as it is printed: everything for the border on its first page, accessible, with its code."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from augenmass.departure.paper import TEMPLATE, Certified, certificate_letter, picture_of
from augenmass.directory.models import Body
from augenmass.letters.document import plain_text
from augenmass.letters.render import render

pytestmark = pytest.mark.whole
BODY = Body(name="Ausländerbehörde Nordheim", street="Marktplatz 1", postcode="06999", town="Nordheim", telephone="0")
SAID = Certified(
    number="N-0001",
    name="Haddad, Karim",
    born="31.01.1990",
    nationality="Georgien",
    valid_until=date(2026, 9, 20),
    issued_on=date(2026, 8, 17),
    signed_by="Berger",
    code="7K2M9-ABCDE-01234-ZYXWV",
    address="https://augenmass.example/bescheinigung/",
)


def test_the_border_finds_everything_on_the_first_page() -> None:
    pdf = render(TEMPLATE, certificate_letter(BODY, SAID).to_json(), draft=False)
    pages = PdfReader(BytesIO(pdf)).pages
    first = pages[0].extract_text()
    for words in (SAID.name, SAID.code, "Stempel und Unterschrift", "Im Auftrag", "Marktplatz 1", "20.09.2026"):
        assert words in first, words
    drawn = [len(page.get_contents().get_data()) for page in pages]
    assert drawn[0] > 3 * sum(drawn[1:]), "the picture of the code stands on the first page"


def test_it_is_tagged_and_its_picture_has_words() -> None:
    reader = PdfReader(BytesIO(render(TEMPLATE, certificate_letter(BODY, SAID).to_json(), draft=False)))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].startswith("de")
    assert "Strichcode mit der Adresse" in plain_text(certificate_letter(BODY, SAID).to_json())


def test_what_is_not_established_is_said_so() -> None:
    unknown = Certified(**{**{name: getattr(SAID, name) for name in SAID.__slots__}, "born": "", "nationality": ""})
    assert plain_text(certificate_letter(BODY, unknown).to_json()).count("nicht festgestellt") == 2


def test_the_picture_is_one_path_without_script() -> None:
    picture = picture_of("https://augenmass.example/?code=7K2M9")
    assert picture.startswith("<svg")
    assert picture.count("<path") == 2
    assert "<script" not in picture
