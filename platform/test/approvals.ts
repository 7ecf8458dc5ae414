import { randomUUID } from 'node:crypto';
import type { Approval, AskApprovalInput, AnswerApproval } from '@meldewerk/contract/approval';
import type { Platform } from './harness.ts';
import { bearer } from './submit-report.ts';
import type { Workshop } from './workshop.ts';

export const extraWork = (marker = 'Der Längsträger ist verzogen und muss gerichtet werden.'): AskApprovalInput => ({ id: randomUUID(), kind: 'extraWork', reason: marker, amount: { cents: 45_000, includesVat: true }, readyOn: '2026-12-01', photoIds: [] });
export const yesBy = (name = 'Erika Muster', part: Partial<AnswerApproval> = {}): AnswerApproval => ({ id: randomUUID(), answer: 'yes', comment: undefined, name, signature: { method: 'typed', typedName: name }, ...part });

/** Asks the customer as staff do; the newest question comes back. */
export async function ask(platform: Platform, workshop: Workshop, cookie: string, reportId: string, asked = extraWork()): Promise<Approval> {
  const response = await platform.request(workshop.host, `/api/reports/${reportId}/approvals`, { cookie, json: asked });
  if (response.status !== 201) throw new Error(`asking for an approval answered ${response.status}: ${await response.text()}`);
  const { approvals } = (await response.json()) as { approvals: Approval[] };
  const approval = approvals.find(({ id }) => id === asked.id);
  if (!approval) throw new Error('what was asked is there');
  return approval;
}

export function answer(platform: Platform, workshop: Workshop, access: string, approvalId: string, said: AnswerApproval): Promise<Response> {
  return platform.request(workshop.host, `/api/status/approvals/${approvalId}/answer`, { method: 'PUT', headers: bearer({ token: access }), json: said });
}

/** Two questions on a report with its photo ready: one answered, one open. */
export async function furnishApprovals(platform: Platform, workshop: Workshop, { cookie, reportId, access, photoId, word }: { cookie: string; reportId: string; access: string; photoId: string; word: string }): Promise<{ openId: string; answeredId: string }> {
  const answered = await ask(platform, workshop, cookie, reportId, { ...extraWork(`${word}: Längsträger`), photoIds: [photoId] });
  const said = await answer(platform, workshop, access, answered.id, yesBy(word));
  if (said.status !== 204) throw new Error(`answering answered ${said.status}: ${await said.text()}`);
  const open = await ask(platform, workshop, cookie, reportId, { ...extraWork(`${word}: Achse`), kind: 'delay' });
  return { openId: open.id, answeredId: answered.id };
}
