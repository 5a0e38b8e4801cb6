"""Custody: what bars it, and the circumstances that the statute lists one by one. Each is a fact of its own, with its source; none is a forecast."""

from augenmass.law.vocabulary.declaring import Chapter

CUSTODY_BARS = Chapter("custody_grounds", "protection")
CUSTODY_HEALTH = Chapter("custody_grounds", "health")
CUSTODY_ITEMS = Chapter("custody_grounds", "enforcement")

for _name, _label, _meaning in (
    (
        "milder_means_suffice",
        ("Milderes Mittel genügt", "A milder means suffices"),
        (
            "Der Zweck der Haft kann durch ein milderes Mittel erreicht werden, etwa Meldeauflage, Wohnauflage oder Sicherheit.",
            "The purpose can be reached by a milder means, such as reporting, a residence condition or a security.",
        ),
    ),
    (
        "custody_longer_than_needed",
        ("Haft länger als unvermeidlich", "Custody longer than unavoidable"),
        (
            "Die Haft dauert länger als die kürzest mögliche Zeit, auch wegen Verzögerung durch die Behörde.",
            "Custody lasts longer than the shortest possible time, also through delay by the authority.",
        ),
    ),
    (
        "removal_not_within_six_months",
        ("Abschiebung in sechs Monaten ausgeschlossen", "Removal excluded within six months"),
        (
            "Fest steht, dass die Abschiebung aus nicht zu vertretenden Gründen nicht innerhalb von sechs Monaten möglich ist.",
            "It is certain that for reasons not attributable to the person removal is not possible within six months.",
        ),
    ),
    (
        "no_evasion_credible",
        ("Glaubhaft: Abschiebung wird nicht entzogen", "Credible that removal will not be evaded"),
        (
            "Glaubhaft oder offensichtlich ist, dass die Person sich der Abschiebung nicht entziehen will.",
            "It is credible or obvious that the person does not want to evade removal.",
        ),
    ),
    (
        "custody_presumption_rebutted",
        ("Gesetzliche Vermutung widerlegt", "Statutory presumption rebutted"),
        (
            "Die an einen Umstand der gesetzlichen Liste geknüpfte Vermutung ist widerlegt.",
            "The presumption tied to a circumstance of the statutory list is rebutted.",
        ),
    ),
    (
        "custody_grounds_gone",
        ("Grund der Haft entfallen", "Ground of custody gone"),
        (
            "Der Grund für die Freiheitsentziehung ist weggefallen.",
            "The ground for the deprivation of liberty has gone.",
        ),
    ),
    (
        "custody_disproportionate",
        ("Haft ungeeignet oder unverhältnismäßig", "Custody unsuited or disproportionate"),
        (
            "Die Haft ist kein geeignetes oder kein verhältnismäßiges Mittel.",
            "Custody is not a suited or not a proportionate means.",
        ),
    ),
    (
        "procedure_delayed_by_authority",
        ("Verfahren von der Behörde verzögert", "Procedure delayed by the authority"),
        (
            "Eine Verzögerung des Verfahrens ist der Person nicht zuzurechnen.",
            "A delay of the procedure is not attributable to the person.",
        ),
    ),
    (
        "screening_holding_needless",
        ("Festhalten zur Überprüfung nicht mehr erforderlich", "Holding for screening no longer needed"),
        (
            "Festhalten oder Haft ist für die Überprüfung nicht mehr erforderlich.",
            "Holding or custody is no longer needed for the screening.",
        ),
    ),
    (
        "overstay_excused_or_slight",
        ("Ausreise unverschuldet verhindert", "Departure prevented without fault"),
        (
            "Die Person ist ohne Verschulden an der Ausreise gehindert oder hat die Frist nicht erheblich überschritten.",
            "The person is prevented from leaving without fault, or exceeded the period only slightly.",
        ),
    ),
    (
        "removal_uncertain_within_28_days",
        ("Abschiebung in 28 Tagen nicht gesichert", "Removal within 28 days not certain"),
        (
            "Es steht nicht fest, dass die Abschiebung innerhalb der angeordneten höchstens 28 Tage durchgeführt werden kann.",
            "It is not certain that the removal can be carried out within the ordered 28 days at most.",
        ),
    ),
    (
        "asylum_warning_preparation_needless",
        ("Haft zur Vorbereitung der Androhung nicht erforderlich", "Custody not needed to prepare the warning"),
        (
            "Zur Vorbereitung der Abschiebungsandrohung des Bundesamtes ist Haft nicht erforderlich.",
            "Custody is not needed to prepare the Federal Office's warning of removal.",
        ),
    ),
):
    CUSTODY_BARS.yes_no(_name, _label, _meaning, assessment=True, protective=True)
