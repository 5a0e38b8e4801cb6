"""German wording of the information about prospects of residence, rights and duties (AufenthG § 82 (3), VwVfG § 25)."""

from __future__ import annotations

from augenmass.letters.document import Block, Paragraph, Section, bind
from augenmass.letters.rules.addressee import Addressee, AddresseeKind
from augenmass.letters.rules.inputs import Person, Prospect
from augenmass.letters.wording.departure_warning import bullets, language_hint

SUBJECT = "Information: Möglichkeiten, in Deutschland zu bleiben, und Ihre Rechte und Pflichten"


def opening(addressee: Addressee, person: Person) -> Section:
    """What the letter is, and that it decides nothing."""
    blocks: list[Block] = []
    if addressee.kind is not AddresseeKind.PERSON:
        blocks.append(Paragraph(f"Mit „Sie“ und „Ihnen“ ist im Folgenden {person.name} gemeint."))
    blocks.append(
        Paragraph(
            "Bevor wir mit Ihnen über eine Rückkehr sprechen, prüfen wir, ob Sie in Deutschland bleiben können. Dieses Schreiben sagt Ihnen, "
            "welche Möglichkeiten es für Sie geben kann und was Sie dafür tun können. Es ist ein Hinweis und keine Entscheidung."
        )
    )
    return Section("", tuple(blocks))


def prospects(found: tuple[Prospect, ...]) -> Section:
    """What may fit, what is missing for it."""
    if not found:
        text = (
            "Nach dem, was wir wissen, haben wir keine solche Möglichkeit gefunden. Sehen Sie das anders, oder hat sich etwas geändert, teilen Sie "
            "es uns bitte mit. Wir prüfen dann erneut."
        )
        return Section("Was für Sie in Betracht kommt", (Paragraph(text),))
    blocks: list[Block] = [
        Paragraph(
            "Diese Möglichkeiten sind noch nicht ausgeschlossen. Ob die Voraussetzungen vorliegen, wird auf Ihren Antrag geprüft."
        )
    ]
    for prospect in found:
        blocks.append(Paragraph(bind(prospect.title), strong=True))
        if prospect.missing:
            blocks += [Paragraph("Dazu fehlen uns noch Angaben oder Nachweise:"), bullets(*prospect.missing)]
    return Section("Was für Sie in Betracht kommt", tuple(blocks))


def applying(office: str) -> Section:
    """How to apply."""
    return Section(
        "So stellen Sie einen Antrag",
        (
            bullets(
                f"Schreiben Sie an {office} oder bitten Sie um einen Termin. Ein Vordruck ist nicht nötig: Es genügt, dass Sie sagen, welche "
                "Möglichkeit Sie nutzen wollen.",
                "Fügen Sie Nachweise bei, die Sie haben, etwa Schul- und Arbeitsbescheinigungen, einen Ausbildungsvertrag oder Papiere zu Ihrer Identität.",
                "Fehlt Ihnen ein Nachweis, warten Sie damit nicht. Sagen Sie uns, was Sie unternommen haben, um ihn zu bekommen.",
            ),
        ),
    )


def hardship() -> Section:
    """Hardship commission and petition, and that a fixed date closes the first as a rule."""
    return Section(
        "Härtefallkommission und Petition",
        (
            Paragraph(
                bind(
                    "Haben Sie dringende persönliche oder humanitäre Gründe, können Sie sich an die Härtefallkommission des Landes wenden. Sie kann das "
                    "Land bitten, Ihnen eine Aufenthaltserlaubnis zu geben (§ 23a AufenthG). Die Kommission entscheidet selbst, ob sie sich mit einem "
                    "Fall befasst; ein Anspruch darauf besteht nicht."
                )
            ),
            Paragraph(
                "Ein Härtefall ist in der Regel ausgeschlossen, wenn ein Tag der Abschiebung schon feststeht oder wenn jemand Straftaten von "
                "erheblichem Gewicht begangen hat. Wenden Sie sich deshalb früh an die Kommission.",
                strong=True,
            ),
            Paragraph(
                bind(
                    "Sie können sich auch mit einer Petition an den Landtag oder den Deutschen Bundestag wenden (Artikel 17 GG). Eine Petition hält eine "
                    "Abschiebung nicht von selbst auf."
                )
            ),
        ),
    )


def rights_and_duties(counselling: tuple[str, ...]) -> Section:
    """What § 82 (3) asks to be told."""
    blocks: list[Block] = [
        bullets(
            bind("Teilen Sie uns unverzüglich mit, was für Sie spricht, und belegen Sie es (§ 82 Absatz 1 AufenthG)."),
            bind(
                "Wirken Sie daran mit, dass Ihre Identität geklärt wird und Sie einen Pass bekommen (§§ 48 und 49 AufenthG)."
            ),
            bind("Beantragen Sie eine Verlängerung, bevor Ihr Papier abläuft (§ 81 AufenthG)."),
            bind("Sind Sie zu einem Integrationskurs verpflichtet, nehmen Sie daran teil (§ 44a AufenthG)."),
            "Sie können sich jederzeit beraten und vertreten lassen und Auskunft darüber verlangen, was wir über Sie gespeichert haben.",
        )
    ]
    if counselling:
        blocks += [Paragraph("Diese Stellen beraten Sie unabhängig und kostenfrei:"), bullets(*counselling)]
    return Section("Ihre Rechte und Pflichten", tuple(blocks))


def language() -> Section:
    """In which languages help can be had."""
    return Section("Sprache", (language_hint(),))
