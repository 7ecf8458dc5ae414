import { parseArgs } from 'node:util';
import { findTenantBySlug } from '@meldewerk/tenants/find';
import { suspendTenant } from '@meldewerk/tenants/suspend';
import { argumentsOf, CommandFault, openInstallation, runCommand } from './installation.ts';

const help = `pnpm tenant:suspend -- --slug autohaus-beispiel [--resume]

Nimmt eine Werkstatt vom Netz; ihre Daten bleiben. --resume schaltet sie wieder frei. Wirkt nach spätestens zehn Sekunden.
Takes a workshop off the net; its data stays. --resume brings it back. Takes effect within ten seconds.`;

await runCommand(async () => {
  const { values } = parseArgs({ args: argumentsOf(process.argv), options: { slug: { type: 'string' }, resume: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } });
  if (values.help) return console.log(help);
  const { slug, resume = false } = values;
  if (!slug) throw new CommandFault(`  --slug: fehlt / is missing\n\n${help}`);

  const installation = await openInstallation(process.env);
  try {
    const tenant = await findTenantBySlug(installation.db, slug);
    if (!tenant) throw new CommandFault(`--slug: es gibt keine Werkstatt „${slug}“ / there is no such workshop`);
    await suspendTenant(installation.db, tenant.id, resume ? null : (tenant.suspendedAt ?? new Date()));
    console.log(resume ? `\n  ${tenant.settings.name} ist wieder erreichbar / is reachable again.\n` : `\n  ${tenant.settings.name} ist gesperrt / is suspended.\n`);
  } finally {
    await installation.close();
  }
});
