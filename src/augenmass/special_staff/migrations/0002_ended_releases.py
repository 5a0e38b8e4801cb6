import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, OuterRef, Subquery


def fill_releases(apps, schema_editor):
    """What was released before was released by the body of the case, and is read no longer than the nomination runs."""
    release = apps.get_model("special_staff", "Release")
    case = apps.get_model("record", "Case").objects.filter(pk=OuterRef("case_id"))
    release.objects.update(giver=Subquery(case.values("body_id")[:1]))
    release.objects.filter(nomination__state="ended").update(ended_at=F("at"))
    if schema_editor.connection.vendor == "postgresql":
        # A table is not altered while checks of its rows are put off to the end of the transaction.
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class Migration(migrations.Migration):
    dependencies = [("directory", "0009_pilot_evaluation"), ("special_staff", "0001_initial")]

    operations = [
        migrations.AddField(model_name="release", name="ended_at", field=models.DateTimeField(null=True)),
        migrations.AddField(
            model_name="release",
            name="giver",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="directory.body"
            ),
        ),
        migrations.RunPython(fill_releases, migrations.RunPython.noop, elidable=True),
        migrations.AlterField(
            model_name="release",
            name="giver",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="directory.body"
            ),
        ),
    ]
