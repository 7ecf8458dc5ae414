import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReportDetail, ReportPage } from '@meldewerk/contract/report';
import { choose, goOn, leaveContact, leaveOutWishes, pickPhotos, shotOf, skipRemainingShots, stepHeading, type PhotoFile } from '@meldewerk/testing/fill-widget';
import { formOf, readForm } from '@meldewerk/testing/sign-in-widget';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { attach, prepareCase, saveForm, textForm } from '../forms.ts';
import { bootPlatform, type Platform } from '../harness.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../workshop.ts';
import { takePhonePhoto } from './phone-photo.ts';
import { takePocketDevice } from './pocket-device.ts';
import { openUnreliableLine, type UnreliableLine } from './unreliable-line.ts';

let line: UnreliableLine;
let platform: Platform;
let workshop: Workshop;
let clerk: string;
let admin: string;
let photos: { wide: PhotoFile; close: PhotoFile };

beforeAll(async () => {
  line = await openUnreliableLine();
  platform = await bootPlatform({ listen: true, settings: { PUBLIC_PORT: String(line.port) } });
  line.leadTo(platform.config.http.port);
  workshop = await provisionWorkshop(platform, 'karosserie-probe', { name: 'Karosserie Probe' });
  [clerk, admin] = await Promise.all([signInAs(platform, workshop, 'clerk'), signInAs(platform, workshop, 'admin')]);
  photos = { wide: await takePhonePhoto({ name: 'IMG_0816.JPG' }), close: await takePhonePhoto({ name: 'IMG_0817.JPG' }) };
});
afterAll(async () => {
  await platform.close();
  await line.close();
});

afterEach(() => {
  line.mend();
});

const ask = async <Answer>(path: string) => (await (await platform.request(workshop.host, path, { cookie: clerk })).json()) as Answer;
const valueOf = (page: Page, label: string | RegExp) => expect.poll(() => page.getByLabel(label).first().inputValue());

/** A step of the way: what is done in it without net, and what has to be there again. */
type Stretch = {
  heading: string;
  /** Still with net. */
  before?: (page: Page) => Promise<unknown>;
  work(page: Page): Promise<unknown>;
  find(page: Page): Promise<unknown>;
  leave?: (page: Page) => Promise<unknown>;
};

/** Asks for everything there is: safety first, and single damages. */
const wildlife = { category: 'Wildunfall', when: 'Wann ist es passiert?', what: 'Was ist passiert?' };

const stretches: Stretch[] = [
  {
    heading: 'Zuerst Ihre Sicherheit',
    work: (page) => page.getByRole('group', { name: /lenk/i }).getByText('Ja', { exact: true }).click(),
    find: (page) => expect.poll(() => page.getByRole('group', { name: /lenk/i }).getByRole('radio', { name: 'Ja', exact: true }).isChecked()).toBe(true),
  },
  {
    heading: wildlife.category,
    async work(page) {
      await page.getByLabel(wildlife.when).fill('2026-01-20');
      await page.getByLabel(wildlife.what).pressSequentially('Ein Reh lief von links vor das Auto');
    },
    async find(page) {
      await valueOf(page, wildlife.what).toBe('Ein Reh lief von links vor das Auto');
      await valueOf(page, wildlife.when).toBe('2026-01-20');
    },
  },
  {
    heading: 'Welches Fahrzeug ist es?',
    work: (page) => page.getByLabel('Kennzeichen', { exact: true }).pressSequentially('ka pa777'),
    find: (page) => valueOf(page, /^Kennzeichen/).toMatch(/^ka pa777$/i),
  },
  {
    heading: 'Wo ist das Fahrzeug beschädigt?',
    async work(page) {
      await page.getByRole('button', { name: 'Teil aus der Liste wählen' }).click();
      await page.getByRole('button', { name: 'Tür vorne links', exact: true }).click();
      await page.getByRole('radio', { name: 'Delle', exact: true }).check();
    },
    find: (page) => expect.poll(() => page.getByRole('radio', { name: 'Delle', exact: true }).isChecked()).toBe(true),
    async leave(page) {
      const sheet = page.getByRole('dialog');
      await sheet.getByRole('radio', { name: 'Wie eine Hand' }).check();
      await sheet.getByRole('button', { name: 'Schaden sichern' }).click();
      await page.getByRole('button', { name: /^Ändern ?: .*Tür vorne links/ }).waitFor();
      await goOn(page);
    },
  },
  {
    heading: 'Zeigen Sie uns den Schaden',
    async before(page) {
      const stuck = new Promise<void>((resolve) => line.cutNextUpload(700_000, async () => {
        await expect.poll(bytesOfBegunUploads).toBeGreaterThan(300_000);
        line.cut();
        resolve();
      }));
      await pickPhotos(page, 'Vorne links', [photos.wide]);
      await stuck;
    },
    work: (page) => pickPhotos(page, 'Hinten rechts', [photos.close]).then(() => shotOf(page, 'Hinten rechts').getByText('Wartet').waitFor()),
    async find(page) {
      for (const shot of ['Vorne links', 'Hinten rechts']) await shotOf(page, shot).getByRole('img', { name: /^Foto 1/ }).waitFor();
      await page.getByText('2 Fotos warten.').waitFor();
    },
    leave: (page) => skipRemainingShots(page).then(() => goOn(page)),
  },
  {
    heading: 'Wie erreicht Sie die Werkstatt?',
    work: (page) => leaveContact(page, { firstName: 'Jana', lastName: 'Großmann', phone: '0151 12345678' }),
    async find(page) {
      await valueOf(page, 'Nachname').toBe('Großmann');
      await expect.poll(() => page.getByRole('checkbox', { name: /Datenschutzhinweis gelesen/ }).isChecked()).toBe(true);
    },
  },
  {
    heading: 'Wann passt es Ihnen?',
    work: (page) => page.getByLabel(/^Nachricht/).first().pressSequentially('Lieber nachmittags'),
    find: (page) => valueOf(page, /^Nachricht/).toBe('Lieber nachmittags'),
  },
];

