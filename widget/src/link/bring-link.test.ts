import { expect, test } from 'vitest';
import type { Link } from '@meldewerk/contract/preparation';
import { deviceRandomness, newDraft, type Draft } from '../draft.ts';
import { receivedDraft } from '../received-draft.ts';
import { bringLink } from './bring-link.ts';
import { pageAt } from '../page-at.ts';
import { isPrefilled } from './prefill.ts';

const token = 'Abcdefghij_lmnopqrst-v';
const categories = ['parking', 'marten'].map((id) => ({ id, label: { de: id, en: id }, hint: { de: id, en: id }, icon: 'other' as const }));
const prepared: Link = {
  draftId: '0b1f5ad0-51e1-4a0c-9c6f-2f1f6cbb1001',
  reference: 'SM-2026-000042',
  language: 'de',
  expiresAt: '2099-01-01T00:00:00Z',
  version: 1,
  preparation: {
    language: 'de',
    category: 'parking',
    reporter: { firstName: 'Jana', phone: '+49 171 2345678' },
    vehicle: { licensePlate: 'KA-PA 777', plateCountry: 'D', odometerKm: 84500 },
    insurance: { coverage: 'unknown', insurer: 'HUK-COBURG' },
    incidentDate: '2026-01-20',
  },
  partner: null,
  forms: [],
  withdrawalNotice: null,
  receipt: null,
};
const changed = (part: Partial<Link['preparation']>): Link => ({ ...prepared, version: 2, preparation: { ...prepared.preparation, ...part } });
const bring = (kept: Draft, link = prepared) => bringLink(kept, link, token, categories);
const opened = bring(newDraft(deviceRandomness, null));

test('a prepared report is the server’s own draft, filled in, and begins at the questions', () => {
  expect(opened).toMatchObject({
    id: prepared.draftId, token, category: 'parking', step: 'questions', furthest: 'questions',
    answers: { incidentDate: '2026-01-20' }, reporter: { firstName: 'Jana' }, vehicle: { licensePlate: 'KA-PA 777', odometerKm: '84500' }, insurance: { insurer: 'HUK-COBURG' },
  });
});

test('what stands in a preparation by itself does not count as filled in', () => {
  expect(opened.vehicle).not.toHaveProperty('type');
  expect(opened.vehicle).not.toHaveProperty('plateCountry');
  expect(opened.insurance).not.toHaveProperty('coverage');
  expect(isPrefilled(opened, 'vehicle.licensePlate')).toBe(true);
  expect(isPrefilled(opened, 'vehicle.type')).toBe(false);
  expect(isPrefilled(bring(opened, changed({ vehicle: { plateCountry: 'D', type: 'car' } })), 'vehicle.type')).toBe(true);
  expect(isPrefilled({ ...opened, vehicle: { licensePlate: 'KA-PA 778' } }, 'vehicle.licensePlate')).toBe(false);
});

test('a renewed link keeps the draft under its new token', () => {
  const typed = { ...opened, answers: { ...opened.answers, incidentDescription: 'Eine Schramme' } };
  expect(bringLink(typed, prepared, 'another-token', categories)).toEqual({ ...typed, token: 'another-token' });
});

test('a field nobody touched follows the workshop, also when it is emptied there; a typed or emptied one stays', () => {
  const typed: Draft = { ...opened, reporter: { ...opened.reporter, firstName: 'Janina', phone: '' } };
  const followed = bring(typed, changed({ reporter: { firstName: 'Hanna', lastName: 'Beispiel', phone: '+49 171 9999999' }, insurance: { coverage: 'fullyComprehensive' } }));
  expect(followed.reporter).toEqual({ firstName: 'Janina', lastName: 'Beispiel', phone: '' });
  expect(followed.insurance).toEqual({ insurer: undefined, coverage: 'fullyComprehensive' });
});

test('the kind of damage follows until one of its questions was answered', () => {
  expect(bring(opened, changed({ category: 'marten' })).category).toBe('marten');
  const answered: Draft = { ...opened, answers: { ...opened.answers, drivable: true } };
  expect(bring(answered, changed({ category: 'marten' })).category).toBe('parking');
  expect(bring({ ...opened, category: 'marten' }, changed({ category: 'parking' })).category).toBe('marten');
});

test('a step that is no longer there leads to the one before it', () => {
  const form = { id: 'f', title: 'Auftrag', language: 'de' as const, concludesContract: false, state: 'open' as const, fields: [], documentId: null, signatureId: null } satisfies Link['forms'][number];
  const signing = bring({ ...opened, step: 'forms', furthest: 'forms' }, { ...prepared, forms: [form] });
  expect(signing.step).toBe('forms');
  expect(bring(signing)).toMatchObject({ step: 'contact', furthest: 'contact' });
});

test('once it is sent nothing of a person comes back onto the device', () => {
  const received = receivedDraft(opened, { reportId: prepared.draftId, reference: prepared.reference, submittedAt: '2026-11-21T12:00:00Z' }, deviceRandomness);
  const again = bring(received, { ...prepared, receipt: { reportId: prepared.draftId, reference: prepared.reference, submittedAt: '2026-11-21T12:00:00Z' } });
  expect(again.receipt?.reference).toBe('SM-2026-000042');
  expect(JSON.stringify([received, again])).not.toMatch(/Jana|2345678|KA-PA|HUK/);
});

test.each([
  [`/m/${token}`, ['m', token]],
  [`/m/${token}.`, ['m', token]],
  [`/s/${token})`, ['s', token]],
  ['/m/short', ['m', 'short']],
  ['/u', ['u', '']],
  ['/u/', ['u', '']],
  ['/', []],
  ['/moped', []],
  ['/portal/m/x', []],
])('the page and token in %s', (pathname, found) => {
  expect(pageAt(pathname)).toEqual(found);
});
