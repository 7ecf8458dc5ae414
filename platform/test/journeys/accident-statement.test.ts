import { createHash, randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { createAdaptorServer } from '@hono/node-server';
import type { AccidentStatement } from '@meldewerk/contract/accident-statement';
import { createForeignWebsite } from '@meldewerk/simulators/foreign-website/create-foreign-website';
import { checkAccessibility } from '@meldewerk/testing/accessibility';
import { openBrowser } from '@meldewerk/testing/browser';
import { signIn } from '@meldewerk/testing/work-in-portal';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { faultsOf, hasPdfTools, readSeal, textOf } from '../../../packages/documents/test/pdf-tools.ts';
import { expectOk, hashOf, pairUp } from '../accident-statements.ts';
import { bootPlatform, type Platform } from '../harness.ts';
import { bearer, openDraft, submissionOf } from '../submit-report.ts';
import { provisionWorkshop, staffPassword, type Workshop } from '../workshop.ts';
import { noteComplaints } from './note-complaints.ts';
import { readCode } from './read-code.ts';

let platform: Platform;
let workshop: Workshop;
let browser: Browser;
let contexts: BrowserContext[] = [];

beforeAll(async () => {
  [platform, browser] = await Promise.all([bootPlatform({ listen: true }), openBrowser()]);
  workshop = await provisionWorkshop(platform, 'unfall-zu-zweit', { name: 'Karosserie Zwei' });
});
afterEach(async () => {
  for (const context of contexts) await context.close();
  contexts = [];
});
afterAll(async () => {
  await browser.close();
  await platform.close();
});

async function openPhone(width = 390, locale = 'de-DE'): Promise<{ page: Page; complaints: string[]; context: BrowserContext }> {
  const context = await browser.newContext({ viewport: { width, height: 844 }, locale, timezoneId: 'Europe/Berlin', baseURL: `http://${workshop.host}`, hasTouch: true, acceptDownloads: true });
  contexts.push(context);
  return { context, complaints: noteComplaints(context), page: await context.newPage() };
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 2 }).waitFor();
const goOn = (page: Page, name = 'Weiter') => page.getByRole('button', { name, exact: true }).click();

async function statePlace(page: Page): Promise<void> {
  await page.getByLabel('Tag des Unfalls').fill('2026-11-20');
  await page.getByLabel('Uhrzeit').fill('17:40');
  await page.getByLabel('Land').fill('Deutschland');
  await page.getByLabel('Ort, Straße').fill('Karlsruhe, Kriegsstraße');
  await page.getByRole('group', { name: 'Verletzte' }).getByLabel('Nein').check();
}

