import type { AnswerTime } from '@meldewerk/contract/overview';
import { sql, type SQL } from 'drizzle-orm';

const fromHours: Record<Exclude<AnswerTime, 'open'>, [number, number | null]> = { hour: [-1_000_000, 1], fourHours: [1, 4], day: [4, 24], threeDays: [24, 72], longer: [72, null] };

/** Whether the workshop's first word to the customer of `report` came in this time after it was sent. */
export function answeredWithin(time: AnswerTime): SQL {
  if (time === 'open') return sql`(report.submitted_at is not null and report.first_answered_at is null)`;
  const [from, until] = fromHours[time];
  const lower = sql`report.first_answered_at >= report.submitted_at + ${from} * interval '1 hour'`;
  return until === null ? sql`(${lower})` : sql`(${lower} and report.first_answered_at < report.submitted_at + ${until} * interval '1 hour')`;
}
