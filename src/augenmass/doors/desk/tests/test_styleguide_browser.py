"""Every part, in the browser: accessible, without sideways scrolling, without scripts, under the policy of production."""

from collections.abc import Iterator

import pytest
from django.http import HttpResponse
from django.urls import path
from tests.axe import axe

from augenmass.doors.desk.tests import chromium, styleguide
from augenmass.law.time import travel

pytestmark = [
    pytest.mark.browser,
    pytest.mark.urls(__name__),
    pytest.mark.skipif(not chromium.CHROMIUM.exists(), reason="needs Chromium"),
]

PLACES = (
    "account_login",
    "account_logout",
    "worklist",
    "post",
    "deadlines",
    "signatures",
    "imports",
    "administration",
    "search",
    "set_theme",
    "accessibility",
    "set_language",
)
urlpatterns = [
    path("", lambda request: HttpResponse(), name="my_day"),
    *(path(f"{name}/", lambda request: HttpResponse(), name=name) for name in PLACES),
]


@pytest.fixture(autouse=True)
def _day() -> Iterator[None]:
    with travel(styleguide.DAY):
        yield


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_and_the_page_does_not_scroll_sideways(width: int, theme: str) -> None:
    with chromium.shown(styleguide.render(theme=theme), width=width) as (page, complaints):
        sideways = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        said = list(complaints)
        found = axe(page)
    assert found == []
    assert sideways <= 0
    assert said == []


def test_the_stored_theme_goes_before_the_wish_of_the_device() -> None:
    grounds = {}
    for theme in ("", "light", "dark"):
        with chromium.shown(styleguide.render(theme=theme), dark=True) as (page, _):
            grounds[theme] = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert grounds[""] == grounds["dark"] != grounds["light"]


def test_every_sign_comes_out_of_the_sprite() -> None:
    with chromium.shown(styleguide.render()) as (page, _):
        names = page.evaluate(
            "[...document.querySelectorAll('.am-icon use')].map(use => use.getAttribute('href').split('#')[1])"
        )
        empty = page.evaluate(
            "[...document.querySelectorAll('.am-icon')].filter(icon => icon.checkVisibility() && !icon.getBoundingClientRect().width).length"
        )
    sprite = (chromium.STATIC / "desk/icons.svg").read_text(encoding="utf-8")
    assert names
    assert empty == 0
    assert [name for name in names if f'id="{name}"' not in sprite] == []


def test_targets_for_a_finger_are_large_enough() -> None:
    small = """[...document.querySelectorAll('button, summary, input:not([type=hidden]), select, textarea')]
        .filter(target => target.checkVisibility({visibilityProperty: true}))
        .map(target => [target.outerHTML.slice(0, 80), target.getBoundingClientRect()])
        .filter(([, box]) => box.height < 24 || box.width < 24)
        .filter(([html]) => !/type="(radio|checkbox)"/.test(html))
        .map(([html]) => html)"""
    with chromium.shown(styleguide.render(), width=390) as (page, _):
        assert page.evaluate(small) == []


def test_the_error_summary_takes_the_focus_and_leads_to_the_field() -> None:
    with chromium.shown(styleguide.render()) as (page, _):
        assert page.evaluate("document.activeElement.className").startswith("am-alert am-alert--error")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("location.hash") == "#id_value"
        assert page.evaluate("document.activeElement.id") == "id_value"


def test_the_menu_opens_by_keyboard_and_closes_with_escape() -> None:
    with chromium.shown(styleguide.render()) as (page, _):
        page.focus("details[data-menu] > summary")
        page.keyboard.press("Enter")
        assert page.locator("details[data-menu] form").first.is_visible()
        page.keyboard.press("Escape")
        assert page.evaluate("document.querySelector('details[data-menu]').open") is False
        assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_a_form_goes_out_once_even_when_the_button_is_pressed_twice() -> None:
    sent = []
    with chromium.shown(styleguide.render()) as (page, _):
        page.route("**/once/", lambda route: sent.append(route.request.post_data))
        page.evaluate(
            """() => {
                const form = document.querySelector("form[data-guard]");
                form.action = "/once/";
                form.requestSubmit();
                form.requestSubmit();
            }"""
        )
        page.wait_for_timeout(300)
    assert len(sent) == 1


def test_code_in_attributes_never_runs() -> None:
    html = styleguide.render().replace("<h1>", '<h1 id="probe" hx-on:click="document.title = \'ran\'">', 1)
    with chromium.shown(html) as (page, _):
        page.click("#probe")
        page.wait_for_timeout(100)
        assert page.title() != "ran"


def test_without_scripts_every_part_is_still_there() -> None:
    with chromium.shown(styleguide.render(), scripts=False) as (page, _):
        assert page.locator(".am-filter form").is_visible()
        assert page.locator("details[data-menu] > summary").is_visible()
        assert page.locator("[data-copy]").first.is_hidden()
        page.locator("details[data-menu] > summary").click()
        assert page.locator(".am-menu__panel").is_visible()
