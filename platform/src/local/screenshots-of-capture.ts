import { chooseCategory, goOn, markDamage, nameVehicle, parkingDamage, pickPhotos, shotOf, stepHeading, tellWhatHappened } from '@meldewerk/testing/fill-widget';
import { signIn } from '@meldewerk/testing/work-in-portal';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { writeFilm } from './pictures/film.ts';
import { takePicture, type Subject } from './pictures/picture.ts';
import type { Camera, Places } from './screenshots-camera.ts';
import { demoStaff } from './seed.ts';

const subject: Subject = { color: '#2f6fb3', plate: 'KA-PA 777', place: 'carPark', damage: null, side: 'left', odometerKm: 48_210 };

/** What the phone's camera is to see: the vehicle from the corner of the first shot, as near as its outline asks for. */
export async function filmVehicle(path: string): Promise<void> {
  const picture = await takePicture(subject, { kind: 'corner', corner: 'frontLeft' }, '2026-01-20T14:03:05');
  await writeFilm(await sharp(picture).extract({ left: 0, top: 140, width: 1376, height: 1032 }).toBuffer(), path, { width: 1280, height: 960 });
}

/** Damages on the drawing and the camera with its outline on a phone; at a desk the code for the phone; the page for embedding. */
export async function showCapture(camera: Camera, { page: address, portal }: Places): Promise<void> {
  await camera.visit('phone', address, (page) => showPhone(page, camera));
  await camera.visit('desktop', address, (page) => showDesk(page, camera));
  await camera.visit('desktop', `${portal}/`, (page) => showEmbedding(page, camera));
}

async function reachDamages(page: Page): Promise<void> {
  await stepHeading(page, 'Was ist passiert?').waitFor();
  await chooseCategory(page, parkingDamage.category);
  await tellWhatHappened(page, parkingDamage, 'Als ich vom Einkaufen kam, war die hintere Tür eingedrückt.');
  await goOn(page);
  await nameVehicle(page, 'KA-PA 777');
  await goOn(page);
  await markDamage(page, { part: 'Tür hinten links', kind: 'Delle', size: 'Wie ein Blatt Papier' });
}

async function showPhone(page: Page, { take, join }: Camera): Promise<void> {
  await reachDamages(page);
  await page.evaluate(() => window.scrollTo(0, 0));
  const damages = await take(page, 'widget-damages-phone');
  await goOn(page);
  await page.getByRole('button', { name: 'Kamera starten' }).click();
  await page.locator('.is-live').waitFor();
  const live = await take(page, 'widget-camera-phone');
  await page.getByRole('button', { name: 'Foto aufnehmen' }).click();
  await page.getByRole('button', { name: 'Noch einmal' }).waitFor();
  const taken = await take(page, 'widget-camera-review-phone');
  await join([damages, live, taken], 'capture-phone');
}

async function showDesk(page: Page, { take }: Camera): Promise<void> {
  await reachDamages(page);
  await goOn(page);
  const buffer = await takePicture(subject, { kind: 'corner', corner: 'frontLeft' }, '2026-01-20T14:03:05');
  await pickPhotos(page, 'Vorne links', [{ name: 'Vorne links.jpg', mimeType: 'image/jpeg', buffer }]);
  await shotOf(page, 'Vorne links').getByText('Gesichert').waitFor();
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.getByRole('button', { name: 'Mit dem Handy weitermachen' }).click();
  await page.getByRole('img', { name: /^QR-Code/ }).waitFor();
  await page.mouse.move(0, 0);
  await take(page, 'desk-to-phone');
}

async function showEmbedding(page: Page, { take }: Camera): Promise<void> {
  await signIn(page, demoStaff[0]);
  await page.goto(new URL('/portal/settings/embedding', page.url()).href);
  await page.frameLocator('embedding-preview iframe').getByRole('heading', { name: 'Was ist passiert?' }).waitFor();
  await page.mouse.move(0, 0);
  await take(page, 'portal-embedding');
}
