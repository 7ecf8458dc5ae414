import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { randomBytes } from 'node:crypto';
import type { StandIn } from './stand-in.ts';

/** A file that is a JPEG by its first bytes, with `kilobytes` of noise behind them: enough for everything but a preview. */
export function noisyJpeg(name: string, kilobytes = 40) {
  return { name, mimeType: 'image/jpeg', buffer: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(kilobytes * 1024)]) };
}

/** A customer in a browser of their own, who can do each step. */
export class Customer {
  readonly page: Page;
  /** What the browser complained about: errors of scripts, and everything a Content-Security-Policy refused. */
  readonly complaints: string[] = [];

  readonly #origin: string;

  private constructor(page: Page, origin: string) {
    this.page = page;
    this.#origin = origin;
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('Failed to load resource')) this.complaints.push(message.text());
    });
  }

  /** Without the service worker, whose test is its own: it costs each new device thirty requests. */
  static async arrive(browser: Browser, standIn: StandIn, path = '/', options: BrowserContextOptions = {}): Promise<Customer> {
    const context = await browser.newContext({ locale: 'de-DE', timezoneId: 'Europe/Berlin', viewport: { width: 390, height: 800 }, serviceWorkers: 'block', ...options });
    const customer = new Customer(await context.newPage(), standIn.origin);
    await customer.page.goto(standIn.origin + path);
    return customer;
  }

  /** One more tab of the same browser. */
  async openTab(path = '/'): Promise<Customer> {
    const tab = new Customer(await this.page.context().newPage(), this.#origin);
    await tab.page.goto(this.#origin + path);
    return tab;
  }

  get heading(): Locator {
    return this.page.locator('#heading');
  }

  field(path: string): Locator {
    return this.page.locator(`[id="field-${path}"]`);
  }

  async next(): Promise<void> {
    await this.page.locator('.actions .primary').click();
  }

  async chooseCategory(label: string): Promise<void> {
    await this.page.locator('.tile', { hasText: label }).click();
    await this.passSafety();
    await this.field('answers.incidentDate').waitFor();
  }

  /** Where the kind of damage begins with whether the vehicle may be driven on: nothing speaks against it. */
  async passSafety(): Promise<void> {
    const safety = this.field('safety');
    await safety.or(this.field('answers.incidentDate')).waitFor();
    if (!(await safety.isVisible())) return;
    await this.page.getByRole('button', { name: /Nichts davon|None of this/ }).click();
    await this.next();
  }

  async answerQuestions(): Promise<void> {
    await this.field('answers.incidentDate').fill('2026-01-20');
    await this.field('answers.incidentDescription').fill('Beim Ausparken berührt.');
    // Not asked once more where the safety check has said it.
    if (!(await this.page.locator('.said').isVisible())) await this.field('answers.drivable').check();
    await this.next();
    await this.field('vehicle.licensePlate').waitFor();
  }

  async nameVehicle(): Promise<void> {
    await this.field('vehicle.licensePlate').fill('ka pa777');
    await this.next();
    await this.passDamages();
    await this.page.locator('.shot').first().waitFor();
  }

  /** Where single damages can be marked: none is. */
  async passDamages(): Promise<void> {
    const pass = this.page.locator('#damage-pass');
    await pass.or(this.page.locator('.shot').first()).first().waitFor();
    if (await pass.isVisible()) await pass.click();
  }

  async givePhotos(...files: ReturnType<typeof noisyJpeg>[]): Promise<void> {
    await this.field('photos.damageWide').setInputFiles(files.length > 0 ? files : [noisyJpeg('schaden.jpg')]);
    await this.page.locator('.card').nth(Math.max(0, files.length - 1)).waitFor();
    await this.page.locator('.rest').click();
    await this.next();
    await this.field('reporter.role').waitFor();
  }

  async giveContact(): Promise<void> {
    await this.field('reporter.role').check();
    await this.field('reporter.firstName').fill('Jana');
    await this.field('reporter.lastName').fill('Beispiel');
    await this.field('reporter.phone').fill('0171 2345678');
    await this.field('privacyConsent').check();
    await this.next();
    await this.page.locator('.review').waitFor();
  }

  async reachReview(): Promise<void> {
    await this.chooseCategory('Parkschaden');
    await this.answerQuestions();
    await this.nameVehicle();
    await this.givePhotos();
    await this.giveContact();
  }

  /** The id of the element that has the focus inside the widget. */
  async focusedId(): Promise<string> {
    return this.page.evaluate(() => document.querySelector('damage-report')!.shadowRoot!.activeElement?.id ?? '');
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }
}
