import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { createForeignWebsite } from '@meldewerk/simulators/foreign-website/create-foreign-website';
import { blankLocation } from '@meldewerk/photo-check/location';
import { checkAccessibility } from '@meldewerk/testing/accessibility';
import { openBrowser } from '@meldewerk/testing/browser';
import { choose, chooseCategory, goOn, leaveContact, markDamage, nameVehicle, nameWishes, parkingDamage, pickPhotos, sendReport, shotOf, skipRemainingShots, stepHeading, tellWhatHappened, type PhotoFile } from '@meldewerk/testing/fill-widget';
import { sectionOf, signIn } from '@meldewerk/testing/work-in-portal';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootPlatform, hostOf, type Platform } from '../harness.ts';
import { readArchive } from '../photos/read-archive.ts';
import { provisionWorkshop, staffPassword, type Workshop } from '../workshop.ts';
import { isSessionQuestion, noteComplaints } from './note-complaints.ts';
import { takePhonePhoto } from './phone-photo.ts';
import { openUnreliableLine, type UnreliableLine } from './unreliable-line.ts';

const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'de-DE', timezoneId: 'Europe/Berlin' };
const customer = { firstName: 'Jürgen', lastName: 'Großmann', phone: '0151 12345678', email: 'juergen@kunde.example' };

/** What a browser writes into the console about the request that was cut, or about its own repeat of it. */
const ofCutUpload = /(ERR_\w+|status of 409 \(Conflict\)) \S+\/api\/uploads\/\S+$/;

let line: UnreliableLine;
let platform: Platform;
let workshop: Workshop;
let website: ServerType;
let websiteUrl: string;
let browser: Browser;
let photos: { frontLeft: PhotoFile; damageWide: PhotoFile; damageClose: PhotoFile };

beforeAll(async () => {
  [line, browser] = await Promise.all([openUnreliableLine(), openBrowser()]);
  platform = await bootPlatform({ listen: true, settings: { PUBLIC_PORT: String(line.port) } });
  line.leadTo(platform.config.http.port);
  workshop = await provisionWorkshop(platform, 'karosserie-probe', { name: 'Karosserie Probe' });
  website = createAdaptorServer({ fetch: createForeignWebsite({ widgetOrigin: `http://${workshop.host}` }).fetch });
  await new Promise<void>((resolve) => website.listen(0, '127.0.0.1', resolve));
  websiteUrl = `http://127.0.0.1:${(website.address() as AddressInfo).port}/`;
  photos = {
    frontLeft: await takePhonePhoto({ name: 'IMG_0815.JPG', turned: true, takenAt: '2026:01:20 14:03:05' }),
    damageWide: await takePhonePhoto({ name: 'IMG_0816.JPG', takenAt: '2026:01:20 14:04:11' }),
    damageClose: await takePhonePhoto({ name: 'IMG_0817.JPG', takenAt: '2026:01:20 14:05:59' }),
  };
});

afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => website.close(resolve));
  await line.close();
  await platform.close();
});

test('a damage reported on somebody else’s website is in the portal, whole, and everybody is told once', async () => {
  const device = await browser.newContext(phone);
  const onWebsite = noteComplaints(device);
  const reference = await reportOnWebsite(device);

  expect(reference).toMatch(/^SM-\d{4}-\d{6}$/);
  expect(await device.cookies()).toEqual([]);
  expect(onWebsite.filter((complaint) => !ofCutUpload.test(complaint))).toEqual([]);
  await device.close();

  const deepLink = await readMailOfWorkshop(reference);
  const desk = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'de-DE', acceptDownloads: true });
  const inPortal = noteComplaints(desk);
  const page = await desk.newPage();
  await page.goto(deepLink);
  expect(await checkAccessibility(page), 'sign-in').toEqual([]);
  await signIn(page, { email: workshop.emailOf.admin, password: staffPassword });
  await expectWholeReport(page, reference);
  expect(page.url()).toBe(deepLink);
  await expectCleanDerivatives(page);
  // What slides below the bar on top counts as half a button.
  await page.evaluate(() => window.scrollTo(0, 0));
  expect(await checkAccessibility(page), 'report').toEqual([]);
  await expectUntouchedOriginals(page);
  expect(inPortal.filter((complaint) => !isSessionQuestion(complaint))).toEqual([]);
  await desk.close();

  const messages = platform.simulators.inbox.messages().map(({ vendor, to }) => `${vendor} ${to}`);
  expect(messages.sort()).toEqual([`resend ${workshop.emailOf.admin}`, 'resend juergen@kunde.example', 'twilio +4915112345678'].sort());
  const toCustomer = platform.simulators.inbox.messages().filter(({ to }) => to !== workshop.emailOf.admin);
  for (const { text } of toCustomer) expect(text).toContain(reference);
});

