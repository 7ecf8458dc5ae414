import type { Config } from '../config.ts';
import { linkToken, linkUrl } from './link-token.ts';

// A stored message must not hold the token: whoever reads the table, or the report as a viewer, could open the link. So
// messages are composed and kept with a mark of the token's very length, and the token is put in when they leave.
const markedAddress = /\/m\/individual-link-(\d{6})(?![\w-])/g;

/** The address of a link as a message is composed with it: as long as the real one. */
export function markedLinkUrl(config: Pick<Config, 'publicUrl'>, slug: string, generation: number): string {
  return linkUrl(config, slug, `individual-link-${String(generation).padStart(6, '0')}`);
}

/** Puts the real address in, when a message leaves for the customer it belongs to. */
export function fillLinks(config: Pick<Config, 'secret'>, { tenantId, reportId }: { tenantId: string; reportId: string }, text: string): string {
  return text.replace(markedAddress, (_, generation: string) => `/m/${linkToken(config, { tenantId, reportId, generation: Number(generation) })}`);
}

/** The same for people who look at what was sent: the address is a secret and asked for by itself. */
export function hideLinks(text: string): string {
  return text.replace(markedAddress, '/m/…');
}

/** Which generation of the link a message brings; null for none. */
export function markedGeneration(text: string): number | null {
  const [, generation] = new RegExp(markedAddress.source).exec(text) ?? [];
  return generation === undefined ? null : Number(generation);
}
