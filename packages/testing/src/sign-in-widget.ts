import type { Locator, Page } from 'playwright-core';

// As in fill-widget.ts: everything by what a customer reads on the screen, in German.

/** One of the forms that want a signature. */
export function formOf(page: Page, title: string): Locator {
  return page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name: title, exact: true }) });
}

/** Opens a form and waits until it stands there as it will be signed. */
export async function readForm(form: Locator): Promise<void> {
  await form.getByRole('button', { name: /^Lesen und unterschreiben/ }).click();
  await form.getByRole('button', { name: /^Unterschreiben/ }).waitFor();
}

/** Draws a few strokes with a finger, as a phone reports them, and signs. */
export async function signWithFinger(form: Locator): Promise<void> {
  const canvas = form.locator('signature-field canvas');
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  if (!box) throw new Error('the field for the signature is not on the screen');
  const touch = await form.page().context().newCDPSession(form.page());
  const at = (x: number, y: number) => [{ x: box.x + box.width * x, y: box.y + box.height * y }];
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0.2, 0.6) });
  for (let step = 1; step <= 24; step += 1) await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(0.2 + step * 0.025, 0.5 + 0.25 * Math.sin(step)) });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await touch.detach();
  await sign(form);
}

/** The way without drawing: the name is typed. */
export async function signByTyping(form: Locator, name: string): Promise<void> {
  await form.getByRole('radio', { name: 'Name eintippen' }).check();
  await form.locator('signature-field').getByRole('textbox').fill(name);
  await sign(form);
}

async function sign(form: Locator): Promise<void> {
  await form.getByRole('button', { name: /^Unterschreiben/ }).click();
  await form.getByText('✓ unterschrieben').waitFor();
}
