"""Two people of a town write at the same moment: on PostgreSQL one waits, and nothing is there twice."""

from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.db import connections

from augenmass.access.actor import Actor
from augenmass.access.reader import reading_for
from augenmass.law.time import today
from augenmass.offers.actions.importing import plan_of, receive_file, table_of, take_file
from augenmass.offers.actions.keeping import add_offer
from augenmass.offers.models import Offer
from augenmass.offers.rules.reading import read_entry
from augenmass.offers.tests.conftest import ROW
from augenmass.work.refusal import NotDone

TEXT = "Kennung;Art;Name;AGS;Gemeinde\nA-1;Sprachkurs;Eins;15001000;Nordheim\nA-2;Sprachkurs;Zwei;15001000;Nordheim\n"


@pytest.mark.pg
@pytest.mark.django_db(transaction=True)
def test_two_files_and_a_form_at_once_leave_each_entry_once(keeper: Actor) -> None:
    files = [receive_file(keeper, "liste.csv", [TEXT.encode()]) for _number in range(2)]
    stamps = [plan_of(keeper, table_of(file)).stamp for file in files]
    together = Barrier(3)
    outcomes: list[str] = []

    def run(number: int) -> None:
        try:
            with reading_for(keeper):
                together.wait()
                if number < 2:
                    take_file(keeper, files[number].key, stamps[number], [])
                else:
                    add_offer(keeper, uuid4(), read_entry(ROW | {"code": "A-1"}, today()))
            outcomes.append("done")
        except NotDone:
            outcomes.append("refused")
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(outcomes) == ["done", "refused", "refused"]
    assert Offer.objects.filter(code="A-1").count() == 1
