const written: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** The label of the web address as people would guess it: `Lackwerk Süd GmbH` → `lackwerk-sued`. */
export function suggestSlug(name: string): string {
  return plain(name)
    .replace(/\b(gmbh|ug|ag|kg|ohg|gbr|co|e ?k|inh|mbh)\b/g, ' ')
    .trim()
    .replace(/ +/g, '-')
    .slice(0, 40)
    .replace(/-$/, '');
}

/** Two to four letters in front of the numbers of its reports: the first of each word, or of the one. */
export function suggestPrefix(name: string): string {
  const words = suggestSlug(name).replace(/[^a-z-]/g, '').split('-').filter(Boolean);
  const letters = words.length > 1 ? words.map((word) => word[0]).join('') : (words[0] ?? '');
  return letters.slice(0, words.length > 1 ? 4 : 2).toUpperCase();
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => written[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, ' ');
}
