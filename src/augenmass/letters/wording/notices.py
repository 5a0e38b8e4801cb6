"""German wording of the notices, the certificate about the period and what stands at the end of the warning."""

from __future__ import annotations

from augenmass.letters.document import Block, Pairs, Paragraph, Section, bind
from augenmass.letters.rules.inputs import Obligation, Person, WarningInput
from augenmass.letters.wording.departure_warning import bullets, language_hint, period_words


def notices(entered: WarningInput, counselling: tuple[str, ...], example: str) -> tuple[Section, ...]:
    """What the person should know: period, voluntary departure and help, circumstances to be told now, translation."""
    sections = [_voluntary(entered, counselling)]
    if entered.period.length is not None:
        sections.insert(0, _period(example))
    sections += [_tell_now(), _removal_follows(entered), _language(entered)]
    if entered.worked_without_permission:
        sections.append(_wages())
    return (Section("Hinweise", ()), *sections)


def _period(example: str) -> Section:
    texts = [
        (
            "Die Frist beginnt am Tag nach der Zustellung. Fällt ihr Ende auf einen Sonnabend, einen Sonntag oder einen gesetzlichen Feiertag, endet sie "
            "am nächsten Werktag (§ 31 VwVfG, §§ 187, 188, 193 BGB)."
        ),
    ]
    if example:
        texts.append(example)
    texts += [
        (
            "Entfällt die Vollziehbarkeit, wird die Frist unterbrochen und läuft danach von Neuem. Sie wird nicht noch einmal gesetzt "
            "(§ 59 Absatz 1 Satz 6 und 7 AufenthG)."
        ),
        (
            "Brauchen Sie aus besonderen Gründen mehr Zeit, beantragen Sie vor Ablauf der Frist bei uns eine Verlängerung und fügen Sie Belege bei "
            "(§ 59 Absatz 1 Satz 4 AufenthG)."
        ),
        "Eine Bescheinigung über die Ausreisefrist liegt bei (§ 59 Absatz 6 AufenthG).",
    ]
    return Section("Ausreisefrist", (bullets(*texts),), level=2)


def _voluntary(entered: WarningInput, counselling: tuple[str, ...]) -> Section:
    lead = Paragraph(
        "Sie können jederzeit selbst ausreisen, auch mit Förderung. Sprechen Sie uns an, wenn Sie freiwillig ausreisen möchten: Wir prüfen "
        "Ihre Erklärung in jedem Fall. Lassen Sie sich vorher unabhängig und kostenfrei beraten, auch über die Folgen einer solchen Erklärung."
    )
    blocks: list[Block] = [lead]
    if counselling:
        blocks += [Paragraph("Diese Stellen beraten und unterstützen Sie:"), bullets(*counselling)]
    if entered.period.length is not None:
        blocks.append(
            Paragraph(
                "Geben Sie die beigefügte Bescheinigung bei der Ausreise an der Grenze ab, oder legen Sie sie einer deutschen "
                "Auslandsvertretung vor. So weisen Sie Ihre fristgerechte Ausreise nach."
            )
        )
    return Section("Freiwillige Ausreise, Beratung und Unterstützung", tuple(blocks), level=2)


def _tell_now() -> Section:
    return Section(
        "Was Sie uns jetzt mitteilen sollten",
        (
            bullets(
                "Nennen Sie uns unverzüglich alle Umstände, die gegen eine Abschiebung sprechen, etwa Krankheit, Familie oder Gefahren im "
                "Zielstaat, und belegen Sie sie (§ 82 Absatz 1 AufenthG).",
                "Wird diese Androhung unanfechtbar, bleiben Umstände, die vorher eingetreten sind und gegen die Abschiebung in den genannten Staat "
                "sprechen, in unseren weiteren Entscheidungen außer Betracht (§ 59 Absatz 4 AufenthG). Vor Gericht können Sie sie weiter geltend machen.",
                "Wollen Sie umziehen oder den Bezirk unserer Behörde für mehr als drei Tage verlassen, zeigen Sie uns das vorher an "
                "(§ 50 Absatz 4 AufenthG).",
            ),
        ),
        level=2,
    )


def _removal_follows(entered: WarningInput) -> Section:
    follows = (
        "Ob Ihnen untersagt wird, erneut einzureisen und sich hier aufzuhalten, richtet sich nach § 7 Absatz 2 FreizügG/EU. "
        if entered.after_loss
        else "Werden Sie abgeschoben, wird gegen Sie ein befristetes Einreise- und Aufenthaltsverbot erlassen (§ 11 Absatz 1 und 2 AufenthG). "
    )
    text = Paragraph(bind(f"{follows}Diese Verfügung enthält kein solches Verbot."))
    return Section("Folgen einer Abschiebung", (text,), level=2)


def _language(entered: WarningInput) -> Section:
    if Obligation.UNLAWFUL_ENTRY in entered.obligation:
        text = "Ein Standardformular mit Erläuterungen in mehreren Sprachen liegt bei (§ 77 Absatz 3 Satz 5 AufenthG)."
    else:
        text = (
            "Auf Antrag erhalten Sie kostenfrei eine Übersetzung der Entscheidung und der Rechtsbehelfsbelehrung in eine Sprache, die Sie "
            "verstehen (§ 77 Absatz 3 AufenthG)."
        )
    return Section("Sprache", (Paragraph(bind(text)), language_hint()), level=2)


def _wages() -> Section:
    return Section(
        "Ansprüche aus Beschäftigung",
        (
            Paragraph(
                bind(
                    "Haben Sie ohne Erlaubnis gearbeitet, können Sie den vereinbarten Lohn trotzdem verlangen, auch nach der Ausreise und auch vor "
                    "deutschen Gerichten (§ 59 Absatz 8, §§ 98a und 98b AufenthG). Die genannten Beratungsstellen helfen weiter."
                )
            ),
        ),
        level=2,
    )


def certificate(person: Person, entered: WarningInput, office: str, reference: str, day: str, signer: str) -> Section:
    """Certificate about the period (AufenthG § 59 (6)); it neither is a title nor suspends removal."""
    return Section(
        "Bescheinigung über die Ausreisefrist",
        (
            Paragraph(
                bind(
                    f"{office} bescheinigt nach § 59 Absatz 6 AufenthG, dass der folgenden Person eine Frist von {period_words(entered.period)} für die "
                    f"freiwillige Ausreise gesetzt wurde. Die Frist beginnt mit der Zustellung der Verfügung vom {day}."
                )
            ),
            Pairs(
                (
                    ("Aktenzeichen", reference),
                    ("Name", person.name),
                    ("Geburtsdatum", person.birth),
                    ("Staatsangehörigkeit", person.nationality),
                    ("Zugestellt am", "____________________ (trägt die Behörde ein)"),
                    ("Frist endet am", "____________________ (trägt die Behörde ein)"),
                )
            ),
            Paragraph("Die Bescheinigung ist kein Aufenthaltstitel und setzt die Abschiebung nicht aus."),
            Paragraph(f"{office}\nIm Auftrag\n\n\n\n{signer}"),
            Paragraph("Ausreise bestätigt (Grenzbehörde oder deutsche Auslandsvertretung): Ort, Datum, Stempel"),
            Paragraph("______________________________________________________________"),
        ),
        new_page=True,
    )
