import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { partnerKinds } from '@meldewerk/contract/partner';
import { findTenantBySlug } from '@meldewerk/tenants/find';
import { activatePartner, deactivatePartner, findPartner, listPartners, savePartner } from '@meldewerk/tenants/partners';
import { argumentsOf, CommandFault, openInstallation, runCommand, type Installation } from './installation.ts';

const help = `pnpm partners -- list
pnpm partners -- add --name "Flotte Süd" --kind fleet          (${partnerKinds.join(', ')})
pnpm partners -- rename --name "Flotte Süd" --to "Flotte Südwest"
pnpm partners -- disable --name "Flotte Süd"     pnpm partners -- enable --name "Flotte Süd"
pnpm partners -- activate --slug karosserie-muster --name DMS [--email meldungen@dms.example]
pnpm partners -- deactivate --slug karosserie-muster --name DMS

Steuerer, Leasinggesellschaften und andere Partner der Installation, und welche eine Werkstatt nutzen darf.
Ohne --email steht der Partner zur Wahl, bekommt aber keine Nachricht.
Partners of the installation, and which of them a workshop may use. Without --email a partner can be chosen but is told nothing.`;

const options = { name: { type: 'string' }, kind: { type: 'string' }, to: { type: 'string' }, slug: { type: 'string' }, email: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;
type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

const verbs: Record<string, (installation: Installation, values: Values) => Promise<string>> = {
  async list({ db }) {
    const all = await listPartners(db);
    return all.map(({ name, kind, disabledAt }) => `  ${name} (${kind})${disabledAt ? ' – außer Dienst / disabled' : ''}`).join('\n');
  },
  async add({ db }, { name, kind }) {
    if (!name || !kind) throw new CommandFault(`  --name, --kind: fehlt / is missing\n\n${help}`);
    if (await findPartner(db, name)) throw new CommandFault(`--name: „${name}“ gibt es schon / exists already`);
    await savePartner(db, { id: randomUUID(), name, kind, disabledAt: null });
    return `  ${name} ist aufgenommen / has been added.`;
  },
  async rename({ db }, { name, to }) {
    const partner = await known({ db }, name);
    if (!to) throw new CommandFault('  --to: fehlt / is missing');
    await savePartner(db, { ...partner, name: to });
    return `  ${partner.name} → ${to}`;
  },
  async disable({ db }, { name }) {
    const partner = await known({ db }, name);
    await savePartner(db, { ...partner, disabledAt: partner.disabledAt ?? new Date() });
    return `  ${partner.name} ist außer Dienst / is disabled.`;
  },
  async enable({ db }, { name }) {
    const partner = await known({ db }, name);
    await savePartner(db, { ...partner, disabledAt: null });
    return `  ${partner.name} ist wieder im Dienst / is enabled again.`;
  },
  async activate({ db }, { name, slug, email }) {
    const partner = await known({ db }, name);
    if (partner.disabledAt) throw new CommandFault(`${partner.name} ist außer Dienst / is disabled`);
    const tenant = await workshop({ db }, slug);
    await activatePartner(db, tenant.id, partner.id, { email: email ?? null, now: new Date() });
    return `  ${partner.name} ist für ${tenant.settings.name} freigeschaltet / is activated${email ? ` (${email})` : ''}.`;
  },
  async deactivate({ db }, { name, slug }) {
    const partner = await known({ db }, name);
    const tenant = await workshop({ db }, slug);
    await deactivatePartner(db, tenant.id, partner.id, new Date());
    return `  ${partner.name} ist für ${tenant.settings.name} abgeschaltet / is deactivated.`;
  },
};

await runCommand(async () => {
  const { values, positionals } = parseArgs({ args: argumentsOf(process.argv), options, allowPositionals: true });
  const verb = verbs[positionals[0] ?? ''];
  if (values.help || !verb) return console.log(help);
  const installation = await openInstallation(process.env);
  try {
    console.log(`\n${await verb(installation, values)}\n`);
  } catch (error) {
    throw error instanceof Error && error.name === 'ValiError' ? new CommandFault(error.message) : error;
  } finally {
    await installation.close();
  }
});

async function known({ db }: Pick<Installation, 'db'>, name: string | undefined) {
  const partner = name ? await findPartner(db, name) : null;
  if (!partner) throw new CommandFault(`--name: es gibt keinen Partner „${name ?? ''}“ / there is no such partner`);
  return partner;
}

async function workshop({ db }: Pick<Installation, 'db'>, slug: string | undefined) {
  const tenant = slug ? await findTenantBySlug(db, slug) : null;
  if (!tenant) throw new CommandFault(`--slug: es gibt keine Werkstatt „${slug ?? ''}“ / there is no such workshop`);
  return tenant;
}
