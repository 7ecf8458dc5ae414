import type { Language } from '@meldewerk/contract/language';
import { inOtherLanguages } from './customer-texts.ts';
import { composeMail, type ComposedMail } from './compose-mail.ts';
import { greetedName } from './greeted-name.ts';
import { leftOutBlocks } from './left-out.ts';
import type { Workshop } from './workshop.ts';

type Input = { language: Language; workshop: Workshop; customerName: string; reference: string; forms: { title: string; sha256: string | null }[]; leftOut?: string[]; /** Where the customer finds them again. */ statusUrl?: string | null };

/** To the customer, once the workshop has signed as well: all forms of the report, attached as they stand for good. */
export function signedFormsMail({ language, workshop, customerName, reference, forms, leftOut = [], statusUrl = null }: Input): ComposedMail {
  const say = texts[language];
  return composeMail({
    language,
    workshop,
    subject: say.subject(reference),
    preview: say.preview(workshop.name),
    blocks: [
      { kind: 'paragraph', text: say.greeting(greetedName(customerName)) },
      { kind: 'paragraph', text: say.signed(workshop.name) },
      { kind: 'facts', facts: [{ label: say.reference, value: reference, strong: true }, ...forms.map(({ title, sha256 }) => ({ label: say.form, value: sha256 === null ? title : `${title}\nSHA-256: ${sha256}` }))] },
      ...leftOutBlocks(leftOut, language),
      ...(statusUrl === null ? [] : [{ kind: 'button', label: say.openPage, url: statusUrl } as const]),
      { kind: 'note', text: say.sealed },
    ],
  });
}

const german = {
  subject: (reference: string) => `Ihre unterschriebenen Formulare zu ${reference}`,
  preview: (workshop: string) => `${workshop} hat gegengezeichnet. Ihre Formulare liegen als PDF bei.`,
  greeting: (name: string) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
  signed: (workshop: string) => `${workshop} hat Ihre Formulare gegengezeichnet. Sie liegen als PDF bei, mit beiden Unterschriften. Bitte heben Sie sie auf.`,
  reference: 'Vorgangsnummer',
  form: 'Formular',
  openPage: 'Stand und Dokumente ansehen',
  sealed: 'Jede Datei trägt ein digitales Siegel: Wird sie nachträglich verändert, zeigt Ihr PDF-Programm das an.',
};

const english: typeof german = {
  subject: (reference: string) => `Your signed forms for ${reference}`,
  preview: (workshop: string) => `${workshop} has countersigned. Your forms are attached as PDF.`,
  greeting: (name: string) => (name ? `Dear ${name},` : 'Hello,'),
  signed: (workshop: string) => `${workshop} has countersigned your forms. They are attached as PDF, with both signatures. Please keep them.`,
  reference: 'Reference',
  form: 'Form',
  openPage: 'See how it stands, and the documents',
  sealed: 'Each file carries a digital seal: if it is changed later, your PDF reader shows it.',
};

const texts: Record<Language, typeof german> = { de: german, en: english, ...inOtherLanguages('signedFormsMail') };
