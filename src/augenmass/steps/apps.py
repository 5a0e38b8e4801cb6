from django.apps import AppConfig


class StepsConfig(AppConfig):
    name = "augenmass.steps"

    def ready(self) -> None:
        """Let the letter come into being with the signature of the offer of counselling."""
        from augenmass.steps.counselling_offer import STEP, offer_by_letter
        from augenmass.steps.effects import effects

        effects[STEP] = offer_by_letter