/** Goes the customer's whole way; the first photo is cut off on its way up. */
async function reportOnWebsite(device: BrowserContext): Promise<string> {
  const page = await device.newPage();
  const expectAccessible = async (step: string) => expect(await checkAccessibility(page), step).toEqual([]);
  await page.goto(websiteUrl);
  await stepHeading(page, 'Was ist passiert?').waitFor();
  await expectAccessible('category');

  await chooseCategory(page, parkingDamage.category);
  await tellWhatHappened(page, parkingDamage, 'Die hintere Tür ist eingedrückt.');
  await choose(page, 'Gibt es einen Zettel am Fahrzeug oder Zeugen?', 'Ja');
  await page.getByLabel('Was steht auf dem Zettel, oder wer hat etwas gesehen?').fill('Bitte anrufen: 0721 0000');
  await choose(page, 'Wissen Sie, wer den Schaden verursacht hat?', 'Nein');
  await page.getByText('Bitte melden Sie den Schaden der Polizei.').waitFor();
  await expectAccessible('questions');
  await goOn(page);

  await nameVehicle(page, 'ka pa777');
  await page.getByLabel('Marke und Modell').fill('VW Golf');
  await choose(page, 'Wer soll den Schaden voraussichtlich bezahlen?', 'Meine Vollkasko');
  await expectAccessible('vehicle');
  await goOn(page);
  await markDamage(page, { part: 'Tür hinten links', kind: 'Delle', size: 'Wie eine Hand' });
  await expectAccessible('damages');
  await goOn(page);

  await stepHeading(page, 'Zeigen Sie uns den Schaden').waitFor();
  line.cutNextUpload(1_000_000, () => expect.poll(bytesOfBegunUploads).toBeGreaterThan(500_000));
  await pickPhotos(page, 'Vorne links', [photos.frontLeft]);
  await pickPhotos(page, 'Schaden 1 · Tür hinten links: Schaden aus 2 bis 3 Metern', [photos.damageWide]);
  await pickPhotos(page, 'Schaden 1 · Tür hinten links: Schaden aus der Nähe', [photos.damageClose]);
  await skipRemainingShots(page);
  for (const shot of ['Vorne links', 'Schaden aus 2 bis 3 Metern', 'Schaden aus der Nähe']) await shotOf(page, shot).getByText('Gesichert').waitFor();
  expectResumedUpload();
  await expectAccessible('photos');
  await goOn(page);

  await leaveContact(page, customer);
  await expectAccessible('contact');
  await goOn(page);
  await nameWishes(page);
  await expectAccessible('wishes');
  await goOn(page);

  await stepHeading(page, 'Stimmt alles?').waitFor();
  await page.getByText('KA-PA 777').waitFor();
  await page.getByRole('button', { name: /^Ändern ?: Hergang$/ }).click();
  await page.getByLabel(parkingDamage.what).fill('Die hintere Tür links ist eingedrückt.');
  await page.getByRole('button', { name: 'Zurück zur Prüfung' }).click();
  await stepHeading(page, 'Stimmt alles?').waitFor();
  await page.getByText('Die hintere Tür links ist eingedrückt.').waitFor();
  await expectAccessible('review');
  const reference = await sendReport(page);
  await expectAccessible('receipt');
  expect(await page.evaluate(() => document.cookie)).toBe('');
  return reference;
}

async function bytesOfBegunUploads(): Promise<number> {
  const folder = join(platform.config.dataFolder, 'uploads');
  const files = await Promise.all((await readdir(folder)).map((name) => stat(join(folder, name))));
  return files.reduce((bytes, file) => bytes + file.size, 0);
}

