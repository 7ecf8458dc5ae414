import { buffer } from 'node:stream/consumers';
import { documentBlobKey } from '@meldewerk/blobs/blob-store';
import type { Services } from '../services.ts';
import type { Attachment } from './message.ts';

/** The files of a mail with their bytes. */
export async function loadAttachments(services: Pick<Services, 'blobs'>, tenantId: string, attachments: Attachment[]): Promise<{ fileName: string; mediaType: string; bytes: Buffer }[]> {
  return Promise.all(
    attachments.map(async (attachment) => {
      const { fileName, mediaType } = attachment;
      const bytes = 'text' in attachment ? Buffer.from(attachment.text) : await buffer((await services.blobs.open(documentBlobKey(tenantId, attachment.documentId))).stream);
      return { fileName, mediaType, bytes };
    }),
  );
}
