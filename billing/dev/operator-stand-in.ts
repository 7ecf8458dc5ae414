import type { IncomingMessage, ServerResponse } from 'node:http';
import { workshopStates, type NewWorkshop } from '@meldewerk/contract/operator';
import { cookieOf, empty, json, notFound, problem, readBody, type Body, type Failure } from './answers.ts';
import { inventEvents, inventFigures, inventWorkshops } from './invented-workshops.ts';

export const standInPassword = 'betreiber-mit-langem-wort';
export const standInLink = 'a-token-as-long-as-those-of-the-command';
const operator = { id: '00000000-0000-4000-8000-00000000aaaa', name: 'Erika Betreiber', email: 'erika@betreiber.example', language: 'de' as const };
const perPage = 50;

/** Speaks the API of the operator's console from memory, for looking at its pages and for their browser tests. */
export function operatorStandIn(count = 60) {
  const workshops = inventWorkshops(count);
  const events = inventEvents(workshops.slice(0, 4), 60);
  const sessions = new Set<string>();
  /** Answers instead of the real ones, by the beginning of `METHOD /path`. */
  const failures = new Map<string, Failure>();
  const asked: string[] = [];
  const mails: string[] = [];
  let reconciled = 1;

  async function handle(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', 'http://stand-in');
    const route = `${request.method} ${url.pathname.replace('/api/operator', '')}`;
    asked.push(route + url.search);
    const body = await readBody(request);
    const failure = [...failures].find(([start]) => route.startsWith(start))?.[1];
    if (failure) return problem(response, failure);
    if (route === 'POST /sessions') return signIn(body, response);
    if (route === 'POST /passwords') return body['token'] === standInLink ? empty(response) : problem(response, { status: 410, code: 'resetLinkInvalid', detail: 'Dieser Link ist abgelaufen oder wurde schon benutzt.' });
    if (!sessions.has(cookieOf(request, 'operator'))) return problem(response, { status: 401, code: 'unauthenticated', detail: 'Bitte melden Sie sich an.' });
    switch (route) {
      case 'GET /sessions/current': return json(response, operator);
      case 'DELETE /sessions/current': return sessions.clear(), empty(response);
      case 'GET /workshops': return json(response, workshopPage(url.searchParams));
      case 'POST /workshops': return create(body as NewWorkshop, response);
      case 'GET /events': return json(response, eventPage(url.searchParams));
      case 'GET /figures': return json(response, inventFigures());
      case 'GET /reconciliations': return json(response, { reconciliations: Array.from({ length: reconciled }, (_, index) => reconciliation(reconciled - index)) });
      case 'POST /reconciliations': return (reconciled += 1), empty(response);
    }
    const [, , , area, id = '', part] = url.pathname.split('/');
    const workshop = area === 'workshops' ? workshops.find(({ tenantId }) => tenantId === id) : undefined;
    const event = area === 'events' ? events.find((each) => each.id === id) : undefined;
    if (workshop && part === 'invitations') {
      const email = String(body['email'] ?? workshop.billingEmail);
      mails.push(email);
      Object.assign(workshop, { billingEmail: email, invitedAt: new Date().toISOString(), ...(workshop.state === 'none' && { state: 'setup', stateSince: new Date().toISOString() }) });
      return json(response, { email, billingUrl: workshop.billingUrl }, 202);
    }
    if (event && part === 'attempts') return Object.assign(event, { state: 'applied', failureCode: null, attemptCount: event.attemptCount + 1, effects: [{ resource: 'invoice', id: '2026-1100', effect: 'changed' }] }), empty(response);
    return workshop ?? event ? json(response, workshop ?? event) : notFound(response);
  }

  function signIn(body: Body, response: ServerResponse) {
    if (body['password'] !== standInPassword) return problem(response, { status: 401, code: 'invalidCredentials', detail: 'E-Mail-Adresse oder Passwort stimmen nicht.' });
    const key = crypto.randomUUID();
    sessions.add(key);
    response.setHeader('Set-Cookie', `operator=${key}; Path=/; HttpOnly; SameSite=Lax`);
    return json(response, operator);
  }

  function create({ slug, name, billingEmail }: NewWorkshop, response: ServerResponse) {
    if (workshops.some((workshop) => workshop.slug === slug)) {
      return problem(response, { status: 422, code: 'validationFailed', detail: 'Bitte prüfen Sie die markierten Angaben.', issues: [{ path: 'slug', code: 'taken', message: 'Diese Adresse ist vergeben. / This address is taken.' }] });
    }
    const tenantId = crypto.randomUUID();
    workshops.push({ ...workshops.find(({ state }) => state === 'none')!, tenantId, slug, name, billingEmail, state: billingEmail ? 'setup' : 'none' });
    return json(response, { tenantId, slug, staffInvitationUrl: `http://${slug}.localhost:3000/portal/reset-password#${'x'.repeat(43)}` }, 201);
  }

  function workshopPage(query: URLSearchParams) {
    const [state, search, after] = ['state', 'search', 'after'].map((name) => query.get(name));
    const found = workshops.filter((each) => (!state || each.state === state) && (!search || `${each.name} ${each.slug} ${each.billingEmail}`.toLowerCase().includes(search.toLowerCase())) && (!after || each.slug > after)).toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
    return { workshops: found.slice(0, perPage), next: found[perPage] ? found[perPage - 1]!.slug : null, counts: workshopStates.map((one) => ({ state: one, count: workshops.filter((each) => each.state === one).length })) };
  }

  function eventPage(query: URLSearchParams) {
    const [state, tenantId, before] = ['state', 'tenantId', 'before'].map((name) => query.get(name));
    const found = events.filter((each) => (!state || each.state === state) && (!tenantId || each.workshop?.tenantId === tenantId) && (!before || `${each.occurredAt}_${each.id}` < before));
    const last = found[perPage - 1];
    return { events: found.slice(0, perPage), next: found[perPage] && last ? `${last.occurredAt}_${last.id}` : null };
  }

  return { handle, workshops, events, failures, asked, mails, endSessions: () => sessions.clear() };
}

function reconciliation(number: number) {
  const at = new Date(Date.now() - 3_600_000).toISOString();
  return { id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`, startedAt: at, finishedAt: at, readUntil: at, foundCount: 14, missedCount: number === 1 ? 2 : 0 };
}
