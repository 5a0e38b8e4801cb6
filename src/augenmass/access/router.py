"""The access log lives in a store of its own (on SQLite a file of its own)."""

from typing import Any

from django.conf import settings
from django.db.models import Model

LABEL = "access"
LOGGED = frozenset({"accessline", "signinline"})
"""Models of this room that are the log; the others belong to the record."""


class AccessLogRouter:
    """Sends the tables of the log to ``access_log`` where that database exists, everything else to ``default``."""

    def _database(self, label: str, model_name: str | None) -> str:
        logged = label == LABEL and model_name in LOGGED
        return "access_log" if logged and "access_log" in settings.DATABASES else "default"

    def db_for_read(self, model: type[Model], **_hints: Any) -> str:
        return self._database(model._meta.app_label, model._meta.model_name)

    def db_for_write(self, model: type[Model], **_hints: Any) -> str:
        return self._database(model._meta.app_label, model._meta.model_name)

    def allow_migrate(self, db: str, app_label: str, model_name: str | None = None, **_hints: Any) -> bool:
        if app_label == LABEL and model_name is None:
            return True  # each step of a migration of this room names its model
        return db == self._database(app_label, model_name)
