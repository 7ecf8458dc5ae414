import type { Language } from '@meldewerk/contract/language';
import { composeMail, type ComposedMail } from './compose-mail.ts';
import { inOtherLanguages } from './customer-texts.ts';
import { formatDay } from './dates.ts';
import { presentFacts } from './mail-block.ts';
import type { Workshop } from './workshop.ts';

type Input = { language: Language; workshop: Workshop; day: string | null; fileName: string; sha256: string };

/** To a driver, when one of the two typed this address: the signed accident statement. Nothing in it was written by anybody at the scene, since the address may be a stranger's. */
export function accidentStatementMail({ language, workshop, day, fileName, sha256 }: Input): ComposedMail {
  const say = texts[language];
  return composeMail({
    language,
    workshop,
    subject: say.subject,
    preview: say.preview,
    blocks: [
      { kind: 'paragraph', text: say.greeting('') },
      { kind: 'paragraph', text: say.attached },
      { kind: 'facts', facts: presentFacts([{ label: say.day, value: day ? formatDay(day, language) : undefined, strong: true }, { label: say.file, value: fileName }, { label: say.hash, value: sha256.replaceAll(/(.{8})(?=.)/g, '$1 ') }]) },
      { kind: 'paragraph', text: say.insurer },
      { kind: 'note', text: say.notYou },
    ],
  });
}

const german = {
  subject: 'Ihr Unfallbericht, von beiden unterschrieben',
  preview: 'Das PDF liegt dieser Nachricht bei.',
  greeting: (name: string) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
  attached: 'im Anhang ist der Unfallbericht, den beide Fahrer unterschrieben haben. Beide bekommen dieselbe Datei. Sie trägt ein digitales Siegel: Wird sie geändert, zeigt Ihr PDF-Programm das an.',
  day: 'Tag des Unfalls',
  file: 'Datei',
  hash: 'Prüfsumme (SHA-256)',
  insurer: 'Ihrer Versicherung geben Sie ihn selbst weiter. Er ist kein Schuldanerkenntnis.',
  notYou: 'Sie hatten keinen Unfall? Dann hat sich jemand bei der Adresse vertippt. Bitte löschen Sie diese Nachricht; es folgt keine weitere.',
};

const english: typeof german = {
  subject: 'Your accident statement, signed by both',
  preview: 'The PDF is attached to this message.',
  greeting: (name: string) => (name ? `Dear ${name},` : 'Hello,'),
  attached: 'attached is the accident statement that both drivers have signed. Both get the same file. It carries a digital seal: if it is changed, your PDF program shows it.',
  day: 'Day of the accident',
  file: 'File',
  hash: 'Checksum (SHA-256)',
  insurer: 'You pass it on to your insurer yourself. It is no admission of liability.',
  notYou: 'You have not had an accident? Then somebody mistyped an address. Please delete this message; no other will follow.',
};

const texts: Record<Language, typeof german> = { de: german, en: english, ...inOtherLanguages('accidentStatementMail') };
