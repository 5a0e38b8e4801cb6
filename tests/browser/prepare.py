"""Fills a demonstration with the invented cases that the browser tests open, each in the state that its test needs.

Runs as a process of its own, in the environment of the installation under test; writes the addresses as JSON.
"""

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import django
from tests.browser.invented import NAMES, blank_pdf, open_case
from tests.browser.prepare_agreements import OfAgreements
from tests.browser.prepare_conferences import OfConferences
from tests.browser.prepare_offers import OfOffers
from tests.browser.prepare_readers import OfReaders
from tests.browser.prepare_return import OfReturn

UNCHECKED = ("mouse", "keyboard", "without_script")
"""In these cases nobody has looked at the classes of error yet."""
STATES = ("draft", "complete", "waiting", "signed", "dispatched", "served")
REASONS = "Der Zweck Ihres Aufenthalts ist entfallen. Sie haben dazu bei der Anhörung nichts vorgetragen."


class Preparation(OfAgreements, OfConferences, OfOffers, OfReaders, OfReturn):
    """Makes the cases in the name of one caseworker and one head of office."""

    def __init__(self) -> None:
        from augenmass.access.actor import actor_for
        from augenmass.directory.models import Account, Unit

        def actor(name: str) -> Any:
            return actor_for(Account.objects.get(username=name))

        self.officer, self.head, self.clerk = actor("okonkwo"), actor("vogt"), actor("ackermann")
        self.unit = Unit.objects.get(body=self.officer.body, key="rueckkehr")
        self.found: dict[str, Any] = {}

    def retention(self) -> None:
        """A deletion that was proposed and refused: nothing is gone, and its protocol can be read."""
        from augenmass.access.actor import actor_for
        from augenmass.directory.models import Account
        from augenmass.retention.actions.runs import propose, refuse

        officer = actor_for(Account.objects.get(username="reimann"))
        assert officer is not None
        run = refuse(self.head, propose(officer, uuid4()).key)
        self.found["deletion_run"] = str(run.key)

    def counted(self) -> None:
        """What steps wait for, and the numbers of return, as the worker counts them at night."""
        from augenmass.cases.open_points import count_open_points
        from augenmass.law.time import today
        from augenmass.overview.actions import count_bodies

        count_open_points()
        list(count_bodies())
        self.found["last_year"] = str(today().year - 1)

    def compared(self) -> None:
        """What the reform of June, and the days since then, do to the cases."""
        from datetime import date

        from augenmass.cases.actions.comparing import ask_comparison
        from augenmass.cases.comparing import carry_on
        from augenmass.cases.models import MovedCases
        from augenmass.cases.queries.comparison import days

        for later in (date(2026, 8, 17), date(2026, 6, 12)):
            made = ask_comparison(self.officer, uuid4(), days(date(2026, 6, 11), later))
            carry_on(made.pk, 600)
        moved = MovedCases.objects.filter(comparison=made).exclude(question="").earliest("pk")
        self.found |= {
            "comparison": str(made.key),
            "moved_question": moved.question,
            "moved_before": moved.before,
            "moved_after": moved.after,
        }

    def printed(self) -> None:
        """Documents of the law: one that is set and one that waits."""
        from augenmass.law.time import now
        from augenmass.lawbook.models import Printing
        from augenmass.letters.law_printing import ask_printing

        done = ask_printing(self.officer, uuid4(), "AsylG", "de")
        done.volumes.create(number=1, heading="", file=PAPER)
        Printing.objects.filter(pk=done.pk).update(state=Printing.State.DONE, finished_at=now())
        waiting = ask_printing(self.officer, uuid4(), "AufenthG", "de")
        waiting.volumes.create(number=1, heading="", file=PAPER)
        waiting.volumes.create(number=2, heading="")
        hour = now() + timedelta(hours=1)
        Printing.objects.filter(pk=waiting.pk).update(lease_until=hour, lease_holder="test")
        self.found |= {"printing_done": str(done.key), "printing_asked": str(waiting.key)}

    def case(self, role: str, number: int) -> int:
        """A case in which everything is established and the next step is the warning."""
        from augenmass.law.norms.specimens import OBLIGED
        from augenmass.law.time import today

        family, first = NAMES[role]
        lately = None if role in UNCHECKED else (today() - timedelta(days=3)).isoformat()
        checked: dict[str, str | None] = {name: lately for name in OBLIGED if name.startswith("checked_")}
        about = {"family_name": family, "first_names": first, "sex": "f" if number % 2 else "m"}
        case = open_case(self.officer, self.unit, number, OBLIGED, enforceability_checked_on=lately, **about, **checked)
        self.found[role] = str(case.key)
        return int(case.pk)

    def warning(self, role: str, case_id: int) -> None:
        """Take the warning as far as the name of the case says."""
        from augenmass.law.time import today
        from augenmass.letters.actions import dispatch as sending
        from augenmass.letters.actions.drafting import save_draft
        from augenmass.letters.models import Dispatch, Letter, ServiceProof
        from augenmass.letters.queries.letters import draft_of
        from augenmass.record.models import Case
        from augenmass.steps.actions import taking as steps

        def version() -> int:
            return int(Case.objects.get(pk=case_id).version)

        far = STATES.index(role)
        form = steps.StepForm(
            {"departure_period_days": "30", "warning_target_state": "GE"}, REASONS, version(), uuid4()
        )
        taken = steps.begin(self.officer, case_id, "issue_warning", form)
        letter = Letter.objects.get(taking=taken.key)
        self.found[f"{role}_taking"], self.found[f"{role}_letter"] = str(taken.key), str(letter.key)
        done: list[Callable[[], Any]] = [
            lambda: save_draft(
                self.officer,
                letter.key,
                replace(
                    draft_of(letter),
                    facts="Sie sind am 12.03.2024 mit einem Visum eingereist. Ihren Antrag auf eine Aufenthaltserlaubnis "
                    "haben wir am 04.05.2026 abgelehnt. Die Ablehnung ist seit dem 09.06.2026 bestandskräftig.",
                    obstacles="Sie haben keine Kinder und keine Angehörigen im Bundesgebiet. Hinweise auf eine "
                    "Erkrankung liegen nicht vor.",
                    discretion="Eine Frist von 30 Tagen genügt, um Wohnung und Verträge zu kündigen.",
                    hearing_statement="Sie haben sich nicht geäußert.",
                ),
                letter.edition,
            ),
            lambda: steps.give_to_sign(self.officer, taken, version()),
            lambda: steps.sign_second(self.head, taken, version()),
            lambda: sending.record_dispatch(
                self.officer,
                letter.key,
                sending.SentLetter(uuid4(), Dispatch.Method.CERTIFICATE, today()),
            ),
            lambda: sending.record_service(
                self.officer,
                letter.key,
                sending.Service(ServiceProof.Manner.LETTERBOX, today(), blank_pdf(), instruction="correct"),
            ),
        ]
        for act in done[:far]:
            act()

    def desk(self) -> None:
        """Post, tasks, a note, a family link, an absence, a saved view, a disputed fact."""
        from augenmass.cases.actions.documents import DocumentText, add_document
        from augenmass.cases.actions.family import link_relative
        from augenmass.cases.models import Document, FamilyLink, PositionMark
        from augenmass.law.time import today
        from augenmass.record.models import Case
        from augenmass.work.actions.absence import NewAbsence, record_absence
        from augenmass.work.actions.notes import write_note
        from augenmass.work.actions.post import NewPost, register_post
        from augenmass.work.actions.tasks import NewTask, create_task
        from augenmass.work.models import BookedDeadline, IncomingPost, Task

        draft = Case.objects.get(key=self.found["draft"])
        officer = self.officer.account_id
        task = create_task(
            self.officer,
            draft.pk,
            NewTask(uuid4(), Task.Kind.RESUBMISSION, "Rückmeldung der Beratungsstelle abwarten", today(), officer),
        )
        write_note(self.officer, draft.pk, uuid4(), "Telefonat mit der Beratungsstelle: Termin am Donnerstag.")
        kind = IncomingPost.Kind
        piece = register_post(
            self.officer,
            NewPost(
                uuid4(),
                kind.AUTHORITY,
                "Standesamt Auenburg",
                "Auskunft zur Geburtsurkunde",
                today(),
                draft.pk,
                officer,
            ),
        )
        loose = register_post(
            self.officer, NewPost(uuid4(), kind.PERSON, "Absender unleserlich", "Adressänderung", today())
        )
        document = add_document(
            self.officer, draft.pk, blank_pdf(), DocumentText(Document.Kind.IDENTITY, "Reisepass, Kopie")
        )
        complete = Case.objects.get(key=self.found["complete"])
        link_relative(self.officer, draft.pk, complete.number, FamilyLink.Relation.SPOUSE, same_household=True)
        colleague = self._account("petersen")
        week = timedelta(days=7)
        absence = record_absence(self.head, NewAbsence(colleague, officer, today(), today() + week))
        doubtful = PositionMark.objects.filter(kind=PositionMark.Kind.DOUBT, key="doubt_asylum_procedure")
        self.found |= {
            "doubtful": str(doubtful.order_by("case__number").values_list("case__key", flat=True)[0]),
            "task": str(task.key),
            "post_piece": str(piece.key),
            "loose_piece": str(loose.key),
            "document": str(document.key),
            "absence": absence.pk,
            "deadline": str(BookedDeadline.objects.filter(case__key=self.found["served"]).earliest("pk").key),
        }

    def bodies(self) -> None:
        """Referrals of the demonstration by state, a secret fact with a named person, somebody new in the body."""
        from augenmass.access.actions import name_recipient
        from augenmass.access.actor import actor_for
        from augenmass.administration.actions.people import NewPerson, NewRole, add_person
        from augenmass.cases.actions.facts import FactEntry, establish_fact
        from augenmass.competence.models import Referral
        from augenmass.directory.models import Account, Body
        from augenmass.directory.roles import Role
        from augenmass.law.time import today

        sent = Referral.objects.filter(sender=self.officer.body).order_by("pk")
        for referral in sent.exclude(matter="enforcement", state__in=["in_progress", "accepted", "returned"]):
            self.found[f"referral_{referral.state}"] = str(referral.key)
        at_office = {one.state: str(one.key) for one in sent.filter(matter="enforcement")}
        self.found |= {"referral_incomplete": at_office["in_progress"], "referral_taken": at_office["accepted"]}
        waiting = Referral.objects.get(key=self.found["referral_in_progress"])
        self.found["referred_case"] = str(waiting.case.key)
        fact = establish_fact(self.officer, waiting.case_id, FactEntry("removal_course", "Abholung am Morgen"), None)
        name_recipient(self.officer, fact.pk, self.head.account_id)
        administrator = actor_for(Account.objects.get(username="sommer"))
        assert administrator is not None

        def keep(secret: str) -> str:
            self.found["secret"] = secret
            return f"http://localhost/passwort-setzen/{secret}/"

        role = NewRole(Role.CASEWORKER, today(), None, self.unit.pk)
        new = NewPerson("m.neumann", "Mara Neumann", "m.neumann@abh-auenkreis.example", "", role)
        self.found["person_new"] = add_person(administrator, new, keep).pk
        self.found |= {
            "person": self._account("petersen"),
            "administrator": administrator.account_id,
            "police": Body.objects.get(key="polizei-auenburg").pk,
            "benefits": Body.objects.get(key="leistung-auenkreis").pk,
        }

    def transmissions(self) -> None:
        """Messages of the demonstration by state."""
        from augenmass.transmissions.models import Received, Transmission

        for sent in Transmission.objects.filter(sender=self.officer.body).order_by("pk"):
            self.found[f"transmission_{sent.state}"] = str(sent.key)
        waiting = Received.objects.filter(state="new").order_by("pk")
        self.found["message_new"] = str(waiting.filter(body=self.officer.body).values_list("message", flat=True)[0])
        self.found["message_for_benefits"] = str(
            waiting.filter(body__key="leistung-auenkreis").values_list("message", flat=True)[0]
        )
        self.found["request_accepted"] = str(Received.objects.get(kind="request", state="accepted", case=None).message)

    def counsellors(self) -> None:
        """What a counselling service may tell: a statement that a person approved, and the listed particulars of a funded return."""
        from augenmass.access.actor import actor_for
        from augenmass.directory.models import Account
        from augenmass.funded_return.actions import Transmission, transmit
        from augenmass.law.time import today
        from augenmass.statement import Statement
        from augenmass.work.actions.statements import take_statement

        said = Statement(
            key=uuid4(),
            number="BT-2026/009",
            text="Ich war in der Beratung und möchte bis Ende September entscheiden, ob ich freiwillig ausreise.",
            language="de",
            sender="Rückkehr- und Perspektivberatung Auenkreis",
            sender_public=True,
            approved_on=today(),
            approved_how="screen",
            approved_language="fr",
            interpreter=True,
        )
        taken, _new = take_statement(self.officer, said.signed(b"k" * 32))
        counsellor = actor_for(Account.objects.get(username="peters"))
        assert counsellor is not None
        listed = {
            "family_name": "Kolbe",
            "birth_name": "",
            "given_names": "Nadim",
            "spelling": "",
            "marital_status": "single",
            "date_of_birth": "1990-01-31",
            "birth_place": "Tiflis",
            "birth_country": "Georgien",
            "birth_district": "",
            "sex": "male",
            "doctorate": "",
            "nationalities": "Georgien",
            "target_state": "Georgien",
            "funding_kind": "Reisekosten und Starthilfe",
            "funding_extent": "1.000 Euro",
            "funding_reason": "Freiwillige Rückkehr zur Familie",
            "departure": "not_yet",
            "expelled": "no",
        }
        sent = transmit(counsellor, Transmission(uuid4(), self.officer.body_id, "carrying_out", listed))
        self.found |= {"statement_post": str(taken.post.key), "funded_return": str(sent.key)}

    def gate(self) -> None:
        """What the demonstration left open at the release: an item with a file that waits for the second person."""
        from augenmass.access.actor import actor_for
        from augenmass.directory.models import Account
        from augenmass.gate.actions.items import NewAdoption, record_adoption
        from augenmass.law.time import today

        officer = actor_for(Account.objects.get(username="reimann"))
        assert officer is not None
        says = "Merkblatt in acht Sprachen, Ablage Öffentlichkeit 3/2026"
        made = record_adoption(
            officer, "information", NewAdoption(uuid4(), "adopted", says, today(), content=blank_pdf())
        )
        self.found["gate_document"] = str(made.key)

    def imports(self, folder: Path) -> None:
        """Runs in every state that has a page of its own."""
        from augenmass.intake.actions.receive import receive
        from augenmass.intake.actions.whole_file import import_file
        from augenmass.intake.models import ImportRun

        path = folder / "export-auenkreis.csv"
        path.write_text(DOUBTFUL, encoding="utf-8")
        receive(self.clerk, "Fachverfahren B", path.name, path)
        import_file(self.clerk, path, "Fachverfahren C", preview_only=True)
        runs = {run.state: str(run.key) for run in ImportRun.objects.all()}
        self.found |= {f"import_{state}": key for state, key in runs.items()}

    def _account(self, name: str) -> int:
        from augenmass.directory.models import Account

        return int(Account.objects.get(username=name).pk)


