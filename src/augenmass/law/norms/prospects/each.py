"""Every prospect of residence that is a question: key, provision and strength in German and English, and the norms that open it."""

EACH = (
    ("25_3", "§ 25 Abs. 3 (Abschiebungsverbot, soll)", "section 25 (3) (prohibition, shall)", ("AufenthG/25/3/1",)),
    ("25_4a", "§ 25 Abs. 4a (Menschenhandel, soll)", "section 25 (4a) (trafficking, shall)", ("AufenthG/25/4a/1",)),
    (
        "25_4b",
        "§ 25 Abs. 4b (illegale Beschäftigung, kann)",
        "section 25 (4b) (illegal employment, may)",
        ("AufenthG/25/4b/1",),
    ),
    (
        "25_5",
        "§ 25 Abs. 5 (Ausreise unmöglich, kann)",
        "section 25 (5) (departure impossible, may)",
        ("AufenthG/25/5/1",),
    ),
    (
        "25_5_shall",
        "§ 25 Abs. 5 nach 18 Monaten (soll)",
        "section 25 (5) after 18 months (shall)",
        ("AufenthG/25/5/2",),
    ),
    (
        "25a",
        "§ 25a (gut integrierte junge Menschen, soll)",
        "section 25a (well-integrated young people, shall)",
        ("AufenthG/25a/1/1", "AufenthG/25a/6/2"),
    ),
    ("25a_parents", "§ 25a Abs. 2 Satz 1 (Eltern, kann)", "section 25a (2) 1 (parents, may)", ("AufenthG/25a/2/1",)),
    (
        "25a_family",
        "§ 25a Abs. 2 (Ehegatten und Kinder, soll)",
        "section 25a (2) (spouses and children, shall)",
        ("AufenthG/25a/2/3",),
    ),
    (
        "25b",
        "§ 25b (nachhaltige Integration, soll)",
        "section 25b (lasting integration, shall)",
        ("AufenthG/25b/1/1", "AufenthG/25b/6", "AufenthG/25b/8/2"),
    ),
    ("25b_family", "§ 25b Abs. 4 (Familie, soll)", "section 25b (4) (family, shall)", ("AufenthG/25b/4/1",)),
    (
        "16g",
        "§ 16g (Ausbildung, Anspruch)",
        "section 16g (training, claim)",
        ("AufenthG/16g/1/1/1", "AufenthG/16g/1/1/2", "AufenthG/16g/6"),
    ),
    (
        "60c",
        "§ 60c (Ausbildungsduldung, Anspruch)",
        "section 60c (suspension for training, claim)",
        ("AufenthG/60c/1/1/1", "AufenthG/60c/1/1/2", "AufenthG/60c/7"),
    ),
    (
        "60d",
        "§ 60d (Beschäftigungsduldung, in der Regel)",
        "section 60d (suspension for employment, as a rule)",
        ("AufenthG/60d/1", "AufenthG/60d/4"),
    ),
)
