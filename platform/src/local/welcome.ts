type Welcome = {
  places: { page: string; portal: string; website: string; simulators: string; docs: string; billing: string; operator: string };
  /** Who pays and who runs the installation, where that is seeded. */
  money: { accountHolder: string; operator: { email: string; password: string } } | null;
  staff: { email: string; password: string; role: string }[];
  database: string;
  simulated: { mail: boolean; sms: boolean };
  seconds: number;
};

/** The table a local start ends with: what runs where, and how to get in. */
export function welcome({ places, staff, money, database, simulated, seconds }: Welcome): void {
  const simulatedNames = [...(simulated.mail ? ['E-Mail (Resend)'] : []), ...(simulated.sms ? ['SMS (Twilio)'] : []), ...(money ? ['Zahlungen (Chargebee, Stripe)'] : [])];
  const rows: [string, string][] = [
    ['Schaden melden (Kunde)', places.page],
    ['Portal (Werkstatt)', places.portal],
    ...staff.map(({ email, password, role }): [string, string] => [`  Anmeldung (${role})`, `${email}  /  ${password}`]),
    ['Fremde Website mit Widget', places.website],
    ['Telefon und Postfach', simulated.mail || simulated.sms ? places.simulators : 'echte Anbieter'],
    ...(money
      ? ([
          ['Abrechnung (wer bezahlt)', places.billing],
          ['  Anmeldung per E-Mail', `${money.accountHolder}  (Code im Postfach)`],
          ['Betreiberkonsole', places.operator],
          ['  Anmeldung', `${money.operator.email}  /  ${money.operator.password}`],
          ['Zahlungskonto', `${places.simulators}/payments`],
        ] satisfies [string, string][])
      : []),
    ['API-Beschreibung', places.docs],
    ['Datenbank', database],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(([name, value]) => `  ${name.padEnd(width)}   ${value}`);
  const note = simulatedNames.length > 0 ? `  Simuliert, nichts wird wirklich verschickt oder abgebucht: ${new Intl.ListFormat('de').format(simulatedNames)}.\n` : '';
  process.stdout.write(`\n  Meldewerk läuft (${seconds.toFixed(1)} s)\n\n${lines.join('\n')}\n\n${note}  Beenden mit Strg-C.\n\n`);
}
