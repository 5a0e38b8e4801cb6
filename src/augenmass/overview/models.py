"""The numbers of a body for a year. They hold no case, and can be thrown away and counted again."""

from typing import ClassVar

from django.db import models

from augenmass.directory.models import Body


class YearNumbers(models.Model):
    """What was counted for a body and a year, as ``rules.numbers.numbers_of`` writes it; unprotected, so only ``queries`` reads it."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, db_index=False, related_name="+")
    year = models.PositiveSmallIntegerField()
    numbers = models.JSONField()
    counted_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["body", "year"], name="numbers_of_a_year_once")]

    def __str__(self) -> str:
        return f"{self.body_id} {self.year}"
