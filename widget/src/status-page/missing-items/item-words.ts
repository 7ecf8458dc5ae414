import { msg, str } from '@lit/localize';
import { itemFieldLabels } from '@meldewerk/contract/item-labels';
import type { Language } from '@meldewerk/contract/language';
import { textIn } from '@meldewerk/contract/text-in';
import type { WantedItem } from '@meldewerk/contract/missing-items';

/** What the customer calls the thing that is wanted. */
export function labelOf(item: WantedItem, language: Language): string {
  switch (item.kind) {
    case 'photo': return textIn(item.shot.label, language);
    case 'field': return textIn(itemFieldLabels[item.field], language);
    case 'answer': return textIn(item.question.label, language);
    case 'signature': return item.form.title;
  }
}

/** Why it is asked for, as one sentence; what staff wrote themselves stands below it. */
export function reasonSentence(item: WantedItem): string {
  if (item.kind === 'photo' && item.refused) return msg('Ihr Foto ließ sich leider nicht öffnen. Bitte nehmen Sie es noch einmal auf.', { id: 'items.refused' });
  switch (item.reason) {
    case 'blurred': return msg('Das Foto ist unscharf. Bitte nehmen Sie es noch einmal auf.', { id: 'items.blurred' });
    case 'dark': return msg('Das Foto ist zu dunkel. Bitte nehmen Sie es noch einmal auf, am besten bei Tageslicht.', { id: 'items.dark' });
    case 'wrongPart': return msg('Das Foto zeigt etwas anderes. Bitte nehmen Sie diese Stelle auf.', { id: 'items.wrongPart' });
    case 'incorrect': return msg('Diese Angabe stimmt so nicht. Bitte sehen Sie noch einmal nach.', { id: 'items.incorrect' });
    case 'unclear': return msg('Ihre Antwort ist uns noch nicht ganz klar.', { id: 'items.unclear' });
    case 'missing':
      if (item.kind === 'photo') return msg('Dieses Foto fehlt uns noch.', { id: 'items.photoMissing' });
      return item.kind === 'signature' ? msg('Hier fehlt uns noch Ihre Unterschrift.', { id: 'items.signatureMissing' }) : msg('Das fehlt uns noch.', { id: 'items.missing' });
    case 'other':
      return '';
  }
}

export function progressWords(given: number, total: number): string {
  return msg(str`${given} von ${total} erledigt`, { id: 'items.progress' });
}
