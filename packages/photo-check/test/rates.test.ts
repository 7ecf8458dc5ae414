import { photoFindings } from '@meldewerk/contract/photo';
import { expect, test } from 'vitest';
import { generatedSet } from './generated-set.ts';
import { count, noRates } from './rates.ts';

test('of the labelled pictures hardly a good one is called bad, and few bad ones pass', async () => {
  const rates = noRates();
  for await (const labelled of generatedSet(['car', 'blackDoor', 'sheet'], 1)) await count(rates, labelled);
  for (const finding of photoFindings) {
    const { missed, with: wrong, falseAlarms, without } = rates[finding];
    expect(wrong, finding).toBeGreaterThan(0);
    expect(falseAlarms.length / without, `false alarms for ${finding}: ${falseAlarms.join('; ')}`).toBeLessThanOrEqual(0.03);
    expect(missed.length / wrong, `missed ${finding}: ${missed.join('; ')}`).toBeLessThanOrEqual(0.15);
  }
});
