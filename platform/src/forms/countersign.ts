import type { FormDocument, FormSignatureInput, ReportForm } from '@meldewerk/contract/form';
import type { StaffLanguage } from '@meldewerk/contract/language';
import type { Transaction } from '@meldewerk/db/client';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { recordEvent } from '../events/record-event.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope, StaffScope } from '../http/scope.ts';
import { findReportForm, type FoundReportForm } from './find-report-forms.ts';
import { lockReport } from './lock-report.ts';
import { describeDocument } from './newest-document.ts';
import { readReportForms } from './read-report-forms.ts';
import { readSignings, type SignatureRow, type Signing } from './read-signing.ts';
import { recordSignature } from './record-signature.ts';
import { sealForm } from './seal-form.ts';
import { checkInput, isRepeat, signatureBy, type Device } from './sign-form.ts';
import { storingFile } from './storing-file.ts';

/** What the customer signed and the workshop is to sign as well. */
export async function readForCountersigning(scope: StaffScope, reportFormId: string): Promise<FormDocument> {
  return inTenant(scope.services.db, scope.tenant.id, async (tx) => {
    const { document, workshop } = await findCountersignable(scope, tx, await find(scope, tx, reportFormId));
    return describeDocument(document, workshop?.id ?? null);
  });
}

/** The workshop's own signature, under the customer's: one sealed file with both. The last one of a sent report completes its forms. */
export async function countersign(scope: StaffScope, reportFormId: string, typed: FormSignatureInput, device: Device): Promise<ReportForm> {
  const { services, tenant, staff } = scope;
  const input = checkInput(scope, typed);
  const opened = await inTenant(services.db, tenant.id, async (tx) => {
    const form = await find(scope, tx, reportFormId);
    if (await isRepeat(scope, tx, form, input)) return { done: await describe(scope, tx, form) };
    return { form, signing: await findOpen(scope, tx, form, input) };
  });
  if (opened.done) return opened.done;

  const { form, signing } = opened;
  const signature: SignatureRow = { ...signatureBy(scope, form, input, device), signer: 'workshop', staffUserId: staff.id };
  const sealed = await sealForm(scope, form, signing.document, [signing.customer, signature]);

  return storingFile(scope, sealed, (keep) =>
    inTenant(services.db, tenant.id, async (tx) => {
      const { submittedAt } = await lockReport(scope, tx, form.reportId);
      if (await isRepeat(scope, tx, form, input)) return describe(scope, tx, form);
      await findOpen(scope, tx, form, input);
      await recordSignature(scope, tx, form, signature, sealed);
      keep();
      if (submittedAt) await completeForms(scope, tx, form.reportId);
      return describe(scope, tx, form);
    }),
  );
}

async function completeForms(scope: StaffScope, tx: Transaction, reportId: string): Promise<void> {
  const forms = await readReportForms(scope, tx, reportId);
  if (forms.some(({ state }) => state !== 'complete')) return;
  const documents = forms.flatMap(({ document }) => (document ? [{ id: document.id, sha256: document.sha256 }] : []));
  await recordEvent(scope.services, tx, scope.tenant.id, reportId, { type: 'formsComplete', actor: { kind: 'staff', id: scope.staff.id }, data: { documents } });
}

async function find(scope: Scope, tx: Transaction, reportFormId: string): Promise<FoundReportForm> {
  const form = await findReportForm(scope, tx, reportFormId);
  if (!form) throw new ProblemError('notFound');
  return form;
}

async function findCountersignable(scope: Scope, tx: Transaction, form: FoundReportForm): Promise<Signing> {
  const say = texts[scope.language];
  if (!form.version.needsWorkshopSignature) throw new ProblemError('validationFailed', { issues: [{ path: 'signer', code: 'notNeeded', message: say.notNeeded }] });
  const signing = (await readSignings(scope, tx, [form.id])).get(form.id);
  if (!signing) throw new ProblemError('validationFailed', { issues: [{ path: 'signer', code: 'customerFirst', message: say.customerFirst }] });
  return signing;
}

async function findOpen(scope: Scope, tx: Transaction, form: FoundReportForm, input: FormSignatureInput): Promise<Signing> {
  const signing = await findCountersignable(scope, tx, form);
  if (signing.document.id !== input.documentId || Buffer.from(signing.document.sha256).toString('hex') !== input.sha256) throw new ProblemError('formChanged');
  if (signing.workshop) throw new ProblemError('formAlreadySigned');
  return signing;
}

async function describe(scope: Scope, tx: Transaction, form: FoundReportForm): Promise<ReportForm> {
  const described = (await readReportForms(scope, tx, form.reportId)).find(({ id }) => id === form.id);
  if (!described) throw new Error('a form that is signed is on its report');
  return described;
}

const texts = {
  de: { notNeeded: 'Dieses Formular braucht keine Unterschrift der Werkstatt.', customerFirst: 'Zuerst unterschreibt der Kunde. Danach können Sie gegenzeichnen.' },
  en: { notNeeded: "This form needs no signature of the workshop's.", customerFirst: 'The customer signs first. After that you can countersign.' },
} satisfies Record<StaffLanguage, unknown>;
