/** A filter on instants after this one. The SDK's types want a number and its own schema a text of digits; on the wire they are the same. */
export function laterThan(instant: Date): { after: number } {
  return { after: String(Math.floor(instant.getTime() / 1000)) as unknown as number };
}
