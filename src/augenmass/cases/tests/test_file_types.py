"""What an uploaded file is, by its content; what would unpack out of all proportion is refused without unpacking it."""

import io
import zipfile

import pytest

from augenmass.cases.file_types import DOCX, JPEG, PDF, PNG, Refusal, media_type_of


def docx(parts: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {"word/document.xml": b"<w:document/>", **parts}.items():
            archive.writestr(name, content)
    return held.getvalue()


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"%PDF-1.7", PDF),
        (b"\x89PNG\r\n\x1a\n", PNG),
        (b"\xff\xd8\xff\xe0", JPEG),
        (docx({}), DOCX),
        (docx({"word/media/a.txt": b"Ein Satz. " * 300_000}), DOCX),
    ],
)
def test_the_content_counts(content: bytes, found: str) -> None:
    assert media_type_of(content) == found


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "leer"),
        (b"MZ\x90", "nicht angenommen"),
        (b"<html><script>", "nicht angenommen"),
        (b"PK\x03\x04 and nothing else", "beschädigt"),
        (docx({"word/vbaProject.bin": b"x"}), "Makros"),
        (docx({"word/media/a.bin": bytes(20_000_000)}), "ungewöhnlich groß"),
        (docx({f"word/media/{number}.bin": bytes(2_000_000) for number in range(8)}), "ungewöhnlich groß"),
        (docx({f"word/media/{number}.txt": b"" for number in range(2_001)}), "ungewöhnlich groß"),
    ],
)
def test_the_rest_is_refused_with_a_sentence(content: bytes, says: str) -> None:
    with pytest.raises(Refusal, match=says):
        media_type_of(content)


def test_another_archive_is_refused() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
    with pytest.raises(Refusal, match="Archiv"):
        media_type_of(held.getvalue())
