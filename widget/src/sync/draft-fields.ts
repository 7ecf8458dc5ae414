import { phoneReads, phoneWrites } from '@meldewerk/contract/draft-paths';
import type { Draft, StoredPhoto, Typed } from '../draft.ts';
import { sections } from '../draft.ts';
import { laterOf, type StepId } from '../flow.ts';

/** A draft as single fields by their paths: what devices have in common. A field that is not there was never filled in. */
export type Fields = Map<string, unknown>;
export type PhotoFacts = Pick<StoredPhoto, 'shotId' | 'spotId' | 'findings' | 'source'>;

/**
 * What of a draft goes to other devices. `whole`: the draft of an individual link. `shared`: what a phone needs that takes
 * photos for this computer, and nothing more. `phone`: what that phone brings; it hears all that is shared.
 */
export type Scope = 'whole' | 'shared' | 'phone';

export function travels(path: string, scope: Scope): boolean {
  return scope === 'whole' || (scope === 'shared' ? phoneReads(path) : phoneWrites(path));
}

const plain = ['category', 'appointment', 'language', 'furthest', 'consentVersion', 'withdrawal', 'accidentStatement'] as const;

/** What of a draft this device has in common with others. */
export function fieldsOf(draft: Draft, photos: readonly StoredPhoto[], scope: Scope): Fields {
  const fields: Fields = new Map();
  const put = (path: string, value: unknown) => {
    if (value !== undefined && value !== null && travels(path, scope === 'phone' ? 'shared' : scope)) fields.set(path, value);
  };
  for (const section of sections) for (const [field, value] of Object.entries(draft[section])) put(`${section}.${field}`, value);
  for (const field of plain) put(field, draft[field]);
  for (const [question, answer] of Object.entries(draft.safety)) put(`safety.${question}`, answer);
  // What somebody wrote beside a damage is no business of a phone that photographs it.
  for (const { note, ...spot } of draft.damages) put(`damages.${spot.id}`, scope === 'whole' && note !== undefined ? { ...spot, note } : spot);
  for (const key of draft.skippedShots) put(`skippedShots.${key}`, true);
  for (const [formId, values] of Object.entries(draft.formFields)) for (const [field, value] of Object.entries(values)) put(`formFields.${formId}.${field}`, value);
  for (const photo of photos) put(`photos.${photo.id}`, factsOfPhoto(photo));
  return fields;
}

export function factsOfPhoto({ shotId, spotId, findings, source }: PhotoFacts): PhotoFacts {
  return { shotId, spotId, findings, source };
}

/** The draft with fields as another device left them; null takes one away. Whoever was further stays as far. */
export function withFields(draft: Draft, changes: ReadonlyMap<string, unknown>): Draft {
  const changed = { ...draft };
  for (const [path, value] of changes) {
    const [name = '', first = '', ...rest] = path.split('.');
    if (sections.some((section) => section === name)) {
      const section = name as (typeof sections)[number];
      changed[section] = without<Typed | undefined>(changed[section], first, value as Typed | null);
    } else if (name === 'safety') changed.safety = without(changed.safety as Record<string, unknown>, first, value) as Draft['safety'];
    else if (name === 'damages') changed.damages = withSpot(changed.damages, first, value as Draft['damages'][number] | null);
    else if (name === 'skippedShots') changed.skippedShots = [...changed.skippedShots.filter((other) => other !== path.slice(name.length + 1)), ...(value ? [path.slice(name.length + 1)] : [])];
    else if (name === 'formFields') changed.formFields = { ...changed.formFields, [first]: without<string | boolean>(changed.formFields[first] ?? {}, rest.join('.'), value as string | boolean | null) };
    else if (name === 'furthest') changed.furthest = laterOf((value ?? 'category') as StepId, changed.furthest);
    else if (plain.some((field) => field === path)) Object.assign(changed, { [path]: value });
  }
  return changed;
}

/** The same value looks the same, in whatever order its parts stand. */
export function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1))) : part,
  );
}

function without<Value>(fields: Readonly<Record<string, Value>>, field: string, value: Value | null): Record<string, Value> {
  const { [field]: _, ...others } = fields;
  return value === null ? (others as Record<string, Value>) : { ...fields, [field]: value };
}

function withSpot(spots: Draft['damages'], id: string, spot: Draft['damages'][number] | null): Draft['damages'] {
  if (!spot) return spots.filter((other) => other.id !== id);
  return spots.some((other) => other.id === id) ? spots.map((other) => (other.id === id ? spot : other)) : [...spots, spot];
}
