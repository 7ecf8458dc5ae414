import { toPlateSearchKey } from '@meldewerk/contract/license-plate';

/** What a report is found by, one line each, in lower case and with umlauts and accents also written out. */
export function foldForSearch(...parts: (string | undefined)[]): string {
  const lines = parts.filter((part): part is string => Boolean(part)).map(fold);
  return [...new Set(lines.flatMap((line) => [line, withoutAccents(line)]))].join('\n');
}

/** The LIKE patterns of what somebody typed into the search: as text, and as a plate in any spelling. */
export function searchPatterns(typed: string): { text: string; plate: string; plateKey: string } {
  const plateKey = toPlateSearchKey(typed);
  return { text: `%${escapeLike(fold(typed))}%`, plate: `%${escapeLike(plateKey.toLowerCase())}%`, plateKey };
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function withoutAccents(text: string): string {
  return text
    .replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
