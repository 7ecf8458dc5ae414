/** A plate as people and systems read it. */
export type LicensePlate = {
  /** `KA-PA 777` for a German plate, otherwise upper case with single spaces. */
  canonical: string;
  /** Letters and digits only, umlauts written out: `KAPA777`. Equal for every spelling of the same plate. */
  searchKey: string;
  /** Whether it has the form of a regular German plate. Others exist (authorities, foreign), so this warns and never blocks. */
  regularGerman: boolean;
};

const germanPlate = /^([A-ZÄÖÜ]{1,3})[\s-]+([A-Z]{1,2})[\s-]*([1-9]\d{0,3})\s?([EH]?)$/;

/** Reads a plate however it was typed (`ka pa777`, `KA-PA 777`, `Ka–Pa 777`). Source of the German form: FZV § 8. */
export function readLicensePlate(typed: string): LicensePlate {
  const upper = typed.normalize('NFC').toUpperCase().replace(/[‐-―_.·:]/g, '-').replace(/\s+/g, ' ').trim();
  const searchKey = toPlateSearchKey(upper);
  const match = germanPlate.exec(upper);
  const short = searchKey.length <= 8;
  if (!match || !short) return { canonical: upper, searchKey, regularGerman: false };
  const [, district, letters, digits, suffix] = match;
  return { canonical: `${district}-${letters} ${digits}${suffix}`, searchKey, regularGerman: true };
}

/** What a plate is searched by: upper case, umlauts written out, nothing but letters and digits. */
export function toPlateSearchKey(typed: string): string {
  return typed
    .normalize('NFC')
    .toUpperCase()
    .replaceAll('Ä', 'AE')
    .replaceAll('Ö', 'OE')
    .replaceAll('Ü', 'UE')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
