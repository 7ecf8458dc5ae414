import { inject } from 'vitest';

/** Asks the run for what it shares; the first to ask waits for its start. Throws what the start threw. */
export async function sharedResource<Shared>(name: 'postgres' | 'bundles'): Promise<Shared> {
  const response = await fetch(`${inject('sharedResources')}/${name}`);
  const body = await response.json();
  if (!response.ok) throw new Error((body as { message: string }).message);
  return body as Shared;
}
