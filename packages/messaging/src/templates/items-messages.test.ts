import { expect, test } from 'vitest';
import { workshop } from './examples.fixture.ts';
import { measureSms } from './gsm-text.ts';
import { itemsMail } from './items-mail.ts';
import { itemsSms } from './items-sms.ts';

const url = 'https://karosserie-muster.meldewerk.example/s/aB3dE5fG7hJ9kL1mN3pQ5r';

test.each(['request', 'reminder'] as const)('the SMS (%s) says how much is missing and where to give it, in one message, however long the workshop is called', (kind) => {
  for (const name of [workshop.name, 'Karosserie- und Lackierfachbetrieb Schöneberger & Söhne Inhaber Maximilian Schöneberger e. K.']) {
    const { text } = itemsSms({ language: 'de', workshop: { name }, kind, count: 3, reference: 'SM-2026-000123', url });
    expect(measureSms(text)).toMatchObject({ segments: 1, encoding: 'gsm7' });
    expect(text).toContain('fehlen noch 3 Angaben');
    expect(text.endsWith(url)).toBe(true);
  }
  expect(itemsSms({ language: 'en', workshop, kind, count: 1, reference: 'SM-2026-000123', url }).text).toContain('One detail is still missing');
});

test('the mail names each thing with its reason, and greets nobody with an advertisement', () => {
  const mail = itemsMail({ language: 'de', workshop, kind: 'request', customerName: 'https://example.org Köhler', reference: 'SM-2026-000123', url, note: 'Danke vorab!', items: [{ label: 'Kilometerstand', reason: 'unscharf' }, { label: '<b>Nummer</b>', reason: 'fehlt' }] });
  expect(mail.subject).toBe('Zu SM-2026-000123 fehlen noch 2 Angaben');
  for (const said of ['Kilometerstand', 'unscharf', 'Danke vorab!', url]) expect(mail.text).toContain(said);
  expect(mail.text).not.toContain('https://example.org');
  expect(mail.html).not.toContain('<b>Nummer');
});
