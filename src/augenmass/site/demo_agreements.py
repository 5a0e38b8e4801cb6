"""A dozen invented agreements in all their states, by the ordinary actions, begun in the months before today."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import uuid4

from augenmass.access.actor import Actor
from augenmass.agreements.actions.drafting import NewStep, amend, fix_text, put_step, write_start
from augenmass.agreements.actions.ending import complete, withdraw
from augenmass.agreements.actions.following import hold_review, move_review, note_done
from augenmass.agreements.actions.printing import make_batch
from augenmass.agreements.actions.promising import NewPromise, Reply, ask, note_delivered, reply
from augenmass.agreements.actions.reminding import remind
from augenmass.agreements.actions.signing import Signing, sign_as_counsellor, sign_with_person
from augenmass.agreements.actions.starting import Known, begin_agreement
from augenmass.agreements.actions.translating import explain, to_translate, translate
from augenmass.agreements.models import Agreement, Edition, Promise, ProviderLink
from augenmass.agreements.paper import to_sign
from augenmass.agreements.queries.reminders import letters_to_print
from augenmass.agreements.rules.content import Side, Topic
from augenmass.agreements.rules.days import falls_on
from augenmass.agreements.rules.link import PROVIDER
from augenmass.directory.roles import Permission
from augenmass.law.time import today, travel
from augenmass.site.command.people import actor_named


@dataclass(frozen=True, slots=True)
class Told:
    """One invented agreement: who, when, how far it went, and what was written in the person's language."""

    name: str
    language: str
    situation: str
    weeks_ago: int
    reaches: str
    """draft, fixed, translated, explained, signed, soon, reviewed, moved, late, amended, fulfilled, withdrawn."""
    points: dict[Topic, str] = field(default_factory=dict)
    goals: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    """The invented translation, in the order of the text; the last one is used again where it is too short."""
    service: str = ""
    born: int = 0
    """Years of age, where the person named it."""
    guardian: str = ""
    counsellor: str = "nowak"
    paper: bool = False
    """Signed on paper; the invented scan is the printed text."""
    address: str = ""
    """Of who wants to be reminded by letter."""
    service_kind: str = Promise.Kind.OTHER.value