CUSTODY_BARS.yes_no(
    "minor_custody_last_resort",
    ("Haft einer minderjährigen Person als letztes Mittel", "Custody of a minor as a last resort"),
    (
        "Ausnahmefall: Mildere Maßnahmen wirken nicht, die Haft dient dem Wohl, und Elternteil ist in Haft oder die Haft schützt.",
        "Exception: milder measures do not work, custody serves the minor, and a parent is held or custody protects.",
    ),
    assessment=True,
)
CUSTODY_BARS.yes_no(
    "special_needs_indicated",
    ("Hinweise auf besonderen Bedarf", "Signs of special needs"),
    (
        "Merkmale, Äußerungen oder Verhalten weisen auf besondere Bedürfnisse bei der Aufnahme hin.",
        "Features, statements or conduct point to special needs of reception.",
    ),
    protective=True,
)
CUSTODY_BARS.yes_no(
    "special_needs_assessed",
    ("Besonderer Bedarf geprüft und berücksichtigt", "Special needs examined and taken into account"),
    ("Die Beurteilung ist abgeschlossen und berücksichtigt.", "The assessment is complete and taken into account."),
)
CUSTODY_HEALTH.yes_no(
    "custody_endangers_health",
    ("Haft gefährdet die Gesundheit ernsthaft", "Custody seriously endangers health"),
    (
        "Die Haft würde bei besonderen Bedürfnissen die körperliche oder psychische Gesundheit ernsthaft gefährden (nur Ergebnis).",
        "With special needs, custody would seriously endanger physical or mental health (outcome only).",
    ),
    assessment=True,
    protective=True,
    evidence=("medical",),
)

CUSTODY_ITEMS.yes_no(
    "danger_to_life_or_internal_security",
    ("Erhebliche Gefahr für Leib, Leben oder innere Sicherheit", "Considerable danger to life or internal security"),
    (
        "Nach Feststellung der zuständigen Stelle geht eine erhebliche Gefahr für Leib und Leben Dritter oder bedeutende Rechtsgüter der inneren Sicherheit aus.",
        "The competent body found a considerable danger to life and limb of others or to weighty goods of internal security.",
    ),
    assessment=True,
)
for _name, _label, _meaning in (
    (
        "item_identity_deception",
        ("§ 62 Abs. 3a Nr. 1: Täuschung über die Identität", "62 (3a) no. 1: deception about identity"),
        (
            "Täuschung über die Identität, jetzt oder erheblich und zeitnah zur Abschiebung, nicht selbst berichtigt.",
            "Deception about identity, now or relevantly and near the removal, not corrected by the person.",
        ),
    ),
    (
        "item_appointment_missed",
        ("§ 62 Abs. 3a Nr. 2: bei Termin nicht angetroffen", "62 (3a) no. 2: not met at an appointment"),
        (
            "Unentschuldigt nicht angetroffen zu Anhörung oder Untersuchung nach § 82 Abs. 4 S. 1, mit vorherigem Hinweis auf mögliche Haft.",
            "Without excuse not met for a hearing or examination under 82 (4) 1, with prior notice of possible custody.",
        ),
    ),
    (
        "item_moved_without_address",
        ("§ 62 Abs. 3a Nr. 3: Wechsel ohne Anschrift", "62 (3a) no. 3: moved without address"),
        (
            "Nach Ablauf der Ausreisefrist trotz Hinweis ohne Angabe einer Anschrift den Ort gewechselt.",
            "After the period for departure moved without giving an address, in spite of notice.",
        ),
    ),
    (
        "item_earlier_removal_evaded",
        ("§ 62 Abs. 3a Nr. 5: früherer Abschiebung entzogen", "62 (3a) no. 5: earlier removal evaded"),
        ("Die Person hat sich einer früheren Abschiebung entzogen.", "The person evaded an earlier removal."),
    ),
    (
        "item_evasion_declared",
        ("§ 62 Abs. 3a Nr. 6: ausdrückliche Erklärung", "62 (3a) no. 6: express declaration"),
        (
            "Die Person hat ausdrücklich erklärt, sich der Abschiebung entziehen zu wollen.",
            "The person expressly declared the will to evade the removal.",
        ),
    ),
    (
        "item_identity_deception_relevant",
        ("§ 62 Abs. 3b Nr. 1: erhebliche Täuschung", "62 (3b) no. 1: relevant deception"),
        (
            "Täuschung über die Identität, erheblich für ein Abschiebungshindernis, nicht selbst berichtigt.",
            "Deception about identity, relevant to an obstacle, not corrected by the person.",
        ),
    ),
    (
        "item_sums_for_entry",
        ("§ 62 Abs. 3b Nr. 2: erhebliche Geldbeträge", "62 (3b) no. 2: considerable sums"),
        (
            "Für die unerlaubte Einreise sind nach den Umständen maßgebliche Geldbeträge aufgewandt.",
            "Sums that matter by the circumstances were spent on the unlawful entry.",
        ),
    ),
    (
        "item_repeated_convictions",
        ("§ 62 Abs. 3b Nr. 4: wiederholte Verurteilungen", "62 (3b) no. 4: repeated convictions"),
        (
            "Wiederholt rechtskräftig wegen vorsätzlicher Straftaten verurteilt, mindestens zu einer Freiheitsstrafe.",
            "Repeatedly convicted with final effect of intentional offences, at least once to imprisonment.",
        ),
    ),
    (
        "item_passport_duty_breached",
        ("§ 62 Abs. 3b Nr. 5: Mitwirkung verweigert", "62 (3b) no. 5: cooperation refused"),
        (
            "Passbeschaffung oder Mitwirkung an der Identität nach vorherigem Hinweis auf mögliche Haft nicht erfüllt.",
            "Duties of getting a passport or of identification not met after prior notice of possible custody.",
        ),
    ),
    (
        "item_residence_duty_breached",
        ("§ 62 Abs. 3b Nr. 6: Auflagen verletzt", "62 (3b) no. 6: conditions breached"),
        (
            "Nach Ablauf der Ausreisefrist wiederholt räumliche Beschränkung oder Auflage nach § 61 verletzt.",
            "After the period for departure repeatedly breached limits or conditions under section 61.",
        ),
    ),
):
    CUSTODY_ITEMS.yes_no(_name, _label, _meaning, evidence=("authority",))
