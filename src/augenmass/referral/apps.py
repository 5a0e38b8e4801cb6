from django.apps import AppConfig


class ReferralConfig(AppConfig):
    name = "augenmass.referral"

    def ready(self) -> None:
        from augenmass.referral.actions.of_step import STEP, refer_by_step
        from augenmass.steps.effects import effects

        effects[STEP] = refer_by_step
