import { randomUUID } from 'node:crypto';
import type { ClaimedHandoff } from '@meldewerk/contract/draft-content';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attach, askForDocument, findSample, prepareCase, readAndSign, saveForm, signatureFor, sign, textForm, typedBy, type PreparedCase } from '../../test/forms.ts';
import { changeContent, claim, connectPhone, contentOf, newBearer, readContent, showCode } from '../../test/handoffs.ts';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { preparationOf } from '../../test/prepare-report.ts';
import { bearer, openDraft, smallPhoto, submissionOf, uploadPhoto, type OpenDraft } from '../../test/submit-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';
import { sweep } from '../sweep.ts';

let platform: Platform;
let workshop: Workshop;
let neighbour: Workshop;
let admin: string;

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'handy-hier');
  neighbour = await provisionWorkshop(platform, 'handy-dort');
  admin = await signInAs(platform, workshop, 'admin');
});
afterAll(() => platform.close());

const codeOf = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code];
const ask = (path: string, by: { token: string }, method = 'GET') => platform.request(workshop.host, path, { method, headers: bearer(by) });
const stateOf = async (draft: OpenDraft) => (await readContent(platform, workshop, draft)).handoff?.state;
const submit = (draft: OpenDraft, by: { token: string } = draft) =>
  platform.request(workshop.host, '/api/reports', { headers: { ...bearer(by), 'idempotency-key': randomUUID() }, json: submissionOf(draft, []) });

describe('the code', () => {
  test('is good for the first phone: the same one may ask again, another one is told that it was used', async () => {
    const draft = await openDraft(platform, workshop);
    const { code, url, state } = await showCode(platform, workshop, draft);
    expect([url, state]).toEqual([expect.stringMatching(/^http:\/\/handy-hier\.localhost:3000\/h\/[\w-]{22}$/), 'waiting']);
    const phone = newBearer();
    const first = await claim(platform, workshop, code, phone);
    expect(first.status).toBe(200);
    expect(await first.json()).toMatchObject({ draftId: draft.draftId, forms: [] });
    expect((await claim(platform, workshop, code, phone)).status).toBe(200);
    expect(await codeOf(await claim(platform, workshop, code))).toEqual([409, 'handoffUsed']);
    expect(await stateOf(draft)).toBe('connected');
  });

  test('of two phones that scan it in the same moment one gets in', async () => {
    const { code } = await showCode(platform, workshop, await openDraft(platform, workshop));
    const answers = await Promise.all(Array.from({ length: 6 }, () => claim(platform, workshop, code)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409, 409]);
    const [next, phone] = [await showCode(platform, workshop, await openDraft(platform, workshop)), newBearer()];
    const twice = await Promise.all(Array.from({ length: 6 }, () => claim(platform, workshop, next.code, phone)));
    expect(new Set(twice.map(({ status }) => status)), 'the same phone, asking once more before it was answered').toEqual(new Set([200]));
  });

  test('expires after ten minutes, works at no other workshop, and a new one ends the one before', async () => {
    const draft = await openDraft(platform, workshop);
    const { code } = await showCode(platform, workshop, draft);
    expect(await codeOf(await claim(platform, neighbour, code))).toEqual([404, 'notFound']);
    platform.clock.advance({ minutes: 10 });
    expect(await codeOf(await claim(platform, workshop, code))).toEqual([410, 'handoffExpired']);
    expect(await stateOf(draft)).toBe('expired');
    const phone = await connectPhone(platform, workshop, draft);
    await showCode(platform, workshop, draft);
    expect(await codeOf(await ask('/api/handoff', phone))).toEqual([410, 'handoffEnded']);
    expect(await codeOf(await claim(platform, workshop, code))).toEqual([410, 'handoffEnded']);
  });

  test('who asks for codes of drafts that are nobody’s keeps no customer from theirs', async () => {
    const strangers = await Promise.all(Array.from({ length: 620 }, () => platform.request(neighbour.host, `/api/drafts/${randomUUID()}/handoffs`, { method: 'POST', headers: { authorization: `Bearer ${newBearer()}` } })));
    expect(new Set(strangers.map(({ status }) => status))).toEqual(new Set([404]));
    expect((await showCode(platform, neighbour, await openDraft(platform, neighbour))).state).toBe('waiting');
  });

  test('who guesses is slowed down', async () => {
    const answers: number[] = [];
    for (let count = 0; count < 22; count++) answers.push((await claim(platform, workshop, 'A'.repeat(22), newBearer(), '203.0.113.9')).status);
    expect([answers[0], answers.at(-1)]).toEqual([404, 429]);
  });
});

