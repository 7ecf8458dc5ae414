import type { DraftContent } from '@meldewerk/contract/draft-content';
import { laterOf, type StepId } from '../flow.ts';
import { canonical, type Fields } from './draft-fields.ts';

/** What this device and the server last agreed on; kept with the draft, so that what is typed without a line merges later. */
export type Agreed = {
  revision: number;
  fields: Record<string, { value: unknown; stamp: number }>;
  /** When a field was last changed here, by this device's clock. */
  touchedAt: Record<string, number>;
};

export const nothingAgreed: Agreed = { revision: 0, fields: {}, touchedAt: {} };

export type Change = { path: string; value: unknown; ageMs: number; after: number };

/**
 * What stood in a field before anybody changed it here: as the server last told it, else as the workshop prepared it.
 * @param prepared what needs no telling, since every device gets it with the link
 */
function before({ fields }: Agreed, prepared: Fields, path: string): unknown {
  return path in fields ? fields[path]?.value : prepared.get(path);
}

/** Fields that were changed here and not yet told, of those this device `tells`. Photos and what is worked out are only ever told, never taken away. */
export function changedHere(agreed: Agreed, prepared: Fields, own: Fields, tells: (path: string) => boolean = () => true): string[] {
  const gone = [...Object.keys(agreed.fields), ...prepared.keys()].filter((path) => !own.has(path) && !/^(photos|handoff)\./.test(path));
  return [...new Set([...own.keys(), ...gone])].filter((path) => tells(path) && isOther(path, own.get(path), before(agreed, prepared, path)));
}

/** How far somebody has come only ever grows: whoever is behind has nothing to tell. */
function isOther(path: string, here: unknown, there: unknown): boolean {
  if (path === 'furthest') return isFurther(here, there);
  return canonical(here) !== canonical(there);
}

function isFurther(one: unknown, other: unknown): boolean {
  return laterOf((one ?? 'category') as StepId, (other ?? 'category') as StepId) !== (other ?? 'category');
}

export function toTell(agreed: Agreed, own: Fields, paths: readonly string[], now: number): Change[] {
  return paths.map((path) => ({
    path,
    value: own.get(path) ?? null,
    ageMs: Math.max(0, Math.round(now - (agreed.touchedAt[path] ?? now))),
    after: agreed.fields[path]?.stamp ?? 0,
  }));
}

export type Heard = {
  agreed: Agreed;
  /** What another device has changed: it takes the place of what stands here. */
  changes: Map<string, unknown>;
  /** Among them what was changed here too, and earlier. */
  lost: string[];
};

/**
 * Takes in what the server says. What was `told` it has judged; what is changed here and not told yet stays until it is.
 * @param told what was sent, in the form it had then
 * @param tells which fields this device may change at all
 */
export function hear(agreed: Agreed, prepared: Fields, own: Fields, { revision, fields }: Pick<DraftContent, 'revision' | 'fields'>, told: ReadonlyMap<string, string> = new Map(), tells: (path: string) => boolean = () => true): Heard {
  const open = new Set(changedHere(agreed, prepared, own, tells));
  const next: Agreed = { revision, fields: { ...agreed.fields }, touchedAt: { ...agreed.touchedAt } };
  const changes = new Map<string, unknown>();
  const lost: string[] = [];
  for (const { path, value, stamp } of fields) {
    const here = canonical(own.get(path));
    const judged = told.get(path);
    if (path === 'furthest') {
      next.fields[path] = { value, stamp };
      if (isFurther(value, own.get(path))) changes.set(path, value);
      continue;
    }
    // Typed on meanwhile, or not told at all: that will be judged when it is told.
    if (open.has(path) && judged === undefined && here !== canonical(value)) continue;
    next.fields[path] = { value, stamp };
    if (judged !== undefined && judged !== here) continue;
    delete next.touchedAt[path];
    if (here === canonical(value)) continue;
    changes.set(path, value);
    if (judged !== undefined) lost.push(path);
  }
  return { agreed: next, changes, lost };
}
