import type { LinkForm } from '@meldewerk/contract/form';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askForDocument, attach, documentFor, findSample, prepareCase, readAndSign, sign, signatureFor, typedBy, typedName } from '../../test/forms.ts';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { bearer } from '../../test/submit-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
let here: Workshop;
let clerk: string;

beforeAll(async () => {
  platform = await bootPlatform();
  here = await provisionWorkshop(platform, 'noch-einmal');
  clerk = await signInAs(platform, here, 'clerk');
});
afterAll(() => platform.close());

test('who is not content with their signature signs the same words again; the newest one counts and the first is kept', async () => {
  const customer = await prepareCase(platform, here, clerk);
  const { id } = await attach(platform, here, clerk, customer.reportId, await findSample(platform, here, clerk, 'serviceAgreement'));
  const first = await readAndSign(platform, here, customer, id);
  const typed = typedBy();
  expect((await documentFor(platform, here, customer, id, typed)).signatureId).toBe(first.signatureId);

  const again = await documentFor(platform, here, customer, id, { ...typed, again: true });
  expect(again.signatureId).toBeNull();
  expect((await documentFor(platform, here, customer, id, { ...typed, again: true })).documentId).toBe(again.documentId);
  // Only read, not signed: the first signature still stands.
  expect((await documentFor(platform, here, customer, id, typed)).signatureId).toBe(first.signatureId);

  const signature = signatureFor(again, { signature: typedName });
  const signed = (await (await sign(platform, here, customer, id, signature)).json()) as LinkForm;
  expect(signed.signatureId).toBe(signature.id);
  const asked = await (await askForDocument(platform, here, customer, id, typed)).json();
  expect(asked).toMatchObject({ documentId: again.documentId, signatureId: signature.id });
  for (const { documentId } of [first, signed]) {
    const file = await platform.request(here.host, `/api/drafts/${customer.draftId}/documents/${documentId}`, { headers: bearer(customer) });
    expect(file.status).toBe(200);
  }
});
