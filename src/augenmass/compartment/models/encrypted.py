"""Rows with encrypted content."""

import uuid
from typing import Any

from django.db import models

from augenmass.compartment.cipher import decrypt, encrypt


class Encrypted(models.Model):
    """A row with encrypted content: a JSON object, bound to the row by its key."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """From the form: the same form sent twice makes one row."""
    key_id = models.CharField(max_length=16, db_index=True)
    sealed = models.BinaryField()

    class Meta:
        abstract = True

    @property
    def place(self) -> str:
        return f"{self._meta.label_lower}:{self.key}"

    def put(self, content: dict[str, Any]) -> None:
        """Encrypt with the current key. Raises ``NoKey``."""
        self.key_id, self.sealed = encrypt(content, self.place)

    def content(self) -> dict[str, Any]:
        """The decrypted content. Raises ``Unreadable``."""
        return decrypt(self.key_id, bytes(self.sealed), self.place)
