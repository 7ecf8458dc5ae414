import { isRightToLeft } from '@meldewerk/contract/text-in';
import { bringPhotoCheck } from '../photo-check/bring-photo-check.ts';
import type { StepHost } from '../step.ts';
import { GuidedCamera } from './guided-camera.ts';

export { startPicture } from './start-picture.ts';

/**
 * Leads round the vehicle, beginning at the shot with the key `at` or, without one, at the first that is open. Opened within
 * `root`, where `host` is drawn. Settles when it is closed.
 */
export function openCamera(host: StepHost, root: ShadowRoot, at: string | null): Promise<void> {
  bringPhotoCheck();
  if (!customElements.get('guided-camera')) customElements.define('guided-camera', GuidedCamera);
  const camera = document.createElement('guided-camera') as GuidedCamera;
  camera.report = host;
  camera.key = at;
  camera.lang = host.language;
  camera.dir = isRightToLeft(host.language) ? 'rtl' : 'ltr';
  return new Promise((resolve) => {
    camera.addEventListener('camera-closed', () => resolve(), { once: true });
    root.append(camera);
  });
}
