import uuid
from datetime import date

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


def give_keys(apps, schema_editor):
    """Rows from before name a mail that the outbox has taken over."""
    reminders = apps.get_model("agreements", "Reminder")
    for pk in reminders.objects.values_list("pk", flat=True):
        reminders.objects.filter(pk=pk).update(key=uuid.uuid4())


class Migration(migrations.Migration):

    dependencies = [
        ("agreements", "0002_the_persons_door"),
        ("directory", "0008_integration_counsellor"),
        ("record", "0005_erasure"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="participant", name="address", field=models.TextField(blank=True, default="", max_length=300), preserve_default=False
        ),
        migrations.AddField(model_name="participant", name="by_letter", field=models.BooleanField(default=False)),
        migrations.AddField(model_name="participant", name="simple_german", field=models.BooleanField(default=False)),
        migrations.CreateModel(
            name="PrintBatch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("made", "erstellt, noch nicht übergeben"),
                            ("handed_over", "an die Poststelle übergeben"),
                            ("discarded", "verworfen"),
                        ],
                        default="made",
                        max_length=12,
                    ),
                ),
                ("letters", models.PositiveIntegerField()),
                ("content", models.BinaryField()),
                ("made_at", models.DateTimeField()),
                ("handed_over_on", models.DateField(blank=True, null=True)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="directory.body"
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={"ordering": ["-made_at", "-pk"]},
        ),
        migrations.AlterField(
            model_name="reminder",
            name="agreement",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reminders",
                to="agreements.agreement",
            ),
        ),
        migrations.AlterField(
            model_name="reminder",
            name="kind",
            field=models.CharField(
                choices=[
                    ("review_person", "Gespräch, an die Person"),
                    ("step_person", "Schritt der Person, an die Person"),
                    ("review_counsellor", "Gespräch, an die Beratung"),
                    ("step_counsellor", "Schritt der Beratungsstelle"),
                    ("promise_late", "Leistung einer anderen Stelle"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddField(model_name="reminder", name="key", field=models.UUIDField(editable=False, null=True)),
        migrations.RunPython(give_keys, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="reminder",
            name="key",
            field=models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
        ),
        migrations.AddField(
            model_name="reminder",
            name="way",
            field=models.CharField(choices=[("mail", "E-Mail"), ("letter", "Brief")], default="mail", max_length=6),
        ),
        migrations.AddField(
            model_name="reminder",
            name="state",
            field=models.CharField(
                choices=[
                    ("waiting", "wartet"),
                    ("taken", "wird gesendet"),
                    ("sent", "gesendet"),
                    ("unclear", "unklar, ob gesendet"),
                    ("failed", "nicht zustellbar"),
                    ("printed", "in einem Druckstapel"),
                    ("covered", "mit einer anderen Nachricht gesagt"),
                    ("dropped", "nicht mehr nötig"),
                ],
                default="sent",
                max_length=8,
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="reminder", name="recipient", field=models.EmailField(blank=True, default="", max_length=254), preserve_default=False
        ),
        migrations.AddField(model_name="reminder", name="attempts", field=models.PositiveSmallIntegerField(default=0)),
        migrations.AddField(
            model_name="reminder", name="written_on", field=models.DateField(default=date(2026, 1, 1)), preserve_default=False
        ),
        migrations.AddField(
            model_name="reminder",
            name="not_before",
            field=models.DateTimeField(default=django.utils.timezone.now),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="reminder",
            name="changed_at",
            field=models.DateTimeField(default=django.utils.timezone.now),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="reminder",
            name="settled_by",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="record.action",
            ),
        ),
        migrations.AddField(
            model_name="reminder",
            name="batch",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reminders",
                to="agreements.printbatch",
            ),
        ),
        migrations.AddIndex(
            model_name="reminder",
            index=models.Index(fields=["state", "way", "not_before"], name="reminders_by_state"),
        ),
        migrations.AddIndex(
            model_name="reminder",
            index=models.Index(fields=["recipient", "written_on"], name="reminded_that_day"),
        ),
    ]
