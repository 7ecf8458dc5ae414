/** What a value is missing from: a line to write on by hand. */
const blankLine = '____________________';

const place = /\{\{([^{}\n]*)\}\}/g;

/** Every `{{…}}` of a text with the line it stands on, counted from 1; whether it means anything is not asked. */
export function placesIn(text: string): { name: string; line: number }[] {
  return text.split('\n').flatMap((content, index) => [...content.matchAll(place)].map(([, name = '']) => ({ name: name.trim(), line: index + 1 })));
}

/** Lines with two braces that belong to no `{{…}}`: somebody meant one. */
export function brokenLines(text: string): number[] {
  return text.split('\n').flatMap((content, index) => (/\{\{|\}\}/.test(content.replace(place, '')) ? [index + 1] : []));
}

/** The text with its placeholders replaced. A value stays words, whatever it looks like: no placeholder, no second line, no heading. */
export function fillText(text: string, values: Record<string, string | null>): string {
  return text.replace(place, (whole, name: string) => {
    const value = values[name.trim()];
    if (value === undefined) return whole;
    return value === null ? blankLine : value.replace(/\s+/g, ' ').replace(/^(?:[#-] )+/, '');
  });
}
