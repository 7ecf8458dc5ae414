import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { Customer } from './customer.ts';
import { StandIn } from './stand-in.ts';
import { cardOf, draw, linkPath, reachForms, signButton, typeSignature } from './signer.ts';
import { notice, preparePdfForm, prepareTwoForms } from './signing-premises.ts';

const width = Number(process.argv[2] ?? 390);
const what = process.argv[3] ?? 'text';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
const standIn = new StandIn(join(import.meta.dirname, '../dist'));
await standIn.start();
const shot = async (name: string) => {
  await customer.page.waitForTimeout(350);
  await customer.page.screenshot({ path: `/tmp/helper-signing/${what}-${width}-${name}.png`, fullPage: true });
};
if (what === 'text') prepareTwoForms(standIn, { withdrawalNotice: notice });
else preparePdfForm(standIn);
const customer = await Customer.arrive(browser as never, standIn, linkPath, { viewport: { width, height: 844 } });
customer.page.on('console', (m) => console.log('console', m.type(), m.text()));
customer.page.on('requestfailed', (r) => console.log('failed', r.url(), r.failure()?.errorText));
try {
  await reachForms(customer);
  await shot('1-list');
  if (what === 'pdf') {
    const card = cardOf(customer, 'Abtretung');
    await card.getByRole('button', { name: /Lesen und unterschreiben/ }).click();
    await card.locator('canvas.drawn').first().waitFor();
    await customer.page.waitForTimeout(800);
    await shot('2-read');
  } else {
    const first = cardOf(customer, 'Zahlungsanweisung');
    await first.getByRole('button', { name: /Lesen und unterschreiben/ }).click();
    await signButton(first).waitFor();
    await shot('2-read');
    await signButton(first).click();
    await shot('3-empty');
    await draw(first);
    await shot('4-drawn');
    await signButton(first).click();
    await first.getByText('✓ unterschrieben').waitFor();
    await shot('5-signed');
    const second = cardOf(customer, 'Reparaturauftrag');
    await second.getByRole('button', { name: /Ausfüllen/ }).click();
    await second.getByRole('button', { name: 'Weiter zum Lesen' }).click();
    await shot('6-fields');
    await customer.field('forms.aaaaaaaa-0000-4000-8000-000000000002.fields.wunsch').fill('Stoßfänger lackieren');
    await second.getByRole('button', { name: 'Weiter zum Lesen' }).click();
    await signButton(second).waitFor();
    await typeSignature(second, 'Jana Beispiel');
    await shot('7-typed');
    await signButton(second).click();
    await second.getByText('✓ unterschrieben').waitFor();
    await customer.next();
    await shot('8-notice-missing');
    await customer.field('withdrawal.noticeReceived').check();
    await customer.field('withdrawal.earlyStart').check();
    await customer.next();
    await customer.page.locator('.review').waitFor();
    await shot('9-review');
    await customer.next();
    await customer.page.locator('.receipt').waitFor();
    await shot('10-receipt');
  }
} catch (error) {
  console.log(String(error));
  await shot('error');
}
console.log(customer.complaints);
await browser.close();
await standIn.stop();
process.exit(0);
