"""Assets of other projects are the ones that `script/vendor-assets` fetched, unchanged, each with its licence."""

import hashlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[5]
STATIC = ROOT / "src/augenmass/doors/desk/static"
FOLDERS = [STATIC / "vendor", ROOT / "src/augenmass/letters/fonts", ROOT / "tests/vendor"]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.relative_to(ROOT).as_posix())
def test_every_vendored_file_has_the_hash_that_is_written_down(folder: Path) -> None:
    written = dict(
        reversed(line.split("  ", 1)) for line in (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    )
    found = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "SHA256SUMS"
    }
    assert found == written


@pytest.mark.parametrize(
    "folder", [folder for folder in (STATIC / "vendor").iterdir() if folder.is_dir()], ids=lambda folder: folder.name
)
def test_every_vendored_package_brings_its_licence(folder: Path) -> None:
    assert any(path.name.startswith("LICENSE") and path.stat().st_size > 100 for path in folder.iterdir())


def test_own_style_sheets_load_nothing_from_other_hosts_and_every_file_they_name_exists() -> None:
    sheets = list((STATIC / "desk").glob("*.css"))
    assert sheets
    for sheet in sheets:
        for address in re.findall(r"url\(\"?([^)\"]+)\"?\)", sheet.read_text(encoding="utf-8")):
            assert address.startswith("data:image/svg") or (sheet.parent / address).resolve().is_file(), (
                f"{sheet.name}: {address}"
            )
