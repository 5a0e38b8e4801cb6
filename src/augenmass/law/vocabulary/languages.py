"""Languages in which the person can be addressed (ISO 639-1, where there is none ISO 639-3)."""

from augenmass.law.vocabulary.declaration import Choice

_ROWS = """\
sq|Albanisch|Albanian
am|Amharisch|Amharic
ar|Arabisch|Arabic
hy|Armenisch|Armenian
az|Aserbaidschanisch|Azerbaijani
bn|Bengalisch|Bengali
bs|Bosnisch|Bosnian
bg|Bulgarisch|Bulgarian
zh|Chinesisch|Chinese
prs|Dari|Dari
de|Deutsch|German
en|Englisch|English
fa|Persisch (Farsi)|Persian
fr|Französisch|French
ka|Georgisch|Georgian
el|Griechisch|Greek
ha|Haussa|Hausa
hi|Hindi|Hindi
it|Italienisch|Italian
kk|Kasachisch|Kazakh
hr|Kroatisch|Croatian
kmr|Kurmandschi|Kurmanji
ln|Lingala|Lingala
mk|Mazedonisch|Macedonian
mn|Mongolisch|Mongolian
ne|Nepali|Nepali
ps|Paschtu|Pashto
pl|Polnisch|Polish
pt|Portugiesisch|Portuguese
pa|Pandschabi|Punjabi
rom|Romanes|Romani
ro|Rumänisch|Romanian
ru|Russisch|Russian
sr|Serbisch|Serbian
si|Singhalesisch|Sinhala
so|Somali|Somali
ckb|Sorani|Sorani
es|Spanisch|Spanish
sw|Suaheli|Swahili
ta|Tamilisch|Tamil
ti|Tigrinja|Tigrinya
cs|Tschechisch|Czech
ce|Tschetschenisch|Chechen
tr|Türkisch|Turkish
uk|Ukrainisch|Ukrainian
hu|Ungarisch|Hungarian
ur|Urdu|Urdu
uz|Usbekisch|Uzbek
vi|Vietnamesisch|Vietnamese
"""


def _choice(row: str) -> Choice:
    code, german, english = row.split("|")
    return Choice(code, german, english, (code,))


LANGUAGES: tuple[Choice, ...] = tuple(_choice(row) for row in _ROWS.splitlines())
"""Every language, in the order of its German name."""
