import { expect, test } from 'vitest';

test('passes, and leaves behind what fails later', async () => {
  setTimeout(() => {
    throw new Error('outside any test');
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(1).toBe(1);
});
