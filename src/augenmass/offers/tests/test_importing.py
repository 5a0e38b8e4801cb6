"""Taking a file over: what is new, changed, the same, missing; twice; with somebody else writing in between; and who may."""

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from augenmass.access.actor import Actor, NotPermitted
from augenmass.law.time import now, today, travel
from augenmass.offers.actions.importing import (
    discard_file,
    plan_of,
    receive_file,
    sweep_files,
    table_of,
    take_file,
    take_table,
)
from augenmass.offers.actions.keeping import change_offer, close_offer
from augenmass.offers.models import Offer, OfferFile
from augenmass.offers.queries.files import files_of, one_file
from augenmass.offers.queries.offers import kept_offers
from augenmass.offers.rules.sentences import TableRefused
from augenmass.offers.rules.table import read_table, write_entries
from augenmass.offers.tests.conftest import Put, WriteFile
from augenmass.record.models import Action
from augenmass.work.refusal import NotDone

if TYPE_CHECKING:
    from augenmass.conftest import MakeActor
    from augenmass.directory.models import Body

pytestmark = pytest.mark.db
HEAD = "Kennung;Art;Name;AGS;Gemeinde;Montag;Kosten"
FIRST = f"{HEAD}\nA-1;Sprachkurs;Eins;15001000;Nordheim;9-12;kostenlos\nA-2;Sprachkurs;Zwei;15001000;Nordheim;;\n"


def _upload(actor: Actor, text: str, name: str = "liste.csv") -> OfferFile:
    return receive_file(actor, name, [text.encode()])


def _take(actor: Actor, text: str, *closing: Offer) -> OfferFile:
    file = _upload(actor, text)
    plan = plan_of(actor, table_of(file))
    return take_file(actor, file.key, plan.stamp, [offer.key for offer in closing])


def test_a_file_is_taken_and_the_same_again_changes_nothing(keeper: Actor) -> None:
    assert _take(keeper, FIRST).result == {"new": 2, "changed": 0, "same": 0, "refused": 0, "closed": 0}
    versions = list(Offer.objects.order_by("pk").values_list("pk", "version", "changed_at"))
    assert _take(keeper, FIRST).result == {"new": 0, "changed": 0, "same": 2, "refused": 0, "closed": 0}
    assert list(Offer.objects.order_by("pk").values_list("pk", "version", "changed_at")) == versions


def test_a_change_is_shown_before_and_a_missing_column_changes_nothing(keeper: Actor) -> None:
    _take(keeper, FIRST)
    text = "Kennung;Art;Name;AGS;Gemeinde\nA-1;Sprachkurs;Eins neu;15001000;Nordheim\nA-2;Sprachkurs;Zwei;15001000;Nordheim\n"
    plan = plan_of(keeper, table_of(_upload(keeper, text)))
    assert [one.parts for one in plan.changed] == [[("name", "Eins", "Eins neu")]]
    assert plan.same == 1
    _take(keeper, text)
    found = Offer.objects.get(code="A-1")
    assert (found.name, found.costs, found.spans.count()) == ("Eins neu", "kostenlos", 1)


def test_an_empty_cell_empties(keeper: Actor) -> None:
    _take(keeper, FIRST)
    _take(keeper, FIRST.replace("9-12;kostenlos", ";"))
    found = Offer.objects.get(code="A-1")
    assert (found.costs, found.spans.count()) == ("", 0)


def test_what_the_file_no_longer_names_is_closed_only_when_chosen(keeper: Actor) -> None:
    _take(keeper, FIRST)
    short = FIRST.rsplit("A-2", 1)[0]
    two = Offer.objects.get(code="A-2")
    assert [offer.code for offer in plan_of(keeper, table_of(_upload(keeper, short))).missing] == ["A-2"]
    assert _take(keeper, short).result["closed"] == 0
    assert kept_offers(keeper).count() == 2
    assert _take(keeper, short, two).result["closed"] == 1
    assert [offer.code for offer in kept_offers(keeper, "closed")] == ["A-2"]
    taken = _take(keeper, FIRST)
    assert taken.result["changed"] == 1, "an offer that is named again is listed again"
    assert kept_offers(keeper).count() == 2


def test_only_entries_of_the_own_body_are_missing_or_closed(
    keeper: Actor, put: Put, make_actor: "MakeActor", town: "Body"
) -> None:
    from augenmass.directory.models import Body

    other = Body.objects.create(key="sued", kind=Body.Kind.MUNICIPALITY, name="Gemeinde Süd", land="ST")
    neighbour = make_actor("sued", other, "municipal_officer")
    theirs = put(code="A-9")
    file = _upload(neighbour, FIRST)
    plan = plan_of(neighbour, table_of(file))
    assert plan.missing == []
    take_file(neighbour, file.key, plan.stamp, [theirs.key])
    theirs.refresh_from_db()
    assert theirs.closed_on is None
    assert Offer.objects.filter(code="A-1", body=other).count() == 1
    assert files_of(keeper) == []
    with pytest.raises(OfferFile.DoesNotExist):
        one_file(keeper, file.key)


