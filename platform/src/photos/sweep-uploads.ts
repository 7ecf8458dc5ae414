import type { Services } from '../services.ts';
import { discardUploadsBefore, uploadFolder, uploadLifetimeMs } from './upload-store.ts';

/** Gives up uploads that nobody has continued for a day. For a scheduled job; harmless at any time. */
export async function sweepUploads({ config, clock }: Pick<Services, 'config' | 'clock'>): Promise<number> {
  return discardUploadsBefore(uploadFolder(config), new Date(clock.now().getTime() - uploadLifetimeMs));
}
