import { msg, str } from '@lit/localize';
import { photoLimits } from '@meldewerk/contract/photo';
import { sniffedBytes, sniffMediaType } from './sniff-media-type.ts';

/** Why a file cannot go up, as a sentence that says what to do; null when it can. */
export async function inspectPhoto(file: File): Promise<string | null> {
  const { name } = file;
  if (file.size > photoLimits.maxBytes) {
    return msg(str`„${name}“ ist größer als 25 MB. Bitte nehmen Sie das Foto mit kleinerer Auflösung auf oder wählen Sie ein anderes.`, { id: 'photo.tooLarge' });
  }
  const start = await file.slice(0, sniffedBytes).arrayBuffer().catch(() => null);
  if (!start) return msg(str`„${name}“ kann nicht gelesen werden. Bitte wählen Sie das Foto noch einmal aus.`, { id: 'photo.unreadableFile' });
  if (sniffMediaType(new Uint8Array(start))) return null;
  return msg(str`„${name}“ ist kein Foto, das wir annehmen können. Bitte wählen Sie ein Bild im Format JPEG, PNG, WebP, HEIC oder AVIF.`, { id: 'photo.unsupported' });
}
