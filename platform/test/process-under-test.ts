import { readConfig } from '../src/config.ts';
import { run } from '../src/run.ts';

/** The platform as a process of its own that can be killed: server and worker against the databases and vendors a test names. */
const { OWNER_URL, APP_URL, ...env } = process.env;
if (!OWNER_URL || !APP_URL) throw new Error('OWNER_URL and APP_URL name the database');
const running = await run(readConfig(env), { owner: OWNER_URL, app: APP_URL });
process.send?.({ port: running.port });
process.on('SIGTERM', () => void running.stop().then(() => process.exit(0)));
