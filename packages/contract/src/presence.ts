import * as v from 'valibot';
import { idSchema, instantSchema } from './identifier.ts';

/** Said by every open page of a report, again and again. Whoever was not heard of for `presenceAgesMs` has left. */
export const presenceBeatMs = 20_000;
export const presenceAgesMs = 50_000;

/** `editing`: somebody is typing on the page. */
export const presenceSchema = v.object({ editing: v.boolean() });

/** The others who have this report open, by name; a person counts once however many pages they have. */
export const presentListSchema = v.object({
  present: v.array(v.object({ staffId: idSchema, name: v.string(), editing: v.boolean(), since: instantSchema })),
});
export type Present = v.InferOutput<typeof presentListSchema>['present'][number];
