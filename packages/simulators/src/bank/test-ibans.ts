/**
 * What a bank does with a mandate and with debits under it.
 * `pays`, `refuses` and `returns` say what becomes of a debit; `Late`: after three minutes at least. `returns`: paid first, then given back.
 * `noMandate`: the account cannot be debited, which setting up the mandate already tells.
 */
export type BankBehaviour = 'pays' | 'paysLate' | 'refuses' | 'refusesLate' | 'returns' | 'overLimit' | 'mandateLate' | 'noMandate' | 'noMandateLate';

export type TestIban = { iban: string; behaviour: BankBehaviour; meaning: { de: string; en: string } };

/** Until then the bank has not said a word. */
export const lateMs = 3 * 60 * 1000;

/** The first six are Stripe's own (docs.stripe.com/payments/sepa-debit); Stripe has none for mandates that fail, so the last three are ours. */
export const testIbans: TestIban[] = [
  { iban: 'DE89370400440532013000', behaviour: 'pays', meaning: { de: 'Lastschriften werden bezahlt', en: 'Debits are paid' } },
  { iban: 'DE08370400440532013003', behaviour: 'paysLate', meaning: { de: 'Lastschriften werden nach drei Minuten bezahlt', en: 'Debits are paid after three minutes' } },
  { iban: 'DE62370400440532013001', behaviour: 'refuses', meaning: { de: 'Lastschriften schlagen fehl', en: 'Debits fail' } },
  { iban: 'DE78370400440532013004', behaviour: 'refusesLate', meaning: { de: 'Lastschriften schlagen nach drei Minuten fehl', en: 'Debits fail after three minutes' } },
  { iban: 'DE35370400440532013002', behaviour: 'returns', meaning: { de: 'Lastschriften werden bezahlt und zurückgegeben', en: 'Debits are paid, then returned' } },
  { iban: 'DE65370400440000343434', behaviour: 'overLimit', meaning: { de: 'Das Wochenlimit ist überschritten', en: 'The weekly limit is exceeded' } },
  { iban: 'DE94370400440532013007', behaviour: 'mandateLate', meaning: { de: 'Das Mandat wird erst nach drei Minuten bestätigt', en: 'The mandate is confirmed after three minutes' } },
  { iban: 'DE51370400440532013005', behaviour: 'noMandate', meaning: { de: 'Das Mandat wird abgelehnt', en: 'The mandate is refused' } },
  { iban: 'DE24370400440532013006', behaviour: 'noMandateLate', meaning: { de: 'Das Mandat wird nach drei Minuten abgelehnt', en: 'The mandate is refused after three minutes' } },
];

/** Every other account pays. */
export function behaviourOf(iban: string): BankBehaviour {
  return testIbans.find((test) => test.iban === iban)?.behaviour ?? 'pays';
}

/** Some German banks by their code. */
export const germanBanks: Record<string, string> = { '37040044': 'Commerzbank Köln', '50010517': 'ING', '10000000': 'Bundesbank', '12030000': 'Deutsche Kreditbank', '60050101': 'BW-Bank' };

/** The name of some German banks; the others are known by their code alone. */
export function bankNameOf({ country, bankCode }: { country: string; bankCode: string }): string {
  return (country === 'DE' ? germanBanks[bankCode] : undefined) ?? `Bank ${bankCode}`;
}
