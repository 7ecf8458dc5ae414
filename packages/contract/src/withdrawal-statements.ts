import type { LocalizedText } from './language.ts';

/**
 * What the customer ticks beside the workshop's notice of withdrawal, word for word. The notice itself is the workshop's.
 * `version` counts up with every change of a sentence.
 */
export const withdrawalStatements = {
  version: 1,
  noticeReceived: {
    de: 'Ich habe die Widerrufsbelehrung und das Muster-Widerrufsformular erhalten.',
    en: 'I have received the notice of the right of withdrawal and the model withdrawal form.',
    tr: 'Cayma hakkı bilgilendirmesini (Widerrufsbelehrung) ve örnek cayma formunu aldım.',
    pl: 'Otrzymałem(-am) pouczenie o prawie odstąpienia (Widerrufsbelehrung) i wzór formularza odstąpienia.',
    uk: 'Я отримав(ла) повідомлення про право відмови (Widerrufsbelehrung) та зразок форми відмови.',
    ar: 'استلمتُ إشعار حق الرجوع (Widerrufsbelehrung) ونموذج الرجوع.',
  },
  /** Its own question, never ticked beforehand (§ 356 (4), § 357a BGB). */
  earlyStart: {
    de: 'Ich verlange ausdrücklich, dass Sie vor Ablauf der Widerrufsfrist mit der Arbeit beginnen.',
    en: 'I expressly request that you begin the work before the withdrawal period ends.',
    tr: 'Cayma süresi dolmadan işe başlamanızı açıkça talep ediyorum.',
    pl: 'Wyraźnie żądam, aby rozpoczęli Państwo pracę przed upływem terminu na odstąpienie.',
    uk: 'Я прямо вимагаю, щоб ви почали роботу до завершення строку відмови.',
    ar: 'أطلب صراحةً أن تبدؤوا العمل قبل انتهاء مهلة الرجوع.',
  },
  earlyStartMeans: {
    de: 'Mir ist bekannt: Ist die Arbeit vollständig erbracht, erlischt mein Widerrufsrecht. Widerrufe ich vorher, bezahle ich, was bis dahin geleistet wurde.',
    en: 'I know: once the work has been done completely, my right of withdrawal ends. If I withdraw before that, I pay for what has been done until then.',
    tr: 'Şunu biliyorum: İş tamamen yapıldığında cayma hakkım sona erer. Daha önce cayarsam o zamana kadar yapılan işin bedelini öderim.',
    pl: 'Wiem, że po całkowitym wykonaniu pracy tracę prawo odstąpienia. Jeśli odstąpię wcześniej, zapłacę za to, co wykonano do tej chwili.',
    uk: 'Мені відомо: коли роботу повністю виконано, моє право відмови припиняється. Якщо я відмовлюся раніше, я оплачую те, що виконано до того часу.',
    ar: 'أعلم أنه إذا أُنجز العمل بالكامل ينتهي حقي في الرجوع. وإذا رجعت قبل ذلك أدفع مقابل ما أُنجز حتى ذلك الحين.',
  },
} as const satisfies { version: number } & Record<string, number | LocalizedText>;
