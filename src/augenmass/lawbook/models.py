"""The wording of statutes, loaded from files that the installation holds; never part of the project."""

from typing import ClassVar

from django.db import models


class Wording(models.Model):
    """The text of one unit (``AufenthG/59/1``) as one file had it. Older ones stay: a norm names the hash of what it was written from."""

    unit = models.CharField(max_length=40)
    hash = models.CharField(max_length=64)
    text = models.TextField()
    day = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=200)
    loaded_at = models.DateTimeField()
    """When it was loaded last: the newest is the present text."""

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["unit", "hash"], name="wording_once")]
        indexes: ClassVar = [models.Index(fields=["unit", "loaded_at"], name="wording_by_unit")]

    def __str__(self) -> str:
        return f"{self.unit} {self.hash[:8]}"
