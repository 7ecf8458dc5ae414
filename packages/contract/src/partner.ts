import * as v from 'valibot';
import { idSchema } from './identifier.ts';

export const partnerKinds = ['steering', 'leasing', 'insurer', 'fleet', 'broker'] as const;
export const partnerKindSchema = v.picklist(partnerKinds);
export type PartnerKind = v.InferOutput<typeof partnerKindSchema>;

/** A partner that the operator has switched on for this workshop. */
export const partnerSchema = v.object({ id: idSchema, name: v.string(), kind: partnerKindSchema });
export type Partner = v.InferOutput<typeof partnerSchema>;

export const partnerListSchema = v.object({ partners: v.array(partnerSchema) });
