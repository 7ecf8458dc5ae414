import { parseArgs } from 'node:util';
import { defaultVehicleCatalogue } from '@meldewerk/catalogue/default-vehicle';
import { sampleForms } from '@meldewerk/catalogue/sample-forms/sample-forms';
import { defaultSettings } from '@meldewerk/tenants/default-settings';
import { provisionSchema, provisionTenant, SlugTaken, type ProvisionInput } from '@meldewerk/tenants/provision';
import { emailSchema } from '@meldewerk/contract/staff';
import * as v from 'valibot';
import { inviteAccountHolder } from '../../billing/src/server/invite-account-holder.ts';
import { argumentsOf, CommandFault, openInstallation, runCommand } from './installation.ts';

const help = `pnpm tenant:create -- --slug autohaus-beispiel --name "Autohaus Beispiel" \\
    --street "Beispielweg 3" --postal-code 76131 --city Karlsruhe --phone "+49 721 0000000" --email hallo@autohaus.example \\
    --staff-name "Erika Beispiel" --staff-email erika@autohaus.example [--staff-role admin] [--language de] [--prefix AB] \
    [--billing-email buchhaltung@autohaus.example]

Legt eine Werkstatt mit ihrem ersten Mitarbeiter an und gibt den Einladungslink aus (7 Tage gültig, einmal verwendbar).
Creates a workshop with its first staff user and prints the invitation link (valid for 7 days, once).

  --slug         Name in der Adresse: Kleinbuchstaben, Ziffern, Bindestriche / name in the address
  --name         Name der Werkstatt / name of the workshop
  --street, --postal-code, --city, --country (DE)
  --phone, --email         wie Kunden die Werkstatt erreichen / how customers reach the workshop
  --staff-name, --staff-email, --staff-role (admin, clerk, viewer), --language (de, en)
  --billing-email  wer die Rechnungen bekommt und bezahlt: wird per E-Mail eingeladen / who gets and pays the invoices: is invited by e-mail
  --prefix       Buchstaben vor jeder Vorgangsnummer / letters before every reference number (SM)`;

const text = { type: 'string' } as const;
const options = {
  slug: text, name: text, street: text, 'postal-code': text, city: text, country: { ...text, default: 'DE' }, phone: text, email: text,
  'staff-name': text, 'staff-email': text, 'staff-role': { ...text, default: 'admin' }, language: { ...text, default: 'de' }, prefix: { ...text, default: 'SM' }, 'billing-email': text,
  help: { type: 'boolean', short: 'h' },
} as const;
const needed = ['slug', 'name', 'street', 'postal-code', 'city', 'phone', 'email', 'staff-name', 'staff-email'] as const;

const optionOf: Record<string, keyof typeof options> = {
  slug: 'slug', 'settings.name': 'name', 'settings.email': 'email', 'settings.referencePrefix': 'prefix',
  'staff.name': 'staff-name', 'staff.email': 'staff-email', 'staff.role': 'staff-role', 'staff.language': 'language',
};
const advice: Partial<Record<keyof typeof options, string>> = {
  slug: '3 bis 40 Kleinbuchstaben, Ziffern und einzelne Bindestriche, kein reservierter Name / 3 to 40 lower case letters, digits and single hyphens, no reserved name',
  name: 'höchstens 120 Zeichen / 120 characters at most',
  email: 'keine E-Mail-Adresse / not an e-mail address',
  'staff-name': 'höchstens 120 Zeichen / 120 characters at most',
  'staff-email': 'keine E-Mail-Adresse / not an e-mail address',
  'staff-role': 'admin, clerk, viewer',
  language: 'de, en',
  prefix: '2 bis 4 Großbuchstaben / 2 to 4 capital letters',
};

await runCommand(async () => {
  const { values } = parseArgs({ args: argumentsOf(process.argv), options });
  if (values.help) return console.log(help);
  const input = toInput(values);
  const billingEmail = toBillingEmail(values);

  const installation = await openInstallation(process.env);
  try {
    const context = { now: new Date(), newId: () => crypto.randomUUID(), catalogue: defaultVehicleCatalogue, sampleForms };
    const { invitationToken, tenantId } = await provisionTenant(installation.db, context, input);
    if (billingEmail !== null) await inviteAccountHolder({ db: installation.db, now: () => new Date(), newId: context.newId }, { tenantId, email: billingEmail, by: { actor: 'operator' } });
    const origin = installation.originOf(input.slug);
    console.log(`
  ${input.settings.name} ist angelegt / has been created.

  Schaden melden / report a damage   ${origin}
  Portal                             ${origin}/portal
  Einladung / invitation             ${origin}/portal/reset-password#${invitationToken}
                                     ${input.staff.email}, 7 Tage / days
  Abrechnung / billing               ${installation.originOf('billing')}
                                     ${billingWay(billingEmail)}
`);
  } catch (error) {
    if (error instanceof SlugTaken) throw new CommandFault(`--slug: „${input.slug}“ ist vergeben / is taken`);
    throw error;
  } finally {
    await installation.close();
  }
});

function billingWay(email: string | null): string {
  if (email === null) return 'noch niemand eingeladen: operator-Konsole / nobody invited yet: operator console';
  return `${email} wird per E-Mail eingeladen, 14 Tage / is invited by e-mail, 14 days`;
}

type Values = Partial<Record<keyof typeof options, string | boolean>>;

function toBillingEmail(values: Values): string | null {
  const given = String(values['billing-email'] ?? '').trim();
  if (given === '') return null;
  const parsed = v.safeParse(emailSchema, given);
  if (!parsed.success) throw new CommandFault('--billing-email: keine E-Mail-Adresse / not an e-mail address');
  return parsed.output;
}

/** All that is wrong with the options, at once. */
function toInput(values: Values): ProvisionInput {
  const given = (name: keyof typeof options) => String(values[name] ?? '').trim();
  const missing = needed.filter((name) => given(name) === '').map((name) => `--${name}: fehlt / is missing`);
  const name = given('name');
  const contact = {
    address: { street: given('street'), postalCode: given('postal-code'), city: given('city'), country: given('country') },
    phone: given('phone'),
    email: given('email'),
  };
  const input = {
    slug: given('slug'),
    settings: { ...defaultSettings(name, contact), referencePrefix: given('prefix') },
    staff: { name: given('staff-name'), email: given('staff-email'), role: given('staff-role'), language: given('language') },
  };
  const parsed = v.safeParse(provisionSchema, input);
  const malformed = (parsed.issues ?? []).flatMap((issue) => {
    const option = optionOf[v.getDotPath(issue) ?? ''];
    return option && given(option) === '' && missing.length > 0 ? [] : [`--${option ?? v.getDotPath(issue)}: ${advice[option ?? 'slug'] ?? issue.message}`];
  });
  const faults = [...missing, ...new Set(malformed)];
  if (!parsed.success || missing.length > 0) throw new CommandFault(`${faults.map((fault) => `  ${fault}`).join('\n')}\n\n${help}`);
  return input as ProvisionInput;
}