describe('the phone', () => {
  test('brings photos, takes back its own alone, sees its own alone, and every device of the customer sees them', async () => {
    const draft = await openDraft(platform, workshop);
    const ofComputer = await uploadPhoto(platform, workshop, draft, await smallPhoto());
    const phone = await connectPhone(platform, workshop, draft);
    const ofPhone = await uploadPhoto(platform, workshop, phone, await smallPhoto(), { handoffId: phone.handoffId });
    await platform.runJobs();
    const path = (photoId: string) => `/api/drafts/${draft.draftId}/photos/${photoId}`;
    const seen = async (by: { token: string }) => Promise.all([ofComputer, ofPhone].map(async (id) => (await ask(`${path(id)}/thumbnail`, by)).status));
    expect(await seen(draft)).toEqual([200, 200]);
    expect(await seen(phone)).toEqual([404, 200]);
    expect((await readContent(platform, workshop, draft)).photos.map(({ id }) => id).toSorted()).toEqual([ofComputer, ofPhone].toSorted());
    expect(await codeOf(await ask(path(ofComputer), phone, 'DELETE'))).toEqual([403, 'forbidden']);
    expect((await ask(path(ofPhone), phone, 'DELETE')).status).toBe(204);
    expect((await readContent(platform, workshop, draft)).photos.map(({ id }) => id)).toEqual([ofComputer]);
  });

  test('cannot send the report, make codes, open other drafts, or read what was typed beyond what its task needs', async () => {
    const draft = await openDraft(platform, workshop);
    const other = await openDraft(platform, workshop);
    const spot = { id: randomUUID(), part: 'bonnet', kind: 'dent', size: 'hand', at: null, note: 'Nachbar war es' };
    await changeContent(platform, workshop, draft, [
      { path: 'category', value: 'marten' }, { path: 'reporter.phone', value: '0171 555' }, { path: 'answers.incidentDescription', value: 'geheim' }, { path: 'vehicle.licensePlate', value: 'KA-X 1' },
      { path: 'vehicle.type', value: 'van' }, { path: `damages.${spot.id}`, value: spot }, { path: 'handoff.shots', value: ['damageWide'] }, { path: 'handoff.signing', value: { category: 'marten', reporter: { lastName: 'Geheim' }, vehicle: {}, insurance: {} } },
    ]);
    const phone = await connectPhone(platform, workshop, draft);
    const { note: _, ...plain } = spot;
    expect(await contentOf(platform, workshop, phone)).toEqual({ category: 'marten', 'vehicle.type': 'van', [`damages.${spot.id}`]: plain, 'handoff.shots': ['damageWide'] });
    expect(await codeOf(await submit(draft, phone))).toEqual([403, 'forbidden']);
    expect(await codeOf(await ask(`/api/drafts/${draft.draftId}`, phone, 'PUT'))).toEqual([403, 'forbidden']);
    expect(await codeOf(await ask(`/api/drafts/${draft.draftId}/handoffs`, phone, 'POST'))).toEqual([403, 'forbidden']);
    expect(await codeOf(await ask(`/api/drafts/${other.draftId}/content`, phone))).toEqual([404, 'notFound']);
    expect(await codeOf(await changeContent(platform, workshop, phone, [{ path: 'reporter.phone', value: '0900 1' }]))).toEqual([403, 'forbidden']);
    expect((await changeContent(platform, workshop, phone, [{ path: 'skippedShots.vin', value: true }])).status).toBe(200);
    expect(await contentOf(platform, workshop, draft)).toMatchObject({ 'reporter.phone': '0171 555', 'skippedShots.vin': true });
    expect((await platform.request(neighbour.host, `/api/drafts/${draft.draftId}/content`, { headers: bearer(phone) })).status).toBe(404);
  });

  test('is let go by the computer, by itself, by two idle hours, and by sending', async () => {
    const ended = async (end: (draft: OpenDraft, phone: Awaited<ReturnType<typeof connectPhone>>) => Promise<unknown>) => {
      const draft = await openDraft(platform, workshop);
      const phone = await connectPhone(platform, workshop, draft);
      expect((await ask(`/api/drafts/${draft.draftId}/content`, phone)).status).toBe(200);
      await end(draft, phone);
      expect(await codeOf(await ask(`/api/drafts/${draft.draftId}/content`, phone))).toEqual([410, 'handoffEnded']);
      expect(await codeOf(await ask('/api/handoff', phone))).toEqual([410, 'handoffEnded']);
      await expect(uploadPhoto(platform, workshop, phone, await smallPhoto())).rejects.toThrow('handoffEnded');
      return (await readContent(platform, workshop, draft)).handoff;
    };
    const leave = (draft: OpenDraft, handoffId: string, by: { token: string }) => ask(`/api/drafts/${draft.draftId}/handoffs/${handoffId}`, by, 'DELETE');
    expect(await ended((draft, { handoffId }) => leave(draft, handoffId, draft))).toMatchObject({ state: 'ended', endedBy: 'computer' });
    expect(await ended((draft, phone) => leave(draft, phone.handoffId, phone))).toMatchObject({ state: 'ended', endedBy: 'phone' });
    expect(await ended(async () => platform.clock.advance({ minutes: 121 }))).toMatchObject({ state: 'ended' });
    expect(await ended(async (draft) => expect((await submit(draft)).status).toBe(201))).toMatchObject({ state: 'ended', endedBy: 'sending' });
  });

  test('counts as away when nothing is heard of it, and as there once it asks again', async () => {
    const draft = await openDraft(platform, workshop);
    const phone = await connectPhone(platform, workshop, draft);
    platform.clock.advance({ minutes: 1 });
    expect(await stateOf(draft)).toBe('away');
    await ask(`/api/drafts/${draft.draftId}/content`, phone);
    expect(await stateOf(draft)).toBe('connected');
  });
});

