import { answerTimes, type Numbers, type Today, type WaitingKind } from '@meldewerk/contract/overview';
import type { ReportDetail } from '@meldewerk/contract/report';
import { inventedCategories } from './invented-reports.ts';

const dayMs = 86_400_000;
const day = (at: number) => new Date(at).toISOString().slice(0, 10);

/** The overview of the reports in memory, with as many weeks as asked for. */
export function standInOverview(reports: ReportDetail[], weeks: number, now = Date.now()): { today: Today; numbers: Numbers } {
  const open = reports.filter(({ handling }) => handling.closedAt === null);
  const monday = now - ((new Date(now).getUTCDay() + 6) % 7) * dayMs;
  const since = monday - (weeks - 1) * 7 * dayMs;
  const taken = reports.filter(({ listedAt }) => Date.parse(listedAt) >= since);
  const waiting: Record<WaitingKind, ReportDetail[]> = {
    unread: [],
    wishes: open.filter(({ appointments }) => appointments.turn === 'staff'),
    unopened: open.filter(({ firstOpened }) => firstOpened === null),
    overdue: open.filter(({ handling: { dueOn } }) => dueOn !== null && dueOn < day(now)),
    dueToday: open.filter(({ handling: { dueOn } }) => dueOn === day(now)),
  };
  return {
    today: {
      day: day(now),
      arrivals: [],
      waiting: Object.entries(waiting).map(([kind, some]) => ({
        kind: kind as WaitingKind, count: some.length, mine: Math.min(1, some.length),
        first: some.slice(0, 5).map(({ id, reference, vehicle, reporter, listedAt, handling }) => ({
          reportId: id, reference, licensePlate: vehicle.licensePlate, customerName: `${reporter.firstName} ${reporter.lastName}`, since: listedAt, nextStep: handling.nextStep, assigneeName: handling.assigneeName,
        })),
      })),
    },
    numbers: {
      from: day(since),
      to: day(now),
      perWeek: Array.from({ length: weeks }, (_, index) => {
        const from = since + index * 7 * dayMs;
        return { from: day(from), to: day(from + 6 * dayMs), count: taken.filter(({ listedAt }) => listedAt.slice(0, 10) >= day(from) && listedAt.slice(0, 10) <= day(from + 6 * dayMs)).length };
      }),
      byCategory: inventedCategories.map(({ id, label }) => ({ key: id, label, count: taken.filter(({ category }) => category === id).length })).filter(({ count }) => count > 0),
      byPartner: [{ key: '00000000-0000-4000-8000-0000000000d1', name: 'DMS', count: 7 }, { key: '00000000-0000-4000-8000-0000000000d2', name: 'Innovation Group', count: 3 }],
      firstAnswer: { medianMinutes: 95, byTime: answerTimes.map((time, index) => ({ time, count: [14, 22, 9, 4, 1, 3][index] ?? 0 })) },
      links: { sent: 40, opened: 33, begun: 29, submitted: 25 },
      stuckAt: [{ step: 'photos', count: 3 }, { step: 'forms', count: 1 }],
    },
  };
}
