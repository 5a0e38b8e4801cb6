"""What stands in every report beside its numbers: how they came about, and what they cannot say."""

from django.utils.translation import gettext_lazy as _

METHOD = (
    _(
        "Gezählt werden Vereinbarungen, nie Personen, Beratende oder einzelne Schritte. Jede Beratungsstelle zählt ihre eigenen; wer die Erprobung auswertet, bekommt nur Summen je Ort und Vierteljahr."
    ),
    _(
        "Ein Vierteljahr wird ab dem 15. Tag nach seinem Ende gezählt. Was danach nachgetragen wird, ändert die Zahlen nicht mehr."
    ),
    _(
        "Zahlen unter %(smallest)s erscheinen nicht („·“). Damit sie sich aus Summen, anderen Vierteljahren oder früheren Berichten nicht errechnen lassen, fehlen neben ihnen weitere. Eine Null erscheint. Zählt eine Vereinbarung in mehreren Vierteljahren, kommt es darauf an, wie viele verschiedene mindestens dahinterstehen."
    ),
    _(
        "Orte werden erst verglichen, wenn die Zeit der Erprobung vorbei ist, und nur über die ganze Zeit. Eine Tabelle nach Ort und Vierteljahr gibt es nicht. Die Reihenfolge der Orte ist die der Erprobung und keine Rangfolge."
    ),
    _(
        "Der Fragebogen ist freiwillig und ohne Namen. Die Bögen bleiben verschlossen, bis alle auf einmal geöffnet werden; danach sind nur die Summen übrig. Antworten werden nicht nach Orten gezeigt."
    ),
)
LIMITS = (
    _(
        "Die Teilnahme ist freiwillig. Wer eine Vereinbarung schließt, unterscheidet sich von denen, die keine schließen; ein Unterschied zwischen beiden läge nicht an der Vereinbarung allein."
    ),
    _(
        "Es gibt keine Vergleichsgruppe. Die Zahlen beschreiben, was geschah. Sie sagen nicht, was ohne Vereinbarung geschehen wäre."
    ),
    _(
        "Orte unterscheiden sich in Angeboten, Wartezeiten, Arbeitsmarkt und Personal. Ein kleinerer Anteil an einem Ort ist kein Urteil über die Menschen oder die Beratung dort."
    ),
    _(
        "Verspätete Schritte zeigen, wo etwas hängt. Warum, steht nicht in den Zahlen: Oft wartet die eine Seite auf die andere oder auf eine dritte Stelle."
    ),
    _(
        "Kleine Unterschiede zwischen Vierteljahren und Orten können Zufall sein. Unterschiede bei wenigen Vereinbarungen sollten nicht gedeutet werden."
    ),
    _("Wer antwortet, entscheidet selbst. Zufriedene und Unzufriedene antworten verschieden oft."),
    _(
        "Ein Widerruf ist ein Recht. Die Zahl der Widerrufe sagt nichts über die Menschen, die widerrufen haben; nach Gründen wird nicht gefragt."
    ),
)
