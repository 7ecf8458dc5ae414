type TraceEvent = { name: string; cat: string; ph: string; pid: number; tid: number; ts: number; dur?: number; tdur?: number };

/**
 * The longest task of a page between two of its marks, from a trace of Chromium. `workMs` is the time its thread really had:
 * on a machine with other things to do it says more than the clock.
 */
export function longestTask(trace: Buffer, fromMark: string, toMark: string): { workMs: number; tookMs: number } {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const markOf = (name: string) => traceEvents.find((event) => event.name === name && event.cat.includes('blink.user_timing'));
  const [from, to] = [markOf(fromMark), markOf(toMark)];
  if (!from || !to) throw new Error('the page has not set its marks');
  const tasks = traceEvents.filter(({ name, ph, pid, tid, ts }) => name === 'RunTask' && ph === 'X' && pid === from.pid && tid === from.tid && ts >= from.ts && ts < to.ts);
  return { workMs: Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur)) / 1000, tookMs: Math.max(0, ...tasks.map(({ dur = 0 }) => dur)) / 1000 };
}
