"""What every extract says, word for word the same: purposes, storage, origin, rights, and the notice on restrictions.

The notice does not depend on the file: from whether it stands there, or how, nothing can be read.
"""

from augenmass.disclosure.content import Words

PURPOSES = Words(
    de="Die Stelle verarbeitet die Angaben, um das Aufenthaltsgesetz und die ausländerrechtlichen Vorschriften in anderen Gesetzen auszuführen: "
    "Anträge bearbeiten, Aufenthalt und Ausreise klären, Entscheidungen vorbereiten und zustellen. Grundlage sind Art. 6 Abs. 1 Buchstabe e DSGVO "
    "und § 86 AufenthG.",
    en="The authority processes these details to carry out the Residence Act and the provisions on foreigners in other acts: to deal with applications, "
    "to clarify stay and departure, to prepare decisions and to serve them. The basis is Art. 6 (1) (e) GDPR and section 86 of the Residence Act.",
)
DURATION = Words(
    de="Die Angaben werden gelöscht, wenn sie für diese Aufgaben nicht mehr gebraucht werden, spätestens nach den Fristen des Aufenthaltsgesetzes (§ 91) "
    "und des Landes. Das Protokoll der Zugriffe wird nach einer eigenen Frist gelöscht; ältere Zugriffe können nicht mehr genannt werden.",
    en="The details are deleted when they are no longer needed for these tasks, at the latest after the periods of the Residence Act (section 91) and of the "
    "Land. The log of accesses is deleted after a period of its own; older accesses can no longer be named.",
)
ORIGIN = Words(
    de="Bei jeder Angabe steht, woher sie stammt: von Ihnen, aus einem Dokument, von einer anderen Stelle oder aus der Übernahme einer älteren Akte.",
    en="Beside each detail it says where it comes from: from you, from a document, from another authority or from an older file that was taken over.",
)
AUTOMATED = Words(
    de="Das Programm entscheidet nichts selbst. Es zeigt den Beschäftigten, welche Voraussetzungen nach den Angaben der Akte vorliegen; jede Entscheidung trifft "
    "und unterzeichnet ein Mensch. Es bildet keine Bewertung und keine Rangfolge von Personen.",
    en="The program decides nothing by itself. It shows the staff which conditions are met according to the file; every decision is made and signed by a "
    "human being. It makes no score and no ranking of persons.",
)
RIGHTS = Words(
    de="Sie können verlangen, dass falsche Angaben berichtigt und unvollständige ergänzt werden (Art. 16 DSGVO), dass Angaben gelöscht werden (Art. 17 DSGVO) "
    "oder ihre Verarbeitung eingeschränkt wird (Art. 18 DSGVO), und der Verarbeitung widersprechen (Art. 21 DSGVO). Sie können sich an die "
    "Datenschutzbeauftragte oder den Datenschutzbeauftragten dieser Stelle und bei der Aufsichtsbehörde für den Datenschutz des Landes beschweren (Art. 77 DSGVO). "
    "Gegen die Auskunft können Sie das Verwaltungsgericht anrufen.",
    en="You can ask for wrong details to be corrected and incomplete ones to be completed (Art. 16 GDPR), for details to be deleted (Art. 17 GDPR) or their "
    "processing to be restricted (Art. 18 GDPR), and object to the processing (Art. 21 GDPR). You can turn to the data protection officer of this "
    "authority and complain to the supervisory authority for data protection of the Land (Art. 77 GDPR). You can bring an action about this "
    "information before the administrative court.",
)
RESTRICTIONS = Words(
    de="Dieser Hinweis steht in jeder Auskunft, gleich ob etwas fehlt: Eine Auskunft kann nach dem Gesetz unvollständig sein, zum Beispiel wegen der Rechte anderer "
    "Personen (Art. 15 Abs. 4 DSGVO), wegen wichtiger Aufgaben der Stelle (§§ 29, 34 BDSG oder Datenschutzrecht des Landes) oder weil der Ablauf einer "
    "Abschiebung in keinem Verfahren mitgeteilt werden darf (§ 59 Abs. 1 Satz 8, § 97a AufenthG). Ob und was fehlt, sagt die Auskunft nicht. Von "
    "Beschäftigten, die den Vorgang bearbeiten, nennt sie die Tage, an denen in der Akte etwas festgehalten wurde, das hier aufgeführt ist; von allen anderen "
    "jeden Tag, an dem sie gelesen haben. Sie können verlangen, dass die Aufsichtsbehörde für den Datenschutz prüft, ob die Auskunft vollständig sein "
    "müsste.",
    en="This notice stands in every extract, whether anything is missing or not: by law an extract can be incomplete, for example because of the rights of "
    "other persons (Art. 15 (4) GDPR), because of important tasks of the authority (sections 29 and 34 of the Federal Data Protection Act or the data "
    "protection law of the Land), or because the course of a removal must not be told in any procedure (section 59 (1), eighth sentence, and section 97a of the "
    "Residence Act). The extract does not say whether anything is missing or what. Of staff who work on the case it names the days on which something "
    "listed here was recorded; of everybody else each day on which they read. You can ask the supervisory authority for data protection to examine whether "
    "the extract ought to be complete.",
)
