from django.apps import AppConfig


class ProspectsConfig(AppConfig):
    name = "augenmass.prospects"

    def ready(self) -> None:
        """Stand before the steps of enforcement, take part in signatures, register the duty of this room."""
        from augenmass.cases import acts
        from augenmass.prospects import duties  # noqa: F401
        from augenmass.prospects.actions.of_step import agree_with_checks, suspension_signed
        from augenmass.prospects.gate import ENFORCING, open_prospects
        from augenmass.steps.effects import effects, gates
        from augenmass.work.due_days import told_by_rooms

        told_by_rooms["suspension_expiry"] = told_by_rooms["suspension_renewal"] = None
        acts.gates.append(open_prospects)
        acts.enforcing.update(ENFORCING)
        for step in ENFORCING:
            gates.setdefault(step, []).append(open_prospects)
        effects["check_prospects"] = agree_with_checks
        effects["grant_suspension"] = effects["renew_suspension"] = suspension_signed
