import type { Transaction } from '@meldewerk/db/client';
import { findFormsOfReport } from '../forms/find-report-forms.ts';
import { readSignings, stateOf } from '../forms/read-signing.ts';
import type { Scope } from '../http/scope.ts';

/** What of a report's forms concludes a contract. `concludedAt`: all signatures they need are there, and the report has arrived. */
export type ContractOfReport = { isMeant: boolean; isSigned: boolean; concludedAt: Date | null };

export async function contractOfReport(scope: Scope, tx: Transaction, reportId: string): Promise<ContractOfReport> {
  const forms = (await findFormsOfReport(scope, tx, reportId)).filter(({ version }) => version.concludesContract);
  const signings = await readSignings(scope, tx, forms.map(({ id }) => id));
  const states = forms.map(({ id, version }) => ({ signing: signings.get(id), state: stateOf(version.needsWorkshopSignature, signings.get(id)) }));
  const submittedAt = forms[0]?.report.submittedAt ?? null;
  const isConcluded = submittedAt !== null && states.every(({ state }) => state === 'complete');
  const signedAt = states.flatMap(({ signing }) => (signing ? [signing.customer.signedAt, ...(signing.workshop ? [signing.workshop.signedAt] : [])] : []));
  return {
    isMeant: forms.length > 0,
    isSigned: states.some(({ state }) => state !== 'open'),
    concludedAt: isConcluded ? latest([submittedAt, ...signedAt]) : null,
  };
}

export function latest(instants: Date[]): Date {
  return new Date(Math.max(...instants.map((at) => at.getTime())));
}