describe('signing on the phone', () => {
  let prepared: PreparedCase;
  let formId: string;

  beforeAll(async () => {
    prepared = await prepareCase(platform, workshop, admin);
    const { id } = await saveForm(platform, workshop, admin, textForm('Ich, {{kunde.name}}, bevollmächtige {{werkstatt.name}} für {{fahrzeug.kennzeichen}}.'));
    formId = (await attach(platform, workshop, admin, prepared.reportId, id)).id;
  });

  test('signs under what the computer has typed, whatever the phone says, and the computer finds the signature', async () => {
    const { category, reporter, vehicle, insurance, incidentDate } = typedBy('Muster');
    const phone = await connectPhone(platform, workshop, prepared);
    expect(await codeOf(await askForDocument(platform, workshop, phone, formId, typedBy('Fremd')))).toEqual([422, 'formIncomplete']);
    const told = { category, reporter: { firstName: reporter['firstName'], lastName: reporter['lastName'] }, vehicle: { licensePlate: vehicle['licensePlate'] }, insurance: {}, incidentDate };
    expect((await changeContent(platform, workshop, prepared, [{ path: 'handoff.signing', value: told }])).status).toBe(200);
    expect(insurance).toBeDefined();

    const found = (await (await ask('/api/handoff', phone)).json()) as ClaimedHandoff;
    expect(found.forms).toMatchObject([{ id: formId, state: 'open', signatureId: null }]);
    const document = await (await askForDocument(platform, workshop, phone, formId, { ...typedBy('Fremd'), fields: {} })).json();
    expect(document).toMatchObject({ text: expect.stringContaining('Ich, Muster Muster, bevollmächtige') });
    const signed = await sign(platform, workshop, phone, formId, signatureFor(document as never));
    expect(signed.status).toBe(201);
    const { signatures } = await readContent(platform, workshop, prepared);
    expect(signatures).toEqual([{ formId, signatureId: ((await signed.json()) as { signatureId: string }).signatureId }]);
    expect(await (await askForDocument(platform, workshop, prepared, formId)).json()).toMatchObject({ signatureId: signatures[0]?.signatureId });
  });

  test('stops with the link: withdrawn or renewed, its phones are out', async () => {
    const withdrawn = await prepareCase(platform, workshop, admin, preparationOf('Dohle'));
    const phone = await connectPhone(platform, workshop, withdrawn);
    expect((await platform.request(workshop.host, `/api/reports/${withdrawn.reportId}/link`, { method: 'DELETE', cookie: admin })).status).toBeLessThan(300);
    expect(await codeOf(await ask(`/api/drafts/${withdrawn.draftId}/content`, phone))).toEqual([410, 'linkWithdrawn']);
  });
});

