const basic =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const extended = '^{}\\[~]|€';
const lookalikes: Record<string, string> = {
  '‘': "'", '’': "'", '‚': "'", '“': '"', '”': '"', '„': '"', '«': '"', '»': '"', '–': '-', '—': '-', '‑': '-', '…': '...', '\u00A0': ' ', '\u202F': ' ', 'ẞ': 'SS',
};

/**
 * Writes a text in the SMS alphabet (GSM 03.38) where that keeps it readable: quotes, dashes and accents are simplified.
 * One character outside it would halve what fits into a message. Other scripts stay as they are.
 */
export function toGsmText(text: string): string {
  return Array.from(text.normalize('NFC'), toGsmCharacter).join('');
}

/** Length as the network counts it: septets, or UTF-16 units when a character is outside the alphabet. `fits` in one message. */
export function measureSms(text: string): { length: number; fits: boolean } {
  const characters = Array.from(text);
  if (!characters.every((character) => isGsm(character))) return { length: text.length, fits: text.length <= 70 };
  const length = characters.reduce((sum, character) => sum + (extended.includes(character) ? 2 : 1), 0);
  return { length, fits: length <= 160 };
}

function toGsmCharacter(character: string): string {
  if (isGsm(character)) return character;
  const simpler = lookalikes[character] ?? character.normalize('NFD').replace(/\p{M}/gu, '');
  return Array.from(simpler).every(isGsm) ? simpler : character;
}

function isGsm(character: string): boolean {
  return basic.includes(character) || extended.includes(character);
}
