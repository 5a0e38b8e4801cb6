"""Finding the case of a notice: by its file number and name, or by name and day of birth in whichever spelling. Never by a guess."""

from augenmass.cases.models import LegalPosition, SearchWord
from augenmass.cases.words import fold, words_of
from augenmass.notices.models import Notice, NoticeContent
from augenmass.notices.rules.checking import name_key, same_person
from augenmass.record.models import Case, Fact

MOST = 200
"""So many people of one family name are compared; of more no one is found without a file number."""


def case_of(notice: Notice) -> Case | None:
    """The one case of the receiver that a notice is about; None where none or several fit. Reads every case of the receiver."""
    said = notice.content
    if said.file_number:
        found = Case.objects.filter(body=notice.receiver_id, number__iexact=said.file_number)
        named = [case for case in found.select_related("position")[:5] if _named(case, said)]
        if len(named) == 1:
            return named[0]
    return _by_name(notice, said) if said.born_on is not None else None


def _named(case: Case, said: NoticeContent) -> bool:
    position: LegalPosition | None = getattr(case, "position", None)
    if position is None:
        return False
    held = name_key(fold(position.name))
    return held == said.name_key or bool(set(held.split()) & set(name_key(fold(said.family_name)).split()))


def _by_name(notice: Notice, said: NoticeContent) -> Case | None:
    words = words_of([said.family_name])
    cases = SearchWord.objects.filter(body=notice.receiver_id, word__in=words).values("case_id").distinct()
    ids = [row["case_id"] for row in cases[: MOST + 1]]
    if not ids or len(ids) > MOST:
        return None
    born = dict(
        Fact.objects.filter(case__in=ids, name="date_of_birth", closed_by=None, disputed_by=None).values_list(
            "case_id", "value"
        )
    )
    assert said.born_on is not None
    day = said.born_on.isoformat()
    rows = Case.objects.filter(pk__in=[pk for pk in ids if born.get(pk) == day]).select_related("position")
    fits = [
        case
        for case in rows
        if same_person((name_key(fold(case.position.name)), said.born_on), (said.name_key, said.born_on))
    ]
    return fits[0] if len(fits) == 1 else None
