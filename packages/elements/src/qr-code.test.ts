import { expect, test } from 'vitest';
import { qrFile, qrPath } from './qr-code.ts';

test('the code has its finder patterns inside a margin of four modules', () => {
  const { size, path } = qrPath('https://karosserie-muster.example/m/R7kQ2pXv9LmTz4YbN0cW01');
  expect(path).toContain('M4 4h1v1h-1z');
  expect(path).toContain(`M${size - 5} 4h1v1h-1z`);
  expect(path).toContain(`M4 ${size - 5}h1v1h-1z`);
  expect(path).not.toContain('M3 ');
});

test('the file is an SVG that prints in any size', async () => {
  const file = qrFile('https://karosserie-muster.example/');
  expect(file.type).toBe('image/svg+xml');
  expect(await file.text()).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 \d+ \d+"/);
});
