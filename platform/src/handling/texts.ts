import type { HandlingField } from '@meldewerk/contract/handling';
import type { StaffLanguage } from '@meldewerk/contract/language';

type Texts = { reopenNeedsNote: string; unknownSubStatus: string; unknownColleague: string; changedMeanwhile: Record<HandlingField, string> };

export const handlingTexts: Record<StaffLanguage, Texts> = {
  de: {
    reopenNeedsNote: 'Bitte schreiben Sie dazu, warum die Meldung wieder geöffnet wird.',
    unknownSubStatus: 'Diesen Unterstatus gibt es nicht mehr.',
    unknownColleague: 'Diese Person arbeitet nicht mehr mit dem Portal.',
    changedMeanwhile: {
      status: 'Der Status wurde inzwischen geändert.',
      subStatus: 'Der Unterstatus wurde inzwischen geändert.',
      assigneeId: 'Die Meldung hat inzwischen jemand anderes.',
      priority: 'Die Dringlichkeit wurde inzwischen geändert.',
      tags: 'Die Stichwörter wurden inzwischen geändert.',
      dueOn: 'Die Frist wurde inzwischen geändert.',
      nextStep: 'Der nächste Schritt wurde inzwischen geändert.',
    },
  },
  en: {
    reopenNeedsNote: 'Please write why the report is being reopened.',
    unknownSubStatus: 'This finer status no longer exists.',
    unknownColleague: 'This person no longer works with the portal.',
    changedMeanwhile: {
      status: 'The status was changed meanwhile.',
      subStatus: 'The finer status was changed meanwhile.',
      assigneeId: 'Somebody else has the report meanwhile.',
      priority: 'The priority was changed meanwhile.',
      tags: 'The tags were changed meanwhile.',
      dueOn: 'The due date was changed meanwhile.',
      nextStep: 'The next step was changed meanwhile.',
    },
  },
};
