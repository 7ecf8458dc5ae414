import { parseArgs } from 'node:util';
import { sql } from 'drizzle-orm';
import { argumentsOf, CommandFault, openInstallation, runCommand, type Installation } from './installation.ts';

const help = `pnpm billing:events -- list
pnpm billing:events -- retry --id ev_16BfK…
pnpm billing:events -- reconcile

Was Chargebee gemeldet hat und nicht ausgewertet ist; ein Ereignis noch einmal auswerten; die Liste der Ereignisse jetzt lesen
statt erst heute Nacht. Ausgewertet wird von der laufenden Anwendung.
What Chargebee has told and is not worked off; work an event off once more; read the list of events now instead of tonight. The
running application does the work.`;

const options = { id: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;

const verbs: Record<string, (installation: Installation, id: string) => Promise<string>> = {
  async list({ db }) {
    const open = await db.execute<{ id: string; event_type: string; received_at: Date; failure_code: string | null; attempt_count: number }>(
      sql`select id, event_type, received_at, failure_code, attempt_count from chargebee_events where applied_at is null and ignored_at is null order by received_at limit 100`,
    );
    if (open.length === 0) return '  Alles ausgewertet / everything is worked off.';
    return open.map((event) => `  ${event.id}  ${event.event_type}  ${new Date(event.received_at).toISOString()}  ${event.failure_code ?? '–'} (${event.attempt_count})`).join('\n');
  },
  async retry({ db }, id) {
    const [known] = await db.execute(sql`select 1 from chargebee_events where id = ${id}`);
    if (!known) throw new CommandFault(`  --id: das Ereignis gibt es hier nicht / there is no such event\n\n${help}`);
    await db.execute(sql`select enqueue_job('apply-chargebee-event', ${JSON.stringify({ eventId: id, again: true })}::json, ${`apply-chargebee-event/${id}`})`);
    return '  Wird ausgewertet / is being worked off.';
  },
  async reconcile({ db }) {
    await db.execute(sql`select enqueue_job('reconcile-chargebee', '{}'::json, 'reconcile-chargebee')`);
    return '  Die Liste wird gelesen / the list is being read.';
  },
};

await runCommand(async () => {
  const { values, positionals } = parseArgs({ args: argumentsOf(process.argv), options, allowPositionals: true });
  const verb = verbs[positionals[0] ?? ''];
  if (values.help || !verb) return console.log(help);
  const installation = await openInstallation(process.env);
  try {
    console.log(`\n${await verb(installation, values.id ?? '')}\n`);
  } finally {
    await installation.close();
  }
});