/** The browser may resend the cut request by itself before the widget asks how far the photo is: the platform refuses that. */
function expectResumedUpload(): void {
  const uploads = line.passed.filter(({ path }) => path.startsWith('/api/uploads'));
  expect(uploads.filter(({ method }) => method === 'POST')).toHaveLength(3);
  const asking = uploads.findIndex(({ method }) => method === 'HEAD');
  const resumed = uploads.slice(asking).find(({ method, path }) => method === 'PATCH' && path === uploads[asking]?.path);
  expect(uploads[asking]?.path).toBe(uploads.find(({ method }) => method === 'PATCH')?.path);
  expect(resumed?.uploadOffset).toBeGreaterThan(500_000);
}

/** Looks into the simulated mailbox the way a person does, and takes the link out of the mail. */
async function readMailOfWorkshop(reference: string): Promise<string> {
  const context = await browser.newContext({ locale: 'de-DE' });
  const page = await context.newPage();
  await page.goto(`http://${hostOf(platform, 'simulators')}/?to=${workshop.emailOf.admin}`);
  await page.getByRole('link', { name: reference }).click();
  const link = page.frameLocator('iframe').getByRole('link', { name: 'Meldung öffnen' });
  const address = await link.getAttribute('href');
  await context.close();
  expect(address).toContain(`http://${workshop.host}/portal/reports/`);
  return address ?? '';
}

async function expectWholeReport(page: Page, reference: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Parkschaden' }).waitFor();
  for (const text of [reference, 'KA-PA 777', 'Über 127.0.0.1']) await page.getByText(text).first().waitFor();
  const parts: [section: string, texts: string[]][] = [
    ['Kunde', ['Jürgen Großmann', 'Halter', '+49 1511 2345678', 'juergen@kunde.example']],
    ['Fahrzeug', ['VW Golf', 'Pkw']],
    ['Versicherung', ['Vollkasko']],
    ['Angaben zum Schaden', ['Die hintere Tür links ist eingedrückt.', 'Bitte anrufen: 0721 0000', 'Was steht auf dem Zettel']],
    ['Einwilligungen', ['Datenschutzhinweis']],
    ['Versand', ['E-Mail an die Werkstatt', 'E-Mail an den Kunden', 'SMS an den Kunden']],
    ['Verlauf', ['Meldung abgeschickt']],
  ];
  for (const [section, texts] of parts) for (const text of texts) await sectionOf(page, section).getByText(text).first().waitFor();
  await sectionOf(page, /^Fotos/).getByText('Vom Kunden ausgelassen: Vorne rechts').waitFor();
}

async function expectCleanDerivatives(page: Page): Promise<void> {
  const pictures = sectionOf(page, /^Fotos/).locator('button img');
  await expect.poll(() => pictures.count()).toBe(3);
  const sizes: [number, number][] = [];
  for (const picture of await pictures.all()) {
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    const address = (await picture.getAttribute('src')) ?? '';
    for (const rendition of ['thumbnail', 'display']) {
      const metadata = await sharp(await download(page, address.replace(/thumbnail$/, rendition))).metadata();
      expect([metadata.exif, metadata.orientation, metadata.xmp, metadata.iptc]).toEqual([undefined, undefined, undefined, undefined]);
      if (rendition === 'thumbnail') sizes.push([metadata.width, metadata.height]);
    }
  }
  expect(sizes).toEqual([[300, 400], [400, 300], [400, 300]]);
}

async function download(page: Page, address: string): Promise<Buffer> {
  const base64 = await page.evaluate(async (from) => {
    const bytes = new Uint8Array(await (await fetch(from)).arrayBuffer());
    return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
  }, address);
  return Buffer.from(base64, 'base64');
}

async function expectUntouchedOriginals(page: Page): Promise<void> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Alle als ZIP' }).click();
  const archive = readArchive(await buffer(await (await waiting).createReadStream()));
  expect([...archive].map(([name, bytes]) => [name, fingerprint(bytes)])).toEqual([
    ['KA-PA-777_vorne-links_2026-01-20_14-03.jpg', fingerprint(withoutPlace(photos.frontLeft.buffer))],
    ['KA-PA-777_schaden-aus-2-bis-3-metern_2026-01-20_14-04.jpg', fingerprint(withoutPlace(photos.damageWide.buffer))],
    ['KA-PA-777_schaden-aus-der-nähe_2026-01-20_14-05.jpg', fingerprint(withoutPlace(photos.damageClose.buffer))],
  ]);
}

/** As it left the customer's device, who did not agree to say where it was taken: every other byte as the camera wrote it. */
function withoutPlace(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  blankLocation(copy);
  return copy;
}

function fingerprint(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
