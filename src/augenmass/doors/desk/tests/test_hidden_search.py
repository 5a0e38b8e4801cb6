"""Names that are searched for stand in no address: not in the one that a form leads to, nor in links of the page, nor in a saved view's."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from django.http import QueryDict
from django.test import override_settings
from django.urls import reverse

from augenmass.cases.models import SavedView
from augenmass.conftest import MakeCase
from augenmass.doors.desk.hidden_search import HIDDEN, NotReadable, hidden_query, hide, opened_query, reveal

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.access.actor import Actor

pytestmark = [pytest.mark.db, pytest.mark.django_db]
Browser = Callable[["Actor"], "Client"]


def test_words_come_back_for_the_same_account_only_and_always_look_the_same() -> None:
    for words in ("Haddad", "Đặng Thị", "x" * 100, "محمد"):
        hidden = hide(words, 1)
        assert hidden == hide(words, 1)
        assert words not in hidden
        assert reveal(hidden, 1) == words
        with pytest.raises(NotReadable):
            reveal(hidden, 2)
        with override_settings(SECRET_KEY="another secret of at least 32 characters"), pytest.raises(NotReadable):
            reveal(hidden, 1)
    assert len(hide("Ida", 1)) == len(hide("Haddad-Sommerfeld, Karim", 1)), "the length tells little"


@pytest.mark.parametrize("address", ["", "x", "AAAA", "ä", "=" * 40, "A" * 80])
def test_an_address_that_nobody_made_is_refused(address: str) -> None:
    with pytest.raises(NotReadable):
        opened_query(QueryDict(urlencode({HIDDEN: address})), 1)


def test_a_query_keeps_its_filters_and_drops_what_is_empty() -> None:
    query = hidden_query(QueryDict("q=Haas&lane=clarify&unit=&csrfmiddlewaretoken=x&sort=name"), 1)
    assert set(parse_qs(query)) == {"lane", "sort", HIDDEN}
    assert hidden_query(QueryDict("q=  &lane="), 1) == ""
    assert opened_query(QueryDict(query), 1).dict() == {"lane": "clarify", "sort": "name", "q": "Haas"}


def test_a_search_leads_to_an_address_without_the_name_that_can_be_paged_sorted_and_kept(
    actor: "Actor", case_with: MakeCase, client_of: Browser
) -> None:
    for number in range(60):
        case_with({"family_name": "Haddad", "first_names": "Karim"}, number=f"N-{number:02}")
    case_with({"family_name": "Sommer"}, number="S-1")
    browser = client_of(actor)
    answer = browser.post(reverse("search"), {"q": "haddad"})
    assert answer.status_code == 302
    assert "haddad" not in answer["Location"].lower()
    page = browser.get(answer["Location"])
    shown = page.content.decode()
    assert 'value="haddad"' in shown
    assert "S-1" not in shown
    links = re.findall(r'href="(\?[^"]+)"', shown)
    assert any("page=2" in link for link in links)
    assert any("sort=" in link for link in links)
    assert not any("haddad" in link.lower() for link in re.findall(r'(?:href|action)="([^"]+)"', shown))
    second = browser.get(
        urlsplit(answer["Location"]).path + next(x for x in links if "page=2" in x).replace("&amp;", "&")
    )
    assert "N-" in second.content.decode()
    assert "S-1" not in second.content.decode()

    query = urlsplit(answer["Location"]).query
    assert browser.get(f"{reverse('export_ask')}?{query}").status_code == 200
    kept = browser.post(reverse("save_view"), {"query": query, "name": "Haddads"})
    assert "haddad" not in kept["Location"].lower()
    assert SavedView.objects.get().query == "q=haddad", "kept as it was typed: another secret key does not lose it"
    assert f"?{query}" in browser.get(reverse("worklist")).content.decode()


def test_somebody_elses_address_finds_nothing_and_says_so(
    actor: "Actor", approver: "Actor", case_with: MakeCase, client_of: Browser
) -> None:
    case_with({"family_name": "Haddad"})
    address = client_of(actor).post(reverse("worklist"), {"q": "haddad", "lane": ""})["Location"]
    answer = client_of(approver).get(address, follow=True)
    assert answer.redirect_chain == [(reverse("worklist"), 302)]
    assert "gilt nicht mehr" in answer.content.decode()


def test_the_forms_of_a_page_send_names_and_never_ask_for_them_in_the_address(
    actor: "Actor", case_with: MakeCase, client_of: Browser
) -> None:
    case_with({"family_name": "Haddad"})
    page = client_of(actor).get(reverse("worklist")).content.decode()
    for form in re.findall(r"<form[^>]*>.*?</form>", page, re.S):
        if 'name="q"' in form:
            assert 'method="post"' in form
            assert "csrfmiddlewaretoken" in form
