"""German wording of the warning of removal with a period for voluntary departure (AufenthG § 59)."""

from __future__ import annotations

from augenmass.letters.document import Block, Bullets, Numbered, Pairs, Paragraph, Section, bind, german_day
from augenmass.letters.rules.addressee import Addressee, AddresseeKind
from augenmass.letters.rules.inputs import Obligation, PeriodGround, PeriodInput, PeriodUnit, Person, WarningInput
from augenmass.letters.rules.period import LONGEST_DAYS, SHORTEST_DAYS, below_a_month
from augenmass.letters.rules.remedy import Remedy, RemedyKind

SUBJECT = "Ordnungsverfügung: Androhung der Abschiebung mit Ausreisefrist"
SUBJECT_NO_PERIOD = "Ordnungsverfügung: Androhung der Abschiebung ohne Ausreisefrist"

_OBLIGATION = {
    Obligation.UNLAWFUL_ENTRY: "Ihre Ausreisepflicht ist vollziehbar, weil Sie unerlaubt eingereist sind (§ 58 Absatz 2 Satz 1 Nummer 1 AufenthG).",
    Obligation.NO_TITLE_APPLIED_FOR: "Ihre Ausreisepflicht ist vollziehbar, weil Sie keinen Aufenthaltstitel beantragt haben oder Ihr Antrag den "
    "Aufenthalt nicht erlaubt (§ 58 Absatz 2 Satz 1 Nummer 2 AufenthG).",
    Obligation.RETURN_DECISION_OF_MEMBER_STATE: "Ihre Ausreisepflicht ist vollziehbar, weil ein anderer Mitgliedstaat der Europäischen Union eine "
    "Rückführungsentscheidung getroffen hat, die anerkannt ist (§ 58 Absatz 2 Satz 1 Nummer 3 AufenthG).",
    Obligation.ENFORCEABLE_DECISION: "Ihre Ausreisepflicht ist vollziehbar, weil die Entscheidung vollziehbar ist, durch die Sie ausreisepflichtig "
    "geworden sind (§ 58 Absatz 2 Satz 2 AufenthG).",
}

_OBLIGED = "Sie sind zur Ausreise verpflichtet, weil Sie keinen erforderlichen Aufenthaltstitel besitzen (§ 50 Absatz 1 AufenthG)."
_OBLIGED_AFTER_LOSS = (
    "Sie sind zur Ausreise verpflichtet, weil festgestellt ist, dass Sie kein Recht auf Einreise und Aufenthalt nach dem Freizügigkeitsgesetz/EU "
    "haben (§ 7 Absatz 1 Satz 1 FreizügG/EU). Das Aufenthaltsgesetz ist seither anwendbar (§ 11 Absatz 14 Satz 2 FreizügG/EU)."
)

_GROUND = {
    PeriodGround.EVASION: "Es besteht der begründete Verdacht, dass Sie sich der Abschiebung entziehen wollen "
    "(§ 59 Absatz 1 Satz 2 Nummer 1 AufenthG).",
    PeriodGround.DANGER: "Von Ihnen geht eine erhebliche Gefahr für die öffentliche Sicherheit oder Ordnung aus "
    "(§ 59 Absatz 1 Satz 2 Nummer 2 AufenthG).",
    PeriodGround.OTHER_INTEREST: "Überwiegende öffentliche Belange erfordern dies in Ihrem Fall zwingend (§ 59 Absatz 1 Satz 2 AufenthG).",
    PeriodGround.CUSTODY: "Sie befinden sich in Haft oder in öffentlichem Gewahrsam; eine Frist ist deshalb nicht nötig (§ 59 Absatz 5 AufenthG).",
}


