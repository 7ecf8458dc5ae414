/** An amount as people type it (`450`, `1.250,50`, `1250.5 €`) in cents; null when it is none. */
export function readAmount(typed: string): number | null {
  const bare = typed.replace(/[\s€]|EUR/giu, '');
  const [, whole = '', grouping, point, cents = ''] = /^(\d{1,3}(?:([.,'’])\d{3})(?:\2\d{3})*|\d+)(?:([.,])(\d{1,2}))?$/u.exec(bare) ?? [];
  // One sign cannot both group thousands and begin the cents.
  if (!whole || (point !== undefined && point === grouping)) return null;
  const amount = Number(whole.replace(/\D/g, '')) * 100 + Number(cents.padEnd(2, '0'));
  return amount > 0 ? amount : null;
}
