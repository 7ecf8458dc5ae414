import type { Scope } from '../http/scope.ts';
import { draftOfReport, findPhotoItem, noteItemPhoto, placeItemPhoto } from '../missing-items/item-photos.ts';
import type { UploadDoor } from '../photos/upload-door.ts';
import { findItemReport } from '../missing-items/find-items.ts';
import { admitCustomer } from './status-access.ts';

/** The photos that the customer of a sent report was asked for, each for its item and nothing else. */
export const itemUploads: UploadDoor = {
  path: '/api/status/uploads',
  ownerKey: 'itemId',
  async enter(c) {
    const customer = await admitCustomer(c);
    return (tx, itemId) => findPhotoItem(customer, tx, itemId);
  },
  async draftOf(scope, tx, itemId) {
    const reportId = await findItemReport(scope, tx, itemId);
    return reportId && draftOfReport({ ...scope, reportId }, tx);
  },
  // Who asks was admitted to this very item; its report is the customer's.
  place: async (scope, tx, { ownerId }) => placeItemPhoto(await customerOf(scope, tx, ownerId), tx, ownerId),
  taken: async (scope, tx, { ownerId, photoId }, { sha256 }) => noteItemPhoto(await customerOf(scope, tx, ownerId), tx, ownerId, photoId, sha256),
};

async function customerOf(scope: Scope, tx: Parameters<UploadDoor['place']>[1], itemId: string) {
  const reportId = await findItemReport(scope, tx, itemId);
  if (!reportId) throw new Error('an item that somebody was admitted to is there');
  return { ...scope, reportId };
}
