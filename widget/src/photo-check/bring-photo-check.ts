/** Brings the code of the check before the first photo, and starts its worker: where photos are taken there may be no net. */
export function bringPhotoCheck(): void {
  import('./check-photo.ts').then(({ prepareToCheck }) => prepareToCheck()).catch(() => {});
}
