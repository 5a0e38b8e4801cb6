"""Every action on a case that the program can write has words on the timeline."""

import re
from pathlib import Path

import augenmass
from augenmass.doors.desk.pages.timeline import TITLES

ROOT = Path(augenmass.__file__).parent
KIND = re.compile(r'(?:entry\(|acting\(|\.kind = )[^"\n]*"([a-z]+\.[a-z_]+)"')
WITHOUT_CASE = {
    "fund.budget_proposed",
    "fund.budget_confirmed",
    "fund.budget_refused",
    "fund.programme_added",
    "fund.terms_proposed",
    "fund.terms_confirmed",
    "fund.terms_refused",
    "fund.end_proposed",
    "fund.end_confirmed",
    "fund.end_refused",
    "fund.year_closed",
    "key.made",
    "key.revoked",
    "partner.entered",
    "partner.closed",
    "partner.key_revoked",
    "transmission.received",
    "transmission.returned",
    "transmission.reply_prepared",
    "transmission.replied",
    "transmission.reply_withdrawn",
    "import.uploaded",
    "import.mapping_fixed",
    "import.confirmed",
    "import.discarded",
    "import.finished",
    "accommodation.house_opened",
    "accommodation.house_closed",
    "accommodation.reported",
    "accommodation.set_aside",
    "body.capacity_set",
    "absence.recorded",
    "absence.ended",
    "mail.settled",
    "funded_return.transmitted",
    "funded_return.erased",
    "travel_sheet.written",
    "travel_sheet.confirmed",
    "travel_sheet.dropped",
    "agreement.begun",
    "agreement.person_signed",
    "agreement.withdrawn",
    "agreement.service_answered",
    "agreement.joined",
    "agreement.reminded",
    "obstacle.reported",
    "obstacle.changed",
    "obstacle.joined",
    "obstacle.over",
    "obstacle.answered",
    "person.added",
    "person.role_given",
    "person.role_ended",
    "person.link_sent",
    "person.password_set",
    "person.deactivated",
    "unit.made",
    "unit.renamed",
    "unit.closed",
    "body.added",
    "body.counselling_named",
    "body.hardship_contact_named",
    "translation.confirmed",
    "translation.objected",
    "body.renamed",
    "body.dissolved",
    "area.added",
    "area.ended",
    "token.made",
    "token.revoked",
    "access.opened",
    "secret.recipient_named",
    "secret.recipient_withdrawn",
    "account.factor_reset",
    "support.asked",
    "support.confirmed",
    "support.refused",
    "support.ended",
    "list.export_asked",
    "list.export_confirmed",
    "list.export_refused",
    "list.exported",
    "law.comparison_asked",
    "law.printing_asked",
    "retention.proposed",
    "retention.confirmed",
    "retention.refused",
    "retention.withdrawn",
    "retention.erased",
    "retention.finished",
    "law.norm_reviewed",
    "law.release_proposed",
    "law.released",
    "law.release_refused",
    "gate.item_recorded",
    "gate.item_confirmed",
    "gate.item_withdrawn",
    "gate.proposed",
    "gate.confirmed",
    "gate.withdrawn",
}
"""Actions that belong to no case, or stand on no timeline because they would tell of a secret."""


def kinds_in_code() -> set[str]:
    sources = [path for path in ROOT.rglob("*.py") if not {"tests", "compartment"} & set(path.parts)]
    return {kind for path in sources for kind in KIND.findall(path.read_text(encoding="utf-8"))}


def test_every_action_on_a_case_has_words() -> None:
    found = kinds_in_code()
    assert len(found) > 20
    assert found - WITHOUT_CASE <= set(TITLES)
