import { randomUUID } from 'node:crypto';
import type { FormDocument, FormSignatureInput } from '@meldewerk/contract/form';
import type { Link, PreparedReport as Prepared } from '@meldewerk/contract/preparation';
import type { Receipt } from '@meldewerk/contract/report';
import type { Simulators } from '@meldewerk/simulators/start';
import { newErrand, type Ask, type Errand, type Step } from './errand.ts';
import { skippedShots } from './page-report.ts';

type Desk = { cookie: string; inbox: Simulators['inbox']; partnerId: string; formIds: { payment: string; contract: string } };
type Form = { id: string; formId: string; needsWorkshop: boolean; document?: FormDocument; countersigning?: FormDocument; signatureId: string; countersignatureId: string };

export type PreparedReport = Errand & {
  reportId: string; phone: string; email: string; forms: Form[]; messageIds: string[]; declarationId: string; isWithdrawn: boolean;
  /** As answered at each stage. */
  reference?: string; link?: Link; receipt?: Receipt; declaredAt?: string;
};

/**
 * A report that staff prepare, correct, furnish with forms and send; its customer follows the link from the SMS, signs and
 * submits. Every other one is sent the link twice; every third one concludes a contract, is countersigned, and withdrawn.
 */
export function newPreparedReport(number: number, desk: Desk): PreparedReport {
  const contact = { phone: `+491512${String(number).padStart(7, '0')}`, email: `vorbereitet-${number}@example.com` };
  const isContract = number % 3 === 0;
  const form = (formId: string, needsWorkshop: boolean): Form => ({ id: randomUUID(), formId, needsWorkshop, signatureId: randomUUID(), countersignatureId: randomUUID() });
  const reporter = { firstName: 'Jo', lastName: `Vorab ${number}`, street: 'Weg 1', postalCode: '76133', city: 'Karlsruhe', ...contact };
  const vehicle = { licensePlate: `KA-VB ${number}`, plateCountry: 'D', type: 'car', makeModel: 'Modell', vin: 'WVWZZZ1KZAW000123' };
  const insurance = { coverage: 'fullyComprehensive', insurer: 'Versicherung', policyNumber: 'VS 1', claimNumber: `SN ${number}` };
  const preparation = { language: 'de', category: 'other', reporter, vehicle, insurance, partner: { id: desk.partnerId, orderNumber: '4711' }, incidentDate: '2026-11-02' };

  const report: PreparedReport = {
    ...contact, reportId: randomUUID(), declarationId: randomUUID(), isWithdrawn: isContract,
    forms: [form(desk.formIds.payment, false), ...(isContract ? [form(desk.formIds.contract, true)] : [])],
    messageIds: Array.from({ length: 1 + (number % 2) }, () => randomUUID()),
    ...newErrand([]),
  };
  const atDesk = () => ({ cookie: desk.cookie });
  const links = () => desk.inbox.messages().filter(({ vendor, to, text }) => vendor === 'twilio' && to === contact.phone && text?.includes('/m/'));
  const asCustomer = () => ({ authorization: `Bearer ${/\/m\/([\w-]{22})/.exec(links()[0]?.text ?? '')?.[1]}`, 'x-forwarded-for': `203.0.113.${number}` });
  const typedName = { method: 'typed', typedName: 'Jo Vorab' } as const;
  const signatureOf = (id: string, { documentId, sha256 }: FormDocument): FormSignatureInput => ({ id, documentId, sha256, name: 'Jo Vorab', signature: typedName });

  const save = (version: number, claimNumber: string): Step => async (ask) => {
    const json = { version, preparation: { ...preparation, insurance: { ...insurance, claimNumber } } };
    report.reference = (await ask<Prepared>({ method: 'PUT', path: `/api/reports/${report.reportId}/preparation`, headers: atDesk(), json, answers: 200 })).reference;
  };
  const attach = ({ id, formId }: Form): Step => (ask) =>
    ask({ method: 'PUT', path: `/api/reports/${report.reportId}/forms/${id}`, headers: atDesk(), json: { id, formId, version: 1, acknowledged: false }, answers: 200 });
  const sendLink = (id: string, index: number): Step[] => [
    (ask) => ask({ path: `/api/reports/${report.reportId}/link-messages`, headers: atDesk(), json: { id, channel: 'sms' }, answers: 202 }),
    async () => (links().length > index ? undefined : false),
  ];
  const follow: Step[] = [
    async (ask) => {
      report.link = await ask<Link>({ method: 'GET', path: '/api/link', headers: asCustomer(), answers: 200 });
    },
    (ask) => ask({ path: '/api/link/opening', headers: asCustomer(), answers: 204 }),
    (ask) => ask({ method: 'PUT', path: '/api/link/progress', headers: asCustomer(), json: { step: 'vehicle' }, answers: 204 }),
  ];
  const formPath = (id: string) => `/api/drafts/${report.link?.draftId}/forms/${id}`;
  const sign = (form: Form): Step[] => [
    async (ask) => {
      const json = { category: 'other', reporter, vehicle, insurance, incidentDate: preparation.incidentDate };
      form.document = await ask<FormDocument>({ path: `${formPath(form.id)}/document`, headers: asCustomer(), json, answers: 200 });
    },
    (ask) => ask({ path: `${formPath(form.id)}/signatures`, headers: asCustomer(), json: form.document && signatureOf(form.signatureId, form.document), answers: 201 }),
  ];
  const key = randomUUID();
  const submit: Step = async (ask) => {
    const json = {
      draftId: report.link?.draftId, language: 'de', catalogueVersion: 1, category: 'other',
      answers: { incidentDate: preparation.incidentDate, incidentDescription: 'Klappern vorne links', drivable: true },
      reporter: { role: 'keeper', ...reporter }, vehicle, insurance, photos: [], skippedShots,
      privacyConsent: { version: 1, given: true }, source: { kind: 'link' },
      forms: report.forms.map(({ id, signatureId }) => ({ id, signatureId })),
      ...(isContract && { withdrawal: { noticeVersion: 1, noticeReceived: true, earlyStart: true } }),
    };
    report.receipt = await ask<Receipt>({ path: '/api/reports', headers: { ...asCustomer(), 'idempotency-key': key }, json, answers: 201 });
  };
  const countersign = (form: Form): Step[] => [
    async (ask) => {
      form.countersigning = await ask<FormDocument>({ path: `/api/report-forms/${form.id}/document`, headers: atDesk(), json: {}, answers: 200 });
    },
    (ask) => ask({ path: `/api/report-forms/${form.id}/signatures`, headers: atDesk(), json: form.countersigning && signatureOf(form.countersignatureId, form.countersigning), answers: 201 }),
  ];
  const withdraw: Step = async (ask) => {
    report.declaredAt = await declare(ask, { id: report.declarationId, name: 'Jo Vorab', email: contact.email, contract: report.reference ?? '' }, `203.0.113.${number}`);
  };

  report.steps.push(
    save(0, 'noch offen'), save(1, insurance.claimNumber), ...report.forms.map(attach), ...report.messageIds.flatMap(sendLink),
    ...follow, ...report.forms.flatMap(sign), submit,
    ...report.forms.filter(({ needsWorkshop }) => needsWorkshop).flatMap(countersign), ...(isContract ? [withdraw] : []),
  );
  return report;
}

export async function declare(ask: Ask, json: { id: string; name: string; email: string; contract: string }, from: string): Promise<string> {
  return (await ask<{ declaredAt: string }>({ path: '/api/withdrawal-declarations', headers: { 'x-forwarded-for': from }, json, answers: 201 })).declaredAt;
}
