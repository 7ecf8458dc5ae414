import type { ReactiveControllerHost } from 'lit';
import { UploadController } from './photos/upload-controller.ts';
import type { StepHost } from './step.ts';

export { photosStep } from './steps/photos-step.ts';

/** Brings back the photos on the device and goes on with their upload. */
export async function openPhotos(host: StepHost & ReactiveControllerHost): Promise<UploadController> {
  const photos = new UploadController(host);
  await photos.open();
  return photos;
}
