import { templatePlaceholders, type ResponseTemplate, type TemplateInput } from '@meldewerk/contract/response-template';
import type { Issue } from '@meldewerk/contract/problem';
import type { StaffLanguage } from '@meldewerk/contract/language';
import { responseTemplates } from '@meldewerk/db/schema-messages';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { count, eq } from 'drizzle-orm';
import { brokenLines, placesIn } from '../forms/fill-text.ts';
import { ProblemError } from '../http/problem.ts';
import type { StaffScope } from '../http/scope.ts';

const atMost = 200;

/** Saves a template under its id, new or changed: from then on it is the workshop's own. Names what no report could fill. */
export async function saveTemplate({ services, tenant, language }: StaffScope, id: string, { title, body }: TemplateInput): Promise<ResponseTemplate> {
  const issues = faultsIn(body, language);
  if (issues.length > 0) throw new ProblemError('validationFailed', { issues });
  const saved = { title, body, isSample: false, changedAt: services.clock.now() };
  await inTenant(services.db, tenant.id, async (tx) => {
    const [kept] = await tx.select({ templates: count() }).from(responseTemplates).where(eq(responseTemplates.tenantId, tenant.id));
    if ((kept?.templates ?? 0) >= atMost) throw new ProblemError('validationFailed', { issues: [{ path: 'title', code: 'tooMany', message: texts[language].tooMany }] });
    await tx.insert(responseTemplates).values({ tenantId: tenant.id, id, ...saved }).onConflictDoUpdate({ target: [responseTemplates.tenantId, responseTemplates.id], set: saved });
  });
  return { id, title, body, isSample: false };
}

function faultsIn(body: string, language: StaffLanguage): Issue[] {
  const say = texts[language];
  const unknown = [...new Set(placesIn(body).map(({ name }) => name))].filter((name) => !templatePlaceholders.some((known) => known === name));
  return [
    ...unknown.map((name) => ({ path: 'body', code: 'unknownPlaceholder', message: say.unknown(name) })),
    ...brokenLines(body).map((line) => ({ path: 'body', code: 'brokenPlaceholder', message: say.broken(line) })),
  ];
}

const texts = {
  de: {
    unknown: (name: string) => `Den Platzhalter {{${name}}} gibt es nicht.`,
    broken: (line: number) => `In Zeile ${line} fehlt eine Klammer: Platzhalter schreibt man {{so}}.`,
    tooMany: `Mehr als ${atMost} Vorlagen sind nicht möglich. Bitte löschen Sie zuerst eine.`,
  },
  en: {
    unknown: (name: string) => `There is no placeholder {{${name}}}.`,
    broken: (line: number) => `A brace is missing in line ${line}: placeholders are written {{like this}}.`,
    tooMany: `No more than ${atMost} templates are possible. Please delete one first.`,
  },
} satisfies Record<StaffLanguage, unknown>;
