"""The matrix as a page of the documentation: every row with its norm, written from the catalogue so that it cannot differ from it."""

import sys

from augenmass.law.norm import Modality, Review
from augenmass.law.norms.statutes import cite_text
from augenmass.law.transmission.bodies import LAND, PUBLIC, REPORTING
from augenmass.law.transmission.brakes import BRAKES
from augenmass.law.transmission.catalogue import PARTS
from augenmass.law.transmission.vocabulary import ENQUIRY
from augenmass.law.transmission.writing import Row

_MODALITY = {
    Modality.MUST: "muss",
    Modality.SHALL: "soll",
    Modality.MAY: "darf",
    Modality.FORBIDDEN: "verboten",
    Modality.STATE: "–",
}
_GROUPS = {
    frozenset(REPORTING): "öffentliche Stellen außer Schulen",
    frozenset((*REPORTING, "school")): "öffentliche Stellen",
    frozenset(PUBLIC): "alle öffentlichen Stellen",
    frozenset(PUBLIC) - {"register_authority"}: "alle öffentlichen Stellen",
    frozenset(LAND): "Stellen der Länder und Gemeinden",
}
_HEAD = """# Transmission of data

`src/augenmass/law/transmission/` answers one question: may data of a class go from a kind of body to a kind of body for a purpose?
The default is no. A yes needs a row of the matrix below that applies, every brake ruled out, and each class of data by itself; unknown
is never a yes. `transmission_answer` returns the answer, its provisions, whether they command or permit, and the duties that come
with them, with a proof. Facts of an enquiry belong to the enquiry, not to a case. The catalogue is not reviewed.

This page is written from the catalogue (`augenmass.law.transmission.page.rows_page`); a test compares the two. Labels are German, as
authorities would say them.
"""
_LEFT = """
## Left to people

- **Necessity**, balancing and every vague term: a named officer answers them (list below). What nobody answered is not established.
- **Land data protection law** comes before the Federal Data Protection Act for bodies of the Länder (BDSG § 1 (1) no. 2). Its texts
  were not read: the row is unverified and never answers yes. So do §§ 67d ff. SGB X, § 65 SGB VIII, § 203 StGB and Article 7 of
  Regulation (EU) 2024/1348, which only ever bar.
- **Authorities of the state of origin**: no row leads there. Whether and how a travel document is asked for is examined by people.
- **Police law of the Länder** and the Acts on the Federal Police, the Federal Criminal Police Office and the services beyond the rows.
- **Lists finer than a class of data**: a row with a closed list needs the officer's word that only its items are contained.
- **AufenthG § 87 (3) sentence 2** (commissioners of the Länder), **§ 88a (1a)**, **§ 91a (1), (2)**, **§ 91c (1a), (5b), (5c), (6)**, **§ 91d (1),
  (4), (5)**, **§ 91f (5)–(14)**, **§ 91g (1), (4), (5)**, **§ 91h (3), (4)**, **§ 91j (3)**: passing on by the Federal Office, statistics, systems of
  the Union between other bodies.
- **AufenthG § 73 (1a) sentences 2–5, (3a)–(3c), (5)–(7)**: checks in admission procedures and answers of the services about them.
- **AufenthG § 91k, AZRG § 34**: what the person is told about data held; see the extract of the person's data.
- **AZRG §§ 16–18, 18e–19, 21–25, 27**: aviation, courts, customs, visa procedure, groups, private bodies.
- **AZRG § 18a no. 1**: the register may hold a statement about religion; this product holds none and no class of data here names it.
- **Social data a benefits body reports under AufenthG § 87 (2)** pass only when that body named the provision of the Social Code.

## Answered by a named officer

"""


def rows_page() -> str:
    """Return the page in Markdown."""
    parts = [_HEAD]
    for title, rows in PARTS:
        parts.append(f"\n## {title}\n\n| Norm | Von | An | | Inhalt | Daten | Zweck |\n|---|---|---|---|---|---|---|\n")
        parts.extend(_line(found) for found in rows)
    parts.append("\n## Sperren\n\n| Norm | Sperre |\n|---|---|\n")
    parts.extend(f"| `{brake.id}` {cite_text(brake.id)}{_mark(brake.review)} | {brake.de} |\n" for brake in BRAKES)
    parts.append(_LEFT)
    parts.extend(f"- `{name}` – {told.de}: {told.meaning}\n" for name, told in ENQUIRY.items() if told.assessment)
    return "".join(parts)


def _line(found: Row) -> str:
    norm = found.norm
    who = (_names("sender_kind", found.senders), _names("receiver_kind", found.receivers))
    what = (_names("data_class", found.classes), _names("purpose", found.purposes))
    cells = (
        f"`{norm.id}` {cite_text(norm.id)}{_mark(norm.review)}",
        *who,
        _MODALITY[norm.modality],
        f"{norm.de} {norm.effect}",
        *what,
    )
    return f"| {' | '.join(cells)} |\n"


def _mark(review: Review) -> str:
    return " **ungeprüft**" if review is Review.UNVERIFIED else ""


def _names(name: str, keys: tuple[str, ...]) -> str:
    labels = [choice.de for choice in ENQUIRY[name].choices if choice.key in keys]
    left_out = [choice.de for choice in ENQUIRY[name].choices if choice.key not in keys]
    if group := _GROUPS.get(frozenset(keys)):
        return group
    if name == "purpose" and len(left_out) <= 2:
        return "jeder Zweck" if not left_out else f"jeder Zweck außer: {', '.join(left_out)}"
    return ", ".join(labels)


if __name__ == "__main__":
    sys.stdout.write(rows_page())