def alternatives(names: tuple[str, ...]) -> str:
    """``A``, ``A oder B``, ``A, B oder C``."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} oder {names[-1]}"


def period_words(period: PeriodInput) -> str:
    """The length in the dative, as in „innerhalb von 30 Tagen“. Raises ``ValueError`` when there is no period."""
    if period.length is None:
        raise ValueError("there is no period")
    if period.unit is PeriodUnit.MONTHS:
        return "einem Monat" if period.length == 1 else f"{period.length} Monaten"
    return "einem Tag" if period.length == 1 else f"{period.length} Tagen"


def salutation(addressee: Addressee, person: Person) -> str:
    """How the addressee is spoken to; a person without a recorded sex by the whole name, a representative neutrally."""
    if addressee.kind is not AddresseeKind.PERSON:
        return "Sehr geehrte Damen und Herren,"
    if person.sex not in ("female", "male"):
        return f"Guten Tag {addressee.name},"
    return (
        f"Sehr geehrte Frau {person.family_name},"
        if person.sex == "female"
        else f"Sehr geehrter Herr {person.family_name},"
    )


def opening(addressee: Addressee, person: Person) -> Section:
    """Why this addressee receives the order, and the words that introduce the operative part."""
    blocks: list[Block] = []
    if addressee.kind is AddresseeKind.REPRESENTATIVE:
        blocks.append(
            Paragraph(
                bind(
                    f"Sie haben uns eine schriftliche Vollmacht für {person.name} vorgelegt. Deshalb stellen wir Ihnen diese Verfügung zu "
                    f"(§ 7 Absatz 1 Satz 2 VwZG). Mit „Sie“ und „Ihnen“ ist im Folgenden {person.name} gemeint."
                )
            )
        )
    elif addressee.kind is AddresseeKind.LEGAL_REPRESENTATIVE:
        blocks.append(
            Paragraph(
                bind(
                    f"Sie vertreten {person.name} gesetzlich. Deshalb stellen wir Ihnen diese Verfügung zu (§ 6 Absatz 1 VwZG). "
                    f"Mit „Sie“ und „Ihnen“ ist im Folgenden {person.name} gemeint."
                )
            )
        )
    blocks.append(
        Paragraph("wir erlassen die folgende Verfügung." if not blocks else "Wir erlassen die folgende Verfügung.")
    )
    return Section("", tuple(blocks))


def operative_part(entered: WarningInput) -> Section:
    """The numbered operative part: request to leave, warning with states, other states, excluded states."""
    period, states = entered.period, alternatives(entered.target_states)
    if period.length is None:
        points = [
            "Sie sind verpflichtet, die Bundesrepublik Deutschland zu verlassen. Eine Frist für die freiwillige Ausreise wird nicht gesetzt.",
            f"Wir drohen Ihnen die Abschiebung nach {states} an.",
        ]
    else:
        points = [
            (
                f"Wir fordern Sie auf, die Bundesrepublik Deutschland innerhalb von {period_words(period)} nach Zustellung dieser Verfügung zu "
                "verlassen."
            ),
            f"Reisen Sie innerhalb dieser Frist nicht freiwillig aus, drohen wir Ihnen die Abschiebung nach {states} an.",
        ]
    points.append(
        "Die Abschiebung ist auch in jeden anderen Staat möglich, der Ihnen die Einreise gestattet oder Sie zurücknehmen muss."
    )
    if entered.forbidden_states:
        points.append(f"Eine Abschiebung nach {alternatives(entered.forbidden_states)} ist ausgeschlossen.")
    if entered.immediate_execution:
        points.append("Die sofortige Vollziehung dieser Verfügung wird angeordnet.")
    return Section("Entscheidung", (Numbered(tuple(points)),))


def grounds(person: Person, entered: WarningInput) -> tuple[Section, ...]:
    """Facts, law, the officer's own reasons and discretion (AufenthG § 77 (1), VwVfG § 39)."""
    return (
        Section("Begründung", ()),
        Section("1. Sachverhalt", (_identity(person), *_own(entered.facts), *_hearing(entered)), level=2),
        Section("2. Rechtliche Würdigung", _law(entered), level=2),
        Section("3. Gründe im Einzelfall", _own(entered.own_reasons), level=2),
        Section("4. Ermessen", _discretion(entered), level=2),
    )


