import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BillingAccount, BillingInvoice, BillingMandate, EnrollmentResult, MandateRoute, PlanChoice } from '@meldewerk/contract/billing';
import { cookieOf, empty, json, notFound, problem, readBody, type Body, type Failure } from './answers.ts';
import { inventAccount, inventActiveAccount, inventInvoices, inventMandate, inventSubscription, inventUsage, inventedPlans } from './invented-account.ts';

type EnrollmentState = { tenantId: string; route: MandateRoute; isAccepted: boolean; state: 'completed' | 'waiting' | 'failed'; maskedIban: string | null; holder: string | null; failureCode: string | null };

/** What the mail would bring. */
export const standInCode = '123456';
export const standInToken = 'a-token-as-long-as-those-in-mails';
/** Whatever Stripe's field is given, this one is refused by the bank. */
export const refusedIban = 'DE62370400440532013001';

const paragraphs = [
  'Ich ermächtige (A) die Meldewerk GmbH und Stripe, unseren Zahlungsdienstleister, meiner Bank Anweisungen zur Belastung meines Kontos zu senden, und (B) meine Bank, mein Konto nach diesen Anweisungen zu belasten.',
  'Ich kann innerhalb von acht Wochen, beginnend mit dem Belastungsdatum, die Erstattung des belasteten Betrags verlangen. Meine Rechte sind in einer Erklärung beschrieben, die ich von meiner Bank erhalten kann.',
  'Ich bin einverstanden, dass ich über eine künftige Belastung bis zu zwei Tage vorher benachrichtigt werde.',
];
const text = { version: '2026-11', sha256: createHash('sha256').update(paragraphs.join()).digest('hex'), language: 'de' as const, heading: 'SEPA-Lastschriftmandat', paragraphs };

