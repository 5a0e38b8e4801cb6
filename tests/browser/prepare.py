"""Fills a demonstration with the invented cases that the browser tests open, each in the state that its test needs.

Runs as a process of its own, in the environment of the installation under test; writes the addresses as JSON.
"""

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import uuid4

import django

NAMES = {
    "mouse": ("Sorg", "Mirela"),
    "keyboard": ("Talvik", "Anneke"),
    "without_script": ("Nemec", "Radko"),
    "race": ("Quist", "Ylva"),
    "twice": ("Orsini", "Fedra"),
    "stale": ("Ibsen", "Torvald"),
    "session": ("Ferrand", "Colette"),
    "files": ("Zander", "Milo"),
    "voluntary": ("Sandor", "Ilona"),
    "draft": ("Haas", "Livia"),
    "complete": ("Velden", "Oskar"),
    "waiting": ("Drossel", "Samira"),
    "signed": ("Kolbe", "Nadim"),
    "dispatched": ("Marten", "Elif"),
    "served": ("Aster", "Ravi"),
}
"""Invented people, by what their case is for. The last six have a warning in the state of that name."""
UNCHECKED = ("mouse", "keyboard", "without_script")
"""In these cases nobody has looked at the classes of error yet."""
STATES = ("draft", "complete", "waiting", "signed", "dispatched", "served")
REASONS = "Der Zweck Ihres Aufenthalts ist entfallen. Sie haben dazu bei der Anhörung nichts vorgetragen."


def _pdf() -> bytes:
    from pypdf import PdfWriter

    writer, target = PdfWriter(), BytesIO()
    writer.add_blank_page(width=595, height=842)
    writer.write(target)
    return target.getvalue()


