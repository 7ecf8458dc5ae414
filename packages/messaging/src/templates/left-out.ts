import type { StaffLanguage } from '@meldewerk/contract/language';
import type { MailBlock } from './mail-block.ts';

/** Names the files that are too large to go with a mail, and how to get them. */
export function leftOutBlocks(files: string[], language: StaffLanguage): MailBlock[] {
  return files.length === 0 ? [] : [{ kind: 'paragraph', text: texts[language](files.join(', ')) }];
}

const texts = {
  de: (files: string) => `Zu groß für eine E-Mail und deshalb nicht dabei: ${files}. Sie laden sie über Ihren Link zur Schadenmeldung herunter oder bekommen sie von uns auf anderem Weg; bitte sprechen Sie uns an.`,
  en: (files: string) => `Too large for an e-mail and therefore not attached: ${files}. You can download them with your link to the damage report, or get them from us in another way; please contact us.`,
} satisfies Record<StaffLanguage, (files: string) => string>;