def immediate_execution(entered: WarningInput) -> tuple[Section, ...]:
    """The written reasons of an order of immediate execution (VwGO § 80 (3)); nothing where none is ordered."""
    if not entered.immediate_execution:
        return ()
    lead = Paragraph(
        bind(
            "Die sofortige Vollziehung liegt im öffentlichen Interesse (§ 80 Absatz 2 Satz 1 Nummer 4, Absatz 3 VwGO):"
        )
    )
    return (Section("5. Sofortige Vollziehung", (lead, *_own(entered.immediate_reasons)), level=2),)


def _identity(person: Person) -> Pairs:
    return Pairs((("Name", person.name), ("Geburtsdatum", person.birth), ("Staatsangehörigkeit", person.nationality)))


def _own(text: str) -> tuple[Paragraph, ...]:
    """The officer's words, a paragraph for each block between empty lines, otherwise untouched."""
    return tuple(Paragraph(part.strip()) for part in text.replace("\r\n", "\n").split("\n\n") if part.strip())


def _hearing(entered: WarningInput) -> tuple[Paragraph, ...]:
    hearing = entered.hearing
    if hearing.held_on is None:
        lead = Paragraph(
            bind("Von einer Anhörung haben wir abgesehen (§ 28 Absatz 2 oder 3 VwVfG). Dafür war maßgebend:")
        )
        return (lead, *_own(hearing.waived_reasons))
    day = german_day(hearing.held_on.isoformat())
    lead = Paragraph(bind(f"Am {day} haben wir Ihnen Gelegenheit zur Äußerung gegeben (§ 28 Absatz 1 VwVfG)."))
    if not hearing.statement.strip():
        return (lead, Paragraph("Eine Äußerung ist nicht eingegangen."))
    return (lead, *_own(hearing.statement))


def _law(entered: WarningInput) -> tuple[Paragraph, ...]:
    paragraphs = [Paragraph(bind(_OBLIGED_AFTER_LOSS if entered.after_loss else _OBLIGED))]
    paragraphs += [Paragraph(bind(_OBLIGATION[ground])) for ground in entered.obligation]
    if entered.conviction_or_extradition:
        paragraphs.append(
            Paragraph(
                bind(
                    "Abschiebungsverbote und Gründe für eine Aussetzung hindern diese Androhung nicht, weil Ihre Ausreisepflicht auf einer "
                    "strafrechtlichen Verurteilung beruht oder ein Auslieferungsverfahren läuft (§ 59 Absatz 3 Satz 1 AufenthG). Wir haben dazu "
                    "festgestellt:"
                )
            )
        )
    else:
        paragraphs.append(
            Paragraph(
                bind(
                    "Wir haben geprüft, ob ein Abschiebungsverbot, das Wohl eines Kindes, familiäre Bindungen oder Ihr Gesundheitszustand der "
                    "Abschiebung entgegenstehen (§ 59 Absatz 1 Satz 1 AufenthG). Das ist nach unseren Feststellungen nicht der Fall:"
                )
            )
        )
    paragraphs += _own(entered.obstacles)
    paragraphs.append(
        Paragraph(bind("Der Zielstaat und der Hinweis auf andere Staaten beruhen auf § 59 Absatz 2 AufenthG."))
    )
    if entered.forbidden_states:
        paragraphs.append(
            Paragraph(
                bind(
                    f"Für {alternatives(entered.forbidden_states)} besteht ein Abschiebungsverbot. Der Staat ist deshalb in der Entscheidung "
                    "ausgenommen (§ 59 Absatz 3 Satz 2, § 60 Absatz 10 Satz 2 AufenthG)."
                )
            )
        )
    return tuple(paragraphs)


def _discretion(entered: WarningInput) -> tuple[Paragraph, ...]:
    period = entered.period
    if period.after_loss:
        lead = [Paragraph(bind(_after_loss(period)))]
        return (*lead, *_own(period.reasons), *_own(entered.discretion))
    short = period.length is None or (period.unit is PeriodUnit.DAYS and period.length < SHORTEST_DAYS)
    if short and period.ground is not PeriodGround.NONE:
        lead = [Paragraph(bind(_GROUND[period.ground]))]
    elif period.unit is PeriodUnit.DAYS and period.length is not None and period.length <= LONGEST_DAYS:
        lead = [
            Paragraph(
                bind(
                    "Die Frist liegt in dem Rahmen von sieben bis 30 Tagen, den § 59 Absatz 1 Satz 1 AufenthG vorgibt."
                )
            )
        ]
    else:
        lead = [Paragraph(bind("Die Frist ist länger als 30 Tage (§ 59 Absatz 1 Satz 4, Absatz 7 AufenthG)."))]
    return (*lead, *_own(period.reasons), *_own(entered.discretion))


