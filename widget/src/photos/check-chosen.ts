import type { Shot } from '@meldewerk/contract/catalogue';
import type { StepHost } from '../step.ts';
import { uploadsOf } from './draft-shots.ts';

/** Looks at a photo that was chosen and is kept already. What is wrong with it stands on its card until the customer has decided. */
export async function checkChosen(host: StepHost, id: string, file: Blob, shot: Shot): Promise<void> {
  // Offline before it was here: a photo is used unchecked.
  const { checkPhoto } = await import('../photo-check/check-photo.ts').catch(() => ({ checkPhoto: null }));
  if (!checkPhoto) return;
  const others = uploadsOf(host).photos.filter((photo) => photo.id !== id);
  const findings = await checkPhoto(file, shot, others);
  if (findings.length > 0) uploadsOf(host).doubt(id, findings);
}