AGREEMENTS = (
    Told(
        "Olena Bondar",
        "uk",
        "work",
        20,
        "reviewed",
        {Topic.WORK: "War Buchhalterin und sucht Arbeit."},
        ("Wieder als Buchhalterin arbeiten",),
        (
            "Працювала бухгалтеркою і шукає роботу.",
            "Знову працювати бухгалтеркою",
            "З’ясувати, який орган визнає диплом",
            "Зібрати дипломи та довідки",
            "Допомогти із заявою про визнання",
            "Бесіда в центрі зайнятості",
        ),
        "ein Beratungsgespräch zur Arbeitsaufnahme",
        service_kind="placement",
    ),
    Told(
        "Samir Haddad",
        "ar",
        "arrival",
        14,
        "moved",
        {Topic.LANGUAGE: "Möchte Deutsch lernen."},
        ("Die Prüfung B1 schaffen",),
        (
            "يريد تعلّم اللغة الألمانية.",
            "النجاح في امتحان B1",
            "شرح كيفية التسجيل ومرافقته إلى الموعد الأول",
            "البحث عن مكان في دورة لغة",
            "إجراء اختبار تحديد المستوى",
            "مكان في دورة الاندماج",
        ),
        "ein Platz im Integrationskurs, vormittags",
        service_kind="course",
    ),
    Told(
        "Leyla Aydın",
        "tr",
        "family",
        30,
        "amended",
        {Topic.FAMILY: "Zwei Kinder, drei und fünf Jahre."},
        ("Einen Kita-Platz finden", "Danach einen Kurs besuchen"),
        (
            "Üç ve beş yaşında iki çocuk.",
            "Bir kreş yeri bulmak",
            "Ardından bir kursa gitmek",
            "Yakındaki boş yerleri bildirmek",
            "Kreşleri gezmek",
            "İki çocuk için kreş yeri",
        ),
        "zwei Plätze in einer Kindertagesstätte",
        service_kind="child_care",
    ),
    Told(
        "Mehmet Aydın",
        "tr",
        "work",
        12,
        "signed",
        {Topic.WORK: "Ist Schweißer und sucht eine Stelle."},
        ("Wieder als Schweißer arbeiten",),
        (
            "Kaynakçı ve iş arıyor.",
            "Yeniden kaynakçı olarak çalışmak",
            "Diplomayı hangi kurumun tanıdığını açıklığa kavuşturmak",
            "Belgeleri toplamak",
            "Tanıma başvurusunda yardım etmek",
        ),
    ),
    Told(
        "Farid Rahimi",
        "fa",
        "young",
        26,
        "late",
        {Topic.SCHOOL: "Geht in die neunte Klasse."},
        ("Eine Ausbildung als Elektroniker",),
        ("صنف نهم مکتب است.", "آموزش به عنوان برق‌کار", "هماهنگی گفت‌وگو با مکتب", "نام بردن سه شغل"),
        "",
        17,
        "Nadia Rahimi",
    ),
    Told(
        "Jean-Marie Nsabimana",
        "fr",
        "work",
        40,
        "fulfilled",
        {Topic.RECOGNITION: "Krankenpfleger, Abschluss von 2019."},
        ("Anerkennung als Pflegefachmann",),
        (
            "Infirmier, diplôme de 2019.",
            "Reconnaissance comme infirmier",
            "Clarifier quel organisme reconnaît le diplôme",
            "Réunir les diplômes",
            "Aider à faire la demande",
        ),
    ),
    Told(
        "Irina Sokolowa",
        "ru",
        "work",
        22,
        "withdrawn",
        {},
        ("Eine eigene Wohnung",),
        (
            "Собственная квартира",
            "Выяснить, какое ведомство признаёт диплом",
            "Собрать документы",
            "Помочь с заявлением",
        ),
    ),
    Told(
        "Grace Mensah",
        "en",
        "arrival",
        3,
        "explained",
        {Topic.HOUSING: "Wohnt in einer Unterkunft."},
        ("Deutsch lernen",),
        (
            "Lives in shared accommodation.",
            "Learn German",
            "Explain where to register, come along to the first appointment",
            "Find a place in a language course",
            "Take the placement test",
        ),
    ),
    Told(
        "Petro Kowalenko",
        "uk",
        "arrival",
        2,
        "translated",
        {},
        ("Arbeit finden",),
        (
            "Знайти роботу",
            "Пояснити, де зареєструватися",
            "Знайти місце на мовних курсах",
            "Пройти тест на рівень мови",
        ),
    ),
    Told("Amira Saleh", "ar", "family", 1, "fixed", {Topic.FAMILY: "Ein Kind im Vorschulalter."}, ("Deutsch lernen",)),
    Told(
        "Nikola Petrović",
        "de",
        "work",
        9,
        "signed",
        {Topic.WORK: "Arbeitet im Lager, möchte Berufskraftfahrer werden."},
        ("Führerschein Klasse C",),
        (),
        "ein Gespräch über die Förderung des Führerscheins",
        paper=True,
        address="Lindenweg 4 (erfunden)\n06999 Auenburg",
    ),
    Told("Thi Lan Nguyen", "de", "open", 0, "draft", {}, ()),
    Told(
        "Hassan Omar",
        "ar",
        "young",
        12,
        "soon",
        {Topic.SCHOOL: "Möchte den Schulabschluss nachholen."},
        ("Hauptschulabschluss",),
        (
            "يريد الحصول على شهادة المدرسة.",
            "شهادة التعليم الأساسي",
            "ترتيب لقاء مع المدرسة أو مع مستشار مهني",
            "ذكر ثلاث مهن",
        ),
        "",
        0,
        "",
        "arndt",
        address="Unterkunft am Ring, Zimmer 12 (erfunden)\n06999 Auenburg",
    ),
    Told(
        "Maria da Silva Conceição",
        "fr",
        "work",
        18,
        "reviewed",
        {},
        ("Als Köchin arbeiten",),
        ("Travailler comme cuisinière", "Clarifier la reconnaissance", "Réunir les certificats", "Aider à la demande"),
        "",
        0,
        "",
        "arndt",
    ),
)
ORDER = ("draft", "fixed", "translated", "explained", "signed")


def agree_with_people() -> None:
    """Begin them, once."""
    if Agreement.objects.exists():
        return
    # The oldest first: the key with which the body signs is made at its first need.
    for told in sorted(AGREEMENTS, key=lambda one: -one.weeks_ago):
        _let(told)
    _print_letters()


def _print_letters() -> None:
    """The reminders that are due, and the letters among them as a batch for the post room."""
    who = actor_named("nowak", Permission.AGREEMENTS)
    remind(AtOnce())
    if letters_to_print(who).exists():
        make_batch(who, uuid4())


class AtOnce:
    """A turn that nobody ends."""

    stopping = False

    def renew(self) -> None:
        """Nothing takes the duty over."""


def _let(told: Told) -> None:
    who = actor_named(told.counsellor, Permission.AGREEMENTS)
    begun = today() - timedelta(weeks=told.weeks_ago)
    with travel(begun):
        made = _begin(who, told)
        _prepare(who, made, told)
    _go_on(who, made, told)


