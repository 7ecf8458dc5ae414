import { expect, test } from 'vitest';

test('does not hold', () => expect(1).toBe(2));
