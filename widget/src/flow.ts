import type { Site } from '@meldewerk/contract/tenant';

const stepIds = ['category', 'safety', 'questions', 'vehicle', 'damages', 'photos', 'contact', 'appointment', 'forms', 'review'] as const;
export type StepId = (typeof stepIds)[number];

/** A draft, as far as the way through the steps depends on it. */
type Going = { category: string | null; link: { forms: readonly unknown[]; withdrawalNotice: unknown } | null };
type Workshop = Pick<Site, 'asksForWishes' | 'categories'>;

/**
 * The steps of this report: `forms` only where the workshop's link brings something to sign or to decide, `appointment` only
 * where the workshop asks for wishes, `safety` and `damages` where the kind of damage asks for them.
 */
export function stepsOf({ category, link }: Going, { asksForWishes, categories }: Workshop): readonly StepId[] {
  const kind = categories.find(({ id }) => id === category);
  const asked: Partial<Record<StepId, boolean | undefined>> = {
    safety: kind?.safetyCheck !== undefined,
    damages: kind?.damageSpots,
    appointment: asksForWishes,
    forms: link !== null && (link.forms.length > 0 || link.withdrawalNotice !== null),
  };
  return stepIds.filter((step) => !(step in asked) || asked[step]);
}

export function stepAfter(step: StepId, steps: readonly StepId[]): StepId {
  return steps[steps.indexOf(step) + 1] ?? step;
}

/**
 * Where a finished step leads. Who has been to the review came from there and goes back; only another kind of damage
 * leads through its questions first.
 */
export function stepOn(step: StepId, furthest: StepId, steps: readonly StepId[]): StepId {
  return leadsBackToReview(step, furthest) ? 'review' : stepAfter(step, steps);
}

export function leadsBackToReview(step: StepId, furthest: StepId): boolean {
  return step !== 'category' && isReached('review', furthest);
}

export function stepBefore(step: StepId, steps: readonly StepId[]): StepId {
  return steps[steps.indexOf(step) - 1] ?? step;
}

export function laterOf(one: StepId, other: StepId): StepId {
  return stepIds.indexOf(one) > stepIds.indexOf(other) ? one : other;
}

export function isReached(step: StepId, furthest: StepId): boolean {
  return stepIds.indexOf(step) <= stepIds.indexOf(furthest);
}

/** One missing or wrong item: where it is (`vehicle.licensePlate`, `photos.frontLeft`) and the sentence that names it. */
export type Fault = {
  path: string;
  message: string;
  /** Only the server can judge it: it stays until the field is typed into again. */
  fromServer?: boolean;
};

const stepsByPath: Record<string, StepId> = {
  category: 'category',
  safety: 'safety',
  answers: 'questions',
  vehicle: 'vehicle',
  insurance: 'vehicle',
  damages: 'damages',
  photos: 'photos',
  skippedShots: 'photos',
  reporter: 'contact',
  privacyConsent: 'contact',
  appointment: 'appointment',
  forms: 'forms',
  withdrawal: 'forms',
};

/** The step in which an item is asked. A path the widget does not know belongs to the review. */
export function stepOfPath(path: string): StepId {
  return stepsByPath[path.split('.')[0] ?? ''] ?? 'review';
}

/** Element id of the field an item is typed into. */
export function fieldId(path: string): string {
  return `field-${path}`;
}
