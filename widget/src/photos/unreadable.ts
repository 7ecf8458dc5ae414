import { msg } from '@lit/localize';

/** What a customer is told of a photo that nobody can open. */
export function unreadable(): string {
  return msg('Dieses Foto ist beschädigt und lässt sich nicht öffnen. Bitte nehmen Sie es noch einmal auf oder wählen Sie ein anderes.', { id: 'photo.unreadable' });
}
