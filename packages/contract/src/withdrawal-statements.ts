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
  },
  /** Its own question, never ticked beforehand (§ 356 (4), § 357a BGB). */
  earlyStart: {
    de: 'Ich verlange ausdrücklich, dass Sie vor Ablauf der Widerrufsfrist mit der Arbeit beginnen.',
    en: 'I expressly request that you begin the work before the withdrawal period ends.',
  },
  earlyStartMeans: {
    de: 'Mir ist bekannt: Ist die Arbeit vollständig erbracht, erlischt mein Widerrufsrecht. Widerrufe ich vorher, bezahle ich, was bis dahin geleistet wurde.',
    en: 'I know: once the work has been done completely, my right of withdrawal ends. If I withdraw before that, I pay for what has been done until then.',
  },
} as const satisfies { version: number } & Record<string, number | LocalizedText>;
