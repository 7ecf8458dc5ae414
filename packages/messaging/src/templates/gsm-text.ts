const basic =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const extended = '^{}\\[~]|€';
const lookalikes: Record<string, string> = {
  '‘': "'", '’': "'", '‚': "'", '“': '"', '”': '"', '„': '"', '«': '"', '»': '"', '–': '-', '—': '-', '‑': '-', '…': '...', '\u00A0': ' ', '\u202F': ' ', 'ẞ': 'SS', 'ł': 'l', 'Ł': 'L', 'ı': 'i',
};

/**
 * Writes a text in the SMS alphabet (GSM 03.38) where that keeps it readable: quotes, dashes and accents are simplified.
 * One character outside it would halve what fits into a message. Other scripts stay as they are.
 */
export function toGsmText(text: string): string {
  return Array.from(text.normalize('NFC'), toGsmCharacter).join('');
}

export type SmsSize = { characters: number; segments: number; encoding: 'gsm7' | 'ucs2'; fits: boolean };

/** Size as the network counts it: septets, or UTF-16 units when a character is outside the alphabet. `fits` in one message. */
export function measureSms(text: string): SmsSize {
  const typed = Array.from(text);
  const gsm = typed.every(isGsm);
  const sizes = typed.map((character) => (gsm ? (extended.includes(character) ? 2 : 1) : character.length));
  const characters = sizes.reduce((sum, size) => sum + size, 0);
  const [alone, inSeries] = gsm ? [160, 153] : [70, 67];
  const fits = characters <= alone;
  return { characters, segments: fits ? 1 : countParts(sizes, inSeries), encoding: gsm ? 'gsm7' : 'ucs2', fits };
}

/** A character of two places is not torn apart at the end of a part. */
function countParts(sizes: number[], capacity: number): number {
  let parts = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > capacity) {
      parts += 1;
      used = 0;
    }
    used += size;
  }
  return parts;
}

function toGsmCharacter(character: string): string {
  if (isGsm(character)) return character;
  const simpler = lookalikes[character] ?? character.normalize('NFD').replace(/\p{M}/gu, '');
  return Array.from(simpler).every(isGsm) ? simpler : character;
}

function isGsm(character: string): boolean {
  return basic.includes(character) || extended.includes(character);
}
