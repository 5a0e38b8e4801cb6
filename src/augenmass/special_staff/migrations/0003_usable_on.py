from django.db import migrations, models
from django.db.models import F


def fill_days(apps, schema_editor):
    """A conviction was cited only where the officer stated on the day of the nomination that its entry may be used."""
    cited = apps.get_model("special_staff", "Citation").objects
    cited.filter(nomination__group="convicted").update(usable_on=F("as_of"))


class Migration(migrations.Migration):
    dependencies = [("special_staff", "0002_ended_releases")]

    operations = [
        migrations.AddField(model_name="citation", name="usable_on", field=models.DateField(null=True)),
        migrations.RunPython(fill_days, migrations.RunPython.noop, elidable=True),
    ]
