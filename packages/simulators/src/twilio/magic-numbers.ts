/** What happens to a number. `refused`: the API answers with the code. `undelivered`: accepted, and lost on the way. */
export type Fate = { kind: 'refused' | 'undelivered'; code: number };

/** Twilio's own test numbers (twilio.com/docs/iam/test-credentials). */
const testNumbers: Record<string, Fate> = {
  '+15005550001': { kind: 'refused', code: 21211 },
  '+15005550002': { kind: 'refused', code: 21612 },
  '+15005550003': { kind: 'refused', code: 21408 },
  '+15005550004': { kind: 'refused', code: 21610 },
  '+15005550009': { kind: 'refused', code: 21614 },
};

export const refusals: Record<number, string> = {
  20429: 'Too many requests',
  21211: "The 'To' number is not a valid phone number.",
  21408: 'Permission to send an SMS has not been enabled for the region indicated by the To number',
  21610: 'Attempt to send to unsubscribed recipient',
  21612: "Message cannot be sent with the current combination of 'To' and/or 'From' parameters",
  21614: "'To' number is not a valid mobile number",
};
const losses = [30003, 30004, 30005, 30006, 30007, 30008];

/** `0150 000` and a code of five digits: a German mobile number that anybody can type into the form. */
const germanNumber = /^\+49150000(\d{5})$/;

/** What a number was made for; undefined for every ordinary one. */
export function readMagicNumber(to: string): Fate | undefined {
  const code = Number(germanNumber.exec(to)?.[1]);
  if (code in refusals) return { kind: 'refused', code };
  if (losses.includes(code)) return { kind: 'undelivered', code };
  return testNumbers[to];
}

/** For the page: which number shows what. */
export const magicNumbers: { number: string; code: number; meaning: { de: string; en: string } }[] = [
  { number: '0150 00021211', code: 21211, meaning: { de: 'Nummer ungültig', en: 'number not valid' } },
  { number: '0150 00021614', code: 21614, meaning: { de: 'keine Mobilnummer', en: 'not a mobile number' } },
  { number: '0150 00021610', code: 21610, meaning: { de: 'Empfänger hat sich abgemeldet (STOP)', en: 'recipient opted out (STOP)' } },
  { number: '0150 00021408', code: 21408, meaning: { de: 'Land nicht freigeschaltet', en: 'region not permitted' } },
  { number: '0150 00021612', code: 21612, meaning: { de: 'kein Weg zu dieser Nummer', en: 'no route to this number' } },
  { number: '0150 00020429', code: 20429, meaning: { de: 'zu viele Anfragen', en: 'too many requests' } },
  { number: '0150 00030003', code: 30003, meaning: { de: 'angenommen, Telefon nicht erreichbar', en: 'accepted, phone unreachable' } },
  { number: '0150 00030005', code: 30005, meaning: { de: 'angenommen, Anschluss unbekannt', en: 'accepted, unknown handset' } },
  { number: '0150 00030006', code: 30006, meaning: { de: 'angenommen, Festnetz', en: 'accepted, landline' } },
  { number: '0150 00030007', code: 30007, meaning: { de: 'angenommen, vom Netz gefiltert', en: 'accepted, filtered by the network' } },
];