def _after_loss(period: PeriodInput) -> str:
    if below_a_month(period):
        length = "setzen wir keine Frist" if period.length is None else "beträgt die Frist weniger als einen Monat"
        return f"Ihr Fall ist dringend. Deshalb {length} (§ 7 Absatz 1 Satz 3 FreizügG/EU)."
    return "Die Frist beträgt mindestens einen Monat (§ 7 Absatz 1 Satz 3 FreizügG/EU)."


def remedy_section(remedy: Remedy) -> Section:
    """The legal-remedy passage. It names remedy, body or court with seat, and period (VwGO § 58 (1)), and nothing that could mislead."""
    if remedy.kind is RemedyKind.OBJECTION:
        text = (
            "Gegen diese Verfügung können Sie innerhalb eines Monats nach der Bekanntgabe Widerspruch erheben. Der Widerspruch ist schriftlich, "
            "in elektronischer Form nach § 3a Absatz 2 VwVfG, schriftformersetzend nach § 3a Absatz 3 VwVfG und § 9a Absatz 5 OZG oder zur "
            f"Niederschrift einzulegen bei: {remedy.office.seat()}."
        )
    else:
        text = (
            "Gegen diese Verfügung können Sie innerhalb eines Monats nach der Bekanntgabe Klage erheben. Die Klage ist schriftlich, als "
            "elektronisches Dokument nach § 55a VwGO oder zu Protokoll der Urkundsbeamtin oder des Urkundsbeamten der Geschäftsstelle zu erheben "
            f"beim: {remedy.office.seat()}."
        )
    return Section("Rechtsbehelfsbelehrung", (Paragraph(bind(text)),))


def suspension_section(remedy: Remedy, *, with_period: bool = True, after_loss: bool = False) -> Section:
    """Whether the remedy suspends, and what that means for the period. Stands apart from the passage, so it cannot make that wrong."""
    name = "Der Widerspruch" if remedy.kind is RemedyKind.OBJECTION else "Die Klage"
    sentences = [f"{name} hat aufschiebende Wirkung (§ 80 Absatz 1 VwGO)."]
    if remedy.suspends and with_period:
        sentences.append(
            "Solange sie besteht, ist die Ausreisefrist unterbrochen. Danach läuft sie von Neuem (§ 59 Absatz 1 Satz 6 AufenthG)."
        )
    if not remedy.suspends:
        verb = "wiederherzustellen" if remedy.ordered else "anzuordnen"
        sentences = [f"{name} hat keine aufschiebende Wirkung ({remedy.suspension_citation})."]
        sentences += ["Die Ausreisefrist läuft also weiter."] if with_period else []
        sentences.append(
            f"Sie können beim {remedy.court.seat()}, beantragen, die aufschiebende Wirkung {verb} (§ 80 Absatz 5 VwGO)."
        )
        sentences.append(
            "Haben Sie das beantragt, schieben wir Sie nicht ab, bevor das Gericht darüber entschieden hat (§ 7 Absatz 1 Satz 4 FreizügG/EU)."
            if after_loss
            else "Der Antrag allein hindert die Abschiebung nicht."
        )
    return Section("Wirkung des Rechtsbehelfs", (Paragraph(bind(" ".join(sentences))),))


def language_hint() -> Paragraph:
    """Kept out of the legal-remedy passage: a demand for a language there could make the instruction misleading."""
    return Paragraph(
        bind(
            "Amts- und Gerichtssprache ist Deutsch (§ 23 VwVfG, § 184 GVG). Fügen Sie fremdsprachigen Schreiben möglichst eine Übersetzung bei."
        )
    )


def bullets(*texts: str) -> Bullets:
    """Points of our own wording, with citations kept together."""
    return Bullets(tuple(bind(text) for text in texts))
