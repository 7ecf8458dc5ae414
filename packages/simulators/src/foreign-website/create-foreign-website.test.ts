import { expect, test } from 'vitest';
import { createForeignWebsite } from './create-foreign-website.ts';

const website = createForeignWebsite({ widgetOrigin: 'http://karosserie-muster.localhost:3000/' });

test('the widget is embedded by two lines', async () => {
  const html = await (await website.request('/')).text();
  expect(html).toContain('<script type="module" src="http://karosserie-muster.localhost:3000/widget.js"></script>');
  expect(html).toContain('<damage-report></damage-report>');
});

test('the policy it tells owners to copy is the one it is served with', async () => {
  const response = await website.request('/');
  const documented = /default-src 'none'[^]*?frame-ancestors 'none'/.exec(await response.text())?.[0].replace(/\s+/g, ' ');
  expect(response.headers.get('content-security-policy')).toBe(documented);
});
