import type { StaffLanguage } from '@meldewerk/contract/language';

type Texts = { tooManyViews: string; tooManyReports: string; otherChange: string; reversalNote: string; notFound: string; changeRefused: string };

export const listTexts: Record<StaffLanguage, Texts> = {
  de: {
    tooManyViews: 'Sie haben schon 50 Ansichten gespeichert. Bitte löschen Sie zuerst eine.',
    tooManyReports: 'Auf einmal lassen sich höchstens 200 Meldungen ändern.',
    otherChange: 'Unter dieser Nummer läuft schon eine andere Änderung.',
    reversalNote: 'Änderung an mehreren Meldungen rückgängig gemacht.',
    notFound: 'Diese Meldung gibt es nicht mehr.',
    changeRefused: 'Diese Meldung ließ sich nicht ändern.',
  },
  en: {
    tooManyViews: 'You have saved 50 views already. Please delete one first.',
    tooManyReports: 'At most 200 reports can be changed at once.',
    otherChange: 'Another change runs under this number already.',
    reversalNote: 'Took back a change of several reports.',
    notFound: 'This report no longer exists.',
    changeRefused: 'This report could not be changed.',
  },
};
