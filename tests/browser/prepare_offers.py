"""What the browser tests open of the directory of offers."""

from typing import Any


class OfOffers:
    """Finds an offer of the demonstration, and uploads a file that waits; takes part in ``Preparation``."""

    found: dict[str, Any]

    def offers(self) -> None:
        """An offer with a place that the town keeps; a file with a new row, a changed one, a refused one, and all else missing."""
        from augenmass.directory.roles import Permission
        from augenmass.offers.actions.importing import receive_file
        from augenmass.offers.models import Offer
        from augenmass.site.command.people import actor_named

        offer = Offer.objects.filter(ags="99001013", kind="integration_course").exclude(latitude=None)[0]
        keeper = actor_named("paulsen", Permission.KEEP_OFFERS)
        text = (
            "Kennung;Art;Name;AGS;Gemeinde\n"
            f"{offer.code};Integrationskurs;Integrationskurs am Morgen;99001013;Mühlbrück\n"
            "NEU-1;Sprachkurs;Sprachkurs am Samstag;99001013;Mühlbrück\n"
            "NEU-2;Zauberei;Ein Abend;99001;Mühlbrück\n"
        )
        file = receive_file(keeper, "angebote-muehlbrueck.csv", [text.encode("cp1252")])
        self.found |= {"offer": str(offer.key), "offers_file": str(file.key)}