/** For everybody, and for thumbs: axe, no scrolling sideways, nothing to press under 44 px. */
async function expectClean(page: Page, screen: string): Promise<void> {
  expect(await checkAccessibility(page), screen).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${screen} scrolls sideways`).toBeLessThanOrEqual(0);
  const small = await page.locator('accident-statement').evaluateAll((hosts) =>
    hosts.flatMap((host) => [...(host.shadowRoot?.querySelectorAll('.app button, a.button, summary, label.choice, label.hour, .app select, .field input:not([type=radio], [type=checkbox])') ?? [])])
      .filter((element) => !element.closest('header') && element.checkVisibility() && element.getBoundingClientRect().height < 43.5)
      .map((element) => element.outerHTML.slice(0, 80)));
  expect(small, `${screen} has targets under 44 px`).toEqual([]);
}

type Driver = { name: string; plate: string; hour: string; ticks: string[] };
const one: Driver = { name: 'Jana Eins', plate: 'KA-PA 777', hour: 'vorn rechts', ticks: ['kam von rechts'] };
const other: Driver = { name: 'Łukasz Zwei', plate: 'S-AB 1234', hour: 'vorn links', ticks: ['bog nach links ab', 'missachtete Vorfahrt oder rote Ampel'] };

async function fillSide(page: Page, { name, plate, hour, ticks }: Driver): Promise<void> {
  await page.getByLabel('Name', { exact: false }).first().fill(name);
  await page.getByLabel('Anschrift').first().fill('Amalienstraße 3, 76133 Karlsruhe');
  await page.getByRole('button', { name: 'Fahrer ist auch Versicherungsnehmer' }).click();
  await goOn(page);
  await page.getByRole('textbox', { name: /^Kennzeichen/ }).fill(plate);
  await page.getByLabel('Versicherung', { exact: false }).first().fill('Beispiel Versicherung AG');
  await goOn(page);
  await page.getByRole('radio', { name: hour, exact: true }).check();
  await page.getByLabel('Sichtbare Schäden').fill('Kotflügel und Scheinwerfer');
  await goOn(page);
  for (const tick of ticks) await page.getByLabel(tick).check();
  await goOn(page);
}

async function drawScene(page: Page): Promise<void> {
  await heading(page, 'Skizze');
  await page.getByLabel('Was für eine Straße?').selectOption('crossing');
  const sheet = page.locator('sketch-pad svg');
  await sheet.scrollIntoViewIfNeeded();
  const box = (await sheet.boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.85);
  await page.mouse.down();
  for (let step = 1; step <= 10; step++) await page.mouse.move(box.x + box.width * (0.2 + step * 0.02), box.y + box.height * (0.85 - step * 0.02));
  await page.mouse.up();
  const vehicle = page.getByRole('button', { name: /^Fahrzeug B/ });
  await vehicle.focus();
  for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
}

async function signByHand(page: Page): Promise<void> {
  const paper = page.getByRole('img', { name: 'Unterschriftsfeld, noch leer' });
  await paper.scrollIntoViewIfNeeded();
  const box = (await paper.boundingBox())!;
  await page.mouse.move(box.x + 40, box.y + 60);
  await page.mouse.down();
  for (let step = 1; step <= 12; step++) await page.mouse.move(box.x + 40 + step * 12, box.y + 60 + (step % 2 ? 20 : -10));
  await page.mouse.up();
  await page.getByRole('button', { name: 'Diese Angaben unterschreiben' }).click();
}

async function signByName(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name eintippen').check();
  await page.getByLabel('Ihr Vor- und Nachname').fill(name);
  await page.getByRole('button', { name: 'Diese Angaben unterschreiben' }).click();
}

async function saveDocument(page: Page): Promise<Buffer> {
  const save = page.getByRole('button', { name: 'Unfallbericht als PDF sichern' });
  await save.waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  expect(download.suggestedFilename()).toBe('Unfallbericht_2026-11-20.pdf');
  return buffer(await download.createReadStream());
}

const tokenOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? '';
const ask = (token: string, method: string, json?: unknown) => platform.request(workshop.host, '/api/accident-statement', { method, headers: bearer({ token }), ...(json === undefined ? {} : { json }) });

test('two drivers pair by code, each fills in the own side, both sign the same facts, and each gets the same PDF that nobody edits', { timeout: 180_000 }, async () => {
  const { page: a, complaints: ofA } = await openPhone();
  const { page: b, complaints: ofB } = await openPhone(320);
  await a.goto('/u');
  await heading(a, 'Unfallbericht gemeinsam ausfüllen');
  expect(await a.title()).toBe('Unfallbericht – Karosserie Zwei');
  await a.getByRole('button', { name: 'Code für das zweite Telefon zeigen' }).click();
  await a.getByRole('img', { name: 'QR-Code für das Telefon des anderen Fahrers' }).waitFor();
  await expectClean(a, 'code');
  await b.goto(await readCode(a));
  await heading(b, 'Unfallbericht gemeinsam ausfüllen');
  await expectClean(b, 'invitation at 320');
  const invitation = b.url();
  await b.getByRole('button', { name: 'Mitmachen' }).click();
  await heading(b, 'Ort und Zeit');
  await a.getByText('Das zweite Telefon ist dabei').waitFor();

  // A third phone comes too late.
  const { page: third } = await openPhone();
  await third.goto(invitation);
  await third.getByText('Dieser Code gilt nicht mehr').waitFor();

  await goOn(a);
  await statePlace(a);
  await expect.poll(() => b.getByLabel('Ort, Straße').inputValue()).toBe('Karlsruhe, Kriegsstraße');
  await b.getByText('Eingetragen von A.').first().waitFor();
  await b.getByLabel('Ort, Straße').fill('Karlsruhe, Kriegsstraße 5');
  await expect.poll(() => a.getByLabel('Ort, Straße').inputValue()).toBe('Karlsruhe, Kriegsstraße 5');
  await goOn(a);
  await expectClean(a, 'driver');
  await fillSide(a, one);
  await drawScene(a);
  await expectClean(a, 'sketch');
  await goOn(a, 'Meine Seite ist fertig');
  await a.getByText('Wir warten auf Fahrer B').waitFor();
  expect(await a.locator('main, body').first().innerText()).not.toContain(other.name);

  await goOn(b);
  await fillSide(b, other);
  // Reloaded in the middle, as phones do.
  await b.reload();
  await heading(b, 'Skizze');
  await goOn(b, 'Meine Seite ist fertig');
  for (const page of [a, b]) {
    await heading(page, 'Alles richtig so?');
    for (const { name, plate } of [one, other]) {
      await page.getByText(name).first().waitFor();
      await page.getByText(plate).first().waitFor();
    }
  }
  await expectClean(b, 'review at 320');

  await signByHand(a);
  await b.getByText('hat um').waitFor();
  expect((await ask(tokenOf(b), 'PATCH', { changes: { 'shared.place': 'Anderswo' } })).status).toBe(409);
  await signByName(b, other.name);
  for (const page of [a, b]) await heading(page, 'Beide haben unterschrieben');
  expect((await ask(tokenOf(a), 'PATCH', { changes: { 'shared.place': 'Anderswo' } })).status).toBe(409);

  const [first, second] = [await saveDocument(a), await saveDocument(b)];
  expect(first.equals(second)).toBe(true);
  const state = (await (await ask(tokenOf(a), 'GET')).json()) as AccidentStatement;
  expect(state.document?.sha256).toBe(createHash('sha256').update(first).digest('hex'));
  if (hasPdfTools) {
    expect(faultsOf(first)).toBe('');
    expect(readSeal(first)).toMatchObject({ valid: true, wholeFile: true });
    for (const told of ['Kriegsstraße 5', one.name, other.name, one.plate, other.plate]) expect(textOf(first)).toContain(told);
  }
  await b.getByLabel('Auch per E-Mail schicken').fill('lukasz.zwei@kunden.example');
  await b.getByRole('button', { name: 'PDF schicken' }).click();
  await b.getByText('Unterwegs an lukasz.zwei@kunden.example').waitFor();
  const mailed = () => platform.simulators.inbox.messages().find(({ to }) => to === 'lukasz.zwei@kunden.example');
  await expect.poll(() => mailed()).toMatchObject({ attachments: [{ content: first.toString('base64') }] });
  await expectClean(a, 'done');
  expect([...ofA, ...ofB].filter((complaint) => !/status of 410/.test(complaint))).toEqual([]);
});

test('one phone without a net is enough until both have signed; what was typed outlives a reload, and the rest happens when the net is back', { timeout: 120_000 }, async () => {
  const { page, context } = await openPhone(1280);
  await page.goto('/u');
  await heading(page, 'Unfallbericht gemeinsam ausfüllen');
  await page.getByRole('button', { name: 'Auf diesem Gerät weiter' }).click();
  await statePlace(page);
  await expect.poll(async () => ((await (await ask(tokenOf(page), 'GET')).json()) as AccidentStatement).content['shared.time']).toBe('17:40');
  await page.reload();
  await heading(page, 'Ort und Zeit');
  await expect.poll(() => page.getByLabel('Ort, Straße').inputValue()).toBe('Karlsruhe, Kriegsstraße');
  await goOn(page);
  await context.setOffline(true);
  await fillSide(page, one);
  await heading(page, 'Bitte geben Sie das Telefon jetzt weiter');
  await goOn(page);
  await page.getByText('Seite B (gelb)').waitFor();
  await fillSide(page, other);
  await page.getByLabel('Der Unfall in Worten').fill('A kam von rechts, B bog ab.');
  await goOn(page);
  await heading(page, 'Alles richtig so?');
  await expectClean(page, 'review at 1280');
  await signByName(page, one.name);
  await page.getByText('Fahrer B unterschreibt').waitFor();
  await signByName(page, other.name);
  await page.getByText('es wird gesendet, sobald wieder Netz da ist').first().waitFor();
  await context.setOffline(false);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await heading(page, 'Beide haben unterschrieben');
  const state = (await (await ask(tokenOf(page), 'GET')).json()) as AccidentStatement;
  expect(state.signatures.map(({ side, ownDevice }) => [side, ownDevice])).toEqual([['a', true], ['b', false]]);
  await saveDocument(page);
});

/** To the questions of an accident, past what is asked of people's safety first. */
async function tellOfAccident(page: Page, place: string): Promise<void> {
  await page.getByText('Unfall mit Gegner').click();
  const widget = page.locator('damage-report');
  await widget.getByRole('button', { name: 'Weiter' }).click();
  await widget.getByRole('heading', { level: 2 }).filter({ hasNotText: /passiert/ }).waitFor();
  if ((await widget.getByRole('heading', { level: 2 }).innerText()) !== 'Unfall mit Gegner') await widget.getByRole('button', { name: 'Weiter' }).click();
  await page.getByLabel('Wo ist es passiert?').fill(place);
}

test('from the report to the statement and back: nothing is typed twice, and staff have both sides with the report', { timeout: 120_000 }, async () => {
  const { page } = await openPhone();
  await page.goto('/');
  await tellOfAccident(page, 'Karlsruhe, Ettlinger Tor');
  await expectClean(page, 'offer');
  await page.getByRole('button', { name: 'Gemeinsam ausfüllen' }).click();
  await heading(page, 'Unfallbericht gemeinsam ausfüllen');
  await page.getByRole('button', { name: 'Auf diesem Gerät weiter' }).click();
  await expect.poll(() => page.getByLabel('Ort, Straße').inputValue()).toBe('Karlsruhe, Ettlinger Tor');
  const token = tokenOf(page);
  await statePlace(page);
  await goOn(page);
  await expect.poll(async () => ((await (await ask(token, 'GET')).json()) as AccidentStatement).content['shared.time']).toBe('17:40');
  await expectOk(ask(token, 'PATCH', { changes: { 'a.driverName': one.name, 'a.plate': one.plate, 'b.driverName': other.name, 'b.plate': other.plate, 'b.insurer': 'Muster Assekuranz' } }));
  for (const side of ['a', 'b'] as const) {
    const sign = async () => {
      const state = (await (await ask(token, 'GET')).json()) as AccidentStatement;
      return platform.request(workshop.host, '/api/accident-statement/signatures', { headers: bearer({ token }), json: { id: randomUUID(), side, factsSha256: hashOf(state), name: one.name, signature: { method: 'typed', typedName: one.name } } });
    };
    // The page may be saving a moment longer; what was read before is not signed then.
    await expect.poll(async () => (await sign()).status).toBeLessThan(300);
  }
  await page.reload();
  await page.getByRole('link', { name: 'Zurück zur Schadenmeldung' }).click();
  await page.getByText('Beide haben unterschrieben.').waitFor();
  await expect.poll(() => page.getByLabel('Kennzeichen des anderen Fahrzeugs').inputValue()).toBe(other.plate);
  await expect.poll(() => page.getByLabel('Versicherung des anderen Beteiligten').inputValue()).toBe('Muster Assekuranz');
  await expect.poll(() => page.getByLabel('Wo ist es passiert?').inputValue()).toBe('Karlsruhe, Ettlinger Tor');
  expect(await page.getByRole('group', { name: 'Haben Sie einen Unfallbericht ausgefüllt?' }).count()).toBe(0);
});

test('staff see both sides, the sketch and who signed on the report, and have the same PDF', { timeout: 120_000 }, async () => {
  const { a, b } = await pairUp(platform, workshop, 'Kunde');
  await expectOk(b.change({ 'shared.sketch': { road: 'crossing', vehicles: { a: { x: 330, y: 410, angle: 90 }, b: { x: 640, y: 300, angle: 250 } }, strokes: [[[300, 410], [420, 400]]] }, 'b.circumstances': ['turningLeft'] }));
  const factsSha256 = hashOf(await a.read());
  await expectOk(a.sign({ side: 'a', factsSha256 }));
  await expectOk(b.sign({ side: 'b', factsSha256, name: 'Kunde Zwei' }));
  const draft = await openDraft(platform, workshop);
  const sent = await expectOk(platform.request(workshop.host, '/api/reports', { headers: { ...bearer(draft), 'idempotency-key': randomUUID() }, json: { ...submissionOf(draft, []), accidentStatement: { token: a.token } } }));
  const { reportId } = (await sent.json()) as { reportId: string };
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'de-DE', timezoneId: 'Europe/Berlin', baseURL: `http://${workshop.host}` });
  contexts.push(context);
  const desk = await context.newPage();
  await desk.goto(`/portal/reports/${reportId}`);
  await signIn(desk, { email: workshop.emailOf.clerk, password: staffPassword });
  const card = desk.locator('report-accident-statement');
  await card.getByText('Kunde Zwei, unterschrieben:').waitFor();
  await card.getByText('13 bog nach links ab').waitFor();
  await card.getByRole('img', { name: 'Skizze des Unfalls' }).waitFor();
  await card.getByRole('link', { name: 'PDF herunterladen' }).waitFor();
  expect(await checkAccessibility(desk)).toEqual([]);
});

test('on somebody else’s website the statement opens beside the report, on the workshop’s own page and filled in as far as is known', { timeout: 60_000 }, async () => {
  const website = createAdaptorServer({ fetch: createForeignWebsite({ widgetOrigin: `http://${workshop.host}` }).fetch });
  await new Promise<void>((resolve) => website.listen(0, '127.0.0.1', resolve));
  const { page, context } = await openPhone();
  await page.goto(`http://127.0.0.1:${(website.address() as AddressInfo).port}/`);
  await tellOfAccident(page, 'Karlsruhe, Ettlinger Tor');
  await page.getByRole('button', { name: 'Gemeinsam ausfüllen' }).click();
  const [own] = await Promise.all([context.waitForEvent('page'), page.getByRole('link', { name: /Weiter ausfüllen/ }).click()]);
  await own.getByRole('button', { name: 'Auf diesem Gerät weiter' }).click();
  await expect.poll(() => own.getByLabel('Ort, Straße').inputValue()).toBe('Karlsruhe, Ettlinger Tor');
  await new Promise((resolve) => website.close(resolve));
});