DOUBTFUL = """Aktenzeichen;Familienname;Vornamen;Geburtsdatum;Staatsangehörigkeit;Asylverfahren läuft
BT-IMP/001;Brenner;Ilka;31.12.1990;Georgien;ja
BT-IMP/002;Costa;Rui;00.00.1985;Portugal;nein
BT-IMP/003;Dahl;Signe;31.02.1991;Georgien;nein
BT-IMP/003;Dahl;Signe;01.02.1991;Georgien;nein
;Ohne;Nummer;01.01.1970;Georgien;nein
"""
"""An export with a person whose asylum procedure runs, a citizen of the Union, an impossible day, a number twice and one without."""


PAPER = b"%PDF-1.7\n" + b"% a document of the law would stand here\n" * 5


def main() -> None:
    """Prepare everything and write the addresses to standard output."""
    django.setup()
    made = Preparation()
    for number, role in enumerate(NAMES, 1):
        case_id = made.case(role, number)
        if role in STATES:
            made.warning(role, case_id)
    made.desk()
    made.opened_to_others()
    made.disclosed()
    made.watched_over()
    made.bodies()
    made.transmissions()
    made.fund()
    made.programs()
    made.obstacles()
    made.conferences()
    made.special_staff()
    made.agreements()
    made.offers()
    made.papers()
    made.counsellors()
    made.departures()
    made.accommodation()
    made.notices()
    made.gate()
    made.imports(Path(sys.argv[1]))
    made.retention()
    made.counted()
    made.prospects()
    made.compared()
    made.printed()
    json.dump(made.found, sys.stdout)


if __name__ == "__main__":
    main()
