"""States by their ISO 3166-1 code, with German and English names and spellings that exports use.

Source of names: Unicode CLDR, with the forms of the German list of states where those differ. ``XK`` is the code in common use for
Kosovo, ``XXA`` (stateless) comes from the codes for travel documents (ICAO Doc 9303). A nationality that is not clarified has no code: the fact is then missing, hence not established.
"""

from augenmass.law.vocabulary.declaration import Choice

_ROWS = """\
AF|Afghanistan|Afghanistan|afghanisch
EG|Ägypten|Egypt|ägyptisch
AL|Albanien|Albania|albanisch
DZ|Algerien|Algeria|algerisch
AD|Andorra|Andorra
AO|Angola|Angola
AG|Antigua und Barbuda|Antigua and Barbuda
GQ|Äquatorialguinea|Equatorial Guinea
SY|Arabische Republik Syrien|Syrian Arab Republic|Syrien|syrisch
AR|Argentinien|Argentina
AM|Armenien|Armenia|armenisch
AZ|Aserbaidschan|Azerbaijan|aserbaidschanisch
ET|Äthiopien|Ethiopia|äthiopisch
AU|Australien|Australia
BS|Bahamas|Bahamas
BH|Bahrain|Bahrain
BD|Bangladesch|Bangladesh|bangladeschisch
BB|Barbados|Barbados
BY|Belarus|Belarus|belarussisch|Weißrussland
BE|Belgien|Belgium|belgisch
BZ|Belize|Belize
BJ|Benin|Benin|beninisch
BT|Bhutan|Bhutan
BO|Bolivien|Bolivia
BA|Bosnien und Herzegowina|Bosnia and Herzegovina|bosnisch-herzegowinisch|Bosnien-Herzegowina
BW|Botsuana|Botswana
BR|Brasilien|Brazil|brasilianisch
BN|Brunei Darussalam|Brunei
BG|Bulgarien|Bulgaria|bulgarisch
BF|Burkina Faso|Burkina Faso
BI|Burundi|Burundi
CV|Cabo Verde|Cape Verde
CL|Chile|Chile
CN|China|China|chinesisch|VR China
CR|Costa Rica|Costa Rica
CI|Côte d’Ivoire|Côte d’Ivoire|Elfenbeinküste|ivorisch
DK|Dänemark|Denmark|dänisch
DE|Deutschland|Germany|deutsch
DM|Dominica|Dominica
DO|Dominikanische Republik|Dominican Republic
DJ|Dschibuti|Djibouti
EC|Ecuador|Ecuador
SV|El Salvador|El Salvador
ER|Eritrea|Eritrea|eritreisch
EE|Estland|Estonia|estnisch
SZ|Eswatini|Eswatini
FJ|Fidschi|Fiji
FI|Finnland|Finland|finnisch
FR|Frankreich|France|französisch
GA|Gabun|Gabon
GM|Gambia|Gambia|gambisch
GE|Georgien|Georgia|georgisch
GH|Ghana|Ghana|ghanaisch
GD|Grenada|Grenada
GR|Griechenland|Greece|griechisch
GT|Guatemala|Guatemala
GN|Guinea|Guinea|guineisch
GW|Guinea-Bissau|Guinea-Bissau
GY|Guyana|Guyana
HT|Haiti|Haiti
HN|Honduras|Honduras
HK|Hongkong|Hong Kong
IN|Indien|India|indisch
ID|Indonesien|Indonesia
IQ|Irak|Iraq|irakisch
IR|Iran, Islamische Republik|Iran, Islamic Republic of|Iran|iranisch
IE|Irland|Ireland|irisch
IS|Island|Iceland|isländisch
IL|Israel|Israel
IT|Italien|Italy|italienisch
JM|Jamaika|Jamaica
JP|Japan|Japan
YE|Jemen|Yemen|jemenitisch
JO|Jordanien|Jordan|jordanisch
KH|Kambodscha|Cambodia
CM|Kamerun|Cameroon|kamerunisch
CA|Kanada|Canada
KZ|Kasachstan|Kazakhstan|kasachisch
QA|Katar|Qatar
KE|Kenia|Kenya|kenianisch
KG|Kirgisistan|Kyrgyzstan|kirgisisch
KI|Kiribati|Kiribati
CO|Kolumbien|Colombia|kolumbianisch
KM|Komoren|Comoros
CG|Kongo|Congo|Republik Kongo
CD|Kongo, Demokratische Republik|Congo, Democratic Republic of the|Kongo, Dem. Republik|Dem. Rep. Kongo
KP|Korea, Demokratische Volksrepublik|Korea, Democratic People’s Republic of|Nordkorea
KR|Korea, Republik|Korea, Republic of|Südkorea
XK|Kosovo|Kosovo|kosovarisch
HR|Kroatien|Croatia|kroatisch
CU|Kuba|Cuba|kubanisch
KW|Kuwait|Kuwait
LA|Laos|Laos
LS|Lesotho|Lesotho
LV|Lettland|Latvia|lettisch
LB|Libanon|Lebanon|libanesisch
LR|Liberia|Liberia
LY|Libyen|Libya|libysch
LI|Liechtenstein|Liechtenstein
LT|Litauen|Lithuania|litauisch
LU|Luxemburg|Luxembourg|luxemburgisch
MO|Macau|Macao
MG|Madagaskar|Madagascar
MW|Malawi|Malawi
MY|Malaysia|Malaysia
MV|Malediven|Maldives
ML|Mali|Mali|malisch
MT|Malta|Malta|maltesisch
MA|Marokko|Morocco|marokkanisch
MH|Marshallinseln|Marshall Islands
MR|Mauretanien|Mauritania
MU|Mauritius|Mauritius
MX|Mexiko|Mexico
FM|Mikronesien|Micronesia
MD|Moldau|Moldova|moldauisch|Republik Moldau
MC|Monaco|Monaco
MN|Mongolei|Mongolia|mongolisch
ME|Montenegro|Montenegro|montenegrinisch
MZ|Mosambik|Mozambique
MM|Myanmar|Myanmar
NA|Namibia|Namibia
NR|Nauru|Nauru
NP|Nepal|Nepal|nepalesisch
NZ|Neuseeland|New Zealand
NI|Nicaragua|Nicaragua
NL|Niederlande|Netherlands|niederländisch
NE|Niger|Niger|nigrisch
NG|Nigeria|Nigeria|nigerianisch
MK|Nordmazedonien|North Macedonia|nordmazedonisch|Mazedonien
NO|Norwegen|Norway|norwegisch
OM|Oman|Oman
AT|Österreich|Austria|österreichisch
PK|Pakistan|Pakistan|pakistanisch
PS|Palästinensische Gebiete|Palestinian Territories|Palästina
PW|Palau|Palau
PA|Panama|Panama
PG|Papua-Neuguinea|Papua New Guinea
PY|Paraguay|Paraguay
PE|Peru|Peru
PH|Philippinen|Philippines|philippinisch
PL|Polen|Poland|polnisch
PT|Portugal|Portugal|portugiesisch
RW|Ruanda|Rwanda
RO|Rumänien|Romania|rumänisch
RU|Russische Föderation|Russian Federation|Russland|russisch
SB|Salomonen|Solomon Islands
ZM|Sambia|Zambia
WS|Samoa|Samoa
SM|San Marino|San Marino
ST|São Tomé und Príncipe|São Tomé and Príncipe
SA|Saudi-Arabien|Saudi Arabia
SE|Schweden|Sweden|schwedisch
CH|Schweiz|Switzerland|schweizerisch
SN|Senegal|Senegal|senegalesisch
RS|Serbien|Serbia|serbisch
SC|Seychellen|Seychelles
SL|Sierra Leone|Sierra Leone|sierra-leonisch
ZW|Simbabwe|Zimbabwe
SG|Singapur|Singapore
SK|Slowakei|Slovakia|slowakisch|Slowakische Republik
SI|Slowenien|Slovenia|slowenisch
SO|Somalia|Somalia|somalisch
ES|Spanien|Spain|spanisch
LK|Sri Lanka|Sri Lanka|srilankisch
KN|St. Kitts und Nevis|St. Kitts and Nevis
LC|St. Lucia|St. Lucia
VC|St. Vincent und die Grenadinen|St. Vincent and Grenadines
ZA|Südafrika|South Africa
SD|Sudan|Sudan|sudanesisch
SS|Südsudan|South Sudan
SR|Suriname|Suriname
TJ|Tadschikistan|Tajikistan|tadschikisch
TW|Taiwan|Taiwan
TZ|Tansania|Tanzania
TH|Thailand|Thailand|thailändisch
TL|Timor-Leste|Timor-Leste
TG|Togo|Togo|togoisch
TO|Tonga|Tonga
TT|Trinidad und Tobago|Trinidad and Tobago
TD|Tschad|Chad
CZ|Tschechien|Czechia|tschechisch|Tschechische Republik
TN|Tunesien|Tunisia|tunesisch
TR|Türkei|Türkiye|Tuerkei|türkisch|Republik Türkei
TM|Turkmenistan|Turkmenistan|turkmenisch
TV|Tuvalu|Tuvalu
UG|Uganda|Uganda
UA|Ukraine|Ukraine|ukrainisch
HU|Ungarn|Hungary|ungarisch
UY|Uruguay|Uruguay
UZ|Usbekistan|Uzbekistan|usbekisch
VU|Vanuatu|Vanuatu
VA|Vatikanstadt|Vatican City
VE|Venezuela|Venezuela|venezolanisch
AE|Vereinigte Arabische Emirate|United Arab Emirates
US|Vereinigte Staaten|United States|USA|Vereinigte Staaten von Amerika|US-amerikanisch
GB|Vereinigtes Königreich|United Kingdom|Großbritannien|britisch|Ver. Königreich
VN|Vietnam|Viet Nam|vietnamesisch
CF|Zentralafrikanische Republik|Central African Republic
CY|Zypern|Cyprus|zyprisch
"""


def _choice(row: str) -> Choice:
    code, german, english, *words = row.split("|")
    return Choice(code, german, english, (code, *words))


STATES: tuple[Choice, ...] = tuple(_choice(row) for row in _ROWS.splitlines())
"""Every state, in the order of its German name."""

STATELESS = Choice("XXA", "staatenlos", "stateless", ("XXA", "staatenlos"))

NATIONALITIES: tuple[Choice, ...] = (*STATES, STATELESS)

UNION_STATES: tuple[str, ...] = (
    "AT", "BE", "BG", "CY", "CZ", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU",
    "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
)  # fmt: skip
"""Member states of the European Union other than Germany: FreizügG/EU § 1 (1) no. 1."""

EEA_STATES: tuple[str, ...] = ("IS", "LI", "NO")
"""Further states of the European Economic Area: FreizügG/EU § 12."""

FREE_MOVEMENT_STATES: tuple[str, ...] = (*UNION_STATES, *EEA_STATES, "CH")
"""States whose nationals have freedom of movement; for Switzerland by the agreement of 21 June 1999 (AufenthV § 28)."""
