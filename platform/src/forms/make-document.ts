import { isDeepStrictEqual } from 'node:util';
import type { FormDocument, FormDocumentInput } from '@meldewerk/contract/form';
import type { Issue } from '@meldewerk/contract/problem';
import type { StaffLanguage } from '@meldewerk/contract/language';
import type { Transaction } from '@meldewerk/db/client';
import { formDocuments } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { currentCatalogue } from '../catalogues/find-catalogue.ts';
import { nameField } from '../http/issue-text.ts';
import { limit, takeAll } from '../http/rate-limit.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import { contentOf } from './describe-form.ts';
import { factsOf } from './facts-of-report.ts';
import type { FoundReportForm } from './find-report-forms.ts';
import type { FormDoor } from './form-of-draft.ts';
import { lockReport } from './lock-report.ts';
import { describeDocument, newestDocument } from './newest-document.ts';
import { readOwnFields, type FieldValues } from './own-fields.ts';
import { missingPaths, placeholdersOf, placeholderValues, type FormFacts, type PlaceholderValues } from './placeholder-values.ts';
import { readSignings, type DocumentRow } from './read-signing.ts';
import { renderForm } from './render-form.ts';
import { storingFile } from './storing-file.ts';

const perDraft = limit('form-document-by-draft', 40, 5);
const perTenant = limit('form-document-by-tenant', 300, 1);

/** Every one is a file of up to ten megabytes; nobody fills one form in so often. */
const maxPerForm = 300;

type Filling = { values: PlaceholderValues; fields: FieldValues };

/** The form filled with what the customer has typed so far, to be read and signed. The same values make the same document. */
export async function makeDocument(scope: Scope, door: FormDoor, input: FormDocumentInput): Promise<FormDocument> {
  const { services, tenant } = scope;
  const catalogue = await currentCatalogue(scope);
  const categoryLabel = catalogue.categories.find(({ id }) => id === input.category)?.label ?? null;

  const prepared = await inTenant(services.db, tenant.id, async (tx) => {
    const form = await door.form(scope, tx);
    door.assertOpen(form);
    const facts = factsOf(scope, form, { ...input, incidentDate: input.incidentDate ?? null, categoryLabel });
    const filling = fill(scope, form, facts, input.fields);
    const there = await findSame(scope, tx, form, filling, input.again);
    if (!there && ((await newestDocument(scope, tx, form.id))?.number ?? 0) >= maxPerForm) throw new ProblemError('tooManyRequests', { retryAfterSeconds: 24 * 60 * 60 });
    return { form, filling, there };
  });
  if (prepared.there) return prepared.there;
  // Only now: what a stranger asks for must not count against a whole workshop.
  await takeAll(services, [perDraft, door.key], [perTenant, tenant.id]);

  const { form, filling } = prepared;
  const rendered = await renderForm(scope, { ...form.version, content: contentOf(form.version) }, { ...filling, footer: footers[form.version.language](form) });
  const id = services.newId();
  return storingFile(scope, { id, bytes: rendered.pdf }, (keep) =>
    inTenant(services.db, tenant.id, async (tx) => {
      await lockReport(scope, tx, form.reportId);
      door.assertOpen(await door.form(scope, tx));
      // Somebody asked for the same at the same time: the first one counts.
      const same = await findSame(scope, tx, form, filling, input.again);
      if (same) return same;
      const { sha256, pdf, pageCount, text, signatureFields } = rendered;
      const number = ((await newestDocument(scope, tx, form.id))?.number ?? 0) + 1;
      const filled = { placeholderValues: filling.values, fieldValues: filling.fields, signatureFields };
      const row = { tenantId: tenant.id, id, reportFormId: form.id, number, sha256, byteSize: pdf.byteLength, pageCount, text, ...filled, createdAt: services.clock.now() };
      await tx.insert(formDocuments).values(row);
      keep();
      return describeDocument(row, null);
    }),
  );
}

function fill({ language }: Scope, { version }: FoundReportForm, facts: FormFacts, typed: FieldValues): Filling {
  const content = contentOf(version);
  const { used, needed } = placeholdersOf(content);
  const missing = missingPaths(needed, facts).map((path): Issue => ({ path, code: 'missing', message: texts[language].missing(version.title, nameField(path, language)) }));
  const { values: fields, issues } = readOwnFields(content, typed, version.title, language);
  if (missing.length + issues.length > 0) throw new ProblemError('formIncomplete', { issues: [...missing, ...issues] });
  return { values: placeholderValues(used, facts), fields };
}

/** What is signed with these values stays signed, unless it shall be signed `again`; otherwise the newest document, if it says the same. */
async function findSame(scope: Scope, tx: Transaction, form: FoundReportForm, filling: Filling, again: boolean): Promise<FormDocument | null> {
  const signing = (await readSignings(scope, tx, [form.id])).get(form.id);
  const signedValues = signing && { ...filling.values, ...('heute' in filling.values && { heute: signing.document.placeholderValues['heute'] ?? null }) };
  if (!again && signing && signedValues && says(signing.document, { ...filling, values: signedValues })) return describeDocument(signing.document, signing.customer.id);
  const newest = await newestDocument(scope, tx, form.id);
  return newest && newest.id !== signing?.document.id && says(newest, filling) ? describeDocument(newest, null) : null;
}

function says(document: DocumentRow, { values, fields }: Filling): boolean {
  return isDeepStrictEqual(document.placeholderValues, values) && isDeepStrictEqual(document.fieldValues, fields);
}

const footers: Record<StaffLanguage, (form: FoundReportForm) => string> = {
  de: ({ report, version }) => `Vorgang ${report.reference} · Fassung ${version.version}`,
  en: ({ report, version }) => `Reference ${report.reference} · Version ${version.version}`,
};

const texts = {
  de: { missing: (title: string, field: string) => `Für das Formular „${title}“ fehlt noch: ${field}.` },
  en: { missing: (title: string, field: string) => `The form "${title}" still lacks: ${field}.` },
} satisfies Record<StaffLanguage, unknown>;
