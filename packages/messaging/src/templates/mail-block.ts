/** A mail is written once, as blocks; the HTML and the text version are both made from them and cannot drift apart. */
export type MailBlock =
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'facts'; facts: Fact[] }
  | { kind: 'button'; label: string; url: string }
  | { kind: 'note'; text: string };

/** `strong` facts are what the reader looks for first. */
export type Fact = { label: string; value: string; url?: string; strong?: boolean };

/** A fact for every value that is there. */
export function presentFacts(facts: { label: string; value: string | undefined; url?: string; strong?: boolean }[]): Fact[] {
  return facts.filter((fact): fact is Fact => fact.value !== undefined && fact.value !== '');
}