test('cut off and without power at every step, everything is there again, and the workshop has each photo and the report once', { timeout: 180_000 }, async () => {
  const device = await takePocketDevice();
  const address = `http://${workshop.host}/`;
  await device.switchOn(address);
  // The very first choice, before anything could be kept for opening the page without net.
  await device.page.getByText(wildlife.category, { exact: true }).click();
  await stepHeading(device.page, stretches[0]!.heading).waitFor();
  await device.die();
  await device.switchOn(address);
  await device.page.evaluate(async () => void (await navigator.serviceWorker.ready));

  for (const { heading, before, work, find, leave = goOn } of stretches) {
    await stepHeading(device.page, heading).waitFor();
    await before?.(device.page);
    line.cut();
    await work(device.page);
    await device.crashTab(address);
    await stepHeading(device.page, heading).waitFor();
    await find(device.page);
    await untilStored(device.page);
    await device.die();
    await device.switchOn(address);
    await stepHeading(device.page, heading).waitFor();
    await find(device.page);
    line.mend();
    await leave(device.page);
  }

  // In the middle of sending, with what is left of the photos.
  await stepHeading(device.page, 'Stimmt alles?').waitFor();
  const lost = line.loseAnswerOf('/api/reports');
  await device.page.getByRole('button', { name: 'Meldung senden' }).click();
  await lost;
  await device.die();
  await device.switchOn(address);
  await device.page.getByRole('button', { name: 'Jetzt noch einmal senden' }).waitFor();
  await device.die();
  line.mend();
  await device.switchOn(address);
  await stepHeading(device.page, 'Ihre Meldung ist angekommen').waitFor();
  const reference = await device.page.getByText(/^SM-\d{4}-\d{6}$/).innerText();
  await device.throwAway();

  const { reports } = await ask<ReportPage>('/api/reports');
  expect(reports.map((report) => report.reference)).toEqual([reference]);
  const report = await ask<ReportDetail>(`/api/reports/${reports[0]!.id}`);
  expect(report).toMatchObject({
    reporter: { firstName: 'Jana', lastName: 'Großmann' },
    vehicle: { licensePlate: 'KA-PA 777' },
    damages: [{ part: 'doorFrontLeft', kind: 'dent', size: 'hand' }],
    answers: expect.arrayContaining([expect.objectContaining({ questionId: 'incidentDescription', value: 'Ein Reh lief von links vor das Auto' })]) as unknown,
  });
  const originals = await Promise.all(report.photos.map(async ({ id }) => fingerprint(Buffer.from(await (await platform.request(workshop.host, `/api/photos/${id}/original`, { cookie: clerk })).arrayBuffer()))));
  expect(originals.toSorted()).toEqual([photos.wide, photos.close].map(({ buffer }) => fingerprint(buffer)).toSorted());
  // The one that was cut off went on from where it stopped: 700 kB again would be more.
  expect(line.uploadedBytes() / (photos.wide.buffer.byteLength + photos.close.buffer.byteLength)).toBeLessThan(1.05);
});

