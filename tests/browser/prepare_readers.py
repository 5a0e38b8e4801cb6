"""What the browser tests open of those who read a case beside its officer: other bodies, the person, operators, programs."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from tests.browser.invented import NAMES, blank_pdf


class OfReaders:
    """Gives others something to read; takes part in ``Preparation``, whose people it uses."""

    officer: Any
    head: Any
    found: dict[str, Any]

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
        paper = add_document(self.officer, case.pk, blank_pdf(), text)
        withheld = Withheld.Provision.DUTIES
        choice = inspection.Choice(uuid4(), f"document:{paper.key}", 1, 1, withheld, "Schutz der Zeugin")
        inspection.withhold(self.officer, begun.key, choice)
        secret = add_document(
            self.officer, case.pk, blank_pdf(), DocumentText(Document.Kind.OTHER, "Nachricht der Polizei")
        )
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
