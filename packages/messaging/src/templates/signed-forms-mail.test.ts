import { expect, test } from 'vitest';
import { workshop } from './examples.fixture.ts';
import { signedFormsMail } from './signed-forms-mail.ts';

const sha256 = 'c4cd8385'.repeat(8);
const about = { workshop, customerName: 'Jana Köhler', reference: 'SM-2026-000123', forms: [{ title: 'Reparaturauftrag', sha256 }, { title: 'Abtretung <der> Kosten', sha256 }] };

test('the customer reads which forms are signed by both, that they are attached, and the hash of each file', () => {
  const mail = signedFormsMail({ language: 'de', ...about });
  expect(mail.subject).toBe('Ihre unterschriebenen Formulare zu SM-2026-000123');
  for (const said of ['Guten Tag Jana Köhler', 'Reparaturauftrag', 'Abtretung <der> Kosten', 'mit beiden Unterschriften', sha256]) expect(mail.text).toContain(said);
  expect(mail.html).toContain('Abtretung &lt;der&gt; Kosten');
});

test('a file that is too large for a mail is named in it, with the way to it', () => {
  expect(signedFormsMail({ language: 'de', ...about }).text).not.toContain('Zu groß');
  expect(signedFormsMail({ language: 'de', ...about, leftOut: ['SM-2026-000123_Scan.pdf'] }).text).toContain('Zu groß für eine E-Mail und deshalb nicht dabei: SM-2026-000123_Scan.pdf.');
});

test('in English no German is left in it but the titles', () => {
  const { subject, text } = signedFormsMail({ language: 'en', ...about, forms: [] });
  expect(`${subject} ${text}`).not.toMatch(/\b(der|die|das|und|Sie|Ihre?)\b/);
});