describe('one draft on two devices', () => {
  test('fields that each device has changed alone all stay, and of the same field the one typed later', async () => {
    const draft = await openDraft(platform, workshop);
    await changeContent(platform, workshop, draft, [{ path: 'reporter.firstName', value: 'Jana' }, { path: 'vehicle.makeModel', value: 'Golf' }]);
    platform.clock.advance({ minutes: 60 });
    // Typed forty minutes ago without a line, against what was typed ten minutes ago.
    await changeContent(platform, workshop, draft, [{ path: 'vehicle.makeModel', value: 'Passat', ageMs: 10 * 60_000 }]);
    const late = await changeContent(platform, workshop, draft, [{ path: 'vehicle.makeModel', value: 'Polo', ageMs: 40 * 60_000 }, { path: 'reporter.lastName', value: 'Beispiel', ageMs: 40 * 60_000 }], 1);
    expect(((await late.json()) as { fields: object[] }).fields).toMatchObject([{ path: 'vehicle.makeModel', value: 'Passat' }, { path: 'reporter.lastName', value: 'Beispiel' }]);
    expect(await contentOf(platform, workshop, draft)).toEqual({ 'reporter.firstName': 'Jana', 'reporter.lastName': 'Beispiel', 'vehicle.makeModel': 'Passat' });
  });

  test('what was taken away stays away, and an older change does not bring it back', async () => {
    const draft = await openDraft(platform, workshop);
    const id = randomUUID();
    const spot = { id, part: 'bonnet', kind: 'dent', size: 'hand', at: null };
    await changeContent(platform, workshop, draft, [{ path: `damages.${id}`, value: spot }]);
    platform.clock.advance({ minutes: 5 });
    await changeContent(platform, workshop, draft, [{ path: `damages.${id}`, value: null }]);
    await changeContent(platform, workshop, draft, [{ path: `damages.${id}`, value: { ...spot, kind: 'scratch' }, ageMs: 2 * 60_000 }]);
    expect(await contentOf(platform, workshop, draft)).toEqual({ [`damages.${id}`]: null });
  });

  test('many devices at once lose nothing', async () => {
    const draft = await openDraft(platform, workshop);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => changeContent(platform, workshop, draft, [{ path: `answers.question${index}`, value: `${index}` }])));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(Object.keys(await contentOf(platform, workshop, draft))).toHaveLength(20);
    expect((await readContent(platform, workshop, draft)).revision).toBe(20);
  });

  test('an answer comes only when there is something new', async () => {
    const draft = await openDraft(platform, workshop);
    const { version } = await readContent(platform, workshop, draft);
    const again = () => ask(`/api/drafts/${draft.draftId}/content?since=0&seen=${version}`, draft);
    expect((await again()).status).toBe(204);
    await changeContent(platform, workshop, draft, [{ path: 'language', value: 'tr' }]);
    expect((await again()).status).toBe(200);
  });

  test('what was typed is gone from the draft once it is sent, and nothing comes in any more', async () => {
    const draft = await openDraft(platform, workshop);
    await changeContent(platform, workshop, draft, [{ path: 'reporter.lastName', value: 'Beispiel' }]);
    expect((await submit(draft)).status).toBe(201);
    const { fields, receipt } = await readContent(platform, workshop, draft);
    expect([fields, receipt?.reference]).toEqual([[], expect.any(String)]);
    expect(await codeOf(await changeContent(platform, workshop, draft, [{ path: 'reporter.lastName', value: 'x' }]))).toEqual([409, 'draftSubmitted']);
  });

  test('too much is refused whole, as is what is no field of a draft', async () => {
    const draft = await openDraft(platform, workshop);
    const long = 'x'.repeat(4_900);
    const filled = async (part: number) => (await changeContent(platform, workshop, draft, Array.from({ length: 40 }, (_, index) => ({ path: `answers.p${part}q${index}`, value: long })))).status;
    expect([await filled(1), await filled(2), await filled(3)]).toEqual([200, 200, 413]);
    expect(Object.keys(await contentOf(platform, workshop, draft))).toHaveLength(80);
    for (const path of ['step', 'token', 'answers.__proto__', 'answers.a.b', 'damages.x', 'formFields.x', 'link', 'signatures.x']) {
      expect([path, (await changeContent(platform, workshop, draft, [{ path, value: 'x' }])).status]).toEqual([path, 422]);
    }
  });

  test('goes with its draft, and before that when nobody has touched it for a month', async () => {
    const prepared = await prepareCase(platform, workshop, admin, preparationOf('Elster'));
    await changeContent(platform, workshop, prepared, [{ path: 'reporter.lastName', value: 'Elster' }]);
    const draft = await openDraft(platform, workshop);
    await changeContent(platform, workshop, draft, [{ path: 'reporter.lastName', value: 'Elster' }]);
    await connectPhone(platform, workshop, draft);
    platform.clock.advance({ days: 31 });
    await sweep(platform.services);
    const left = await platform.services.sql.begin(async (tx) => {
      await tx`select set_config('app.tenant_id', ${workshop.tenantId}, true)`;
      return tx`select value from draft_fields where value::text like '%Elster%' union all select to_jsonb(id) from draft_handoffs where draft_id = ${draft.draftId} union all select to_jsonb(id) from drafts where id = ${draft.draftId}`;
    });
    expect([...left]).toEqual([]);
  });
});

test('a form of another report is none of the phone’s business', async () => {
  const admin = await signInAs(platform, workshop, 'admin');
  const [one, other] = [await prepareCase(platform, workshop, admin, preparationOf('Star')), await prepareCase(platform, workshop, admin, preparationOf('Fink'))];
  const form = await attach(platform, workshop, admin, other.reportId, await findSample(platform, workshop, admin, 'repairContract'), 1, true);
  await readAndSign(platform, workshop, other, form.id, typedBy('Fink'));
  const phone = await connectPhone(platform, workshop, one);
  expect(await codeOf(await askForDocument(platform, workshop, phone, form.id, typedBy('Fink')))).toEqual([404, 'notFound']);
});