test('an individual link opened without net: what was signed and sent there is with the workshop once the net is back, each once', { timeout: 180_000 }, async () => {
  const device = await takePocketDevice();
  const { reportId, token } = await prepareCase(platform, workshop, clerk);
  const { id: formId } = await saveForm(platform, workshop, admin, textForm('Ich bevollmächtige die Werkstatt.'));
  await attach(platform, workshop, clerk, reportId, formId);
  const address = `http://${workshop.host}/m/${token}`;
  await device.switchOn(address);
  await walkToForms(device.page);
  const form = () => formOf(device.page, 'Vollmacht');
  await readForm(form());
  await form().getByRole('radio', { name: 'Name eintippen' }).check();
  await form().locator('signature-field').getByRole('textbox').fill('Erika Muster');
  line.cut();
  await form().getByRole('button', { name: /^Unterschreiben/ }).click();
  await form().getByText('Ihre Unterschrift ist auf diesem Gerät gesichert').waitFor();
  await device.die();

  await device.switchOn(address);
  await stepHeading(device.page, 'Formulare unterschreiben').waitFor();
  await form().getByText('Ihre Unterschrift ist auf diesem Gerät gesichert').waitFor();
  await goOn(device.page);
  await stepHeading(device.page, 'Stimmt alles?').waitFor();
  await device.page.getByRole('button', { name: 'Meldung senden' }).click();
  await device.page.getByText('Ihre Unterschrift ist noch unterwegs.').waitFor();
  await device.page.getByText('Sie können diese Seite schließen').waitFor();
  await device.die();

  line.mend();
  await device.switchOn(address);
  // By the page, or by the worker before the page is there.
  await expect.poll(async () => (await ask<ReportDetail>(`/api/reports/${reportId}`)).submittedAt).not.toBeNull();
  // What belongs to staff is none of the worker's business: nothing of it is kept, and nothing stands in for it.
  line.cut();
  await expect(device.page.goto(`http://${workshop.host}/portal`)).rejects.toThrow('ERR_');
  await device.throwAway();
  const report = await ask<ReportDetail>(`/api/reports/${reportId}`);
  expect(report.forms).toMatchObject([{ state: 'complete' }]);
  expect(report.events.map(({ type }) => type).filter((type) => type === 'formSigned' || type === 'reportSubmitted').toSorted()).toEqual(['formSigned', 'reportSubmitted']);
});

/** What is prepared is confirmed, what is missing added. */
async function walkToForms(page: Page): Promise<void> {
  await stepHeading(page, 'Kann das Fahrzeug noch fahren?').waitFor();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await goOn(page);
  await stepHeading(page, 'Marderbiss').waitFor();
  await page.getByLabel('Was ist Ihnen aufgefallen?').fill('Der Motor stottert.');
  await choose(page, 'Ist das Fahrzeug noch fahrbereit?', 'Nein');
  await goOn(page);
  await stepHeading(page, 'Welches Fahrzeug ist es?').waitFor();
  await goOn(page);
  await stepHeading(page, 'Zeigen Sie uns den Schaden').waitFor();
  await skipRemainingShots(page);
  await goOn(page);
  await stepHeading(page, 'Wie erreicht Sie die Werkstatt?').waitFor();
  await choose(page, 'Sie sind …', 'Halter');
  await page.getByRole('checkbox', { name: /Ich habe den Datenschutzhinweis gelesen/ }).check();
  await goOn(page);
  await leaveOutWishes(page);
  await stepHeading(page, 'Formulare unterschreiben').waitFor();
}

/** A read waits for all that was written before: not even a process that is killed takes that along. */
async function untilStored(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const answer = (request: IDBRequest) => new Promise<void>((resolve) => (request.onsuccess = () => resolve()));
    const opening = indexedDB.open(`meldewerk ${location.origin}`);
    await answer(opening);
    await answer(opening.result.transaction(['draft', 'photos']).objectStore('draft').get('current'));
    opening.result.close();
  });
}

async function bytesOfBegunUploads(): Promise<number> {
  const folder = join(platform.config.dataFolder, 'uploads');
  const files = await Promise.all((await readdir(folder)).map((name) => stat(join(folder, name))));
  return files.reduce((bytes, file) => bytes + file.size, 0);
}

function fingerprint(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
