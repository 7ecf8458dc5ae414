import { createHmac } from 'node:crypto';
import { appUrlOf, migrate, RolesOutOfReach } from '@meldewerk/db/migrate';
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
  await migrate(owner, config.database.appUrl ? null : appPassword);
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
  else if (error instanceof ConfigFault || error instanceof RolesOutOfReach) console.error(`\n${error.message}\n`);
  else if (isUnreachable(error)) console.error('\n  The database of DATABASE_URL does not answer.\n');
  else console.error(error);
  process.exit(1);
}

function isUnreachable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['ECONNREFUSED', 'ENOTFOUND', 'CONNECT_TIMEOUT', 'EHOSTUNREACH'].includes(String(error.code));
}
