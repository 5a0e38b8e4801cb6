"""What each room of the program processes: the declaration from which the tables under ``docs/privacy`` are written.

German, as the authority's own record is. Categories, readers and periods are not said here: they come from the vocabulary, the
matrix, ``access/tables.toml`` and the rules of retention.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Processing:
    """One room: why it processes, whose data, on what ground, who gets them, who is responsible.

    ``apps``: labels of the applications whose tables it holds. ``of_cases``: whether it holds facts of cases, so that the
    categories of the vocabulary apply; else ``data`` names them.
    """

    room: str
    title: str
    purpose: str
    persons: str
    basis: str
    recipients: str
    responsible: str
    apps: tuple[str, ...]
    of_cases: bool = False
    data: str = ""


_PERSONS = "Ausländerinnen und Ausländer, deren Fall die Stelle führt; Angehörige, soweit sie in der Akte stehen"
_STAFF = "Beschäftigte der beteiligten Stellen"
_CASE_BASIS = "Art. 6 Abs. 1 Buchst. e, Art. 9 Abs. 2 Buchst. g DSGVO mit §§ 86 bis 88 AufenthG"
_STAFF_BASIS = "Beschäftigtendatenschutz des Landes oder des Bundes; Art. 32 DSGVO"
_CASE_BODY = "die Stelle, die für den Fall zuständig ist"
_OWN_BODY = "die Stelle, für die die Person arbeitet"
_OPERATION = "die Stelle, die das Programm betreibt, im Auftrag der übrigen"

PROCESSINGS = (
    Processing(
        "directory",
        "Stellen und Personen",
        "Festlegen, wer in welcher Stelle welche Rolle hat, vom ersten bis zum letzten Tag",
        _STAFF,
        _STAFF_BASIS,
        "andere Stellen: Name und dienstliche Erreichbarkeit, soweit sie an einem Fall beteiligt sind",
        _OWN_BODY,
        ("directory",),
        data="Name, Benutzername, dienstliche Erreichbarkeit, Rollen mit Zeitraum, Abwesenheit und Vertretung",
    ),
    Processing(
        "administration",
        "Verwaltung der Dienststelle",
        "Personen aufnehmen, Rollen geben und beenden, Passwörter setzen lassen",
        _STAFF,
        _STAFF_BASIS,
        "keine",
        _OWN_BODY,
        ("administration",),
        data="Prüfsumme einer einmal verwendbaren Adresse, Zeitpunkt der Verwendung",
    ),
    Processing(
        "sign_in",
        "Anmeldung",
        "Feststellen, wer das Programm benutzt; unbefugte Anmeldung abwehren",
        _STAFF,
        _STAFF_BASIS,
        "Anmeldedienst der Stelle, falls einer eingerichtet ist",
        _OWN_BODY,
        ("account", "mfa", "usersessions", "socialaccount", "sessions", "auth", "contenttypes"),
        data="Prüfsumme des Passworts, Passkeys und Codes, Sitzungen mit Gerät und Netz",
    ),
    Processing(
        "record",
        "Akte",
        "Nachweisen, was über einen Fall festgestellt und was in ihm getan wurde, von wem und wann",
        f"{_PERSONS}; {_STAFF} als Handelnde",
        _CASE_BASIS,
        "beteiligte Stellen, denen der Fall geöffnet oder abgegeben ist",
        _CASE_BODY,
        ("record",),
        of_cases=True,
    ),
    Processing(
        "cases",
        "Fälle",
        "Einen Fall führen: Person, Familie, Dokumente, Rechtslage, Suche, Liste",
        _PERSONS,
        _CASE_BASIS,
        "beteiligte Stellen, denen der Fall geöffnet oder abgegeben ist",
        _CASE_BODY,
        ("cases",),
        of_cases=True,
    ),
    Processing(
        "access",
        "Zugriff und Zugriffsprotokoll",
        "Lesen nur zulassen, soweit Rolle und Zweck es erlauben; nachweisen, wer was wozu gelesen hat",
        f"{_STAFF}; mittelbar die Personen der gelesenen Fälle",
        "Art. 5 Abs. 2, Art. 25, 32 DSGVO; bei polizeilichen Stellen § 76 BDSG oder Landesrecht",
        "Datenschutzbeauftragte der Stelle",
        _OWN_BODY,
        ("access",),
        data="Konto, Stelle, Zweck, Seite, Fall, Zeitpunkt, Begründung; Zugänge für Programme; Einsichten des Betriebs; "
        "Anmeldungen mit Netz",
    ),
    Processing(
        "competence",
        "Zuständigkeit und Abgabe",
        "Die zuständige Stelle finden und einen Fall an sie abgeben",
        _PERSONS,
        "§ 71 AufenthG, § 3 VwVfG oder Landesrecht; Art. 6 Abs. 1 Buchst. e DSGVO",
        "die Stelle, an die abgegeben wird",
        "abgebende und aufnehmende Stelle, jede bis zur Annahme und ab der Annahme",
        ("competence",),
        of_cases=True,
    ),
    Processing(
        "work",
        "Aufgaben, Fristen, Post",
        "Aufgaben und Wiedervorlagen erledigen, Fristen berechnen und gegenlesen, Post zuordnen, Nachrichten senden",
        f"{_PERSONS}; {_STAFF} als Bearbeitende",
        _CASE_BASIS,
        "Beschäftigte der Stelle; Empfänger dienstlicher Nachrichten ohne Personalien",
        _CASE_BODY,
        ("work",),
        of_cases=True,
    ),
    Processing(
        "letters",
        "Schreiben",
        "Bescheide und andere Schreiben erstellen, unterzeichnen, versenden, ihre Zustellung nachweisen",
        f"{_PERSONS}; Bevollmächtigte",
        _CASE_BASIS,
        "die Person, ihre Bevollmächtigten",
        _CASE_BODY,
        ("letters",),
        of_cases=True,
    ),
    Processing(
        "steps",
        "Schritte",
        "Rechtliche Voraussetzungen eines Schritts prüfen, ihn entwerfen und unterzeichnen",
        f"{_PERSONS}; {_STAFF} als Unterzeichnende",
        _CASE_BASIS,
        "das führende Fachverfahren der Stelle, durch das Bündel zur Rückgabe",
        _CASE_BODY,
        ("steps",),
        of_cases=True,
    ),
    Processing(
        "prospects",
        "Bleibeperspektiven und Duldungen",
        "Jede Bleibeperspektive prüfen, die Person darüber informieren, sie an den Aufenthalt derselben Stelle geben, Duldungen rechtzeitig verlängern",
        f"{_PERSONS}; {_STAFF} als Prüfende",
        _CASE_BASIS,
        "Beschäftigte der Stelle; die Person, ihre Bevollmächtigten",
        _CASE_BODY,
        ("prospects",),
        of_cases=True,
    ),
    Processing(
        "transmissions",
        "Übermittlungen",
        "Angaben an andere Stellen geben und von ihnen erhalten, soweit eine Vorschrift es zulässt; Berichtigung und Rückruf nachtragen",
        _PERSONS,
        "die Vorschrift, die auf jeder Übermittlung steht (docs/law/transmission.md); Art. 19 DSGVO",
        "die Stelle, die auf der Übermittlung steht",
        "die absendende Stelle bis zum Eingang, danach die empfangende",
        ("transmissions",),
        of_cases=True,
    ),
    Processing(
        "departure",
        "Freiwillige Ausreise",
        "Freiwillige Ausreisen begleiten: Belehrung, Erklärung, Antrag auf Förderung, Reise, Grenzübertrittsbescheinigung, Bestätigung",
        f"{_PERSONS}; Angehörige, die eine andere Stelle betreut, mit Namen",
        "§§ 50, 58 Abs. 1, § 59 Abs. 1, § 86 AufenthG",
        "jede Person mit dem Code einer Bescheinigung: ob sie gilt, sonst nichts",
        _CASE_BODY,
        ("departure",),
        of_cases=True,
    ),
    Processing(
        "funded_return",
        "Geförderte Rückkehr",
        "Die Angaben weitergeben, die eine Beratungsstelle über eine geförderte Rückkehr übermitteln muss, und keine anderen",
        "Ausländerinnen und Ausländer, die eine geförderte Rückkehr beantragt haben",
        "§ 86a, § 87 Abs. 6 AufenthG",
        "die zuständige Ausländerbehörde",
        "die Beratungsstelle für das Erheben, die Ausländerbehörde ab dem Eingang",
        ("funded_return",),
        data="die abschließende Liste des § 86a AufenthG; keine Inhalte von Beratungen",
    ),
    Processing(
        "fund",
        "Rückkehrfonds",
        "Mittel für die freiwillige Rückkehr bewilligen, auszahlen und abrechnen; jeden Cent nachweisen",
        "Ausländerinnen und Ausländer, denen eine Förderung bewilligt wurde",
        "§ 86 AufenthG mit dem Haushaltsrecht des Landes; Art. 6 Abs. 1 Buchst. e DSGVO",
        "die Landeskasse: Nummer, Betrag, Empfangsberechtigte",
        "die Stelle, die den Fall führt; für Haushalt und Bedingungen die Stelle, die den Fonds verwaltet",
        ("fund",),
        data="Programm, Zahl der Personen, Beträge, Raten, Empfangsberechtigte und Auszahlungsweg, Gründe einer Rücknahme oder Rückforderung",
    ),
    Processing(
        "obstacles",
        "Hemmnisse der Praxis",
        "Festhalten, was Stellen an ihrer Arbeit hindert, und was die Ministerien dazu antworten",
        f"{_STAFF}: wer gemeldet, sich angeschlossen, geantwortet hat; keine betroffenen Personen",
        _STAFF_BASIS,
        "alle Stellen der Installation",
        _OPERATION,
        ("obstacles",),
        data="Name der meldenden und antwortenden Beschäftigten, Beobachtung; gerundete Zahlen von Fällen",
    ),
    Processing(
        "offers",
        "Angebote vor Ort",
        "Beratung, Kurse und Hilfen je Gemeinde nachschlagen; ihre Angaben pflegen und aus Dateien übernehmen",
        f"{_STAFF}: wer eine Datei hochgeladen hat; keine betroffenen Personen",
        _STAFF_BASIS,
        "alle Stellen der Installation und die Personen an ihrem eigenen Zugang: Angaben zu Angeboten, keine zu Menschen",
        _OPERATION,
        ("offers",),
        data="Anschrift, Kontakt der Stelle, Öffnungszeiten, Sprachen, Zugang, freie Plätze; Name der pflegenden Beschäftigten an hochgeladenen Dateien",
    ),
    Processing(
        "agreements",
        "Integrationsvereinbarungen",
        "Mit der Person vereinbaren, was beide Seiten und andere Stellen für ihre Integration tun, und es gemeinsam verfolgen",
        "Personen, die eine Vereinbarung möchten; Sorgeberechtigte, Dolmetschende, Übersetzende; antwortende Beschäftigte anderer Stellen",
        "Art. 6 Abs. 1 Buchst. a, Art. 9 Abs. 2 Buchst. a DSGVO; bei einem öffentlich-rechtlichen Vertrag Art. 6 Abs. 1 Buchst. b DSGVO",
        "die Person, auf Wunsch per E-Mail oder Brief; auf Wunsch beider eine angehörige Person: dass es eine Vereinbarung gibt, gemeinsame Tage von Gesprächen; Poststelle: Name und Anschrift; angefragte Stellen: ihre eine Leistung, den Namen der Person nur auf deren Wunsch; Dolmetschdienste: Sprache, Tag, Dauer, Ort; keine Ausländerbehörde",
        "die Beratungsstelle",
        ("agreements",),
        data="Name, Sprache, was die Person von sich nennen möchte; auf Wunsch E-Mail-Adresse und Anschrift; Ziele, Schritte, Termine, Notizen, Unterschriften; Verbindung mit Angehörigen, wer sie wann und wie wünschte; Prüfwert des Codes für den eigenen Zugang, Zeit einer Anmeldung",
    ),
    Processing(
        "travel_papers",
        "Reisedokumente",
        "Reisedokumente bei Behörden der Herkunftsstaaten beantragen, ihre Ausstellung und Gültigkeit verfolgen; Wissen je Staat pflegen",
        f"{_PERSONS}; {_STAFF} als Bearbeitende",
        "§ 3, § 48 Abs. 3, § 60b Abs. 2 und 3 AufenthG; Art. 6 Abs. 1 Buchst. e DSGVO",
        "Behörden des Herkunftsstaates: nur Personalien einer abschließenden Liste, nie bei offenem Asylverfahren oder Schutz",
        _CASE_BODY,
        ("travel_papers",),
        of_cases=True,
    ),
    Processing(
        "accommodation",
        "Meldungen von Unterkünften",
        "Ankunft, Abwesenheit, Rückkehr, Verlegung und Ende der Wohnpflicht an die Stelle melden, die den Fall bearbeitet",
        "Personen, die in einer gemeldeten Unterkunft wohnen",
        "§§ 47 bis 50 AsylG mit Landesrecht; Art. 6 Abs. 1 Buchst. e DSGVO",
        "die für den Fall zuständige Behörde; die Unterkunft erfährt aus dem Fall nichts",
        "die Stelle der Unterkunft für ihre Liste, die Behörde ab dem Eingang der Meldung",
        ("accommodation",),
        data="Name und Nummer, wie die Unterkunft sie führt; was wann geschehen ist; bei Verlegung das Ziel",
    ),
    Processing(
        "overview",
        "Überblick Rückkehr",
        "Zählen, wie das Verfahren der Rückkehr verläuft: Beratung vor Vollzug, freiwillige Ausreisen, Dauer, Vollständigkeit von Abgaben",
        "keine: gezählt werden Vorgänge und Arbeit der Stelle, nicht Personen und nicht Beschäftigte",
        "§ 86 Satz 1 AufenthG; Aufsicht des Landes",
        "das Ministerium des Landes: Zahlen abgeschlossener Zeiträume ohne kleine Zahlen",
        _CASE_BODY,
        ("overview",),
        data="Zahlen nach Jahr und Vierteljahr; kleine Zahlen werden nicht gezeigt",
    ),
    Processing(
        "evaluation",
        "Erprobung von Integrationsvereinbarungen",
        "Auswerten, ob Vereinbarungen zustande kommen und beide Seiten halten, was sie zusagen; eine Befragung ohne Namen",
        f"Teilnehmende nur als Anzahl; {_STAFF} als Bearbeitende",
        "Art. 6 Abs. 1 Buchst. e, Art. 5 Abs. 1 Buchst. b, Art. 89 Abs. 1 DSGVO; Befragung freiwillig",
        "die Stelle, die die Erprobung auswertet: Zahlen je Ort und Vierteljahr, im Bericht ohne kleine Zahlen; keine Ausländerbehörde",
        "die Beratungsstelle für das Zählen, die auswertende Stelle für den Bericht",
        ("evaluation",),
        data="Anzahl von Vereinbarungen nach Messgröße, Anzahl angebotener; Antworten verschlossen bis zum Ende, danach nur als Anzahl",
    ),
    Processing(
        "retention",
        "Aufbewahrung und Löschung",
        "Feststellen, was zu löschen ist, und es löschen; anhalten, was aufzubewahren ist; einen Rest ohne Personenbezug zählen",
        f"{_PERSONS}; {_STAFF} als Vorschlagende und Bestätigende",
        "Art. 5 Abs. 1 Buchst. e, Art. 17 DSGVO mit den Vorschriften in docs/law/retention.md",
        "keine",
        _CASE_BODY,
        ("retention",),
        data="Klasse, Zahl und Vorschrift des Gelöschten; Grund und Ende eines Anhaltens; gezählte Merkmale ohne Person",
    ),
    Processing(
        "disclosure",
        "Auskunft und Akteneinsicht",
        "Auskunft und Einsicht in die Akte geben, Einschränkungen mit zweiter Person begründen",
        f"{_PERSONS}; ihre Vertretungen",
        "Art. 12, 15, 23 DSGVO; § 29 VwVfG oder Landesrecht; §§ 99, 100 VwGO",
        "die Person, ihre Vertretung, das Gericht",
        _CASE_BODY,
        ("disclosure",),
        of_cases=True,
    ),
    Processing(
        "person_access",
        "Zugang der betroffenen Person",
        "Der Person oder ihrer Vertretung eigene Termine, Schreiben und Auskünfte zeigen; Anschriften und Dokumente entgegennehmen; Nachrichten an eine "
        "Beratungsstelle verschlüsselt bereithalten; Rückmeldungen zur Bedienbarkeit ohne Namen annehmen",
        f"{_PERSONS}; ihre Vertretungen",
        "Art. 12, 15 DSGVO; §§ 14, 25 VwVfG oder Landesrecht",
        "die Person und ihre Vertretung; die Beratungsstelle: nur, was an sie gerichtet ist",
        _CASE_BODY,
        ("person_access",),
        of_cases=True,
    ),
    Processing(
        "intake",
        "Übernahme aus Fachverfahren",
        "Ausleitungen eines Fachverfahrens prüfen, übernehmen oder zurückgeben",
        _PERSONS,
        _CASE_BASIS,
        "das Fachverfahren: zurückgegebene Zeilen mit Gründen",
        _CASE_BODY,
        ("intake",),
        of_cases=True,
    ),
    Processing(
        "lawbook",
        "Recht",
        "Regelkatalog prüfen, freigeben und drucken; zählen, was eine Fassung an Fällen ändert",
        f"{_STAFF} der Rechtsprüfung",
        "Art. 5 Abs. 2, Art. 25 DSGVO",
        "alle Beschäftigten: wer geprüft und wer freigegeben hat",
        _OPERATION,
        ("lawbook",),
        data="Name, Befund, Begründung; Zahlen ohne Fall",
    ),
    Processing(
        "gate",
        "Freigabe für den Betrieb",
        "Nachweisen, dass vor der Arbeit mit Echtdaten geklärt ist, was geklärt sein muss",
        f"{_STAFF} in Datenschutz, Leitung und Verwaltung",
        "Art. 5 Abs. 2, Art. 24 DSGVO",
        "Betrieb: ob eine Stelle freigegeben ist, sonst nichts",
        _OWN_BODY,
        ("gate",),
        data="Name, Fundstelle des Dokuments oder Datei, Begründung, Zeitpunkt",
    ),
)
