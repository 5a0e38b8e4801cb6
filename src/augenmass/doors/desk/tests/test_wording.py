"""The words of deadlines and findings, and where the reader is in the navigation."""

from datetime import date, timedelta

import pytest
from django.http import HttpResponse
from django.template import Context, Template, TemplateSyntaxError
from django.urls import path
from django.utils import translation

from augenmass.doors.desk import navigation, wording
from augenmass.law.values import NO, UNKNOWN, YES

pytestmark = [pytest.mark.unit, pytest.mark.urls(__name__)]

urlpatterns = [
    path("", lambda request: HttpResponse(), name="my_day"),
    path("faelle/", lambda request: HttpResponse(), name="worklist"),
    path("fristen/", lambda request: HttpResponse(), name="deadlines"),
]
DAY = date(2026, 8, 1)


@pytest.mark.parametrize(
    ("distance", "words", "tone"),
    [
        (0, "heute", "soon"),
        (1, "morgen", "soon"),
        (5, "in 5 Tagen", "soon"),
        (8, "in 8 Tagen", ""),
        (-1, "seit 1 Tag überfällig", "late"),
        (-3, "seit 3 Tagen überfällig", "late"),
    ],
)
def test_a_deadline_says_its_distance_in_words(distance: int, words: str, tone: str) -> None:
    sign = wording.deadline(DAY + timedelta(days=distance), DAY)
    assert (sign.word, sign.tone) == (words, tone)


@pytest.mark.parametrize(
    ("answer", "mark"),
    [
        (YES, "established"),
        ("yes", "established"),
        (UNKNOWN, "not_established"),
        ("not_established", "not_established"),
        (NO, "opposed"),
        ("no", "opposed"),
    ],
)
def test_each_answer_of_the_law_has_its_mark(answer: object, mark: str) -> None:
    assert wording.mark_of(answer) == mark


def test_what_is_no_answer_of_the_law_is_not_shown_as_one() -> None:
    with pytest.raises(ValueError, match="not an answer"):
        wording.mark_of("maybe")


def test_no_sign_calls_a_person_removable_or_a_step_allowed() -> None:
    words = " ".join(str(sign.word) for sign in [*wording.STEP_STATES.values(), *wording.MARKS.values()])
    words += " ".join(str(word) for word in wording.LANE_WORDS.values())
    assert "erlaubt" not in words
    assert "abschiebbar" not in words.lower()


def test_the_navigation_shows_only_places_that_exist_and_marks_the_one_the_reader_is_in() -> None:
    found = navigation.places("/faelle/33.2-4711/", counts={"worklist": 12})
    assert [(place.key, place.current, place.exact) for place in found] == [
        ("my_day", False, False),
        ("worklist", True, False),
        ("deadlines", False, False),
    ]
    assert found[1].count == 12


def test_the_section_named_by_a_view_goes_before_the_address() -> None:
    assert [place.key for place in navigation.places("/", section="deadlines") if place.current] == ["deadlines"]


def test_a_place_can_be_hidden_from_a_role() -> None:
    assert "deadlines" not in {place.key for place in navigation.places("/", hidden=frozenset({"deadlines"}))}


def test_what_belongs_to_return_stands_in_a_second_line_while_the_reader_is_there() -> None:
    def shown(*keys: str, here: str) -> list[navigation.Place]:
        return [navigation.Place(key, key, "info", f"/{key}/", 0, key == here, key == here) for key in keys]

    keys = ("worklist", navigation.ABOVE, *navigation.BELOW)
    first, second = navigation.in_lines(shown(*keys, here="fund"))
    assert [(place.key, place.current) for place in first] == [("worklist", False), (navigation.ABOVE, True)]
    assert [place.key for place in second if place.current] == ["fund"]
    assert [place.label for place in second[:2]] == ["Freiwillige Ausreise", navigation.BELOW[0]]
    assert navigation.in_lines(shown(*keys, here="worklist"))[1] == []
    alone, none = navigation.in_lines(shown("fund", here="fund"))
    assert ([place.key for place in alone], none) == (["fund"], [])
    many = ("my_day", *navigation.BELOW, "law")
    first, second = navigation.in_lines(shown(*many, here="fund"))
    assert [(place.key, place.address) for place in first[:2]] == [
        ("my_day", "/my_day/"),
        (navigation.ABOVE, f"/{navigation.BELOW[0]}/"),
    ]
    assert (len(first), [place.key for place in second]) == (3, list(navigation.BELOW))
    assert second[0].label == navigation.BELOW[0], "its own name, where there is no page of all returns"
    assert navigation.in_lines(shown(*many, here="law"))[1] == []


def test_where_the_first_line_has_no_room_what_is_seldom_visited_stands_below_one_entry() -> None:
    def shown(*keys: str, here: str) -> list[navigation.Place]:
        return [
            navigation.Place(key, key, "info", f"/{key}/", key == "support", key == here, key == here) for key in keys
        ]

    often = (
        "my_day",
        "worklist",
        "returns",
        "post",
        "transmissions",
        "notices",
        "conferences",
        "deadlines",
        "signatures",
    )
    first, second = navigation.in_lines(shown(*often, "law", "retention", "support", here="my_day"))
    assert [place.key for place in first] == [*often, "further"]
    assert ((first[-1].address, first[-1].count, first[-1].current), second) == (("/law/", 1, False), [])
    first, second = navigation.in_lines(shown(*often, "law", "retention", "support", here="retention"))
    assert first[-1].current
    assert [(place.key, place.exact) for place in second] == [("law", False), ("retention", True), ("support", False)]
    roomy, none = navigation.in_lines(shown("my_day", "law", "retention", here="law"))
    assert ([place.key for place in roomy], none) == (["my_day", "law", "retention"], [])


def test_parts_escape_what_they_are_given() -> None:
    page = Template(
        "{% load desk %}{% chip label %}{% key_value label label %}{% card title=label %}{{ label }}{% endcard %}{{ label|bidi }}"
    )
    html = page.render(Context({"label": "<script>alert(1)</script>"}))
    assert "<script>" not in html
    assert html.count("&lt;script&gt;") == 6


def test_an_alert_of_an_unknown_kind_is_a_mistake_of_the_page() -> None:
    with pytest.raises(TemplateSyntaxError):
        Template('{% load desk %}{% alert "green" %}x{% endalert %}').render(Context())


def test_words_are_english_for_an_english_reader() -> None:
    with translation.override("en"):
        assert wording.days_from(DAY - timedelta(days=3), DAY) == "3 days overdue"
        assert str(wording.MARKS["not_established"].word) == "not established"
