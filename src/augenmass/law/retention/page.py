"""The rules of retention as a page of the documentation, written from the catalogue."""

import sys

from augenmass.law.norms.statutes import cite_text
from augenmass.law.retention.rules import RULES
from augenmass.law.retention.vocabulary import RECORD_FACTS, RECORD_KINDS
from augenmass.law.retention.writing import CountedFrom, RetentionRule

_HEAD = """# Retention

`src/augenmass/law/retention/` says when a record is deleted: kind of record, the event that starts the period, its length, the provision,
and what holds deletion up. `deletion_of` returns the last day of keeping, whether deletion is commanded today, or why that is not
established; with a proof. A period ends on its last day and the record goes the day after; "at once" is the day of the event itself. A
period said to run *at most* is taken as its whole length: deleting earlier is not computed. The catalogue is not reviewed.

This page is written from the catalogue (`python -m augenmass.law.retention.page`); a test compares the two.

| Unterlage | Vorschrift | Ereignis | Frist | gezählt ab | nicht, solange |
|---|---|---|---|---|---|
"""
_LEFT = """
## Left to people

- **Files of cases** (retention class `case_file`): no provision that was read names a period. Archives law and the records schedule of the
  Land decide; the answer is *not established*.
- **Legal hold**: stops every deletion until a person lifts it, since deletion cannot be taken back (Article 17 (3) GDPR, not read).
- **Earlier deletion** because data are unlawful or no longer needed (Articles 5, 17 GDPR; BDSG § 75 (2); AZRG § 36 (1), AZRG-DV § 18 (4)).
- **Access logs of authorities under the GDPR**: a parameter of the Land profile, not law that was read; BDSG § 76 (4) is for police bodies.
- **AufenthG § 91 (1)** counts from the end of the entry ban's period. Whether an unlimited ban ever ends is not answered.
- **AufenthG §§ 48 (3c), 49, AsylG §§ 15a, 15b**: when data are no longer needed is found by the officer and recorded as a day.
- **AZRG-DV § 18 (3) no. 1–4**: which entries of the register belong to which letter; the kinds here name the length only.
- **Which event came first** where several end the keeping: a day that is not recorded is not counted. *Not due* is said by what is on record.
"""
_COUNTED = {
    CountedFrom.EVENT: "Ereignis",
    CountedFrom.QUARTER: "Ende des Vierteljahres",
    CountedFrom.YEAR: "Ende des Jahres",
}
_UNITS = {"days": "Tage", "weeks": "Wochen", "months": "Monate", "years": "Jahre"}


def retention_page() -> str:
    """Return the page in Markdown."""
    return _HEAD + "".join(_line(found) for found in RULES) + _LEFT


def _line(found: RetentionRule) -> str:
    holds = ", ".join(RECORD_FACTS[name].de for name in ("legal_hold", *found.holds))
    cells = (
        f"{RECORD_KINDS[found.kind][0]} (`{found.kind}`)",
        f"`{found.norm.id}` {cite_text(found.norm.id)}",
        RECORD_FACTS[found.event].de + (" + 90 Jahre" if found.before else ""),
        "sofort" if found.period is None else f"{found.period.count} {_UNITS[found.period.unit]}",
        _COUNTED[found.counted],
        holds,
    )
    return f"| {' | '.join(cells)} |\n"


if __name__ == "__main__":
    sys.stdout.write(retention_page())
