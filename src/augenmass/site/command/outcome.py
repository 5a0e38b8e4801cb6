"""How a command ends: exit codes, and the exception that carries one with a sentence."""

OK = 0
FOUND = 1
"""A check found something."""
USAGE = 2
"""Wrong arguments (argparse uses the same code)."""
REFUSED = 3
"""It could not or must not be done; the sentence says why."""
RETURNED = 4
"""Done, but some rows could not be taken."""
INTERRUPTED = 130

EXIT_CODES = """\
Rückgabewerte:
  0    erledigt
  1    eine Prüfung hat etwas gefunden
  2    falscher Aufruf
  3    abgelehnt oder nicht möglich; der Satz auf der Fehlerausgabe sagt, warum
  4    erledigt, aber einzelne Zeilen der Datei wurden zurückgegeben
  130  abgebrochen
"""


class CommandFailed(Exception):
    """Ends the command with a sentence on standard error."""

    def __init__(self, sentence: str, code: int = REFUSED) -> None:
        super().__init__(sentence)
        self.code = code
