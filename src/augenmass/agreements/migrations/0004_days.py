from django.db import migrations, models


def write_days(apps, schema_editor):
    """The days of agreements from before, by the same rule as ``actions.days``."""
    agreements = apps.get_model("agreements", "Agreement")
    for found in agreements.objects.all().iterator():
        tables = {name: apps.get_model("agreements", name).objects.filter(agreement=found.pk) for name in ("Review", "Step", "Promise")}
        talks = list(tables["Review"].filter(state="planned").values_list("due", flat=True))
        steps = tables["Step"].filter(done_on=None, dropped_in=None).exclude(due=None).values_list("due", flat=True)
        services = tables["Promise"].filter(state="accepted").values_list("due", flat=True)
        first = min((*talks, *steps, *services), default=None)
        agreements.objects.filter(pk=found.pk).update(next_talk=min(talks, default=None), first_due=first)


class Migration(migrations.Migration):

    dependencies = [("agreements", "0003_messages")]

    operations = [
        migrations.AddField(model_name="agreement", name="next_talk", field=models.DateField(blank=True, null=True)),
        migrations.AddField(model_name="agreement", name="first_due", field=models.DateField(blank=True, null=True)),
        migrations.RunPython(write_days, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="agreement",
            index=models.Index(fields=["body", "state", "next_talk"], name="agreements_by_talk"),
        ),
        migrations.AddIndex(
            model_name="agreement",
            index=models.Index(fields=["body", "state", "first_due"], name="agreements_by_due"),
        ),
    ]
