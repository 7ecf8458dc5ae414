import type { Delivery } from '@meldewerk/contract/delivery';
import type { ReportDetail } from '@meldewerk/contract/report';

export type StageName = 'sent' | 'delivered' | 'opened' | 'begun' | 'submitted';
/** `failed`: the message did not get through, and nothing later says that the customer has the link all the same. */
export type Stage = { name: StageName; state: 'done' | 'failed' | 'open'; at: string | null };

/** Between the machines that ask for a message and that make it. */
const clockDriftMs = 5_000;

/** The way of an individual link from the workshop to the submitted report. Whatever came later proves what came before. */
export function linkStages({ link, deliveries, submittedAt }: Pick<ReportDetail, 'link' | 'deliveries' | 'submittedAt'>): Stage[] {
  const message = newestLinkMessage({ link, deliveries });
  const facts: [StageName, string | null][] = [
    ['sent', message?.sentAt ?? link?.sentAt ?? null],
    ['delivered', message?.arrival === 'delivered' || message?.arrival === 'complained' ? message.arrivalAt : null],
    ['opened', link?.openedAt ?? null],
    ['begun', link?.begunAt ?? null],
    ['submitted', submittedAt],
  ];
  const furthest = facts.findLastIndex(([, at]) => at !== null);
  const failing = failedStage(message);
  return facts.map(([name, at], position) => {
    if (failing === name && furthest <= position) return { name, state: 'failed', at: null };
    const reached = position <= furthest;
    return { name, state: reached ? 'done' : 'open', at: reached ? at : null };
  });
}

/** The last message that carried the link as it is now; also a mail in place of an SMS, and a reminder. */
export function newestLinkMessage({ link, deliveries }: Pick<ReportDetail, 'link' | 'deliveries'>): Delivery | undefined {
  if (!link?.sentAt) return undefined;
  const since = new Date(link.sentAt).getTime() - clockDriftMs;
  return deliveries.filter(({ purpose, createdAt }) => (purpose === 'link' || purpose === 'reminder') && new Date(createdAt).getTime() >= since).toSorted((one, other) => one.createdAt.localeCompare(other.createdAt)).at(-1);
}

function failedStage(message: Delivery | undefined): StageName | null {
  if (message?.state === 'failed') return 'sent';
  return message?.arrival === 'undelivered' || message?.arrival === 'bounced' ? 'delivered' : null;
}
