"""The house's own lint rules find what they forbid and leave alone what is allowed."""

from pathlib import Path

import lint_rules
import pytest
from lint_rules import TEMPLATE_RULES, check_python, check_text

VIEW = "src/augenmass/doors/desk/views/case.py"


@pytest.mark.parametrize(
    "source",
    [
        "Case.objects.filter(pk=1)",
        "from django.db import connection",
        "from django.db import transaction as t",
        "Case._base_manager.all()",
    ],
)
def test_a_view_that_asks_the_database_is_found(source: str) -> None:
    assert len(list(check_python(VIEW, source))) == 1


def test_the_same_query_is_allowed_in_a_room_and_in_a_doors_test() -> None:
    source = "Case.objects.filter(pk=1)"

    assert not list(check_python("src/augenmass/cases/queries/search.py", source))
    assert not list(check_python("src/augenmass/doors/desk/tests/test_case.py", source))


@pytest.mark.parametrize(
    "source",
    [
        "_(f'Fall {n}')",
        "gettext_lazy('Fall ' + n)",
        "gettext('Fall %s' % n)",
        "_('Fall {}'.format(n))",
        "t.gettext(f'{n}')",
    ],
)
def test_a_translation_of_a_composed_text_is_found(source: str) -> None:
    assert len(list(check_python("src/augenmass/work/actions.py", source))) == 1


def test_a_translation_that_is_filled_in_afterwards_is_allowed() -> None:
    assert not list(check_python("src/augenmass/work/actions.py", "_('Fall %(n)s') % {'n': n}"))


@pytest.mark.parametrize(
    "markup",
    [
        "<script>start()</script>",
        "<style>p{}</style>",
        '<p class="a"\n   style="color:red">',
        '<button onclick="go()">',
        '<div hx-on:click="go()">',
        '<a href="javascript:go()">',
        '<img src="https://example.org/a.png">',
        '<link rel="stylesheet" href="//example.org/a.css">',
        "{{ text|safe }}",
        "{% for fact in case.facts.all %}",
        "{{ case.fact_set }}",
        "{% autoescape off %}",
    ],
)
def test_a_template_that_breaks_the_page_policy_is_found(markup: str) -> None:
    assert check_text("a.html", markup, TEMPLATE_RULES).__next__()


@pytest.mark.parametrize(
    "markup",
    [
        "<script src=\"{% static 'desk/desk.js' %}\" defer></script>",
        '<a href="https://www.gesetze-im-internet.de/">Gesetz</a>',
        "{# {{ text|safe }} #}",
        '<p data-once="x">',
    ],
)
def test_what_the_page_policy_allows_is_left_alone(markup: str) -> None:
    assert not list(check_text("a.html", markup, TEMPLATE_RULES))


def test_a_finding_names_the_line() -> None:
    assert [f.line for f in check_text("a.html", "<p>\n<p>\n<style>", TEMPLATE_RULES)] == [3]


def test_a_module_past_the_end_is_found() -> None:
    assert len(list(check_python("src/augenmass/cases/x.py", "a = 1\n" * 501))) == 1


def test_the_exit_code_tells_whether_there_are_findings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "clean.py").write_text("a = 1\n")
    assert lint_rules.main([str(tmp_path)]) == 0

    (tmp_path / "page.html").write_text("<style></style>")
    assert lint_rules.main([str(tmp_path)]) == 1
    assert "page.html:1:" in capsys.readouterr().out
