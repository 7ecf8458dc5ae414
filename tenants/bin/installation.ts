import { resolve } from 'node:path';
import { connect, type Database } from '@meldewerk/db/client';
import { visitLocalDatabase } from '@meldewerk/db/local-database';

/** What a command can say in one sentence; nobody wants its stack. */
export class CommandFault extends Error {}

export type Installation = {
  db: Database;
  /** `https://karosserie-muster.example.de` */
  originOf(slug: string): string;
  close(): Promise<void>;
};

type Environment = Record<string, string | undefined>;

/** The installation a command works on: the database of DATABASE_URL, or the one of the local start, running or not. */
export async function openInstallation(env: Environment): Promise<Installation> {
  const local = env['DATABASE_URL'] ? null : await visitLocalDatabase(resolve(env['DATA_FOLDER'] || '.data'));
  const ownerUrl = env['DATABASE_URL'] || local?.ownerUrl;
  if (!ownerUrl) throw new CommandFault('Es gibt noch keine Datenbank: einmal „pnpm start“ ausführen oder DATABASE_URL setzen.\nThere is no database yet: run "pnpm start" once, or set DATABASE_URL.');
  const client = connect(ownerUrl, { poolSize: 1 });
  const close = async () => {
    await client.close();
    await local?.stop();
  };
  try {
    const [migrated] = await client.sql`select to_regclass('tenants') as tenants`;
    if (migrated?.['tenants'] === null) throw new CommandFault('Die Datenbank ist noch leer: einmal „pnpm start“ ausführen.\nThe database is still empty: run "pnpm start" once.');
    return { db: client.db, originOf: (slug) => originOf(env, slug), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function originOf(env: Environment, slug: string): string {
  const protocol = env['PUBLIC_PROTOCOL'] || 'http';
  const port = env['PUBLIC_PORT'] || (protocol === 'https' ? '443' : env['PORT'] || '3000');
  // A URL leaves the port out where it is the protocol's own.
  return new URL(`${protocol}://${slug}.${env['BASE_DOMAIN'] || 'localhost'}:${port}`).origin;
}

/** `pnpm … -- --slug x` hands the two dashes over as well. */
export function argumentsOf(argv: string[]): string[] {
  const args = argv.slice(2);
  return args[0] === '--' ? args.slice(1) : args;
}

/** Runs a command to its exit code; what is the caller's fault is said in a sentence. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const isUsage = error instanceof CommandFault || (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
    if (isUsage) console.error(`\n${error.message}\n`);
    else console.error(error);
    process.exitCode = 1;
  }
}
