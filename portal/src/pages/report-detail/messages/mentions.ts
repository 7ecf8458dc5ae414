import type { Colleague } from '@meldewerk/contract/handling';

/** A name that is being typed after an @: where it begins, and what of it is there. */
export type TypedMention = { start: number; query: string };

/** The @ that the caret stands behind; null where nobody is being named. */
export function mentionAt(text: string, caret: number): TypedMention | null {
  const typed = /(?:^|[\s(])@([\p{L}\p{N} .'-]{0,40})$/u.exec(text.slice(0, caret));
  return typed ? { start: caret - (typed[1] ?? '').length - 1, query: typed[1] ?? '' } : null;
}

/** Who it may be, whose name begins with it first. Two words without anybody are a sentence. */
export function colleaguesFor(query: string, colleagues: Colleague[]): Colleague[] {
  const wanted = fold(query);
  const active = colleagues.filter(({ active: works, name }) => works && fold(name).includes(wanted));
  return active.toSorted((a, b) => Number(beginsWith(b, wanted)) - Number(beginsWith(a, wanted)) || a.name.localeCompare(b.name)).slice(0, 6);
}

/** The text with the whole name in it, and where the caret goes. */
export function insertMention(text: string, { start, query }: TypedMention, { name }: Colleague): { text: string; caret: number } {
  const end = start + 1 + query.length;
  const rest = text.slice(end);
  const inserted = `@${name}${rest.startsWith(' ') ? '' : ' '}`;
  return { text: text.slice(0, start) + inserted + rest, caret: start + inserted.length + (rest.startsWith(' ') ? 1 : 0) };
}

/** Whom a note names, the longest name first: `@Jan Huber` is not Jan. */
export function mentionedIn(text: string, colleagues: Colleague[]): string[] {
  let rest = text;
  const mentioned: string[] = [];
  for (const { id, name, active } of colleagues.toSorted((a, b) => b.name.length - a.name.length)) {
    if (!active || !rest.includes(`@${name}`)) continue;
    mentioned.push(id);
    if (colleagues.filter((other) => other.active && other.name === name).length === 1) rest = rest.replaceAll(`@${name}`, '');
  }
  return mentioned;
}

function beginsWith({ name }: Colleague, wanted: string): boolean {
  return fold(name).split(' ').some((word) => word.startsWith(wanted));
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
