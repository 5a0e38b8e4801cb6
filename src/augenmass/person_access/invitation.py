"""The letter with a code for one's own agreement: handed over by the counsellor, kept nowhere. No right and no duty follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from augenmass.letters.document import Closing, Letter, Recipient, Sender, german_day
from augenmass.letters.rules.portal_code import TEMPLATE
from augenmass.letters.wording.portal_code import LETTERS, Words, german_sections, translated_sections


@dataclass(frozen=True, slots=True)
class Invited:
    """What the letter says; ``code`` is grouped as it is to be typed."""

    reader: str
    language: str
    office: str
    office_address: tuple[str, ...]
    telephone: str
    email: str
    counsellor: str
    written_on: date
    expires_on: date
    code: str
    address: str


_OWN: Mapping[str, tuple[str, str, str]] = {
    "de": (
        "auf einer eigenen Seite im Internet können Sie Ihre Vereinbarung lesen und unterschreiben und sehen, wer was bis wann tut. Wer über Ihren Aufenthalt "
        "entscheidet, sieht diese Seite nicht.",
        "Der Code gilt einmal. Geben Sie ihn niemandem weiter. Für das nächste Mal gibt Ihnen Ihre Beratungsstelle einen neuen.",
        "Der Zugang ist freiwillig. Wenn Sie ihn nicht nutzen, haben Sie dadurch keinen Nachteil.",
    ),
    "en": (
        "On a page of your own on the internet you can read and sign your agreement and see who does what by when. Whoever decides about your residence does not "
        "see this page.",
        "The code works once. Do not pass it on to anybody. For the next time your counselling service gives you a new one.",
        "This access is voluntary. If you do not use it you have no disadvantage.",
    ),
    "ar": (
        "في صفحة خاصة بك على الإنترنت يمكنك قراءة اتفاقك وتوقيعه ومعرفة من يفعل ماذا وحتى متى. من يقرر بشأن إقامتك لا يرى هذه الصفحة.",
        "يُستخدم الرمز مرة واحدة. لا تعطه لأحد. في المرة القادمة يعطيك مركز الاستشارة رمزًا جديدًا.",
        "هذا الدخول اختياري. إذا لم تستخدمه فلن يلحق بك أي ضرر.",
    ),
    "fa": (
        "در صفحه‌ای از خودتان در اینترنت می‌توانید توافق‌نامهٔ خود را بخوانید و امضا کنید و ببینید چه کسی تا چه زمانی چه کاری انجام می‌دهد. کسی که دربارهٔ اقامت شما تصمیم می‌گیرد این صفحه را نمی‌بیند.",
        "کد فقط یک بار کار می‌کند. آن را به کسی ندهید. برای دفعهٔ بعد مرکز مشاوره به شما کد جدید می‌دهد.",
        "این دسترسی داوطلبانه است. اگر از آن استفاده نکنید، هیچ ضرری برای شما ندارد.",
    ),
    "uk": (
        "На власній сторінці в інтернеті Ви можете прочитати й підписати свою угоду та бачити, хто, що й до якого дня робить. Той, хто вирішує питання Вашого перебування, цієї сторінки не бачить.",
        "Код діє один раз. Нікому його не передавайте. Наступного разу консультаційна служба дасть Вам новий.",
        "Доступ добровільний. Якщо Ви ним не користуєтеся, це не має для Вас негативних наслідків.",
    ),
    "tr": (
        "İnternette size ait bir sayfada anlaşmanızı okuyup imzalayabilir, kimin neyi ne zamana kadar yapacağını görebilirsiniz. Oturumunuz hakkında karar verenler bu sayfayı görmez.",
        "Kod bir kez geçerlidir. Onu kimseye vermeyin. Bir sonraki sefer için danışma merkeziniz size yeni bir kod verir.",
        "Bu erişim isteğe bağlıdır. Kullanmazsanız sizin için hiçbir olumsuz sonucu olmaz.",
    ),
    "ru": (
        "На собственной странице в интернете Вы можете прочитать и подписать своё соглашение и видеть, кто, что и до какого дня делает. Тот, кто решает вопрос о Вашем пребывании, эту страницу не видит.",
        "Код действует один раз. Никому его не передавайте. В следующий раз консультационная служба даст Вам новый.",
        "Доступ добровольный. Если Вы им не пользуетесь, это не имеет для Вас отрицательных последствий.",
    ),
    "fr": (
        "Sur une page personnelle sur Internet, vous pouvez lire et signer votre accord et voir qui fait quoi et pour quand. Ceux qui décident de votre séjour ne voient pas cette page.",
        "Le code ne sert qu’une fois. Ne le donnez à personne. Pour la prochaine fois, votre service de conseil vous en donne un nouveau.",
        "Cet accès est facultatif. Si vous ne l’utilisez pas, vous n’en subissez aucun désavantage.",
    ),
}
INVITATIONS: Mapping[str, Words] = {
    language: replace(LETTERS[language], opening=opening, once=once, voluntary=voluntary)
    for language, (opening, once, voluntary) in _OWN.items()
}


def invitation_data(said: Invited) -> dict[str, Any]:
    """The letter as JSON for ``render``: German, then the person's language."""
    words = INVITATIONS["de"]
    last = german_day(said.expires_on.isoformat())
    rows = (
        ("Beratung", said.counsellor),
        ("Telefon", said.telephone),
        ("E-Mail", said.email),
        ("Datum", german_day(said.written_on.isoformat())),
    )
    return Letter(
        template=TEMPLATE,
        date=said.written_on.isoformat(),
        title=words.subject,
        reference="",
        sender=Sender(said.office, "", " · ".join((said.office, *said.office_address))),
        recipient=Recipient((said.reader,), "Persönlich übergeben"),
        info=tuple((label, value) for label, value in rows if value),
        subject=words.subject,
        salutation="Guten Tag,",
        sections=german_sections(said.address, said.code, last, INVITATIONS),
        closing=Closing("Mit freundlichen Grüßen", "", said.counsellor, ""),
        appended=translated_sections(said.language, said.address, said.code, last, INVITATIONS),
        choices={"language": said.language},
    ).to_json()
