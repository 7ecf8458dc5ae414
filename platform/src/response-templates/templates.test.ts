import { randomUUID } from 'node:crypto';
import type { FilledTemplate, ResponseTemplate } from '@meldewerk/contract/response-template';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { submitSmallReport } from '../../test/submit-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
let workshop: Workshop;
let clerk: string;

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'karosserie-vorlage');
  clerk = await signInAs(platform, workshop, 'clerk');
});
afterAll(() => platform.close());

const get = async <Answer>(path: string) => ((await (await platform.request(workshop.host, path, { cookie: clerk })).json()) as { templates: Answer[] }).templates;
const save = (body: string, id: string = randomUUID()) => platform.request(workshop.host, `/api/response-templates/${id}`, { method: 'PUT', cookie: clerk, json: { title: 'Eigene', body } });

test('a new workshop begins with three, marked as samples until it saves them as its own', async () => {
  const [first, ...others] = await get<ResponseTemplate>('/api/response-templates');
  expect([first!.isSample, others.length]).toEqual([true, 2]);
  expect((await save(first!.body, first!.id)).status).toBe(200);
  expect((await get<ResponseTemplate>('/api/response-templates')).find(({ id }) => id === first!.id)).toMatchObject({ title: 'Eigene', isSample: false });
});

test('what no report could fill is named when it is saved', async () => {
  const refused = await save('Hallo {{kunde.nmae}},\nIhr {{fahrzeug.kennzeichen} ist da. {{blub}}');
  expect(refused.status).toBe(422);
  const { issues } = (await refused.json()) as { issues: { path: string; message: string }[] };
  expect(issues.map(({ path, message }) => [path, message])).toEqual([
    ['body', 'Den Platzhalter {{kunde.nmae}} gibt es nicht.'], ['body', 'Den Platzhalter {{blub}} gibt es nicht.'], ['body', 'In Zeile 2 fehlt eine Klammer: Platzhalter schreibt man {{so}}.'],
  ]);
});

test('it is filled from the report, and what the report does not say is told and stays visible', async () => {
  const { receipt } = await submitSmallReport(platform, workshop, 'Zeisig');
  const id = randomUUID();
  await save('Guten Tag {{kunde.name}}, {{fahrzeug.kennzeichen}} ({{meldung.nummer}}), Schaden vom {{schaden.datum}}: {{termin}}. {{werkstatt.name}}', id);
  const filled = (await get<FilledTemplate>(`/api/reports/${receipt.reportId}/response-templates`)).find((template) => template.id === id);
  expect(filled).toEqual({ id, title: 'Eigene', body: `Guten Tag Zeisig Zeisig, KA-PA 777 (${receipt.reference}), Schaden vom 19.11.2026: {{termin}}. ${workshop.name}`, empty: ['termin'] });
  await platform.request(workshop.host, `/api/response-templates/${id}`, { method: 'DELETE', cookie: clerk });
  expect((await get<ResponseTemplate>('/api/response-templates')).map((template) => template.id)).not.toContain(id);
});
