/**
 * Text fit for a mail header: one line, no control or direction-changing characters, bounded.
 * A line break in a subject would start a header of the sender's choosing.
 */
export function singleLine(text: string, maxLength = 200): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+/gu, ' ').replace(/\s+/g, ' ').trim();
  return line.length <= maxLength ? line : `${line.slice(0, maxLength - 1).trimEnd()}…`;
}
