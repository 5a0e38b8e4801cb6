from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def fill_days(apps, schema_editor):
    """Marks of steps, blockers and doubts carry the day that the list is ordered by; marks of blocked steps served nothing."""
    mark = apps.get_model("cases", "PositionMark")
    position = apps.get_model("cases", "LegalPosition")
    mark.objects.filter(kind="blocked").delete()
    due = position.objects.filter(pk=OuterRef("case_id")).values("due")[:1]
    mark.objects.exclude(kind="deadline").update(day=Subquery(due))


class Migration(migrations.Migration):
    dependencies = [("cases", "0003_mark_by_day")]

    operations = [
        migrations.AddIndex(
            model_name="legalposition",
            index=models.Index(
                condition=models.Q(("doubts__gt", 0)),
                fields=["body", "officer", "due", "case"],
                name="position_doubtful",
            ),
        ),
        migrations.AlterField(
            model_name="positionmark",
            name="kind",
            field=models.CharField(
                choices=[("step", "Step"), ("blocker", "Blocker"), ("doubt", "Doubt"), ("deadline", "Deadline")],
                max_length=10,
            ),
        ),
        migrations.RunPython(fill_days, migrations.RunPython.noop, elidable=True),
    ]
