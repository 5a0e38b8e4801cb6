"""What the browser tests open of the procedure of return: residence desk, obstacles, travel documents, departures, fund, houses."""

from datetime import timedelta
from typing import Any
from uuid import uuid4


class OfReturn:
    """Finds the demonstration's rows of return by their state; takes part in ``Preparation``, whose people it uses."""

    officer: Any
    head: Any
    found: dict[str, Any]

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

    def special_staff(self) -> None:
        """Nominations of the demonstration by their state, and the report of a town."""
        from augenmass.special_staff.models import BoardReport, Nomination

        running = Nomination.objects.filter(state="confirmed", told_on__isnull=False).get()
        self.found |= {
            "staff_running": str(running.key),
            "staff_proposed": str(Nomination.objects.get(state="proposed").key),
            "staff_returned": str(Nomination.objects.get(state="returned").key),
            "staff_lapsed": str(Nomination.objects.get(outcome="lapsed").key),
            "staff_free": str(Nomination.objects.filter(outcome="de_escalated").first().case.key),
            "staff_step": str(running.plan.get(field="residence").key),
            "board_report": str(BoardReport.objects.get().key),
        }

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

    def notices(self) -> None:
        """Notices of the demonstration by what became of them, and its two regional standards."""
        from augenmass.cooperation.models import Standard
        from augenmass.notices.models import Notice

        for notice in Notice.objects.select_related("case__position").order_by("pk"):
            self.found.setdefault(f"notice_{notice.gone or notice.state}", str(notice.number))
            self.found[f"notice_{notice.kind}"] = str(notice.number)
            if notice.case is not None:
                self.found["noticed_case"] = str(notice.case.key)
                self.found["noticed_number"] = notice.case.number
                self.found["noticed_family"] = notice.case.position.name.partition(", ")[0]
        north, south = Standard.objects.order_by("region")
        self.found |= {"standard": str(north.key), "other_standard": str(south.key)}

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
