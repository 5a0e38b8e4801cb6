from django.apps import AppConfig


class ReferralConfig(AppConfig):
    name = "augenmass.referral"

    def ready(self) -> None:
        """Let a signature open a referral, and name the deadline of the first check."""
        from django.utils.translation import gettext_lazy as _

        from augenmass.cases.names import deadlines_of_rooms
        from augenmass.referral.actions.of_step import STEP, refer_by_step
        from augenmass.referral.checklist import FIRST_CHECK
        from augenmass.steps.effects import effects

        effects[STEP] = refer_by_step
        deadlines_of_rooms[FIRST_CHECK] = _("Erste Prüfung der zentralen Stelle")
