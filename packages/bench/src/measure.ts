/** One line of the result. `ratio` compares with the raw limit of the same round; above 1 is better than raw where more is better. */
export type Finding = { what: string; figures: string; ratio?: Spread; target?: string };
export type Spread = { median: number; min: number; max: number };

export function spreadOf(values: number[]): Spread {
  return { median: quantile(values, 0.5), min: Math.min(...values), max: Math.max(...values) };
}

export function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export type Load = { perSecond: number; latenciesMs: number[] };

/** `callers` work through `tasks` side by side, each with one task at a time. */
export async function loadWith<Task>(callers: number, tasks: Task[], work: (task: Task) => Promise<unknown>): Promise<Load> {
  const latenciesMs: number[] = [];
  let next = 0;
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (next < tasks.length) {
        const task = tasks[next++] as Task;
        const begunAt = performance.now();
        await work(task);
        latenciesMs.push(performance.now() - begunAt);
      }
    }),
  );
  return { perSecond: (tasks.length * 1000) / (performance.now() - startedAt), latenciesMs };
}

/** Raw limit and product in turns, so that both meet the same weather; a first turn of each warms up and does not count. */
export async function inTurns(rounds: number, bare: (round: number) => Promise<Load>, product: (round: number) => Promise<Load>) {
  const pairs: { bare: Load; product: Load }[] = [];
  for (let round = 0; round <= rounds; round++) {
    const pair = { bare: await bare(round), product: await product(round) };
    if (round > 0) pairs.push(pair);
  }
  const rates = (which: 'bare' | 'product') => pairs.map((pair) => pair[which].perSecond);
  return {
    bare: { perSecond: spreadOf(rates('bare')), latenciesMs: pairs.flatMap((pair) => pair.bare.latenciesMs) },
    product: { perSecond: spreadOf(rates('product')), latenciesMs: pairs.flatMap((pair) => pair.product.latenciesMs) },
    ratio: spreadOf(pairs.map((pair) => pair.product.perSecond / pair.bare.perSecond)),
  };
}

export function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
