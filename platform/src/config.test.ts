import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigFault, originOf, readConfig } from './config.ts';

const production = {
  NODE_ENV: 'production', BASE_DOMAIN: 'meldungen.example.de', PUBLIC_PROTOCOL: 'https', SECRET: 'x'.repeat(48), DATABASE_URL: 'postgres://owner:pw@db/meldewerk',
  RESEND_API_KEY: 're_1', EMAIL_FROM: 'a@b.example', OPERATOR_EMAIL: 'betreiber@b.example', TWILIO_ACCOUNT_SID: `AC${'a'.repeat(32)}`, TWILIO_AUTH_TOKEN: 't', TWILIO_FROM: 'Werkstatt',
  CHARGEBEE_SITE: 'meldewerk', CHARGEBEE_API_KEY: 'live_1', CHARGEBEE_WEBHOOK_USER: 'cb', CHARGEBEE_WEBHOOK_PASSWORD: 'x'.repeat(20), CHARGEBEE_GATEWAY_ACCOUNT_ID: 'gw_1', CREDITOR_NAME: 'Meldewerk GmbH', CREDITOR_ID: 'DE98ZZZ09999999999',
};

function faultsOf(env: Record<string, string>): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigFault) return error.faults;
    throw error;
  }
}

test('a complete production configuration is accepted and makes https links without a port', () => {
  const config = readConfig(production);
  expect(originOf(config, 'karosserie-muster')).toBe('https://karosserie-muster.meldungen.example.de');
});

test('production refuses simulators, the default secret and http links, all at once', () => {
  const faults = faultsOf({ NODE_ENV: 'production' });
  for (const word of ['DATABASE_URL', 'SECRET', 'PUBLIC_PROTOCOL', 'BASE_DOMAIN', 'RESEND_API_KEY', 'TWILIO_ACCOUNT_SID']) {
    expect(faults.join('\n'), word).toContain(word);
  }
});

test.each([
  ['a vendor pointed at a simulator', { RESEND_BASE_URL: 'http://127.0.0.1:4000' }, 'simulators'],
  ['half a vendor', { TWILIO_AUTH_TOKEN: '' }, 'TWILIO'],
  ['simulated debits', { CHARGEBEE_BASE_URL: 'http://127.0.0.1:4000' }, 'simulators'],
  ['half of what billing needs', { CREDITOR_ID: '' }, 'CREDITOR_ID'],
  ['a creditor identifier that is none', { CREDITOR_ID: 'geheim' }, 'CREDITOR_ID'],
  ['an IBAN field without Stripe', { MANDATE_ROUTES: 'inline' }, 'STRIPE_SECRET_KEY'],
  ['a webhook secret that is none', { RESEND_WEBHOOK_SECRET: 'geheim' }, 'RESEND_WEBHOOK_SECRET'],
  ['S3 without a bucket', { BLOB_STORE: 's3' }, 'S3_BUCKET'],
  ['a port that is none', { PORT: '99999' }, 'PORT'],
  ['a short secret', { SECRET: 'short' }, 'SECRET'],
])('production refuses %s', (_, change, word) => {
  expect(faultsOf({ ...production, ...change } as Record<string, string>).join('\n')).toContain(word);
});

test('an installation may charge nothing, if it says so', () => {
  const without = Object.fromEntries(Object.entries(production).filter(([name]) => !/^(CHARGEBEE|CREDITOR)_/.test(name)));
  expect(faultsOf(without).join()).toContain('BILLING=off');
  expect(readConfig({ ...without, BILLING: 'off' }).billing).toBeNull();
});

test('an empty variable is the same as none', () => {
  expect(readConfig({ PORT: '', BASE_DOMAIN: ' ' }).http).toMatchObject({ port: 3000, baseDomain: 'localhost' });
});

test('the example names every setting there is, and no other', () => {
  const example = readFileSync(join(import.meta.dirname, '..', '..', '.env.example'), 'utf8');
  const named = [...example.matchAll(/^([A-Z0-9_]+)=/gm)].map(([, name]) => name).sort();
  const source = readFileSync(join(import.meta.dirname, 'config.ts'), 'utf8');
  const known = [...source.matchAll(/^ {2}([A-Z0-9_]+): v\./gm)].map(([, name]) => name).sort();
  expect(named).toEqual(known);
});