/** Speaks the API of the billing portal from memory, for looking at its pages and for their browser tests. */
export function standIn() {
  const accounts = [inventActiveAccount(1, 'Karosserie Muster', 'karosserie-muster'), inventAccount(2, 'Lackwerk Süd', 'lackwerk-sued')];
  const invoices = new Map<string, BillingInvoice[]>(accounts.map(({ tenantId, state }) => [tenantId, state === 'setup' ? [] : inventInvoices(23)]));
  const mandates = new Map<string, BillingMandate[]>(accounts.map(({ tenantId, mandate }) => [tenantId, mandate ? [mandate] : []]));
  const enrollments = new Map<string, EnrollmentState>();
  const sessions = new Set<string>();
  /** Answers instead of the real ones, by the beginning of `METHOD /path`. */
  const failures = new Map<string, Failure>();
  const asked: string[] = [];
  let email = 'buchhaltung@karosserie-muster.example';

  function change(tenantId: string, changes: Partial<BillingAccount>) {
    Object.assign(accounts.find((account) => account.tenantId === tenantId)!, changes);
  }

  async function handle(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', 'http://stand-in');
    const route = `${request.method} ${url.pathname.replace('/api/billing', '')}`;
    asked.push(route + url.search);
    const body = await readBody(request);
    const failure = [...failures].find(([start]) => route.startsWith(start))?.[1];
    if (failure) return problem(response, failure);
    if (url.pathname.startsWith('/api/vendor/')) return vendor(url, body, response);
    switch (route) {
      case 'POST /sign-ins': return json(response, { signInId: crypto.randomUUID() }, 201);
      case 'POST /sessions': return signIn(body, response);
      case 'POST /email-confirmations': return signIn(body, response);
    }
    if (!sessions.has(cookieOf(request, 'billing'))) return problem(response, { status: 401, code: 'unauthenticated', detail: 'Bitte melden Sie sich an.' });
    if (route === 'GET /sessions/current') return json(response, session());
    if (route === 'DELETE /sessions/current') return sessions.clear(), empty(response);
    if (route === 'GET /plans') return json(response, { plans: inventedPlans });
    const [, , , , tenantId, ...rest] = url.pathname.split('/');
    const account = accounts.find((each) => each.tenantId === tenantId);
    if (!account) return notFound(response);
    return ofAccount(account, `${request.method} ${rest.join('/')}`, url, body, response);
  }

  function signIn(body: Body, response: ServerResponse) {
    if ('token' in body && body['token'] !== standInToken) return problem(response, { status: 410, code: 'signInLinkInvalid', detail: 'Dieser Anmeldelink ist abgelaufen oder wurde schon benutzt. Bitte fordern Sie einen neuen an.' });
    if ('code' in body && body['code'] !== standInCode) return problem(response, { status: 401, code: 'codeWrong', detail: 'Der Code passt nicht oder ist abgelaufen. Bitte prüfen Sie die Ziffern oder fordern Sie einen neuen an.' });
    const key = crypto.randomUUID();
    sessions.add(key);
    response.setHeader('Set-Cookie', `billing=${key}; Path=/; HttpOnly; SameSite=Lax`);
    return json(response, session(), 201);
  }

  function session() {
    return { email, accounts: accounts.filter((account) => account.email === email).map(({ tenantId, workshop, state }) => ({ tenantId, ...workshop, state })) };
  }

  function ofAccount(account: BillingAccount, route: string, url: URL, body: Body, response: ServerResponse) {
    const { tenantId } = account;
    const [, area = '', id = '', part = ''] = route.split(/[ /]/);
    const change = (changes: Partial<BillingAccount>) => json(response, Object.assign(account, changes));
    switch (route) {
      case 'GET ': return json(response, account);
      case 'PUT profile': return change({ profile: body as BillingAccount['profile'] });
      case 'PUT choice': return change({ choice: body as PlanChoice });
      case 'PUT email': return change({ pendingEmail: String(body['email']) });
      case 'GET usage': return json(response, inventUsage());
      case 'GET mandates': return json(response, { mandates: mandates.get(tenantId) });
      case 'POST enrollments': return json(response, enroll(tenantId, (body['route'] as MandateRoute | undefined) ?? account.routes[0]!), 201);
      case 'POST plan-previews': return json(response, preview(account, body as PlanChoice));
      case 'PUT plan': return change({ subscription: inventSubscription(body as PlanChoice, { status: 'active', trialEndsAt: null, nextBillingAt: account.subscription!.nextBillingAt }) });
      case 'POST cancellation': return change({ subscription: { ...account.subscription!, cancelsAt: account.subscription!.nextBillingAt } });
      case 'DELETE cancellation': return change({ subscription: { ...account.subscription!, cancelsAt: null } });
    }
    if (route === 'GET invoices') return json(response, invoicePage(tenantId, url.searchParams.get('before')));
    if (part === 'pdf') return pdf(response);
    const enrollment = area === 'enrollments' ? enrollments.get(id) : undefined;
    if (!enrollment || enrollment.tenantId !== tenantId) return notFound(response);
    if (part === 'acceptance') {
      if (body['textSha256'] !== text.sha256) return problem(response, { status: 409, code: 'changedMeanwhile', detail: 'Der Text des Mandats hat sich geändert.' });
      enrollment.isAccepted = true;
      if (account.state === 'setup') Object.assign(account, { mandate: inventMandate(1, { id, route: enrollment.route, state: 'unconfirmed', reference: null, maskedIban: null, holder: null, bankName: null, hasDocument: false }) });
      return empty(response);
    }
    if (enrollment.state === 'failed' && account.mandate?.id === id) Object.assign(account.mandate, { state: 'failed', failureCode: enrollment.failureCode });
    if (enrollment.state === 'failed') return problem(response, enrollment.failureCode === 'expired'
      ? { status: 410, code: 'enrollmentExpired', detail: 'Dieses Lastschriftmandat wurde zu spät abgeschlossen. Bitte beginnen Sie noch einmal; es wurde nichts abgebucht.' }
      : { status: 422, code: 'mandateFailed', detail: 'Die Bankverbindung wurde nicht angenommen. Bitte prüfen Sie die IBAN oder nehmen Sie ein anderes Konto.' });
    return json(response, complete(account, id, enrollment));
  }

  function enroll(tenantId: string, route: MandateRoute) {
    const id = crypto.randomUUID();
    enrollments.set(id, { tenantId, route, isAccepted: false, state: 'waiting', maskedIban: null, holder: null, failureCode: null });
    return route === 'inline' ? { route, id, text, publishableKey: 'pk_test_1', clientSecret: `seti_${id}_secret` } : { route, id, text, url: `/api/vendor/hosted/${id}` };
  }

  function complete(account: BillingAccount, id: string, { state, route, maskedIban, holder, isAccepted }: EnrollmentState): EnrollmentResult {
    if (!isAccepted || state !== 'completed') return { state: 'waiting', mandate: null };
    const mandate = inventMandate(enrollments.size + 1, { id, route, maskedIban, holder, givenAt: new Date().toISOString() });
    const known = mandates.get(account.tenantId)!;
    if (known[0]?.id !== id) mandates.set(account.tenantId, [mandate, ...known.map((each) => ({ ...each, state: 'replaced' as const }))]);
    change(account.tenantId, { mandate });
    if (account.state === 'setup') change(account.tenantId, { state: 'trial', subscription: inventSubscription(account.choice!) });
    if (account.state === 'pastDue' || account.state === 'suspended') change(account.tenantId, { state: 'active', openAmountCents: 0, suspendsAt: null });
    return { state: 'completed', mandate };
  }

  /** The vendor's side: what Stripe's field sends, and a hosted page with its ways out. */
  function vendor(url: URL, body: Body, response: ServerResponse) {
    const id = url.pathname.split('/').at(-1) ?? '';
    const enrollment = enrollments.get(id);
    if (!enrollment) return notFound(response);
    if (url.pathname.startsWith('/api/vendor/setup-intents/')) {
      const iban = String(body['iban']);
      const isRefused = iban === refusedIban;
      Object.assign(enrollment, { state: isRefused ? 'failed' : 'completed', maskedIban: `${iban.slice(0, 2)}•• •••• ${iban.slice(-4)}`, holder: String(body['name']), failureCode: isRefused ? 'bank_account_unusable' : null });
      return json(response, isRefused ? { error: { type: 'invalid_request_error', code: 'bank_account_unusable', message: 'The bank account provided cannot be used.' } } : { setupIntent: { status: 'succeeded' } });
    }
    const outcome = url.searchParams.get('outcome');
    if (outcome === 'done') Object.assign(enrollment, { state: 'completed', maskedIban: 'DE•• •••• 4321', holder: 'Lackwerk Süd' });
    if (outcome === 'failed' || outcome === 'cancelled') Object.assign(enrollment, { state: 'failed', failureCode: outcome === 'failed' ? 'expired' : 'cancelled' });
    if (outcome) return response.writeHead(303, { location: `/mandate/${id}?state=${outcome === 'cancelled' ? 'cancelled' : 'succeeded'}` }).end();
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    return response.end(`<!doctype html><html lang="de"><title>Zahlungsdienstleister</title><h1>Seite des Zahlungsdienstleisters</h1>${['done', 'failed', 'cancelled', 'later'].map((way) => `<p><a href="?outcome=${way}">${way}</a></p>`).join('')}`);
  }

  function invoicePage(tenantId: string, before: string | null) {
    const all = invoices.get(tenantId) ?? [];
    const start = before ? all.findIndex(({ id }) => id === before) + 1 : 0;
    const page = all.slice(start, start + 10);
    return { invoices: page, next: start + 10 < all.length ? page.at(-1)!.id : null };
  }

  return { handle, accounts, invoices, mandates, enrollments, failures, asked, change, endSessions: () => sessions.clear(), become: (other: string) => (email = other) };
}

export type StandIn = ReturnType<typeof standIn>;

function preview({ subscription }: BillingAccount, choice: PlanChoice) {
  const { unitAmountCents, name } = inventedPlans.find(({ itemPriceId }) => itemPriceId === choice.itemPriceId)!;
  const nextCents = Math.round(unitAmountCents * choice.quantity * 1.19);
  const nowCents = Math.round((nextCents - subscription!.unitAmountCents * subscription!.quantity * 1.19) * 0.3);
  return { choice, nowCents, nextCents, nextBillingAt: subscription!.nextBillingAt, currency: 'EUR', lines: [{ description: `${choice.quantity} × ${name}`, amountCents: unitAmountCents * choice.quantity }, { description: 'USt. 19 %', amountCents: Math.round(unitAmountCents * choice.quantity * 0.19) }] };
}

function pdf(response: ServerResponse) {
  response.writeHead(200, { 'Content-Type': 'application/pdf' }).end('%PDF-1.7\n%%EOF');
}
