// Apart from the schemas, so that the widget does not carry them.

/** Sections of a draft whose every field travels by itself: `vehicle.licensePlate`, `damages.<id>`, `formFields.<form>.<field>`. */
export const contentSections = ['answers', 'vehicle', 'insurance', 'reporter', 'safety', 'damages', 'skippedShots', 'photos', 'formFields', 'handoff'] as const;
/** Fields that travel as a whole. */
export const contentFields = ['category', 'appointment', 'language', 'furthest', 'consentVersion', 'withdrawal', 'accidentStatement'] as const;

/** Whether a phone that takes photos and signs may write this. */
export function phoneWrites(path: string): boolean {
  return /^(photos|skippedShots|formFields)\./.test(path);
}

/** What such a phone gets to read: which photos are asked for and who signs, and nothing else of what was typed. */
export function phoneReads(path: string): boolean {
  return phoneWrites(path) || /^(category$|damages\.|vehicle\.type$|handoff\.(shots|signer)$)/.test(path);
}
