import { createHmac } from 'node:crypto';
import { appUrlOf, migrate } from '@meldewerk/db/migrate';
import { ConfigFault, readConfig, type Config } from './config.ts';
import { giveBackMemory } from './give-back-memory.ts';
import { run, type Running } from './run.ts';
import { PortTaken } from './server.ts';

/** Production runs against what its settings name; everything else is a local start that brings what is missing. */
async function start(config: Config): Promise<Running> {
  if (!config.production) {
    const { startLocally } = await import('./local/start.ts');
    return startLocally(config);
  }
  const owner = config.database.ownerUrl;
  if (!owner) throw new ConfigFault(['production needs DATABASE_URL']);
  const appPassword = createHmac('sha256', config.secret).update('database role').digest('base64url');
  await migrate(owner, appPassword);
  return run(config, { owner, app: config.database.appUrl ?? appUrlOf(owner, appPassword) });
}

let running: Promise<Running> | null = null;
let stopping = false;

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  const started = await running?.catch(() => null);
  await started?.stop();
  process.exit(0);
}

process.on('SIGINT', stop);
process.on('SIGTERM', stop);
process.on('SIGHUP', stop);

try {
  running = start(readConfig(process.env));
  await running;
  giveBackMemory();
} catch (error) {
  if (error instanceof PortTaken) console.error(`\n  ${error.message}: stop what listens there, or choose another one with PORT=3001.\n`);
  else if (error instanceof ConfigFault) console.error(`\n${error.message}\n`);
  else console.error(error);
  process.exit(1);
}
