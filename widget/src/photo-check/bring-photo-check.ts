/** Brings the code of the check before the first photo: where it is taken there may be no net. */
export function bringPhotoCheck(): void {
  for (const file of [import('./check-photo.ts'), import('./photo-worker.ts')]) void file.catch(() => {});
}
