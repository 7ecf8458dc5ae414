import type { ReactiveControllerHost } from 'lit';
import { bringCamera } from './camera/bring-camera.ts';
import { bringPhotoCheck } from './photo-check/bring-photo-check.ts';
import { UploadController } from './photos/upload-controller.ts';
import type { Step, StepHost } from './step.ts';
import { photosStep as step } from './steps/photos-step.ts';

/** Loaded when the customer comes near the photos. */
export const photosStep: Step = { ...step, open: openPhotos };

const openings = new WeakMap<StepHost, Promise<UploadController>>();

/** Brings back the photos on the device and goes on with their upload; once for each widget. */
async function openPhotos(host: StepHost & ReactiveControllerHost): Promise<void> {
  const opening = openings.get(host) ?? openUploads(host);
  openings.set(host, opening);
  host.photos = await opening;
  bringCamera(host);
  bringPhotoCheck();
}

async function openUploads(host: StepHost & ReactiveControllerHost): Promise<UploadController> {
  const photos = new UploadController(host);
  await photos.open();
  return photos;
}
