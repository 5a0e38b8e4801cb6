"""Writes ``src/augenmass/law/norms/hashes.json`` from the citations in the catalogue and the texts of the statutes."""

import argparse
import json
import os
import re
import sys
from pathlib import Path

from augenmass.law.norms.hashes import HASHES
from augenmass.law.norms.statutes import STATUTES, split_cite, text_hash, unit_of, units

ROOT = Path(__file__).resolve().parents[1]
LAW = ROOT / "src/augenmass/law"
TABLE = LAW / "norms/hashes.json"
AT_HAND = [key for key, statute in STATUTES.items() if statute.file]
CITED = re.compile(rf'"((?:{"|".join(map(re.escape, AT_HAND))})/[0-9a-zA-Z/]+(?:@\d{{4}}-\d\d-\d\d)?)"')


def main() -> int:
    parser = argparse.ArgumentParser(prog="script/statute-hashes", description=__doc__)
    texts = os.environ.get("AUGENMASS_STATUTES") or ROOT.parent / "shared/law"
    parser.add_argument("texts", nargs="?", type=Path, default=Path(texts))
    parser.add_argument("--renew", action="store_true", help="take a changed text as read")
    chosen = parser.parse_args()
    known: dict[tuple[str, str], dict[str, str]] = {}
    found: dict[str, str] = {}
    missing = []
    for unit in sorted(_cited(), key=_order):
        key, _parts, day = split_cite(unit)
        if (key, day) not in known:
            file = STATUTES[key].file
            path = chosen.texts / "versions" / f"{file}_{day}.md" if day else chosen.texts / f"{file}.md"
            if not path.is_file():
                sys.exit(f"{path}: no such text; name the folder of the statutes' texts (AUGENMASS_STATUTES)")
            known[key, day] = dict(units(key, path.read_text(encoding="utf-8")))
        text = known[key, day].get(unit.partition("@")[0])
        if text is None:
            missing.append(unit)
        else:
            found[unit] = text_hash(text)
    changed = [unit for unit in found if unit in HASHES and HASHES[unit] != found[unit]]
    for unit in missing:
        print(f"{unit}: the text has no such unit", file=sys.stderr)
    if changed and not chosen.renew:
        print(f"changed, read again and use --renew: {', '.join(changed)}", file=sys.stderr)
        found.update({unit: HASHES[unit] for unit in changed})
    _write(found)
    print(f"{len(found)} units; new {len(found.keys() - HASHES.keys())}, dropped {len(HASHES.keys() - found.keys())}")
    return 1 if missing or (changed and not chosen.renew) else 0


def _cited() -> set[str]:
    sources = [path for path in LAW.rglob("*.py") if "tests" not in path.parts]
    written = {cite for path in sources for cite in CITED.findall(path.read_text(encoding="utf-8"))}
    return {unit_of(cite) for cite in (written | _composed()) if split_cite(cite)[0] in AT_HAND}


def _composed() -> set[str]:
    """Citations that stand in no literal; none while a norm's unit has no hash yet: the second run finds them."""
    from augenmass.law.catalogue import Catalogue
    from augenmass.law.checking import citations

    try:
        return citations(Catalogue.shipped())
    except KeyError as missing:
        print(f"{missing} is new: run this once more", file=sys.stderr)
        return set(HASHES)


def _order(unit: str) -> tuple[object, ...]:
    key, parts, day = split_cite(unit)
    return (AT_HAND.index(key), [(int(re.sub(r"\D", "", part) or 0), part) for part in parts], day)


def _write(found: dict[str, str]) -> None:
    TABLE.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
