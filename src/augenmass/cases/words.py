"""The words a case is found by: names folded to plain letters, so that Müller, Mueller and MULLER meet."""

import re
import unicodedata
from collections.abc import Iterable

SEARCHED = ("family_name", "first_names", "birth_name", "aliases", "file_number", "central_register_number")
"""Facts whose words are indexed."""
_GERMAN = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "ß": "ss",
        "ø": "oe",
        "æ": "ae",
        "œ": "oe",
        "ł": "l",
        "đ": "d",
        "ı": "i",
        "ð": "d",
        "þ": "th",
    }
)
_WORD = re.compile(r"[^\W_]+")
LONGEST = 100


def fold(text: str) -> str:
    """Lower case without accents; German umlauts as two letters. Other scripts stay as they are."""
    lowered = unicodedata.normalize("NFC", text).casefold().translate(_GERMAN)
    return "".join(letter for letter in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(letter))


def words_of(texts: Iterable[str]) -> set[str]:
    """Indexed words: each word, each number run together, and umlauts also without the added e."""
    found: set[str] = set()
    for text in texts:
        for variant in {fold(text), _without_umlaut_e(text)}:
            parts = _WORD.findall(variant)
            found.update(part[:LONGEST] for part in parts)
            if len(parts) > 1 and any(character.isdigit() for character in variant):
                found.add("".join(parts)[:LONGEST])
    return found


def _without_umlaut_e(text: str) -> str:
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", text).casefold())
    return fold("".join(letter for letter in plain if not unicodedata.combining(letter)))


def after_prefix(prefix: str) -> str:
    """The first word behind all that begin with the prefix: a range that an index serves (and PostgreSQL can push through row security)."""
    return prefix[:-1] + chr(ord(prefix[-1]) + 1)
