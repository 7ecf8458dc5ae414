import { safetyAdvice, type SafetyCheck } from '@meldewerk/contract/safety-advice';
import type { StepHost } from '../step.ts';

/** Whether it can be driven, as the safety check says it; undefined as long as it says nothing of it. */
export function saidDrivable({ site, drafts }: Pick<StepHost, 'site' | 'drafts'>, safety: SafetyCheck = drafts.draft.safety): boolean | undefined {
  const asked = site.categories.find(({ id }) => id === drafts.draft.category)?.safetyCheck ?? [];
  const advice = asked.length > 0 ? safetyAdvice(safety, asked) : null;
  return advice === null || advice === 'emergency' ? undefined : advice !== 'tow';
}
