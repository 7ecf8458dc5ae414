import { originOf, type Config } from '../config.ts';

/**
 * Where Twilio tells what became of an SMS, and what it signs: made of the public origin and never of a request. Null
 * where Twilio could not reach it.
 */
export function statusCallbackUrl(config: Config, slug: string, { id, round }: { id: string; round: number }): string | null {
  const simulated = config.twilio?.baseUrl !== undefined;
  if (config.publicUrl.protocol !== 'https' && !simulated) return null;
  return `${originOf(config, slug)}/api/webhooks/twilio/${id}?round=${round}`;
}
