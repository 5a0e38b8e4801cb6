"""What a named officer found of each prospect of residence: one assessment for each; open until it has been looked at."""

from augenmass.law.vocabulary.declaring import Chapter

PROSPECT_CHECKS = Chapter("application", "residence")

EACH_PROSPECT: tuple[tuple[str, str, str, str], ...] = (
    ("25_3", "§ 25 Abs. 3", "section 25 (3)", "AufenthG/25/3/1"),
    ("25_4a", "§ 25 Abs. 4a", "section 25 (4a)", "AufenthG/25/4a/1"),
    ("25_4b", "§ 25 Abs. 4b", "section 25 (4b)", "AufenthG/25/4b/1"),
    ("25_5", "§ 25 Abs. 5", "section 25 (5)", "AufenthG/25/5/1"),
    ("25_5_shall", "§ 25 Abs. 5 nach 18 Monaten", "section 25 (5) after 18 months", "AufenthG/25/5/2"),
    ("25a", "§ 25a", "section 25a", "AufenthG/25a/1/1"),
    ("25a_parents", "§ 25a Abs. 2 (Eltern)", "section 25a (2) (parents)", "AufenthG/25a/2/1"),
    ("25a_family", "§ 25a Abs. 2 (Familie)", "section 25a (2) (family)", "AufenthG/25a/2/3"),
    ("25b", "§ 25b", "section 25b", "AufenthG/25b/1/1"),
    ("25b_family", "§ 25b Abs. 4 (Familie)", "section 25b (4) (family)", "AufenthG/25b/4/1"),
    ("16g", "§ 16g", "section 16g", "AufenthG/16g/1/1/1"),
    ("60c", "§ 60c", "section 60c", "AufenthG/60c/1/1/1"),
    ("60d", "§ 60d", "section 60d", "AufenthG/60d/1"),
)
"""Each prospect: key, German, English, provision. The questions ``prospect_<key>`` of the catalogue say the law's answer."""


def assessed(key: str) -> str:
    """The name of the fact that holds what the officer found of a prospect."""
    return f"prospect_{key}_possible"


for _key, _de, _en, _cite in EACH_PROSPECT:
    PROSPECT_CHECKS.yes_no(
        assessed(_key),
        (f"{_de}: kommt nach Prüfung in Betracht", f"{_en}: possible on examination"),
        (
            f"Nach Einschätzung der prüfenden Person kommt ein Aufenthalt nach {_de} in Betracht; ohne Eintrag ist das offen.",
            f"In the assessment of the examining officer residence under {_en} is possible; without an entry this is open.",
        ),
        assessment=True,
        protective=True,
        headers=(f"Prüfung {_de}",),
    )
