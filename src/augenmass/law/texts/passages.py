"""The sentence that a citation means, cut out of the text of its unit; the whole unit where that is not certain."""

import re
from collections.abc import Mapping

from augenmass.law.norms.statutes import split_cite, unit_of

_NUMBER = re.compile(r"^(\d+[a-z]*)\.\s")
_ABSATZ = re.compile(r"^\(\d+[a-z]*\)\s*")
_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ§])")
_REFERENCE = re.compile(
    r"(?:\bAbs(?:atz|atzes|ätze|ätzen|\.)|\bS(?:atz|atzes|ätze|ätzen)|\bNummern?|\bNr\.|\bArtikeln?|\bAbschnitts?|\bKapitels?|§)"
    r"\s(?:\d+[a-z]?,?\s(?:(?:und|oder|bis)\s)?)*\d+\.$"
)
"""A sentence that ends with the number of a reference; a number elsewhere may be the day of a date."""
_NO_END = re.compile(r"(?:\b(?:Abs|ABl|BGBl|Art|Nr|Nrn|S|Buchst|bzw|Kap|vgl|ggf|d|h|u|a|z|B)|\b\d{1,2})\.$")


def passage(cite: str, texts: Mapping[str, str]) -> str:
    """Return the sentence or number that a citation means, else its Absatz or paragraph; empty when the text is not at hand.

    ``texts``: by unit, as ``statutes.units`` returns them; the key of an older text carries its day (``…@DATE``).
    """
    return exact_passage(cite, texts) or _body(cite, texts)


def exact_passage(cite: str, texts: Mapping[str, str]) -> str:
    """Return the sentence or number that a citation means; empty when the text has none of that number. ``texts`` as in ``passage``."""
    body = _body(cite, texts)
    _key, parts, _day = split_cite(cite)
    if not body or len(parts) < 3:
        return body
    if not parts[2]:
        return _numbered(body, parts[3]) if len(parts) > 3 else body
    sentences = _sentences(body)
    try:
        found = sentences[int(parts[2]) - 1]
    except (ValueError, IndexError):
        # An Absatz of one sentence: its numbers follow the Absatz at once (§ 51 (1) no. 9).
        return _numbered(body, parts[2])
    return _numbered(found, parts[3]) if len(parts) > 3 else found


def _body(cite: str, texts: Mapping[str, str]) -> str:
    text = texts.get(unit_of(cite), "")
    return _ABSATZ.sub("", re.sub(r"^#[^\n]*\n", "", text).strip())


def _numbered(text: str, number: str) -> str:
    """The opening words of a list and one of its numbers; empty when there is none."""
    lines = text.split("\n\n")
    numbered = [line for line in lines if (mark := _NUMBER.match(line)) and mark[1] == number]
    return "\n\n".join([lines[0], *numbered]) if numbered else ""


def _sentences(body: str) -> list[str]:
    """Sentences with their lists. A list belongs to the sentence that it stands in; what follows its last number without a number
    ends that sentence."""
    sentences: list[str] = []
    whole = True
    for line in body.split("\n\n"):
        if _NUMBER.match(line) or re.match(r"^[a-z]{1,2}\)\s", line):
            if not sentences:
                return [body]
            sentences[-1] += f"\n\n{line}"
            whole = line.rstrip().endswith(".")
            continue
        pieces = _pieces(line)
        if not whole and sentences and pieces:
            sentences[-1] += f"\n\n{pieces.pop(0)}"
        sentences.extend(pieces)
        whole = line.rstrip().endswith((".", "!", "?"))
    return sentences


def _pieces(line: str) -> list[str]:
    pieces: list[str] = []
    for piece in _END.split(line):
        if pieces and _NO_END.search(pieces[-1]) and not _REFERENCE.search(pieces[-1]):
            pieces[-1] += f" {piece}"
        else:
            pieces.append(piece)
    return pieces
