import { placeholders, type FormField, type FormVersionInput } from '@meldewerk/contract/form';
import type { StaffLanguage } from '@meldewerk/contract/language';
import type { Issue } from '@meldewerk/contract/problem';
import { brokenLines, placesIn } from './fill-text.ts';

/** What a schema cannot see in a form that is to be saved. `pageCount` is that of its PDF. */
export function checkVersion(form: FormVersionInput, pageCount: number | null, language: StaffLanguage): Issue[] {
  const say = texts[language];
  const issues: Issue[] = [];
  if (form.validFrom !== null && form.validTo !== null && form.validTo < form.validFrom) issues.push({ path: 'validTo', code: 'beforeStart', message: say.beforeStart });
  if (form.content.source === 'text') return [...issues, ...textIssues(form.content.text, language)];
  return [...issues, ...fieldIssues(form.content.fields, pageCount ?? 0, language), ...signerIssues(form, form.content.fields, language)];
}

function textIssues(text: string, language: StaffLanguage): Issue[] {
  const known = new Set<string>(placeholders);
  const seen = new Set<string>();
  const unknown = placesIn(text).filter(({ name }) => !known.has(name) && !seen.has(name) && seen.add(name));
  return [
    ...unknown.map(({ name, line }) => ({ path: 'content.text', code: 'unknownPlaceholder', message: texts[language].unknown(name, line) })),
    ...brokenLines(text).map((line) => ({ path: 'content.text', code: 'brokenPlaceholder', message: texts[language].broken(line) })),
  ];
}

function fieldIssues(fields: FormField[], pageCount: number, language: StaffLanguage): Issue[] {
  const say = texts[language];
  const taken = new Set<string>();
  return fields.flatMap((field, index): Issue[] => {
    const at = (part: string, code: string, message: string): Issue => ({ path: `content.fields.${index}.${part}`, code, message });
    const found: Issue[] = [];
    if (taken.has(field.id)) found.push(at('id', 'twice', say.twice(field.label)));
    taken.add(field.id);
    if (field.page > pageCount) found.push(at('page', 'noSuchPage', say.noSuchPage(field.label, field.page)));
    // A hair's breadth is left for rounding in the browser.
    if (field.width < 0.004 || field.height < 0.004) found.push(at('width', 'tooSmall', say.tooSmall(field.label, field.page)));
    if (field.x + field.width > 1.001 || field.y + field.height > 1.001) found.push(at('x', 'outside', say.outside(field.label, field.page)));
    if (field.placeholder && (field.type === 'checkbox' || field.type === 'signature')) found.push(at('placeholder', 'notFillable', say.notFillable(field.label)));
    return found;
  });
}

function signerIssues({ needsWorkshopSignature }: FormVersionInput, fields: FormField[], language: StaffLanguage): Issue[] {
  const say = texts[language];
  const signs = (signer: FormField['signer']) => fields.some((field) => field.type === 'signature' && field.signer === signer);
  const issues: Issue[] = [];
  if (!signs('customer')) issues.push({ path: 'content.fields', code: 'noCustomerSignature', message: say.noCustomerSignature });
  if (needsWorkshopSignature && !signs('workshop')) issues.push({ path: 'content.fields', code: 'noWorkshopSignature', message: say.noWorkshopSignature });
  if (!needsWorkshopSignature && signs('workshop')) issues.push({ path: 'needsWorkshopSignature', code: 'workshopSignatureUnused', message: say.workshopSignatureUnused });
  return issues;
}

const texts = {
  de: {
    beforeStart: 'Das Ende der Gültigkeit liegt vor ihrem Beginn.',
    unknown: (name: string, line: number) => `Zeile ${line}: Den Platzhalter {{${name}}} gibt es nicht. Bitte wählen Sie einen aus der Liste.`,
    broken: (line: number) => `Zeile ${line}: Ein Platzhalter steht in zwei geschweiften Klammern auf jeder Seite, zum Beispiel {{kunde.name}}.`,
    twice: (label: string) => `Das Feld „${label}“ gibt es zweimal mit derselben Kennung.`,
    noSuchPage: (label: string, page: number) => `Das Feld „${label}“ liegt auf Seite ${page}, die es in diesem PDF nicht gibt.`,
    tooSmall: (label: string, page: number) => `Das Feld „${label}“ auf Seite ${page} ist zu klein.`,
    outside: (label: string, page: number) => `Das Feld „${label}“ ragt über Seite ${page} hinaus.`,
    notFillable: (label: string) => `Das Feld „${label}“ kann nicht aus der Meldung gefüllt werden: Platzhalter gibt es nur für Text und Datum.`,
    noCustomerSignature: 'Es fehlt ein Feld für die Unterschrift des Kunden.',
    noWorkshopSignature: 'Es fehlt ein Feld für die Unterschrift der Werkstatt.',
    workshopSignatureUnused: 'Das Formular hat ein Feld für die Unterschrift der Werkstatt. Schalten Sie ein, dass sie unterschreibt, oder entfernen Sie das Feld.',
  },
  en: {
    beforeStart: 'The validity ends before it begins.',
    unknown: (name: string, line: number) => `Line ${line}: there is no placeholder {{${name}}}. Please choose one from the list.`,
    broken: (line: number) => `Line ${line}: a placeholder stands in two braces on either side, for example {{kunde.name}}.`,
    twice: (label: string) => `The field "${label}" is there twice under the same id.`,
    noSuchPage: (label: string, page: number) => `The field "${label}" is on page ${page}, which this PDF does not have.`,
    tooSmall: (label: string, page: number) => `The field "${label}" on page ${page} is too small.`,
    outside: (label: string, page: number) => `The field "${label}" sticks out of page ${page}.`,
    notFillable: (label: string) => `The field "${label}" cannot be filled from the report: placeholders are for text and dates only.`,
    noCustomerSignature: "A field for the customer's signature is missing.",
    noWorkshopSignature: "A field for the workshop's signature is missing.",
    workshopSignatureUnused: "The form has a field for the workshop's signature. Switch on that the workshop signs, or remove the field.",
  },
} satisfies Record<StaffLanguage, unknown>;
