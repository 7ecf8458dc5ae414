import { msg } from '@lit/localize';
import type { ItemKind, ItemReason } from '@meldewerk/contract/missing-items';

export function reasonText(reason: ItemReason): string {
  return {
    missing: msg('fehlt', { id: 'missingItems.missing' }),
    blurred: msg('unscharf', { id: 'missingItems.blurred' }),
    dark: msg('zu dunkel', { id: 'missingItems.dark' }),
    wrongPart: msg('zeigt etwas anderes', { id: 'missingItems.wrongPart' }),
    incorrect: msg('stimmt so nicht', { id: 'missingItems.incorrect' }),
    unclear: msg('noch unklar', { id: 'missingItems.unclear' }),
    other: msg('anderer Grund', { id: 'missingItems.other' }),
  }[reason];
}

export function kindHeading(kind: ItemKind): string {
  return {
    photo: msg('Fotos', { id: 'detail.photos' }),
    field: msg('Angaben', { id: 'missingItems.fields' }),
    answer: msg('Antworten zum Schaden', { id: 'missingItems.answers' }),
    signature: msg('Unterschriften', { id: 'missingItems.signatures' }),
  }[kind];
}
