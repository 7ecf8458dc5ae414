import { parseArgs } from 'node:util';
import { disableOperator, inviteOperator, listOperators } from '@meldewerk/tenants/operators';
import * as v from 'valibot';
import { argumentsOf, CommandFault, openInstallation, runCommand, type Installation } from './installation.ts';

const help = `pnpm operator -- list
pnpm operator -- create --email erika@betreiber.example --name "Erika Betreiber" [--language de]
pnpm operator -- disable --email erika@betreiber.example

Wer in die Betreiberkonsole darf. „create“ gibt einen Link aus, mit dem das Passwort gesetzt wird (7 Tage, einmal); noch
einmal aufgerufen macht es einen neuen.
Who may use the operator's console. "create" prints a link that sets the password (7 days, once); called again it makes a new one.`;

const options = { email: { type: 'string' }, name: { type: 'string' }, language: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;
type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

const verbs: Record<string, (installation: Installation, values: Values) => Promise<string>> = {
  async list({ db }) {
    const all = await listOperators(db);
    if (all.length === 0) return '  Noch niemand / nobody yet.';
    return all.map(({ name, email, passwordHash, disabledAt }) => `  ${name} <${email}>${disabledAt ? ' – gesperrt / disabled' : passwordHash === null ? ' – eingeladen / invited' : ''}`).join('\n');
  },
  async create({ db, originOf }, { email = '', name = '', language }) {
    const input = { email, name, language: language === 'en' ? ('en' as const) : ('de' as const) };
    try {
      const { token } = await inviteOperator(db, { now: new Date(), newId: () => crypto.randomUUID() }, input);
      return `  ${name} <${email}>\n  Passwort setzen / set a password   ${originOf('operator')}/password#${token}\n                                     7 Tage, einmal / 7 days, once`;
    } catch (error) {
      if (error instanceof v.ValiError) throw new CommandFault(`  --email, --name: fehlt oder stimmt nicht / missing or not right\n\n${help}`);
      throw error;
    }
  },
  async disable({ db }, { email = '' }) {
    if (!(await disableOperator(db, email, new Date()))) throw new CommandFault(`  --email: „${email}“ hat keinen Zugang / has no account`);
    return `  ${email} ist gesperrt / is disabled.`;
  },
};

await runCommand(async () => {
  const { values, positionals } = parseArgs({ args: argumentsOf(process.argv), options, allowPositionals: true });
  const verb = verbs[positionals[0] ?? ''];
  if (values.help || !verb) return console.log(help);
  const installation = await openInstallation(process.env);
  try {
    console.log(`\n${await verb(installation, values)}\n`);
  } finally {
    await installation.close();
  }
});
