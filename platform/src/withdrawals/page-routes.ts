import { type StaffLanguage, staffLanguageSchema } from '@meldewerk/contract/language';
import { staffLanguageFor } from '@meldewerk/contract/text-in';
import { withdrawalDeclarationInputSchema } from '@meldewerk/contract/withdrawal';
import { Hono, type Context } from 'hono';
import * as v from 'valibot';
import { ProblemError } from '../http/problem.ts';
import type { AppEnv, Scope } from '../http/scope.ts';
import { contentPolicies } from '../http/security-headers.ts';
import { readTextBody } from '../http/text-body.ts';
import { wantsPage } from '../site/problem-page.ts';
import { confirmWithdrawal, doneWithdrawal, typeWithdrawal, withdrawalStyle, type Faults, type Typed } from '../site/withdrawal-page.ts';
import { withdrawalTexts } from '../site/withdrawal-texts.ts';
import { declareWithdrawal } from './declare-withdrawal.ts';

const path = '/widerruf';
const maxBytes = 32 * 1024;
const fields = ['name', 'email', 'contract', 'statement'] as const;
/** Plain forms, sent to ourselves; still no script. */
const policy = contentPolicies.page.replace("form-action 'none'", "form-action 'self'").replace("script-src 'self'", "script-src 'none'");

/** "Vertrag widerrufen" (§ 356a BGB): typed first, then confirmed, without login and without JavaScript. */
export const withdrawalPages = new Hono<AppEnv>()
  .get(path, (c) => answer(c, typeWithdrawal(pageOf(c), { ...nothing, contract: (c.req.query('ref') ?? '').slice(0, 200) }, {})))
  .get(`${path}/style.css`, (c) => c.body(withdrawalStyle(c.var.scope.tenant.settings.colors), 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=300' }))
  .post(path, async (c) => {
    const { typed, page, id } = await readForm(c);
    const { declaration, faults } = parseDeclaration(id, typed, page.language);
    return declaration ? answer(c, confirmWithdrawal(page, typed, id)) : refuse(c, page, typed, faults);
  })
  .post(`${path}/eingabe`, async (c) => {
    const { typed, page } = await readForm(c);
    return answer(c, typeWithdrawal(page, typed, {}));
  })
  .post(`${path}/bestaetigung`, async (c) => {
    const { typed, page, id } = await readForm(c);
    const { declaration, faults } = parseDeclaration(id, typed, page.language);
    if (!declaration) return refuse(c, page, typed, faults);
    const { declaredAt } = await declareWithdrawal(c.var.scope, declaration, { clientAddress: c.var.clientAddress, language: page.language });
    return answer(c, doneWithdrawal(page, typed, declaredAt));
  });

const nothing: Typed = { name: '', email: '', contract: '', statement: '' };

type Page = { tenant: Scope['tenant']; language: StaffLanguage };
/** In the language chosen on the page, else in that of the browser if the workshop speaks it. */
function pageOf(c: Context<AppEnv>, chosen = c.req.query('lang')): Page {
  const { tenant, language } = c.var.scope;
  const { languages } = tenant.settings;
  const wanted = v.is(staffLanguageSchema, chosen) ? chosen : language;
  return { tenant, language: languages.includes(wanted) ? wanted : staffLanguageFor(languages[0] ?? 'de') };
}

/** Only what was typed on these pages: no other website may have its visitors declare anything, each from an address of their own. */
function assertFromHere(c: Context<AppEnv>): void {
  const site = c.req.header('sec-fetch-site');
  if (site === 'cross-site' || site === 'same-site') throw new ProblemError('crossSiteRequest');
}

async function readForm(c: Context<AppEnv>): Promise<{ typed: Typed; page: Page; id: string }> {
  assertFromHere(c);
  const form = new URLSearchParams(await readTextBody(c.req.raw, 'application/x-www-form-urlencoded', maxBytes));
  const typed = { ...nothing };
  for (const field of fields) typed[field] = form.get(field) ?? '';
  return { typed, page: pageOf(c, form.get('lang') ?? undefined), id: form.get('id') ?? c.var.services.newId() };
}

/** Everything that is wrong, by field, in the page's language. */
function parseDeclaration(id: string, typed: Typed, language: StaffLanguage) {
  const parsed = v.safeParse(withdrawalDeclarationInputSchema, { id, ...typed });
  const faults: Faults = {};
  const say = withdrawalTexts[language].wrong;
  for (const issue of parsed.issues ?? []) {
    const field = fields.find((name) => name === v.getDotPath(issue));
    // Only the page itself sends the id.
    if (!field) throw new ProblemError('malformedRequest');
    faults[field] ??= typed[field].trim() === '' ? say.missing[field] : field === 'email' ? say.email : say.tooLong;
  }
  return { declaration: parsed.success ? parsed.output : null, faults };
}

/** Back to step 1 for people; whoever is no browser gets a problem as everywhere. */
function refuse(c: Context<AppEnv>, page: Page, typed: Typed, faults: Faults): Promise<Response> {
  if (wantsPage(c.req.raw)) return answer(c, typeWithdrawal(page, typed, faults), 422);
  throw new ProblemError('validationFailed', { issues: Object.entries(faults).map(([path, message]) => ({ path, code: 'invalid', message })) });
}

function answer(c: Context<AppEnv>, body: string | Promise<string>, status: 200 | 422 = 200): Promise<Response> {
  return Promise.resolve(body).then((html) =>
    c.html(html, status, { 'content-security-policy': policy, 'cache-control': 'no-store', vary: 'Accept-Language' }),
  );
}
