"""The sentence that says what to establish about one fact, German and English."""

from dataclasses import dataclass

from augenmass.law.facts import Value
from augenmass.law.vocabulary.declaration import FactDeclaration, Kind, Vocabulary
from augenmass.law.words import days_text, either, fact_label, value_text


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of the value of a fact; nothing said means any value.

    ``values`` are truth values or keys of choices, any of which fits. ``least`` and ``below`` bound a number, ``first`` and ``last``
    a day (both inclusive, as numbers of days). ``others``: facts that decide together with this one. ``withdrawn``: it must no
    longer be held.
    """

    values: tuple[Value, ...] = ()
    least: float | None = None
    below: float | None = None
    first: int | None = None
    last: int | None = None
    others: tuple[str, ...] = ()
    withdrawn: bool = False


def sentence(declared: FactDeclaration, wish: Wish, vocabulary: Vocabulary, language: str) -> str:
    """Return one readable sentence: which fact is to be established, and with what."""
    english = language == "en"
    named = f"“{declared.en}”" if english else f"„{declared.de}“"
    if wish.withdrawn:
        return f"{named} is no longer held as established." if english else f"{named} gilt nicht mehr als festgestellt."
    head = f"{named} is established" if english else f"{named} wird festgestellt"
    match declared.kind:
        case Kind.YES_NO if len(wish.values) == 1:
            word = value_text(declared, wish.values[0], language).capitalize()
            return f"{named} is established as “{word}”." if english else f"{named} wird mit „{word}“ festgestellt."
        case Kind.YES_NO:
            return f"{head}, with “Yes” or “No”." if english else f"{head}, mit „Ja“ oder „Nein“."
        case Kind.CHOICE:
            return f"{head}{_choices(declared, wish, language)}."
        case Kind.NUMBER:
            return f"{head}{_number(declared, wish, language)}."
        case Kind.DAY:
            return f"{head}{_day(wish, language)}{_together(wish, vocabulary, language)}."
        case _:
            return f"{head}."


def _choices(declared: FactDeclaration, wish: Wish, language: str) -> str:
    """Return the values that fit, or those that do not where these are fewer."""
    excluded = [choice.key for choice in declared.choices if choice.key not in wish.values]
    if not wish.values or not excluded:
        return ""
    if len(excluded) < len(wish.values):
        texts = [value_text(declared, key, language) for key in excluded]
        return (", but not as " if language == "en" else ", aber nicht als ") + either(texts, language)
    return ": " + either([value_text(declared, key, language) for key in wish.values], language)


def _number(declared: FactDeclaration, wish: Wish, language: str) -> str:
    english = language == "en"
    parts: list[str] = []
    if wish.least is not None:
        parts.append(f"{'at least' if english else 'mindestens'} {value_text(declared, wish.least, language)}")
    if wish.below is not None:
        parts.append(f"{'less than' if english else 'weniger als'} {value_text(declared, wish.below, language)}")
    if not parts or wish.least == wish.below:
        return ""
    apart = wish.least is not None and wish.below is not None and wish.least >= wish.below
    joint = (" or " if english else " oder ") if apart else (" and " if english else " und ")
    return ": " + joint.join(parts)


def _day(wish: Wish, language: str) -> str:
    english = language == "en"
    since = None if wish.first is None else days_text((wish.first, wish.first), language)
    until = None if wish.last is None else days_text((wish.last, wish.last), language)
    if since is None and until is None:
        return ""
    if until is None:
        return f": from {since} on" if english else f": ab dem {since}"
    if since is None:
        return f": until {until}" if english else f": bis zum {until}"
    assert wish.first is not None
    assert wish.last is not None
    if wish.first == wish.last:
        return f": {since}"
    if wish.first == wish.last + 1:
        return ""
    if wish.first > wish.last:
        return f": until {until} or from {since} on" if english else f": bis zum {until} oder ab dem {since}"
    return f": between {since} and {until}" if english else f": zwischen dem {since} und dem {until}"


def _together(wish: Wish, vocabulary: Vocabulary, language: str) -> str:
    english = language == "en"
    others = [fact_label(vocabulary, name, language) for name in wish.others]
    if not others:
        return ""
    quoted = [f"“{label}”" if english else f"„{label}“" for label in others]
    named = (" and " if english else " und ").join(filter(None, (", ".join(quoted[:-1]), quoted[-1])))
    return f"; {named} also matters" if english else f"; dabei kommt es auch auf {named} an"
