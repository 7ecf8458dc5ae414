import type { Link } from '@meldewerk/contract/preparation';
import type { Site } from '@meldewerk/contract/tenant';
import type { Draft } from '../draft.ts';
import { sections } from '../draft.ts';
import { withoutPerson } from '../received-draft.ts';
import { laterOf, stepAfter, stepsOf } from '../flow.ts';
import { followPrefill, prefillOf, type Prefill } from './prefill.ts';

/**
 * The draft as it goes on with what the server says now: the workshop's draft under the token of this link, its fields
 * filled as far as the customer has not touched them. What is known of a sent report stays but for everything personal.
 *
 * @param categories what can be reported; a prepared category that is gone is asked for
 */
export function bringLink(kept: Draft, link: Link, token: string, categories: Site['categories']): Draft {
  const identity = { id: link.draftId, token };
  if (kept.receipt) return { ...kept, ...identity, link: withoutPerson(link) };
  const before = kept.link ? prefillOf(kept.link) : nothingPrepared;
  const now = prefillOf(link);
  const draft: Draft = { ...kept, ...identity, link, category: categoryOf(kept, before, now, categories.map(({ id }) => id)) };
  for (const section of sections) draft[section] = followPrefill(kept[section], before[section], now[section]);
  return atItsStep(draft, categories);
}

/** Another kind of damage asks other questions: it follows only as long as none of them was answered. */
function categoryOf({ category, answers }: Draft, before: Prefill, now: Prefill, categories: readonly string[]): string | null {
  const untouched = category === before.category && Object.entries(answers).every(([question, answer]) => answer === undefined || answer === before.answers[question]);
  const chosen = untouched ? now.category : category;
  return chosen !== null && categories.includes(chosen) ? chosen : null;
}

/** What is prepared is confirmed, not asked from zero. */
function atItsStep(draft: Draft, categories: Site['categories']): Draft {
  if (draft.category === null) return { ...draft, step: 'category' };
  // Whether the workshop still asks for wishes is not known here.
  const steps = stepsOf(draft, { asksForWishes: true, categories });
  const step = draft.furthest === 'category' ? stepAfter('category', steps) : steps.includes(draft.step) ? draft.step : 'contact';
  return { ...draft, step, furthest: steps.includes(draft.furthest) ? laterOf(step, draft.furthest) : step };
}

const nothingPrepared: Prefill = { category: null, answers: {}, reporter: {}, vehicle: {}, insurance: {} };
