from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("letters", "0002_confirmed_translations"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="confirmedtranslation", name="translation_confirmed_once"),
        migrations.RenameModel(old_name="ConfirmedTranslation", new_name="TranslationReview"),
        migrations.RenameField(model_name="translationreview", old_name="confirmed_on", new_name="reviewed_on"),
        migrations.AddField(
            model_name="translationreview",
            name="outcome",
            field=models.CharField(
                choices=[("confirmed", "bestätigt"), ("objected", "beanstandet")], default="confirmed", max_length=10
            ),
        ),
        migrations.AddField(
            model_name="translationreview",
            name="reason",
            field=models.CharField(blank=True, max_length=2000),
        ),
        migrations.AlterModelOptions(name="translationreview", options={"ordering": ["-recorded_at", "-pk"]}),
        migrations.AddIndex(
            model_name="translationreview",
            index=models.Index(fields=["body", "wording", "language"], name="review_of_translation"),
        ),
    ]
