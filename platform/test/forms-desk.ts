import { randomUUID } from 'node:crypto';
import type { FormVersionInput, ReportForm } from '@meldewerk/contract/form';
import type { ReportDetail, SubmissionInput } from '@meldewerk/contract/report';
import { staffRoles, type StaffRole } from '@meldewerk/contract/staff';
import { onePage } from '../../packages/documents/test/evil-pdfs.ts';
import { attach, prepareCase, saveForm, textForm, uploadPdf, type PreparedCase } from './forms.ts';
import type { Platform } from './harness.ts';
import { preparationOf } from './prepare-report.ts';
import { bearer, submissionOf } from './submit-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from './workshop.ts';

/** A workshop with its staff signed in, where cases with forms are prepared and sent. */
export type FormsDesk = {
  workshop: Workshop;
  cookie: Record<StaffRole, string>;
  /** Once more, when the clock has gone on. */
  signIn(): Promise<void>;
  prepared(): Promise<PreparedCase>;
  /** A case with one text form on it. */
  caseWith(text: string, changes?: Partial<FormVersionInput>): Promise<{ customer: PreparedCase; form: ReportForm }>;
  /** A form on an uploaded page: a name from the report, own fields, a signature. */
  pdfForm(): Promise<FormVersionInput>;
  readReport(reportId: string): Promise<ReportDetail>;
  /** What was prepared, sent as it is. */
  submission(customer: PreparedCase, changes?: Partial<SubmissionInput>): SubmissionInput;
  submit(customer: PreparedCase, changes?: Partial<SubmissionInput>): Promise<Response>;
};

export async function openFormsDesk(platform: Platform, slug: string): Promise<FormsDesk> {
  const workshop = await provisionWorkshop(platform, slug);
  const cookie = {} as Record<StaffRole, string>;
  const desk: FormsDesk = {
    workshop,
    cookie,
    async signIn() {
      for (const role of staffRoles) cookie[role] = await signInAs(platform, workshop, role);
    },
    prepared: () => prepareCase(platform, workshop, cookie.clerk),
    async caseWith(text, changes) {
      const customer = await desk.prepared();
      const { id } = await saveForm(platform, workshop, cookie.admin, textForm(text, changes));
      return { customer, form: await attach(platform, workshop, cookie.clerk, customer.reportId, id) };
    },
    pdfForm: async () => formOnPaper(await uploadPdf(platform, workshop, cookie.admin, onePage())),
    async readReport(reportId) {
      return (await (await platform.request(workshop.host, `/api/reports/${reportId}`, { cookie: cookie.viewer })).json()) as ReportDetail;
    },
    submission: (customer, changes) => ({ ...submissionOfPrepared(customer), ...changes }),
    submit: (customer, changes) =>
      platform.request(workshop.host, '/api/reports', { headers: { ...bearer(customer), 'idempotency-key': randomUUID() }, json: desk.submission(customer, changes) }),
  };
  await desk.signIn();
  return desk;
}

function formOnPaper(documentId: string): FormVersionInput {
  const field = { page: 1, x: 0.1, width: 0.5, height: 0.04, signer: 'customer' as const, required: true };
  return {
    ...textForm('', { title: 'Vollmacht auf Papier' }),
    content: {
      source: 'pdf',
      documentId,
      fields: [
        { ...field, id: 'name', y: 0.2, type: 'text', label: 'Name', placeholder: 'kunde.name' },
        { ...field, id: 'geburtstag', y: 0.3, type: 'date', label: 'Geburtstag' },
        { ...field, id: 'vorsteuer', y: 0.4, type: 'checkbox', label: 'Vorsteuerabzugsberechtigt', required: false },
        { ...field, id: 'hinweis', y: 0.5, type: 'text', label: 'Hinweis', required: false },
        { ...field, id: 'unterschrift', y: 0.7, height: 0.1, type: 'signature', label: 'Unterschrift Kunde' },
      ],
    },
  };
}

function submissionOfPrepared(customer: PreparedCase): SubmissionInput {
  const { reporter, vehicle, insurance, incidentDate } = preparationOf();
  const whole = submissionOf(customer, []);
  return {
    ...whole,
    answers: { ...whole.answers, incidentDate: incidentDate as string },
    reporter: { ...reporter, role: 'keeper' } as SubmissionInput['reporter'],
    vehicle: vehicle as SubmissionInput['vehicle'],
    insurance,
    source: { kind: 'link' },
  };
}