def _begin(who: Actor, told: Told) -> Agreement:
    born = today() - timedelta(days=365 * told.born) if told.born else None
    letters = bool(told.address)
    known = Known(
        told.name, told.language, born, told.guardian, reminded=letters, by_letter=letters, address=told.address
    )
    made = begin_agreement(who, uuid4(), known, told.situation)
    if told.points or told.goals:
        write_start(who, made.key, _seen(made), told.points, told.goals, 6)
    if told.service:
        due = _working_day(who, 12)
        ask(
            who,
            made.key,
            _seen(made),
            NewPromise(
                uuid4(),
                "Stelle im Auenkreis (erfunden)",
                "stelle@auenkreis.example",
                told.service,
                due,
                kind=told.service_kind,
            ),
            lambda token: f"https://augenmass.example/zusage/{token}/",
        )
        link = ProviderLink.objects.get(promise__agreement=made, used_at=None)
        reply(PROVIDER.token_of(link.key), Reply(True, "Sachbearbeitung der Stelle", "Beginn nach den Ferien möglich."))
    return made


def _prepare(who: Actor, made: Agreement, told: Told) -> None:
    """As far as the signatures, where the agreement got that far."""
    upto = ORDER.index(told.reaches) if told.reaches in ORDER else len(ORDER)
    if upto >= ORDER.index("fixed"):
        fix_text(who, made.key, _seen(made))
    if upto >= ORDER.index("translated"):
        _translate(who, made, told.own)
    if upto >= ORDER.index("explained"):
        explain(who, made.key, _seen(made), today(), "" if told.language == "de" else "Dolmetschdienst (erfunden)")
    if upto >= ORDER.index("signed"):
        _sign(who, made, told.paper)


def _translate(who: Actor, made: Agreement, words: tuple[str, ...]) -> None:
    edition = made.editions.get(stage__in=Edition.OPEN)
    if not edition.foreign:
        return
    places = list(to_translate(edition))
    own = {place: words[min(number, len(words) - 1)] for number, place in enumerate(places)}
    translate(who, made.key, _seen(made), own, "Übersetzungsdienst (erfunden)", all_checked=False)


def _sign(who: Actor, made: Agreement, paper: bool) -> None:
    edition = made.editions.get(stage=Edition.Stage.EXPLAINED)
    said = Signing(edition.digest, "paper", to_sign(edition)) if paper else Signing(edition.digest, "screen")
    sign_with_person(who, made.key, _seen(made), said)
    sign_as_counsellor(who, made.key, _seen(made), said)


def _go_on(who: Actor, made: Agreement, told: Told) -> None:
    """What happened since the signatures."""
    acts: dict[str, Iterable[Callable[[], object]]] = {
        "signed": (lambda: _done(who, made, 2), lambda: _talk(who, made)),
        "soon": (
            lambda: _talk(who, made),
            lambda: move_review(who, made.key, _seen(made), _working_day(who, 1), "person"),
        ),
        "reviewed": (lambda: _done(who, made, 3), lambda: _talk(who, made), lambda: _given(who, made)),
        "moved": (lambda: move_review(who, made.key, _seen(made), _working_day(who, 3), "person"),),
        "amended": (
            lambda: _done(who, made, 2),
            lambda: _talk(who, made),
            lambda: _given(who, made),
            lambda: _amend(who, made, told),
        ),
        "fulfilled": (
            lambda: _done(who, made, 9),
            lambda: _talk(who, made),
            lambda: complete(who, made.key, _seen(made)),
        ),
        "withdrawn": (lambda: withdraw(who, made.key, _seen(made)),),
    }
    for act in acts.get(told.reaches, ()):
        act()


def _done(who: Actor, made: Agreement, most: int) -> None:
    for step in made.steps.order_by("pk")[:most]:
        note_done(who, made.key, _seen(made), step.key, today() - timedelta(days=5))


def _given(who: Actor, made: Agreement) -> None:
    for promise in made.promises.filter(state=Promise.State.ACCEPTED):
        note_delivered(who, made.key, _seen(made), promise.key, today() - timedelta(days=20))


def _talk(who: Actor, made: Agreement) -> None:
    notes = "Die Unterlagen sind vollständig. Beim nächsten Mal geht es um den Antrag."
    hold_review(who, made.key, _seen(made), today() - timedelta(days=3), notes)


def _amend(who: Actor, made: Agreement, told: Told) -> None:
    amend(who, made.key, _seen(made), "Beide Kinder haben einen Platz; nun geht es um den Kurs.")
    put_step(
        who,
        made.key,
        _seen(made),
        NewStep(uuid4(), Side.COUNSELLOR, "Kurse mit Kinderbetreuung nennen", _working_day(who, 4)),
    )
    fix_text(who, made.key, _seen(made))
    _translate(who, made, (*told.own[:-1], "Çocuk bakımı olan kursları bildirmek", told.own[-1]))


def _working_day(who: Actor, weeks: int) -> date:
    day = today() + timedelta(weeks=weeks)
    while falls_on(day, who.body.land):
        day += timedelta(days=1)
    return day


def _seen(made: Agreement) -> int:
    made.refresh_from_db(fields=["version"])
    return made.version
