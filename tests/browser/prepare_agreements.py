"""What the browser tests open of agreements on integration."""

from datetime import time, timedelta
from typing import Any
from uuid import uuid4


class OfAgreements:
    """Finds the demonstration's agreements by their state; takes part in ``Preparation``."""

    found: dict[str, Any]

    def agreements(self) -> None:
        """Agreements of the demonstration in their states, one begun from a template, and a link that a provider can use."""
        from augenmass.access.actor import actor_for
        from augenmass.agreements.actions.interpreting import NewInterpreting, ask_interpreter
        from augenmass.agreements.actions.promising import NewPromise, ask
        from augenmass.agreements.actions.starting import Known, begin_agreement
        from augenmass.agreements.models import Agreement, FamilyLink, PrintBatch, ProviderLink
        from augenmass.agreements.rules.days import falls_on
        from augenmass.agreements.rules.link import INTERPRETER, PROVIDER
        from augenmass.directory.models import Account
        from augenmass.law.time import today

        counsellor = actor_for(Account.objects.get(username="nowak"))
        assert counsellor is not None
        for agreement in Agreement.objects.filter(counsellor=counsellor.account).order_by(
            "-participant__language", "pk"
        ):
            newest = agreement.editions.order_by("-number")[0]
            again = newest.number > 1 and agreement.running
            state = newest.stage if agreement.state == "draft" else "amended" if again else agreement.state
            self.found[f"agreement_{state}"] = str(agreement.key)
            if newest.signatures.exclude(scan_sha256="").exists():
                self.found["agreement_paper"] = str(agreement.key)
        for link in FamilyLink.objects.all():
            self.found["agreement_linked" if link.holds else "agreement_asked"] = str(link.asked.key)
        begun = begin_agreement(counsellor, uuid4(), Known("Abena Boateng", "en"), "arrival")
        due = today() + timedelta(weeks=6)
        while falls_on(due, counsellor.body.land):
            due += timedelta(days=1)
        asked = NewPromise(uuid4(), "Kursträger (erfunden)", "kurse@auenkreis.example", "ein Platz im Sprachkurs", due)
        said = (
            due,
            time(14, 30),
            60,
            "place",
            "Marktplatz 1",
            "en",
            "Dolmetschdienst (erfunden)",
            "dienst@auenkreis.example",
        )
        request = ask_interpreter(counsellor, begun.key, 0, NewInterpreting(uuid4(), *said), lambda token: token)
        begun.refresh_from_db()
        step = begun.editions.get().said.steps[0]
        promise = ask(
            counsellor, begun.key, begun.version, asked, lambda token: f"https://augenmass.example/zusage/{token}/"
        )
        self.found |= {
            "agreement_open": str(begun.key),
            "agreement_step": str(step.key),
            "reminder_batch": str(PrintBatch.objects.get(body=counsellor.body).key),
            "interpreter_token": INTERPRETER.token_of(request.link),
            "provider_token": PROVIDER.token_of(ProviderLink.objects.get(promise=promise).key),
        }
        self._pilots()

    def _pilots(self) -> None:
        """The pilot of the demonstration with its last report, and one that is prepared."""
        from augenmass.access.actor import actor_for
        from augenmass.directory.models import Account
        from augenmass.evaluation.actions.preparing import NewPlace, Plan, add_place, prepare_pilot
        from augenmass.evaluation.models import Pilot, Place, Report

        evaluator = actor_for(Account.objects.get(username="hagen"))
        assert evaluator is not None
        pilot = Pilot.objects.get()
        draft = prepare_pilot(
            evaluator, uuid4(), Plan("Zweite Erprobung", pilot.last.next, pilot.last.next, "Wirkt es?")
        )
        add_place(evaluator, draft.key, 0, NewPlace("99002000", "Talstadt", "Migrationsberatung Talstadt"))
        self.found |= {
            "pilot": str(pilot.key),
            "pilot_draft": str(draft.key),
            "pilot_report": str(Report.objects.get(compares=True).key),
            "pilot_place": str(Place.objects.get(pilot=pilot, number=1).key),
        }
