import { documentBlobKey } from '@meldewerk/blobs/blob-store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onePage } from '../../packages/documents/test/evil-pdfs.ts';
import { newCustomer, openDraft, report } from '../test/customer.ts';
import { attach, documentFor, prepareCase, readAndSign, saveForm, textForm, typedBy, uploadPdf } from '../test/forms.ts';
import { bootPlatform, type Platform } from '../test/harness.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../test/workshop.ts';
import { sweep } from './sweep.ts';

let platform: Platform;
let workshop: Workshop;

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'karosserie-besen');
});
afterAll(() => platform?.close());

async function count(table: string): Promise<number> {
  return platform.services.sql.begin(async (tx) => {
    await tx`select set_config('app.tenant_id', ${workshop.tenantId}, true)`;
    const [row] = await tx<{ rows: number }[]>`select count(*)::int as rows from ${tx(table)}`;
    return row?.rows ?? -1;
  });
}

test('what has run out is taken away after its time, and reports stay', async () => {
  await report(platform, workshop.host);
  await openDraft(platform, workshop.host, newCustomer());
  await signInAs(platform, workshop, 'clerk');
  await sweep(platform.services);
  expect([await count('drafts'), await count('idempotency_keys'), await count('staff_sessions')]).toEqual([2, 1, 1]);

  platform.clock.advance({ days: 31 });
  await sweep(platform.services);
  expect([await count('drafts'), await count('idempotency_keys'), await count('staff_sessions'), await count('damage_reports')]).toEqual([1, 0, 0, 1]);
});

test('filled forms nobody signed and uploads of no form go with their files after 30 days; what is signed or used stays', async () => {
  const admin = await signInAs(platform, workshop, 'admin');
  const customer = await prepareCase(platform, workshop, admin);
  const attached = async (content = textForm('{{kunde.name}}')) => (await attach(platform, workshop, admin, customer.reportId, (await saveForm(platform, workshop, admin, content)).id)).id;
  const [openId, signedId] = [await attached(), await attached()];
  const unsigned = await documentFor(platform, workshop, customer, openId);
  const earlier = await documentFor(platform, workshop, customer, signedId, typedBy('Anders'));
  await readAndSign(platform, workshop, customer, signedId);
  const signed = await documentFor(platform, workshop, customer, signedId);
  const [used, unused] = [await uploadPdf(platform, workshop, admin, onePage()), await uploadPdf(platform, workshop, admin, onePage())];
  const field = { id: 'u', page: 1, x: 0.1, y: 0.8, width: 0.3, height: 0.1, type: 'signature' as const, label: 'Unterschrift', signer: 'customer' as const, required: true };
  await saveForm(platform, workshop, admin, textForm('', { content: { source: 'pdf', documentId: used, fields: [field] } }));

  const isThere = (id: string) => platform.services.blobs.open(documentBlobKey(workshop.tenantId, id)).then(({ stream }) => Boolean(stream.destroy()), () => false);
  const files = [unsigned.documentId, earlier.documentId, unused, signed.documentId, used];
  const stand = () => Promise.all(files.map(isThere));
  platform.clock.advance({ days: 29 });
  await sweep(platform.services);
  expect(await stand()).toEqual([true, true, true, true, true]);
  platform.clock.advance({ days: 2 });
  await sweep(platform.services);
  expect(await stand()).toEqual([false, false, false, true, true]);
  expect([await count('form_documents'), await count('form_uploads')]).toEqual([1, 1]);
});
