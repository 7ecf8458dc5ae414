const german = {
  legend: 'Unterschrift',
  drawn: 'Zeichnen',
  typed: 'Name eintippen',
  empty: 'Unterschriftsfeld, noch leer',
  signed: 'Unterschriftsfeld, unterschrieben',
  hint: 'Hier mit Finger, Maus oder Stift unterschreiben',
  undo: 'Letzten Strich zurücknehmen',
  clear: 'Neu beginnen',
  cleared: 'Die Unterschrift ist gelöscht.',
  name: 'Ihr Vor- und Nachname',
  typedHint: 'Der eingetippte Name gilt als Ihre Unterschrift.',
};

const english: typeof german = {
  legend: 'Signature',
  drawn: 'Draw',
  typed: 'Type your name',
  empty: 'Signature box, still empty',
  signed: 'Signature box, signed',
  hint: 'Sign here with a finger, mouse or pen',
  undo: 'Undo last stroke',
  clear: 'Start again',
  cleared: 'The signature has been cleared.',
  name: 'Your first and last name',
  typedHint: 'The typed name counts as your signature.',
};

const turkish: typeof german = {
  legend: 'İmza',
  drawn: 'Çizerek',
  typed: 'Adı yazarak',
  empty: 'İmza alanı, henüz boş',
  signed: 'İmza alanı, imzalandı',
  hint: 'Parmak, fare veya kalemle buraya imza atın',
  undo: 'Son çizgiyi geri al',
  clear: 'Baştan başla',
  cleared: 'İmza silindi.',
  name: 'Adınız ve soyadınız',
  typedHint: 'Yazdığınız ad imzanız sayılır.',
};

const polish: typeof german = {
  legend: 'Podpis',
  drawn: 'Narysuj',
  typed: 'Wpisz nazwisko',
  empty: 'Pole podpisu, jeszcze puste',
  signed: 'Pole podpisu, podpisane',
  hint: 'Podpisz się tutaj palcem, myszą lub rysikiem',
  undo: 'Cofnij ostatnią kreskę',
  clear: 'Zacznij od nowa',
  cleared: 'Podpis został usunięty.',
  name: 'Imię i nazwisko',
  typedHint: 'Wpisane imię i nazwisko jest Państwa podpisem.',
};

const ukrainian: typeof german = {
  legend: 'Підпис',
  drawn: 'Намалювати',
  typed: 'Ввести ім’я',
  empty: 'Поле підпису, ще порожнє',
  signed: 'Поле підпису, підписано',
  hint: 'Підпишіться тут пальцем, мишею або стилусом',
  undo: 'Скасувати останню лінію',
  clear: 'Почати спочатку',
  cleared: 'Підпис видалено.',
  name: 'Ваше ім’я та прізвище',
  typedHint: 'Введене ім’я вважається вашим підписом.',
};

const arabic: typeof german = {
  legend: 'التوقيع',
  drawn: 'ارسم التوقيع',
  typed: 'اكتب الاسم',
  empty: 'حقل التوقيع، ما زال فارغاً',
  signed: 'حقل التوقيع، تم التوقيع',
  hint: 'وقّع هنا بالإصبع أو الفأرة أو القلم',
  undo: 'تراجع عن آخر خط',
  clear: 'ابدأ من جديد',
  cleared: 'تم مسح التوقيع.',
  name: 'الاسم الأول واسم العائلة',
  typedHint: 'الاسم المكتوب يُعدّ توقيعك.',
};

export type SignatureFieldTexts = typeof german;
export const signatureFieldTexts: Record<'de' | 'en' | 'tr' | 'pl' | 'uk' | 'ar', SignatureFieldTexts> = { de: german, en: english, tr: turkish, pl: polish, uk: ukrainian, ar: arabic };
