/** The options that fit what was typed: those with a word that begins so first, then those that contain it. */
export function suggestionsFor(typed: string, options: readonly string[]): string[] {
  const wanted = fold(typed);
  if (!wanted) return [...options];
  const fitting = options.filter((option) => fold(option).includes(wanted));
  const begins = (option: string) => fold(option).startsWith(wanted) || fold(option).split(' ').some((word) => word.startsWith(wanted));
  return [...fitting.filter(begins), ...fitting.filter((option) => !begins(option))];
}

/** `Nürnberger`, `nuernberger` and `NURNBERGER` are the same; signs between letters do not count. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/ä|ae/g, 'a')
    .replace(/ö|oe/g, 'o')
    .replace(/ü|ue/g, 'u')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
