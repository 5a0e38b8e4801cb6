"""Wording of the letter with a code: German, and the languages of the door itself, so that nobody needs another's help to open it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from augenmass.letters.document import Numbered, Pairs, Paragraph, Section


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the letter in one language. No right and no duty follows from them."""

    name: str
    """What the language is called in it."""
    subject: str
    opening: str
    address: str
    code: str
    until: str
    steps: tuple[str, ...]
    once: str
    voluntary: str


LETTERS: Mapping[str, Words] = {
    "de": Words(
        "Deutsch",
        "Ihr Code für den eigenen Zugang",
        "auf einer eigenen Seite im Internet können Sie Ihre Termine und Schreiben sehen, erfahren, was wir über Sie gespeichert haben, und uns eine neue "
        "Anschrift oder Unterlagen schicken.",
        "Adresse",
        "Code",
        "Gültig bis",
        (
            "Öffnen Sie die Adresse mit dem Telefon oder am Computer.",
            "Wählen Sie Ihre Sprache.",
            "Geben Sie den Code ein.",
        ),
        "Der Code gilt einmal. Geben Sie ihn niemandem weiter. Danach können Sie auf Ihrem Gerät einen Passkey einrichten oder einen neuen Code bestellen.",
        "Der Zugang ist freiwillig. Wenn Sie ihn nicht nutzen, haben Sie dadurch keinen Nachteil; alles kommt dann wie bisher mit der Post.",
    ),
    "en": Words(
        "English",
        "Your code for your own access",
        "On a page of your own on the internet you can see your appointments and letters, learn what we hold about you, and send us a new address or papers.",
        "Address",
        "Code",
        "Valid until",
        ("Open the address on a phone or a computer.", "Choose your language.", "Enter the code."),
        "The code works once. Do not pass it on to anybody. Afterwards you can set up a passkey on your device or order a new code.",
        "This access is voluntary. If you do not use it you have no disadvantage; everything then comes by post as before.",
    ),
    "ar": Words(
        "العربية",
        "الرمز الخاص بدخولك الشخصي",
        "في صفحة خاصة بك على الإنترنت يمكنك الاطلاع على مواعيدك ورسائلك، ومعرفة ما نحفظه عنك من بيانات، وإرسال عنوان جديد أو مستندات إلينا.",
        "العنوان",
        "الرمز",
        "صالح حتى",
        ("افتح العنوان بالهاتف أو بالحاسوب.", "اختر لغتك.", "أدخل الرمز."),
        "يُستخدم الرمز مرة واحدة. لا تعطه لأحد. بعد ذلك يمكنك إعداد مفتاح مرور على جهازك أو طلب رمز جديد.",
        "هذا الدخول اختياري. إذا لم تستخدمه فلن يلحق بك أي ضرر، وسيصلك كل شيء بالبريد كما في السابق.",
    ),
    "fa": Words(
        "فارسی / دری",
        "کد شما برای دسترسی شخصی",
        "در صفحه‌ای از خودتان در اینترنت می‌توانید قرارها و نامه‌های خود را ببینید، بدانید چه معلوماتی دربارهٔ شما نگه‌داری می‌شود و آدرس جدید یا اسناد برای ما بفرستید.",
        "آدرس",
        "کد",
        "معتبر تا",
        ("آدرس را با تلفن یا کمپیوتر باز کنید.", "زبان خود را انتخاب کنید.", "کد را وارد کنید."),
        "کد فقط یک بار کار می‌کند. آن را به کسی ندهید. بعد از آن می‌توانید روی دستگاه خود یک پسکی تنظیم کنید یا کد جدید بخواهید.",
        "این دسترسی داوطلبانه است. اگر از آن استفاده نکنید، هیچ ضرری برای شما ندارد و همه چیز مانند گذشته با پست می‌آید.",
    ),
    "uk": Words(
        "Українська",
        "Ваш код для особистого доступу",
        "На власній сторінці в інтернеті Ви можете бачити свої терміни та листи, дізнатися, які дані про Вас зберігаються, і надіслати нам нову адресу або документи.",
        "Адреса",
        "Код",
        "Дійсний до",
        ("Відкрийте адресу на телефоні або комп’ютері.", "Виберіть свою мову.", "Введіть код."),
        "Код діє один раз. Нікому його не передавайте. Після цього Ви можете створити ключ доступу на своєму пристрої або замовити новий код.",
        "Доступ добровільний. Якщо Ви ним не користуєтеся, це не має для Вас негативних наслідків; усе, як і раніше, надходитиме поштою.",
    ),
    "tr": Words(
        "Türkçe",
        "Kişisel erişiminiz için kodunuz",
        "İnternette size ait bir sayfada randevularınızı ve mektuplarınızı görebilir, hakkınızda hangi bilgilerin kayıtlı olduğunu öğrenebilir ve bize yeni adresinizi "
        "veya belgeler gönderebilirsiniz.",
        "Adres",
        "Kod",
        "Son geçerlilik günü",
        ("Adresi telefonda veya bilgisayarda açın.", "Dilinizi seçin.", "Kodu girin."),
        "Kod bir kez geçerlidir. Onu kimseye vermeyin. Daha sonra cihazınızda bir geçiş anahtarı oluşturabilir veya yeni bir kod isteyebilirsiniz.",
        "Bu erişim isteğe bağlıdır. Kullanmazsanız sizin için hiçbir olumsuz sonucu olmaz; her şey eskisi gibi postayla gelir.",
    ),
    "ru": Words(
        "Русский",
        "Ваш код для личного доступа",
        "На собственной странице в интернете Вы можете видеть свои назначенные встречи и письма, узнать, какие данные о Вас хранятся, и отправить нам новый адрес или документы.",
        "Адрес",
        "Код",
        "Действителен до",
        ("Откройте адрес на телефоне или компьютере.", "Выберите свой язык.", "Введите код."),
        "Код действует один раз. Никому его не передавайте. После этого Вы можете создать ключ доступа на своём устройстве или заказать новый код.",
        "Доступ добровольный. Если Вы им не пользуетесь, это не имеет для Вас отрицательных последствий; всё, как и раньше, будет приходить по почте.",
    ),
    "fr": Words(
        "Français",
        "Votre code pour votre accès personnel",
        "Sur une page personnelle sur Internet, vous pouvez voir vos rendez-vous et vos lettres, savoir quelles données nous conservons sur vous et nous envoyer une "
        "nouvelle adresse ou des documents.",
        "Adresse",
        "Code",
        "Valable jusqu’au",
        ("Ouvrez l’adresse sur un téléphone ou un ordinateur.", "Choisissez votre langue.", "Saisissez le code."),
        "Le code ne sert qu’une fois. Ne le donnez à personne. Ensuite, vous pouvez créer une clé d’accès sur votre appareil ou demander un nouveau code.",
        "Cet accès est facultatif. Si vous ne l’utilisez pas, vous n’en subissez aucun désavantage ; tout continue alors d’arriver par la poste.",
    ),
}


