import { randomUUID } from 'node:crypto';
import type { Step } from './errand.ts';
import { newPageReport, type PageReport } from './page-report.ts';

export type WorkedReport = PageReport & { noteId: string; nextStep: string };

/** A customer's report that staff take up at once: somebody has it, until when, a note for colleagues, and what comes next changes once more. */
export function newWorkedReport(number: number, { cookie, staffId }: { cookie: string; staffId: string }): WorkedReport {
  const noteId = randomUUID();
  const nextStep = `Teile bestellen ${number}`;
  const report = Object.assign(newPageReport(number), { noteId, nextStep });
  const path = (place: string) => `/api/reports/${report.receipt?.reportId}/${place}`;
  const headers = { cookie };
  const change = (expected: object, set: object): Step => (ask) => ask({ method: 'PATCH', path: path('handling'), headers, json: { expected, set }, answers: 200 });
  report.steps.push(
    change({ assigneeId: null, dueOn: null, nextStep: null }, { assigneeId: staffId, dueOn: '2026-12-01', nextStep: 'Anrufen' }),
    (ask) => ask({ path: path('messages'), headers, json: { id: noteId, audience: 'internal', body: `Notiz ${number}` }, answers: 201 }),
    change({ nextStep: 'Anrufen' }, { nextStep }),
  );
  return report;
}