class Preparation:
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
        from augenmass.cases.positions import recompute
        from augenmass.law.norms.specimens import OBLIGED, with_facts
        from augenmass.law.time import today
        from augenmass.law.vocabulary import VOCABULARY
        from augenmass.record.ledger import book
        from augenmass.record.models import Case, Source

        family, first = NAMES[role]
        lately = None if role in UNCHECKED else (today() - timedelta(days=3)).isoformat()
        checked: dict[str, str | None] = {name: lately for name in OBLIGED if name.startswith("checked_")}
        facts = with_facts(
            OBLIGED,
            family_name=family,
            first_names=first,
            sex="f" if number % 2 else "m",
            address_street=f"Kastanienweg {number}",
            address_postal_code="99001",
            address_town="Auenburg",
            land="XM",
            enforceability_checked_on=lately,
            **checked,
        )
        with book(self.officer) as opened:
            case = Case.objects.create(
                number=f"BT-2026/{number:03d}",
                body=self.officer.body,
                unit=self.unit,
                officer=self.officer.account,
                created_at=opened.at,
            )
            source, _made = Source.objects.get_or_create(
                body=self.officer.body, kind=Source.Kind.OFFICER, label="Akte (erfunden)"
            )
            entry = opened.entry("case.opened", case)
            for name, value in facts.items():
                if not VOCABULARY[name].derived:
                    entry.establish(name, value, source_id=source.pk)
            opened.flush()
            recompute([case.pk])
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
                sending.Service(ServiceProof.Manner.LETTERBOX, today(), _pdf(), instruction="correct"),
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
            self.officer, draft.pk, _pdf(), DocumentText(Document.Kind.IDENTITY, "Reisepass, Kopie")
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

    def disclosed(self) -> None:
        """An extract to be signed, one that was handed over, a restriction that waits, and a file that is being bound."""
        from augenmass.cases.actions.documents import DocumentText, add_document
        from augenmass.cases.models import Document
        from augenmass.disclosure.actions import inspection
        from augenmass.disclosure.actions.requests import Asked, Handed, hand_over, record_request, sign_extract
        from augenmass.disclosure.actions.restrictions import Wanted, restrict
        from augenmass.disclosure.models import Asker, ExtractRequest, HandOver, Inspection, Restriction, Withheld
        from augenmass.law.time import today
        from augenmass.record.models import Case
        from augenmass.work.actions.notes import write_note

        def ask(role: str, name: str) -> ExtractRequest:
            case = Case.objects.get(key=self.found[role])
            check = ExtractRequest.Check.IDENTITY_DOCUMENT
            return record_request(self.officer, case.pk, Asked(uuid4(), Asker.PERSON, name, check, today()))

        done = ask("complete", f"{NAMES['complete'][1]} {NAMES['complete'][0]}")
        sign_extract(self.officer, done.key, read_through=True)
        hand_over(
            self.officer,
            done.key,
            Handed(HandOver.Way.IN_PERSON, today(), f"{NAMES['complete'][1]} {NAMES['complete'][0]}"),
        )
        case = Case.objects.get(key=self.found["served"])
        hint = write_note(self.officer, case.pk, uuid4(), "Hinweis einer Nachbarin zur Wohnung.")
        reason = "Die Nachbarin wäre zu erkennen."
        kind, provision = Restriction.Kind.NOTE, Restriction.Provision.OTHERS_RIGHTS
        restrict(self.officer, case.pk, Wanted(uuid4(), kind, str(hint.key), provision, reason))
        asked = inspection.Asked(uuid4(), Inspection.Provision.PARTY, "Kanzlei Sommer (erfunden)", today())
        begun = inspection.open_inspection(self.officer, case.pk, asked)
        text = DocumentText(Document.Kind.OTHER, "Schreiben einer Zeugin")
        paper = add_document(self.officer, case.pk, _pdf(), text)
        withheld = Withheld.Provision.DUTIES
        choice = inspection.Choice(uuid4(), f"document:{paper.key}", 1, 1, withheld, "Schutz der Zeugin")
        inspection.withhold(self.officer, begun.key, choice)
        secret = add_document(self.officer, case.pk, _pdf(), DocumentText(Document.Kind.OTHER, "Nachricht der Polizei"))
        removal = Withheld.Provision.REMOVAL
        unseen = inspection.Choice(
            uuid4(), f"document:{secret.key}", 1, 1, removal, "Der Termin ist geheim.", unseen=True
        )
        inspection.withhold(self.officer, begun.key, unseen)
        self.found |= {
            "extract_open": str(ask("served", f"{NAMES['served'][1]} {NAMES['served'][0]}").key),
            "extract_done": str(done.key),
            "inspection_open": str(begun.key),
        }

    def opened_to_others(self) -> None:
        """Two cases that another authority may look into: one that it has yet to open, one that it has opened."""
        from augenmass.access.actions import GrantForm, grant_access
        from augenmass.access.actor import Purpose, actor_for
        from augenmass.access.opening import open_case
        from augenmass.directory.models import Account
        from augenmass.law.time import today
        from augenmass.record.models import Case

        reader = actor_for(Account.objects.get(username="hartwig"))
        assert reader is not None
        asked = GrantForm(
            reader.body_id,
            ("identity", "residence", "decision"),
            Purpose.COOPERATION,
            "AufenthG § 86 Satz 1",
            "Die Familie ist in den Bezirk Talstadt gezogen.",
            today() + timedelta(days=60),
        )
        for name, role in (("granted", "draft"), ("opened", "complete")):
            case = Case.objects.get(key=self.found[role])
            grant_access(self.officer, case.pk, asked)
            self.found[name] = str(case.key)
        open_case(reader, case, Purpose.COOPERATION.value, "Rückfrage zum Umzug der Familie")

    def watched_over(self) -> None:
        """Looks by the operator, lists asked for as files, an earlier matrix of access."""
        from augenmass.access import support
        from augenmass.access.actor import actor_for
        from augenmass.access.matrix import hash_of, lines, written
        from augenmass.access.models import ListExport, MatrixVersion
        from augenmass.cases.actions.export import ask_export
        from augenmass.cases.queries.case import find
        from augenmass.cases.queries.worklist import WorklistFilter, worklist
        from augenmass.directory.models import Account
        from augenmass.law.time import now
        from augenmass.record.models import Case

        def actor(name: str) -> Any:
            return actor_for(Account.objects.get(username=name))

        operator, here = actor("winkler"), self.officer.body_id
        past = support.confirm(
            actor("sommer"), support.ask(operator, uuid4(), here, "Die Liste der Fälle lud am Morgen langsam").key
        )
        looking = support.looking(operator.account, past)
        worklist(looking, WorklistFilter())
        find(looking, Case.objects.get(key=self.found["draft"]).key)
        support.end(self.head, past.key)
        support.ask(operator, uuid4(), here, "Ein Import bleibt bei der Zuordnung stehen")
        running = support.ask(operator, uuid4(), actor("menzel").body_id, "Fehlermeldung beim Öffnen eines Falls")
        support.confirm(actor("menzel"), running.key)
        ask = "Abgleich mit der Belegung der Aufnahmeeinrichtung"
        self.found |= {
            "past_look": str(past.key),
            "list_export": str(ask_export(self.officer, uuid4(), WorklistFilter(lane="clarify"), ask).key),
        }
        long = ask_export(self.officer, uuid4(), WorklistFilter(), "Übersicht für den Jahresbericht der Dienststelle")
        ListExport.objects.filter(pk=long.pk).update(rows=4_812)  # more cases than are worth making here
        kept = [line for line in lines() if "police_liaison" not in line.roles]
        MatrixVersion.objects.create(
            hash=hash_of(written(kept)), content=written(kept), first_used_at=now() - timedelta(days=90)
        )

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

    def fund(self) -> None:
        """Commitments and payments of the demonstration by state."""
        from augenmass.fund.models import Payment, ProgrammeTerms, Tranche

        signed = Payment.objects.filter(state="signed", recoveries__isnull=False).earliest("pk")
        payable = Tranche.objects.filter(state="payable", payments=None).earliest("pk")
        self.found |= {
            "payment_signed": str(signed.key),
            "payment_waiting": str(Payment.objects.filter(state="waiting").earliest("pk").key),
            "commitment": str(signed.tranche.commitment.reference),
            "commitment_payable": str(payable.commitment.reference),
            "commitment_case": str(signed.tranche.commitment.case.key),
            "tranche_payable": str(payable.key),
            "terms": str(ProgrammeTerms.objects.filter(state="confirmed", until=None).earliest("pk").key),
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

    def prospects(self) -> None:
        """Matters at the residence desk, an information letter, a task that came late."""
        from augenmass.law.time import today
        from augenmass.letters.actions.drafting import begin_letter
        from augenmass.letters.actions.fixed import write_letter
        from augenmass.letters.models import Letter
        from augenmass.prospects.models import DeskMatter, RenewalNotice
        from augenmass.record.models import Case

        for matter in DeskMatter.objects.filter(case__body=self.officer.body).order_by("pk"):
            self.found[f"desk_matter_{matter.state}"] = str(matter.key)
            self.found["at_desk_case"] = str(matter.case.key)
        letter = Letter.objects.filter(template="prospects_information").earliest("pk")
        self.found["information_letter"] = str(letter.key)
        hearing = begin_letter(self.officer, Case.objects.get(key=self.found["files"]).pk, "hearing", uuid4())
        self.found["hearing_letter"] = str(hearing.key)
        written = write_letter(
            self.officer, Case.objects.get(key=self.found["served"]).pk, "return_information", "ar", uuid4()
        )
        self.found["arabic_letter"] = str(written.key)
        case, day = Case.objects.get(key=self.found["draft"]), today()
        RenewalNotice.objects.create(
            case=case, valid_until=day + timedelta(days=3), wanted_on=day - timedelta(days=25), set_on=day, late=True
        )

    def obstacles(self) -> None:
        """An obstacle of the demonstration that was joined and answered."""
        from augenmass.obstacles.models import Obstacle

        self.found["obstacle"] = str(Obstacle.objects.get(kind="documents").key)

    def agreements(self) -> None:
        """Agreements of the demonstration in their states, one begun from a template, and a link that a provider can use."""
        from augenmass.access.actor import actor_for
        from augenmass.agreements.actions.promising import NewPromise, ask
        from augenmass.agreements.actions.starting import Known, begin_agreement
        from augenmass.agreements.models import Agreement, ProviderLink
        from augenmass.agreements.rules.days import falls_on
        from augenmass.agreements.rules.link import token_of
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
        begun = begin_agreement(counsellor, uuid4(), Known("Abena Boateng", "en"), "arrival")
        due = today() + timedelta(weeks=6)
        while falls_on(due, counsellor.body.land):
            due += timedelta(days=1)
        asked = NewPromise(uuid4(), "Kursträger (erfunden)", "kurse@auenkreis.example", "ein Platz im Sprachkurs", due)
        step = begun.editions.get().said.steps[0]
        promise = ask(counsellor, begun.key, 0, asked, lambda token: f"https://augenmass.example/zusage/{token}/")
        self.found |= {
            "agreement_open": str(begun.key),
            "agreement_step": str(step.key),
            "provider_token": token_of(ProviderLink.objects.get(promise=promise).key),
        }

    def papers(self) -> None:
        """Applications for travel documents of the demonstration: one that runs, one whose document was issued."""
        from augenmass.travel_papers.models import Application

        running = Application.objects.select_related("case").filter(state="open").order_by("pk")[0]
        issued = Application.objects.filter(state="issued").order_by("pk")[0]
        self.found |= {
            "papers_case": str(running.case.key),
            "papers_running": str(running.key),
            "papers_issued": str(issued.key),
        }

    def programs(self) -> None:
        """Accesses for programs: one that is used, one that was taken back."""
        from augenmass.access.calendar import make_anew
        from augenmass.access.tokens import TokenForm, make_token, recognise, revoke_token
        from augenmass.law.time import today

        last = today() + timedelta(days=180)
        scopes = ("cases:read", "facts:read", "facts:write")
        form = TokenForm("Fachverfahren, nächtlicher Abgleich", scopes, "case_work", last, uuid4(), ("10.1.0.0/16",))
        _token, text = make_token(self.officer, form)
        recognise(text, "10.1.0.7")
        former, _text = make_token(self.officer, TokenForm("Probe", ("cases:read",), "case_work", last, uuid4()))
        revoke_token(self.officer, former.key_id)
        self.found["calendar_secret"] = make_anew(self.officer, "Kalender", uuid4())

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

    def departures(self) -> None:
        """The demonstration's departures by their state, and a programme where the Land has none yet."""
        from augenmass.departure.models import Departure
        from augenmass.departure.tests.conftest import make_terms
        from augenmass.fund.queries.terms import terms_on
        from augenmass.law.time import today

        for departure in Departure.objects.order_by("pk"):
            self.found.setdefault(f"departure_{departure.state}", str(departure.key))
        if not terms_on(today(), self.officer.body.land).exists():
            make_terms(self.officer.body, self.officer, self.head)

    def accommodation(self) -> None:
        """The houses of the demonstration, a case on which one of them reported, and somebody whose case is not found."""
        from augenmass.accommodation.models import House, Report, Resident

        house = House.objects.get(name="Haus am Kanal")
        told = Report.objects.filter(event="return", resident__case__body=self.officer.body).earliest("pk")
        self.found |= {
            "house": str(house.key),
            "resident": Resident.objects.filter(house=house).earliest("pk").pk,
            "reported_case": str(told.resident.case.key),
        }

    def gate(self) -> None:
        """What the demonstration left open at the release: an item with a file that waits for the second person."""
        from augenmass.access.actor import actor_for
        from augenmass.directory.models import Account
        from augenmass.gate.actions.items import NewAdoption, record_adoption
        from augenmass.law.time import today

        officer = actor_for(Account.objects.get(username="reimann"))
        assert officer is not None
        says = "Merkblatt in acht Sprachen, Ablage Öffentlichkeit 3/2026"
        made = record_adoption(officer, "information", NewAdoption(uuid4(), "adopted", says, today(), content=_pdf()))
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
    made.agreements()
    made.papers()
    made.counsellors()
    made.departures()
    made.accommodation()
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
