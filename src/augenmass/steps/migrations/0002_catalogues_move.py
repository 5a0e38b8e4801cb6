from django.db import migrations


class Migration(migrations.Migration):
    """Catalogues are kept in the lawbook from now on; the table stays where it is."""

    dependencies = [("steps", "0001_initial")]

    operations = [
        migrations.RemoveField("catalogueversion", "review"),
        migrations.SeparateDatabaseAndState(state_operations=[migrations.DeleteModel("CatalogueVersion")]),
    ]
