import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('portal and widget read PDFs with the same version, since the widget brings the reader’s files for both', () => {
  const versionIn = (name: string) => (JSON.parse(readFileSync(new URL(`../../${name}/package.json`, import.meta.url), 'utf8')) as { dependencies: Record<string, string> }).dependencies['pdfjs-dist'];
  expect(versionIn('portal')).toBe(versionIn('widget'));
});
