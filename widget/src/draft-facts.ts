import { factsOf, type Facts } from '@meldewerk/catalogue/facts';
import type { Category } from '@meldewerk/contract/catalogue';
import type { Draft } from './draft.ts';
import { readAnswers } from './fields/read-typed.ts';

/** What conditions may look at, from what was typed so far. */
export function factsOfDraft(category: Category, draft: Draft): Facts {
  const { vehicle, insurance, reporter } = draft;
  return factsOf({
    answers: readAnswers(category.questions, draft.answers),
    vehicle: { type: 'car', ...vehicle },
    insurance: { coverage: 'unknown', ...insurance },
    reporter,
  });
}