for _name, _label, _meaning in (
    (
        "holding_strong_suspicion",
        ("Dringender Verdacht der Haftvoraussetzungen", "Strong suspicion that custody can be ordered"),
        (
            "Tatsachen begründen den dringenden Verdacht, dass die Voraussetzungen der Haft vorliegen.",
            "Facts give strong suspicion that the conditions of custody are met.",
        ),
    ),
    (
        "judge_not_reachable_before",
        ("Richter vorher nicht erreichbar", "Judge not reachable before"),
        (
            "Die richterliche Entscheidung kann vorher nicht eingeholt werden; die Versuche sind dokumentiert.",
            "The judge's decision cannot be had before; the attempts are documented.",
        ),
    ),
    (
        "holding_evasion_suspected",
        ("Begründeter Verdacht der Entziehung vor der Anordnung", "Founded suspicion of evasion before the order"),
        (
            "Tatsachen begründen den Verdacht, dass die Person sich der Anordnung entziehen will.",
            "Facts give founded suspicion that the person wants to evade the order.",
        ),
    ),
):
    CUSTODY_ITEMS.yes_no(_name, _label, _meaning, assessment=True)
CUSTODY_ITEMS.yes_no(
    "holding_ordered_in_writing",
    ("Festhalten schriftlich angeordnet", "Holding ordered in writing"),
    ("Die Behörde hat das Festhalten schriftlich angeordnet.", "The authority ordered the holding in writing."),
    evidence=("authority",),
)
CUSTODY_ITEMS.yes_no(
    "custody_notice_given",
    ("Auf mögliche Haft hingewiesen", "Told of possible custody"),
    (
        "Die Person wurde vor der Anordnung nach § 82 Abs. 4 S. 1 auf die Möglichkeit einer Inhaftnahme hingewiesen.",
        "Before the order under 82 (4) 1 the person was told that custody is possible.",
    ),
    evidence=("letter",),
)
CUSTODY_ITEMS.yes_no(
    "appearance_order_missed",
    ("Anordnung zum Erscheinen nicht befolgt (§ 62 Abs. 6)", "Order to appear not followed (62 (6))"),
    (
        "Einer Anordnung nach § 82 Abs. 4 S. 1 unentschuldigt ferngeblieben oder die Angaben zur Identität unterlassen.",
        "Without excuse absent from an order under 82 (4) 1, or the statements on identity were not made.",
    ),
    evidence=("authority",),
)
for _name, _de, _en in (
    ("screening_identity_done", "Identität verifiziert", "identity verified"),
    ("screening_biometrics_done", "biometrische Daten erfasst", "biometric data taken"),
    ("screening_security_done", "Sicherheitskontrolle abgeschlossen", "security check completed"),
    ("screening_no_security_measure", "keine Sicherheitsmaßnahme zu treffen", "no security measure to be taken"),
    ("screening_no_return_follows", "keine Rückführung oder Überstellung", "no return or transfer follows"),
):
    CUSTODY_ITEMS.yes_no(
        _name,
        (f"Überprüfung: {_de}", f"Screening: {_en}"),
        (f"Stand der Überprüfung: {_de}.", f"State of the screening: {_en}."),
        protective=True,
    )
