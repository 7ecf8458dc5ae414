import { formLimits, placeholders } from '@meldewerk/contract/form';
import { expect, test } from 'vitest';
import { sampleFirstLine } from './first-line.ts';
import { sampleForms } from './sample-forms.ts';

test.each(sampleForms.map((form) => [form.title, form] as const))('%s is a sound form that says it is a sample', (_, form) => {
  if (form.content.source !== 'text') throw new Error('samples are written, not uploaded');
  expect(form.content.text.length).toBeLessThan(formLimits.maxTextLength);
  expect(form.content.text.split('\n')[0]).toBe(sampleFirstLine);
  const named = [...form.content.text.matchAll(/\{\{([^}]*)\}\}/g)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(5);
  for (const name of named) expect(placeholders).toContain(name);
});

test('only the repair contract concludes a contract, and nothing without two parties is signed by one', () => {
  expect(sampleForms.filter((form) => form.concludesContract).map((form) => form.kind)).toEqual(['repairContract']);
  expect(sampleForms.filter((form) => form.needsWorkshopSignature).map((form) => form.kind)).toEqual(['assignment', 'repairContract']);
});
