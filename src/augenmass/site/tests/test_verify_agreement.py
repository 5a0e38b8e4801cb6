"""``augenmass verify-agreement``: by the file alone."""

from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from augenmass.agreements.rules.copy_seal import Sealed, seal
from augenmass.site.command import main
from augenmass.transmissions.rules.signing import public_text

pytestmark = pytest.mark.unit


@pytest.fixture
def copy(tmp_path: Path) -> tuple[Path, Sealed]:
    private = Ed25519PrivateKey.generate()
    said = Sealed(uuid4(), 1, "a" * 64, date(2026, 11, 26), "beratung", public_text(private))
    path = tmp_path / "vereinbarung.pdf"
    path.write_bytes(seal(b"%PDF-1.7 " + said.line().encode() + b" words", said, private))
    return path, said


def test_an_unchanged_file_is_told_with_its_key(copy: tuple[Path, Sealed], capsys: pytest.CaptureFixture[str]) -> None:
    path, said = copy
    assert main(["verify-agreement", str(path)]) == 0
    words = capsys.readouterr().out
    assert "Unverändert: Fassung 1" in words
    assert said.fingerprint in words
    assert "vergleichen" in words.lower()


def test_the_key_is_compared_with_what_the_body_says(copy: tuple[Path, Sealed]) -> None:
    path, said = copy
    assert main(["verify-agreement", str(path), "--fingerprint", said.fingerprint.upper()]) == 0
    assert main(["verify-agreement", str(path), "--fingerprint", "0" * 64]) == 1


def test_a_changed_file_and_any_other_are_told(
    copy: tuple[Path, Sealed], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, _said = copy
    path.write_bytes(path.read_bytes().replace(b"words", b"wordz"))
    assert main(["verify-agreement", str(path)]) == 1
    assert "verändert" in capsys.readouterr().out
    other = tmp_path / "other.pdf"
    other.write_bytes(b"%PDF-1.7")
    assert main(["verify-agreement", str(other)]) == 1
    assert main(["verify-agreement", str(tmp_path / "missing.pdf")]) == 3
