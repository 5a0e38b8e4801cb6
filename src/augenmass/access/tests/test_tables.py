"""The tables of access: whole, each line with its provision, unknown names refused with a sentence, versions compared."""

import pytest

from augenmass.access import matrix, released
from augenmass.access.actor import Purpose
from augenmass.access.matrix import TableRefused
from augenmass.directory.roles import PERMISSIONS, Permission, Role
from augenmass.law.vocabulary import CATEGORIES, VOCABULARY

SHIPPED = matrix.FILE.read_text(encoding="utf-8")
LINE = """
[[line]]
categories = ["identity"]
roles = ["caseworker"]
purposes = ["case_work"]
provision = "AufenthG § 86 Satz 1"
reviewer = ""
"""


def test_every_category_of_the_vocabulary_and_every_role_that_reads_occurs() -> None:
    lines = matrix.lines()
    read = {category for line in lines for category in line.categories}
    assert {declared.category for declared in VOCABULARY.values()} <= read <= set(CATEGORIES)
    readers = {role for role in Role if Permission.READ_CASES in PERMISSIONS[role]}
    assert readers <= {role for line in lines for role in line.roles}


def test_benefits_are_read_by_who_decides_the_case_or_the_benefits_and_never_by_the_police() -> None:
    readers = {
        (role, purpose) for role in Role for purpose in Purpose if "benefits" in matrix.categories_of(role, purpose)
    }
    case = {Role.CASEWORKER, Role.APPROVER, Role.CENTRAL_OFFICE}
    expected = {(role, purpose) for role in case for purpose in (Purpose.CASE_WORK, Purpose.SUPERVISION)}
    expected |= {(Role.INTAKE, purpose) for purpose in (Purpose.INTAKE, Purpose.CASE_WORK)}
    assert readers == expected | {(Role.BENEFITS_OFFICER, Purpose.COOPERATION)}


def test_every_line_names_its_provision_and_a_confirmation_names_who() -> None:
    for line in matrix.lines():
        assert line.provision.strip()
        assert bool(line.reviewer) or line.reviewed_on is None
    assert all(line.why.strip() for line in released.lines())


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ('"caseworker"', '"chef"', "Rolle „chef“"),
        ('"identity"', '"religion"', "Kategorie „religion“"),
        ('"case_work"', '"curiosity"', "Zweck „curiosity“"),
        ('provision = "AufenthG § 86 Satz 1"', 'provision = " "', "fehlt die Vorschrift"),
        ('reviewer = ""', "", "fehlt die Angabe „reviewer“"),
        ('reviewer = ""', 'reviewer = ""\nreviewed_on = 2026-01-01', "wer bestätigt hat"),
        ("[[line]]", "[[zeile]]", "keine Zeilen"),
        ("[[line]]", "[[line", "kein gültiges TOML"),
        ('["caseworker"]', "[]", "ohne Namen"),
    ],
)
def test_what_the_table_does_not_know_is_refused_with_a_sentence(before: str, after: str, says: str) -> None:
    with pytest.raises(TableRefused) as caught:
        matrix.parse(LINE.replace(before, after))
    assert says in str(caught.value)
    assert str(caught.value).endswith(".")


def test_the_hash_of_a_matrix_does_not_depend_on_comments_and_order() -> None:
    plain = matrix.written(matrix.parse(SHIPPED))
    blocks = [f"[[line]]{block}" for block in SHIPPED.split("[[line]]")[1:]]
    turned = matrix.written(matrix.parse("\n# noch ein Kommentar\n".join(reversed(blocks))))
    assert matrix.hash_of(plain) == matrix.hash_of(turned)


def test_two_matrices_are_compared_cell_by_cell() -> None:
    newer = LINE.replace('["identity"]', '["health"]').replace('"caseworker"', '"caseworker", "intake"')
    found = matrix.compare(matrix.written(matrix.parse(LINE)), matrix.written(matrix.parse(newer)))
    assert [cell for cell, _provision in found.added] == [
        ("health", "caseworker", "case_work"),
        ("health", "intake", "case_work"),
    ]
    assert [cell for cell, _provision in found.removed] == [("identity", "caseworker", "case_work")]
    assert not matrix.compare("", "")


def test_nobody_reads_for_control_or_gets_secrets_for_other_purposes_than_the_own_work() -> None:
    for role in Role:
        assert matrix.categories_of(role, Purpose.CONTROL) == frozenset()
        for purpose in set(Purpose) - {Purpose.CASE_WORK, Purpose.SUPERVISION}:
            assert "enforcement_secret" not in matrix.categories_of(role, purpose)
