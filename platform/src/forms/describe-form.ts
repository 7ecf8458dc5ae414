import type { FormContent, FormDetail, FormSummary } from '@meldewerk/contract/form';
import type { formVersions } from '@meldewerk/db/schema';
import { dayIn } from '../time-zone.ts';
import type { Scope } from '../http/scope.ts';

export type FormVersion = typeof formVersions.$inferSelect;

/** A version as the library lists it, today at the workshop. */
export function summarizeForm(scope: Scope, version: FormVersion, retiredAt: Date | null): FormSummary {
  const { formId, title, kind, language, cases, validFrom, validTo, needsWorkshopSignature, concludesContract, pageCount, isSample } = version;
  return {
    id: formId, version: version.version, title, kind, language, cases, validFrom, validTo,
    validity: validityOn(dayIn(scope.tenant.settings.timeZone, scope.services.clock.now()), version),
    needsWorkshopSignature, concludesContract,
    source: contentOf(version).source,
    pageCount, isSample,
    retired: retiredAt !== null,
    changedAt: version.createdAt.toISOString(),
  };
}

export function detailForm(scope: Scope, version: FormVersion, retiredAt: Date | null): FormDetail {
  return { ...summarizeForm(scope, version, retiredAt), content: contentOf(version) };
}

/** Both days are included. */
export function validityOn(day: string, { validFrom, validTo }: Pick<FormVersion, 'validFrom' | 'validTo'>): FormSummary['validity'] {
  if (validFrom !== null && day < validFrom) return 'notYet';
  return validTo !== null && day > validTo ? 'outdated' : 'valid';
}

/** Written from the contract's schema and from nothing else. */
export function contentOf(version: Pick<FormVersion, 'content'>): FormContent {
  return version.content as FormContent;
}
