"""The access log lives in a store of its own (on SQLite a file of its own)."""

from typing import Any

from django.conf import settings
from django.db.models import Model

LABEL = "access"


class AccessLogRouter:
    """Sends the tables of this room to ``access_log`` where that database exists, everything else to ``default``."""

    def _database(self, label: str) -> str:
        return "access_log" if label == LABEL and "access_log" in settings.DATABASES else "default"

    def db_for_read(self, model: type[Model], **_hints: Any) -> str:
        return self._database(model._meta.app_label)

    def db_for_write(self, model: type[Model], **_hints: Any) -> str:
        return self._database(model._meta.app_label)

    def allow_migrate(self, db: str, app_label: str, **_hints: Any) -> bool:
        return db == self._database(app_label)
