import type { Page } from 'playwright-core';

const mostPresses = 150;

/** Presses Tab until the focus is on what has this label or text. Throws with everything that was passed when it is not to be reached. */
export async function focusByTab(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < mostPresses; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await focusedName(page);
    if (typeof name === 'string' ? focused === name : name.test(focused)) return;
    passed.push(focused);
  }
  throw new Error(`Tab never came to ${String(name)}, only to:\n${[...new Set(passed)].join('\n')}`);
}

function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    const label = (focused as HTMLInputElement | null)?.labels?.[0];
    return (label ?? focused)?.textContent?.replace(/\s+/g, ' ').replaceAll(' : ', ': ').trim() ?? '';
  });
}
