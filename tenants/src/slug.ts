import * as v from 'valibot';

/** Labels the installation keeps for itself, and names that would pass for somebody else's. */
const reserved = new Set([
  'www', 'api', 'app', 'admin', 'administrator', 'billing', 'operator', 'portal', 'simulators', 'demo-website', 'mail', 'smtp', 'imap', 'ftp', 'ns1', 'ns2',
  'dns', 'docs', 'help', 'hilfe', 'support', 'status', 'static', 'assets', 'cdn', 'media', 'auth', 'login', 'sso', 'account', 'accounts', 'konto',
  'root', 'system', 'intern', 'internal', 'test', 'staging', 'dev', 'localhost', 'autodiscover', 'autoconfig', 'webmail', 'postmaster', 'hostmaster',
  'abuse', 'security', 'meldewerk', 'widget', 'webhooks', 'hooks', 'uploads', 'files', 'blog', 'shop', 'impressum', 'datenschutz',
]);

/** The host label of a tenant: lower case letters, digits and single hyphens, 3 to 40 characters, no punycode. */
export const slugSchema = v.pipe(
  v.string(),
  v.minLength(3),
  v.maxLength(40),
  v.regex(/^[a-z0-9](-?[a-z0-9])*$/),
  v.check((slug) => !slug.startsWith('xn--') && !reserved.has(slug), 'reserved'),
);
