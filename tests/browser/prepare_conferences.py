"""What the browser tests open of case conferences: one of the demonstration in each state, an item of each kind, an adviser's link."""

from typing import Any


class OfConferences:
    """Finds the demonstration's conferences by their state; takes part in ``Preparation``."""

    officer: Any
    found: dict[str, Any]

    def conferences(self) -> None:
        """Keys by state, a decision and a measure of the officer in the meeting, the link that the adviser has not opened."""
        from augenmass.conferences.actions.advising import ADVISER
        from augenmass.conferences.models import AdviserLink, Conference, Item

        for row in Conference.objects.order_by("pk"):
            self.found[f"conference_{row.state}"] = str(row.key)
        said = Item.objects.filter(conference__state="meeting", giver_account=self.officer.account_id)
        self.found["conference_decision"] = str(said.get(kind="decision").key)
        self.found["conference_measure"] = str(said.get(kind="measure").key)
        self.found["adviser_token"] = ADVISER.token_of(AdviserLink.objects.get(used_at=None).key)
