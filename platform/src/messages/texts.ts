import type { StaffLanguage } from '@meldewerk/contract/language';

type Texts = { notSentYet: string; keptInternal: string; messagesOff: string; unknownColleague: string; fileGone: string; wrongFile: string };

export const messageTexts: Record<StaffLanguage, Texts> = {
  de: {
    notSentYet: 'Nachrichten an den Kunden gehen, sobald er seine Meldung abgeschickt hat. Eine Notiz können Sie jetzt schon schreiben.',
    keptInternal: 'Diese Meldung ist nur intern. Der Kunde sieht sie nicht und bekommt keine Nachricht.',
    messagesOff: 'Nachrichten sind auf der Statusseite ausgeschaltet. Der Kunde würde diese nicht sehen.',
    unknownColleague: 'Eine der erwähnten Personen arbeitet nicht mehr mit dem Portal.',
    fileGone: 'Ein Anhang ist nicht mehr da. Bitte hängen Sie ihn noch einmal an.',
    wrongFile: 'Angehängt werden können Fotos (JPEG, PNG, WebP, HEIC, AVIF) und PDF-Dateien.',
  },
  en: {
    notSentYet: 'Messages to the customer go once the report has been sent. You can write a note already.',
    keptInternal: 'This report is internal. The customer does not see it and gets no message.',
    messagesOff: 'Messages are switched off on the status page. The customer would not see this one.',
    unknownColleague: 'One of the people mentioned no longer works with the portal.',
    fileGone: 'An attachment is no longer there. Please attach it once more.',
    wrongFile: 'Photos (JPEG, PNG, WebP, HEIC, AVIF) and PDF files can be attached.',
  },
};
