type Welcome = {
  places: { page: string; portal: string; website: string; simulators: string; docs: string };
  staff: { email: string; password: string; role: string }[];
  database: string;
  simulated: { mail: boolean; sms: boolean };
  seconds: number;
};

/** The table a local start ends with: what runs where, and how to get in. */
export function welcome({ places, staff, database, simulated, seconds }: Welcome): void {
  const simulatedNames = [...(simulated.mail ? ['E-Mail (Resend)'] : []), ...(simulated.sms ? ['SMS (Twilio)'] : [])];
  const rows: [string, string][] = [
    ['Schaden melden (Kunde)', places.page],
    ['Portal (Werkstatt)', places.portal],
    ...staff.map(({ email, password, role }): [string, string] => [`  Anmeldung (${role})`, `${email}  /  ${password}`]),
    ['Fremde Website mit Widget', places.website],
    ['Telefon und Postfach', simulatedNames.length > 0 ? places.simulators : 'echte Anbieter'],
    ['API-Beschreibung', places.docs],
    ['Datenbank', database],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(([name, value]) => `  ${name.padEnd(width)}   ${value}`);
  const note = simulatedNames.length > 0 ? `  Simuliert, nichts wird wirklich verschickt: ${simulatedNames.join(' und ')}.\n` : '';
  process.stdout.write(`\n  Meldewerk läuft (${seconds.toFixed(1)} s)\n\n${lines.join('\n')}\n\n${note}  Beenden mit Strg-C.\n\n`);
}
