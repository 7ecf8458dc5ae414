import * as v from 'valibot';
import { idSchema } from './identifier.ts';
import { staffLanguageSchema } from './language.ts';

/** `viewer` reads; `clerk` also works on reports; `admin` also manages the workshop. */
export const staffRoles = ['admin', 'clerk', 'viewer'] as const;
export const staffRoleSchema = v.picklist(staffRoles);
export type StaffRole = v.InferOutput<typeof staffRoleSchema>;

export const emailSchema = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.maxLength(254), v.email());
/** Length is what counts (NIST SP 800-63B); the upper bound keeps hashing bounded. */
export const newPasswordSchema = v.pipe(v.string(), v.minLength(10), v.maxLength(200));

export const signInSchema = v.object({ email: emailSchema, password: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) });
export const passwordResetRequestSchema = v.object({ email: emailSchema });
export const passwordChangeSchema = v.object({ token: v.pipe(v.string(), v.minLength(20), v.maxLength(100)), password: newPasswordSchema });

export const staffSessionSchema = v.object({
  staff: v.object({ id: idSchema, name: v.string(), email: v.string(), role: staffRoleSchema, language: staffLanguageSchema }),
  tenant: v.object({ name: v.string(), slug: v.string(), timeZone: v.string() }),
});
export type StaffSession = v.InferOutput<typeof staffSessionSchema>;
