import { readConfig } from '@meldewerk/platform/config';
import { run } from '@meldewerk/platform/run';

/** The product in a process of its own, as in production; its caller names databases and settings. */
const { OWNER_URL, APP_URL, ...env } = process.env;
if (!OWNER_URL || !APP_URL) throw new Error('OWNER_URL and APP_URL name the database');
const running = await run(readConfig(env), { owner: OWNER_URL, app: APP_URL });
process.send?.('ready');
process.on('disconnect', () => void running.stop().then(() => process.exit(0)));