def german_sections(address: str, code: str, last: str, letters: Mapping[str, Words] = LETTERS) -> tuple[Section, ...]:
    """The letter itself."""
    words = letters["de"]
    return (
        Section("", (Paragraph(words.opening), _key(words, address, code, last), Numbered(words.steps))),
        Section("", (Paragraph(words.once), Paragraph(words.voluntary))),
    )


def translated_sections(
    language: str, address: str, code: str, last: str, letters: Mapping[str, Words] = LETTERS
) -> tuple[Section, ...]:
    """The same words in the person's language; in every language where theirs is unknown or not among them."""
    if language == "de":
        return ()
    chosen = [language] if language in letters else [one for one in letters if one != "de"]
    return tuple(
        _translated(letters[one], one, address, code, last, new_page=number == 0 or len(chosen) == 1)
        for number, one in enumerate(chosen)
    )


def _translated(words: Words, language: str, address: str, code: str, last: str, new_page: bool) -> Section:
    opening = words.opening[0].upper() + words.opening[1:]
    blocks = (
        Paragraph(opening),
        _key(words, address, code, last),
        Numbered(words.steps),
        Paragraph(words.once),
        Paragraph(words.voluntary),
    )
    return Section(words.subject, blocks, language=language, new_page=new_page)


def _key(words: Words, address: str, code: str, last: str) -> Pairs:
    return Pairs(((words.address, address), (words.code, code), (words.until, last)))