def test_a_preview_that_somebody_overtook_is_not_taken(keeper: Actor) -> None:
    _take(keeper, FIRST)
    file = _upload(keeper, FIRST.replace("Eins", "Eins neu"))
    stamp = plan_of(keeper, table_of(file)).stamp
    close_offer(keeper, Offer.objects.get(code="A-2").key, 0)
    with pytest.raises(NotDone, match="seit der Vorschau geändert"):
        take_file(keeper, file.key, stamp, [])
    assert Offer.objects.get(code="A-1").name == "Eins"
    file.refresh_from_db()
    assert file.state == OfferFile.State.WAITING


def test_a_file_is_taken_once_and_a_discarded_one_never(keeper: Actor) -> None:
    file = _upload(keeper, FIRST)
    stamp = plan_of(keeper, table_of(file)).stamp
    take_file(keeper, file.key, stamp, [])
    with pytest.raises(NotDone, match="schon übernommen"):
        take_file(keeper, file.key, stamp, [])
    other = _upload(keeper, FIRST)
    discard_file(keeper, other.key)
    with pytest.raises(NotDone, match="schon übernommen oder verworfen"):
        take_file(keeper, other.key, stamp, [])
    assert Offer.objects.count() == 2


def test_a_bad_file_is_refused_and_nothing_is_kept(keeper: Actor) -> None:
    with pytest.raises(TableRefused):
        _upload(keeper, "Name;Ort\nx;y\n")
    with pytest.raises(TableRefused, match="größer als 5 MB"):
        receive_file(keeper, "gross.csv", (b"x" * 1_000_000 for _part in range(6)))
    assert not OfferFile.objects.exists()
    assert not Action.objects.filter(kind__startswith="offers.").exists()


def test_every_change_stands_in_the_record(keeper: Actor) -> None:
    _take(keeper, FIRST)
    kinds = list(Action.objects.order_by("pk").values_list("kind", flat=True))
    assert kinds == ["offers.file_uploaded", "offers.file_taken"]


def test_what_is_exported_is_read_back_and_changes_nothing(keeper: Actor, put: Put, tmp_path: Path) -> None:
    put(
        languages="de, ar",
        step_free="ja",
        lift="nein",
        day_1="9-12, 14-16",
        latitude="51,8",
        longitude="12,2",
        free_places="4",
        free_places_on="01.11.2026",
        valid_until="31.12.2099",
        hours_note="Ferien: nach Vereinbarung",
    )
    put(name="Rückkehr", kind="Rückkehrberatung", own_wish="ja")
    path = tmp_path / "export.csv"
    rows = kept_offers(keeper).prefetch_related("spans")
    assert write_entries(path, [offer.entry for offer in rows]) == 2
    plan = plan_of(keeper, read_table(path, today()))
    assert (plan.same, plan.does_something, plan.missing, plan.table.refused) == (2, False, [], ())


def test_the_command_takes_a_table_without_closing(keeper: Actor, put: Put, write_file: WriteFile) -> None:
    put(code="B-1")
    plan = take_table(keeper, read_table(write_file(FIRST), today()))
    assert len(plan.new) == 2
    assert [offer.code for offer in plan.missing] == ["B-1"]
    assert kept_offers(keeper).count() == 3


def test_nobody_else_takes_a_file(make_actor: "MakeActor", town: "Body", body: "Body") -> None:
    counsellor = make_actor("nowak", town, "integration_counsellor")
    authority = make_actor("sommer", body, "body_administrator")
    for who in (counsellor, authority):
        with pytest.raises(NotPermitted):
            _upload(who, FIRST)
        assert files_of(who) == []
    assert not OfferFile.objects.exists()


def test_files_go_after_thirty_days(keeper: Actor) -> None:
    _upload(keeper, FIRST)

    class _Turn:
        stopping = False

        def renew(self) -> None: ...

    with travel(now() + timedelta(days=29)):
        assert sweep_files(_Turn()) == 0
    with travel(now() + timedelta(days=31)):
        assert sweep_files(_Turn()) == 1


def test_a_row_changed_by_hand_is_shown_as_changed_by_the_file(keeper: Actor) -> None:
    _take(keeper, FIRST)
    offer = Offer.objects.prefetch_related("spans").get(code="A-1")
    from dataclasses import replace

    change_offer(keeper, offer.key, offer.version, replace(offer.entry, name="Von Hand"))
    plan = plan_of(keeper, table_of(_upload(keeper, FIRST)))
    assert [one.parts for one in plan.changed] == [[("name", "Von Hand", "Eins")]]
