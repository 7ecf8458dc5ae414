import { createHmac } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { serve as serveNode } from '@hono/node-server';
import { startLocalDatabase } from '@meldewerk/db/local-database';
import { appUrlOf, migrate } from '@meldewerk/db/migrate';
import { originOf, type Config } from '../config.ts';
import { run, type Running } from '../run.ts';
import { PortTaken } from '../server.ts';
import { goAlong } from './go-along.ts';
import { buildBundles } from './bundles.ts';
import { demoAccountHolder } from './seed-accounts.ts';
import { demoOperator } from './seed-operator.ts';
import { demoStaff, demoTenant, seedDemo } from './seed.ts';
import { welcome } from './welcome.ts';

const simulatedWebhookSecret = `whsec_${Buffer.from('only-for-the-simulated-mailbox').toString('base64')}`;
const simulatedChargebeePassword = 'only-for-the-simulated-debits';

/** Everything on one machine: database, simulated vendors where no credentials are set, demo data, bundles, server and worker. */
export async function startLocally(config: Config): Promise<Running> {
  const startedAt = performance.now();
  const say = (text: string) => process.stdout.write(`  ${text}\n`);
  await refuseTakenPort(config.http);
  await mkdir(config.dataFolder, { recursive: true });

  const stops: (() => Promise<unknown>)[] = [];
  const stopAll = async () => {
    for (const stop of stops.reverse()) await stop();
  };
  try {
    const [database] = await Promise.all([
      config.database.ownerUrl ? { ownerUrl: config.database.ownerUrl, where: 'DATABASE_URL', stop: async () => {} } : startLocalDatabase(config.dataFolder),
      buildBundles((name) => say(`building ${name} …`)),
    ]);
    stops.push(database.stop);
    const appPassword = createHmac('sha256', config.secret).update('database role').digest('base64url');
    const ran = await migrate(database.ownerUrl, config.database.appUrl ? null : appPassword);
    if (ran.length > 0) say(`migrated: ${ran.join(', ')}`);
    const appUrl = config.database.appUrl ?? appUrlOf(database.ownerUrl, appPassword);

    const { startSimulators } = await import('@meldewerk/simulators/start');
    const simulators = await startSimulators({
      ...(config.simulatorsPort && { port: config.simulatorsPort }),
      stateFile: join(config.dataFolder, 'simulators.jsonl'),
      now: () => new Date(),
      resendWebhook: { url: `${originOf(config, null)}/api/webhooks/resend`, secret: simulatedWebhookSecret },
      chargebeeWebhook: { url: `${originOf(config, null)}/api/webhooks/chargebee`, user: 'chargebee', password: simulatedChargebeePassword },
      pagesUrl: originOf(config, 'simulators'),
      tickMs: 5000,
    });
    stops.push(() => simulators.close());
    const { createForeignWebsite } = await import('@meldewerk/simulators/foreign-website/create-foreign-website');
    const website = serveNode({ fetch: createForeignWebsite({ widgetOrigin: originOf(config, demoTenant) }).fetch, hostname: '127.0.0.1', port: 0 });
    stops.push(() => new Promise((resolve) => website.close(resolve)));
    const websitePort = await portOf(website);

    const vendors = {
      resend: config.resend ?? { apiKey: 're_simulated', from: 'Meldewerk <meldungen@meldewerk.example>', baseUrl: simulators.resendUrl, webhookSecret: simulatedWebhookSecret },
      twilio: config.twilio ?? { accountSid: `AC${'0'.repeat(32)}`, authToken: 'simulated', from: '+4915735990000', messagingServiceSid: undefined, baseUrl: simulators.twilioUrl },
    };
    const billing = config.billing && {
      ...config.billing,
      chargebee: config.billing.chargebee ?? { site: 'meldewerk-simuliert', apiKey: 'test_simulated', baseUrl: simulators.chargebeeUrl, gatewayAccountId: 'gw_simulated', itemFamilyId: undefined, webhook: { user: 'chargebee', password: simulatedChargebeePassword } },
      ...(!config.billing.chargebee && { stripe: { secretKey: 'rk_test_simulated', publishableKey: 'pk_test_simulated', baseUrl: simulators.stripeUrl }, routes: ['inline' as const, 'hosted' as const] }),
    };
    const complete = { ...config, ...vendors, billing };
    const places = {
      page: originOf(config, demoTenant),
      portal: `${originOf(config, demoTenant)}/portal`,
      website: `http://127.0.0.1:${websitePort}/`,
      simulators: originOf(config, 'simulators'),
      docs: `${originOf(config, demoTenant)}/docs`,
      billing: originOf(config, 'billing'),
      operator: originOf(config, 'operator'),
    };
    await seedDemo(complete, appUrl, say);
    // Where money is simulated, before somebody works jobs off: the past of the accounts is lived through by its own clock.
    const simulatesMoney = billing !== null && !config.billing?.chargebee;
    if (simulatesMoney) await (await import('./seed-billing.ts')).seedBilling(complete, appUrl, simulators, say);
    const { site } = simulators.chargebee;
    const running = await run(complete, { owner: database.ownerUrl, app: appUrl }, {
      hosts: { simulators: simulators.fetch },
      landingLinks: [
        { href: places.page, label: { de: 'Beispielwerkstatt: Schaden melden', en: 'Sample workshop: report a damage' } },
        { href: places.portal, label: { de: 'Beispielwerkstatt: Portal', en: 'Sample workshop: portal' } },
        { href: places.website, label: { de: 'Fremde Website mit eingebettetem Widget', en: "Somebody else's website with the widget embedded" } },
        { href: places.simulators, label: { de: 'Simuliertes Telefon und Postfach', en: 'Simulated phone and mailbox' } },
        ...(simulatesMoney ? [
          { href: places.billing, label: { de: 'Abrechnungsportal', en: 'Billing portal' } },
          { href: places.operator, label: { de: 'Betreiberkonsole', en: "Operator's console" } },
        ] : []),
        { href: `${places.simulators}/payments`, label: { de: 'Simuliertes Zahlungskonto', en: 'Simulated payment account' } },
      ],
    }, simulatesMoney ? { businessClock: site } : {});
    stops.push(() => running.stop());
    if (simulatesMoney && config.processes.worker) {
      const companion = goAlong(database.ownerUrl);
      site.companion = companion.halt;
      stops.push(companion.close);
    }

    const money = simulatesMoney ? { accountHolder: demoAccountHolder, operator: demoOperator } : null;
    welcome({ places, staff: demoStaff, money, database: database.where, simulated: { mail: !config.resend, sms: !config.twilio }, seconds: (performance.now() - startedAt) / 1000 });
    return { port: running.port, stop: stopAll };
  } catch (error) {
    await stopAll();
    throw error;
  }
}

/** Said before anything else is started, not after half a minute. */
async function refuseTakenPort({ host, port }: Config['http']): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' ? new PortTaken(port) : error));
    probe.listen(port, host, resolve);
  });
  await new Promise((resolve) => probe.close(resolve));
}

async function portOf(server: ReturnType<typeof serveNode>): Promise<number> {
  if (!server.listening) await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
