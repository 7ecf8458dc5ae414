import * as v from 'valibot';
import { phonePattern } from './typed-value.ts';

/** Whom customers call to have the vehicle towed; null when the workshop's own number serves for that. */
export const towingPhoneSchema = v.nullable(v.pipe(v.string(), v.trim(), v.regex(phonePattern)));
export const towingSettingsSchema = v.object({ towingPhone: towingPhoneSchema });
export type TowingSettings = v.InferOutput<typeof towingSettingsSchema>;
/** With the number that customers see while there is none of its own. */
export const towingSettingsViewSchema = v.object({ ...towingSettingsSchema.entries, workshopPhone: v.string() });
export type TowingSettingsView = v.InferOutput<typeof towingSettingsViewSchema>;
