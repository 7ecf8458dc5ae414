import type { Language } from '@meldewerk/contract/language';
import { inOtherLanguages } from './customer-texts.ts';
import type { MailBlock } from './mail-block.ts';

/** Names the files that are too large to go with a mail, and how to get them. */
export function leftOutBlocks(files: string[], language: Language): MailBlock[] {
  return files.length === 0 ? [] : [{ kind: 'paragraph', text: texts[language](files.join(', ')) }];
}

const german = (files: string) => `Zu groß für eine E-Mail und deshalb nicht dabei: ${files}. Sie laden sie über Ihren Link zur Schadenmeldung herunter oder bekommen sie von uns auf anderem Weg; bitte sprechen Sie uns an.`;

const english: typeof german = (files: string) => `Too large for an e-mail and therefore not attached: ${files}. You can download them with your link to the damage report, or get them from us in another way; please contact us.`;

const texts: Record<Language, typeof german> = { de: german, en: english, ...inOtherLanguages('leftOut') };
