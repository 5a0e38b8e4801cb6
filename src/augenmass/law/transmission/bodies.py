"""Kinds of bodies that send or receive, with the groups that provisions name."""

from augenmass.law.vocabulary.declaration import Choice

# fmt: off
BODIES = tuple(
    Choice(key, de, en)
    for key, de, en in (
        ("foreigners_authority", "Ausländerbehörde", "foreigners' authority"),
        ("central_body", "zentrale Stelle des Landes für Abschiebungen", "central body of the Land for removals"),
        ("federal_office", "Bundesamt für Migration und Flüchtlinge", "Federal Office for Migration and Refugees"),
        ("reception_centre", "Aufnahmeeinrichtung", "reception centre"),
        ("mission", "deutsche Auslandsvertretung", "German mission abroad"),
        ("federal_police", "Bundespolizei", "Federal Police"),
        ("border_authority", "andere mit der Grenzkontrolle beauftragte Behörde", "other authority in charge of border checks"),
        ("land_police", "Polizei des Landes", "police of the Land"),
        ("federal_criminal_police", "Bundeskriminalamt", "Federal Criminal Police Office"),
        ("customs", "Zollverwaltung und Zollkriminalamt", "customs administration and customs investigation"),
        ("security_service", "Nachrichtendienst oder Verfassungsschutz", "intelligence service"),
        ("prosecution", "Staatsanwaltschaft", "public prosecution"),
        ("criminal_court", "Strafgericht", "criminal court"),
        ("fine_authority", "Bußgeldbehörde", "authority for regulatory fines"),
        ("work_inspection", "Verfolgungsbehörde nach § 90 Abs. 1 AufenthG", "prosecuting authority of section 90 (1)"),
        ("extradition_authority", "Behörde für Auslieferungen", "authority for extraditions"),
        ("witness_protection_office", "Zeugenschutzdienststelle", "witness protection office"),
        ("prison", "Vollzugseinrichtung", "prison"),
        ("aviation_security", "Luftsicherheitsbehörde", "aviation security authority"),
        ("nuclear_authority", "atomrechtliche Behörde", "nuclear licensing authority"),
        ("asylum_benefits_office", "Leistungsbehörde nach AsylbLG", "office for asylum seekers' benefits"),
        ("jobcenter", "Träger der Grundsicherung für Arbeitsuchende", "body for basic income support"),
        ("employment_agency", "Bundesagentur für Arbeit", "Federal Employment Agency"),
        ("social_assistance", "Träger der Sozialhilfe", "social assistance body"),
        ("social_insurance", "andere Stelle nach § 35 SGB I", "other body under section 35 of Book I"),
        ("youth_office", "Jugendamt", "youth welfare office"),
        ("maintenance_advance_office", "Unterhaltsvorschussstelle", "office for advances on maintenance"),
        ("parental_allowance_office", "Elterngeldstelle", "office for parental allowance"),
        ("health_office", "Behörde des öffentlichen Gesundheitsdienstes", "public health authority"),
        ("registration_office", "Meldebehörde", "registration office"),
        ("nationality_authority", "Staatsangehörigkeitsbehörde", "nationality authority"),
        ("supreme_authority", "oberste Bundes- oder Landesbehörde", "supreme federal or Land authority"),
        ("supervisory_body", "Aufsichtsbehörde", "supervisory authority"),
        ("register_authority", "Registerbehörde des Ausländerzentralregisters", "authority that keeps the Central Register"),
        ("federal_administration_office", "Bundesverwaltungsamt", "Federal Office of Administration"),
        ("eurodac_authority", "für Eurodac bestimmte Behörde", "authority named for Eurodac"),
        ("federal_office_of_justice", "Bundesamt für Justiz", "Federal Office of Justice"),
        ("bailiff", "Gerichtsvollzieher", "bailiff"),
        ("enforcement_office", "Vollstreckungsbehörde", "enforcement office"),
        ("integration_commissioner", "Beauftragte der Bundesregierung", "Federal commissioner for integration"),
        ("school", "Schule, Bildungs- oder Erziehungseinrichtung", "school or educational institution"),
        ("other_public_body", "andere öffentliche Stelle", "other public body"),
        ("return_programme", "Stelle oder Träger der Rückkehrförderung", "body of return support"),
        ("counselling_body", "Beratungsstelle", "counselling body"),
        ("course_provider", "Kursträger", "course provider"),
        ("research_body", "Hochschule oder Forschungseinrichtung", "university or research institution"),
        ("member_state", "Behörde eines Mitgliedstaates der EU", "authority of an EU member state"),
        ("union_body", "Organ oder Einrichtung der EU", "institution or body of the EU"),
        ("third_state", "Behörde eines Drittstaates", "authority of a third state"),
        ("state_of_origin", "Behörde des Herkunftsstaates", "authority of the state of origin"),
        ("international_body", "zwischenstaatliche Stelle", "intergovernmental body"),
        ("person", "betroffene Person", "person concerned"),
        ("representative", "Bevollmächtigte der Person", "representative of the person"),
    )
)
# fmt: on

ALIEN_LAW = (
    "foreigners_authority",
    "central_body",
    "federal_office",
    "federal_police",
    "border_authority",
    "land_police",
    "mission",
)
"""Authorities in charge of carrying out the Residence Act."""
POLICE = ("federal_police", "land_police", "federal_criminal_police")
SECURITY = ("security_service", "federal_criminal_police", "federal_police", "customs")
ABROAD = ("member_state", "union_body", "third_state", "state_of_origin", "international_body")
NOT_PUBLIC = ("return_programme", "counselling_body", "course_provider", "person", "representative")
"""Bodies that are, or may be, no public body."""
PUBLIC = tuple(body.key for body in BODIES if body.key not in (*ABROAD, *NOT_PUBLIC, "research_body"))
REPORTING = tuple(body for body in PUBLIC if body not in ("school", "integration_commissioner", "register_authority"))
"""Public bodies that have to report: schools and places of education are excepted, commissioners stand in a norm of their own."""
FEDERAL = (
    "federal_office", "federal_police", "federal_criminal_police", "customs", "mission", "federal_administration_office",
    "register_authority", "federal_office_of_justice", "employment_agency", "integration_commissioner",
)  # fmt: skip
"""Bodies of the Federation, for which the Federal Data Protection Act itself speaks."""
LAND = tuple(body for body in PUBLIC if body not in FEDERAL)
BESIDE_REGISTER = tuple(body for body in PUBLIC if body != "register_authority")
SOCIAL = ("jobcenter", "social_assistance")
