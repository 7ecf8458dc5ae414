import { choose, chooseCategory, goOn, leaveContact, markDamage, nameVehicle, nameWishes, parkingDamage, pickPhotos, sendReport, skipRemainingShots, stepHeading, tellWhatHappened } from '@meldewerk/testing/fill-widget';
import type { Page } from 'playwright-core';
import { takePicture, type Motif, type Subject } from './pictures/picture.ts';
import type { Camera, Device, Places } from './screenshots-camera.ts';

const subject: Subject = { color: '#2f6fb3', plate: 'KA-PA 777', place: 'carPark', damage: 'dent', side: 'left', odometerKm: 48_210 };
const pictures: [shot: string, motif: Motif][] = [
  ['Vorne links', { kind: 'corner', corner: 'frontLeft' }],
  ['Vorne rechts', { kind: 'corner', corner: 'frontRight' }],
  ['Schaden 1 · Tür hinten links: Schaden aus 2 bis 3 Metern', { kind: 'damage' }],
  ['Schaden 1 · Tür hinten links: Schaden aus der Nähe', { kind: 'closeUp', what: 'dent' }],
];

/** A customer's way through every step, on the workshop's own page; and the widget on somebody else's. */
export async function showWidget(camera: Camera, places: Places): Promise<void> {
  for (const device of ['phone', 'desktop'] as const) {
    await camera.visit(device, places.page, (page) => showSteps(page, camera, device));
    await camera.visit(device, places.apex, (page) => showWebsite(page, camera, device));
  }
}

async function showSteps(page: Page, { take, join }: Camera, device: Device): Promise<void> {
  const takeStep = async (step: string) => {
    await page.mouse.move(0, 0);
    await page.evaluate(() => window.scrollTo(0, 0));
    const screen = await take(page, device === 'desktop' && step === '1-category' ? 'widget-desktop' : `widget-${step}-${device}-screen`);
    await take(page, `widget-${step}-${device}`, { whole: true });
    return screen;
  };
  await stepHeading(page, 'Was ist passiert?').waitFor();
  const category = await takeStep('1-category');

  await chooseCategory(page, parkingDamage.category);
  await goOn(page);
  await takeStep('2-questions-faults');
  await tellWhatHappened(page, parkingDamage, 'Als ich vom Einkaufen kam, war die hintere Tür eingedrückt.');
  await choose(page, 'Wissen Sie, wer den Schaden verursacht hat?', 'Nein');
  await takeStep('2-questions');
  await goOn(page);

  await nameVehicle(page, 'KA-PA 777');
  await page.getByLabel('Marke und Modell').fill('VW Golf');
  await choose(page, 'Wer soll den Schaden voraussichtlich bezahlen?', 'Meine Vollkasko');
  await takeStep('3-vehicle');
  await goOn(page);

  await markDamage(page, { part: 'Tür hinten links', kind: 'Delle', size: 'Wie ein Blatt Papier' });
  await takeStep('3b-damages');
  await goOn(page);
  await stepHeading(page, 'Zeigen Sie uns den Schaden').waitFor();
  await addPictures(page);
  const photos = await takeStep('4-photos');
  await skipRemainingShots(page);
  await goOn(page);

  await leaveContact(page, { firstName: 'Paula', lastName: 'Albrecht', phone: '0171 3920081', email: 'paula.albrecht@post.example' });
  await takeStep('5-contact');
  await goOn(page);
  await nameWishes(page);
  await takeStep('5b-wishes');
  await goOn(page);
  await stepHeading(page, 'Stimmt alles?').waitFor();
  await takeStep('6-review');
  await sendReport(page);
  const receipt = await takeStep('7-receipt');
  if (device === 'phone') await join([category, photos, receipt], 'widget-phone');
}

async function addPictures(page: Page): Promise<void> {
  for (const [shot, motif] of pictures) {
    const buffer = await takePicture(subject, motif, '2026-01-20T14:03:05');
    await pickPhotos(page, shot, [{ name: `${shot}.jpg`, mimeType: 'image/jpeg', buffer }]);
  }
  await page.getByText('Gesichert').nth(pictures.length - 1).waitFor();
}

async function showWebsite(page: Page, { take }: Camera, device: Device): Promise<void> {
  await page.getByRole('link', { name: /Fremde Website/ }).click();
  await stepHeading(page, 'Was ist passiert?').waitFor();
  await take(page, `website-${device}`, { whole: true });
}
