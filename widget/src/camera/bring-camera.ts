import { msg } from '@lit/localize';
import type { StepHost } from '../step.ts';
import type * as Camera from './open-camera.ts';

type CameraFile = typeof Camera;

/** Our own camera, once it is here; before, and where it cannot be loaded, photos are taken and chosen as files. */
export let cameraFile: CameraFile | null = null;

/** Loads the camera before somebody wants it: at the roadside the net may be gone by then. */
export function bringCamera(host: Pick<StepHost, 'requestUpdate'>): void {
  if (cameraFile) return;
  import('./open-camera.ts').then((file) => {
    cameraFile = file;
    host.requestUpdate();
  }).catch(() => {});
}

/** Opens the camera at a shot (by its key) or at the first open one, and comes back to `from` when it is closed. */
export async function startCamera(host: StepHost, from: HTMLElement, at: string | null): Promise<void> {
  try {
    cameraFile ??= await import('./open-camera.ts');
  } catch {
    return host.announce(msg('Die Kamera lässt sich gerade nicht laden. Bitte wählen Sie vorhandene Fotos aus.', { id: 'camera.notLoaded' }));
  }
  await cameraFile.openCamera(host, from.getRootNode() as ShadowRoot, at);
  host.recheck();
  host.requestUpdate();
  from.focus();
}

/** Whether this browser may show a live picture at all; if not, its own camera is one tap nearer. */
export function hasLivePicture(): boolean {
  return Boolean(navigator.mediaDevices?.getUserMedia);
}
