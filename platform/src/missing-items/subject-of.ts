import type { ItemInput } from '@meldewerk/contract/missing-items';

/** What of the report an item is about. */
export function subjectOf(item: ItemInput): string {
  switch (item.kind) {
    case 'photo': return item.shotId;
    case 'field': return item.field;
    case 'answer': return item.questionId;
    case 'signature': return 'reportFormId' in item.form ? item.form.reportFormId : item.id;
  }
}
