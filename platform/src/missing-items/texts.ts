import type { StaffLanguage } from '@meldewerk/contract/language';

type Texts = {
  unknownShot: string;
  unknownPhoto: string;
  unknownQuestion: string;
  unknownForm: string;
  signedAlready: string;
  concludesContract: string;
  alreadyRequested: string;
  tooMany: string;
  formNeeds: (form: string, field: string) => string;
  linkWithdrawn: string;
  notAsked: string;
};

export const missingItemsTexts: Record<StaffLanguage, Texts> = {
  de: {
    unknownShot: 'Diese Aufnahme gibt es bei dieser Schadensart nicht.',
    unknownPhoto: 'Dieses Foto gehört nicht zu dieser Meldung.',
    unknownQuestion: 'Diese Frage gibt es bei dieser Schadensart nicht.',
    unknownForm: 'Dieses Formular gibt es nicht, oder es hängt nicht an dieser Meldung.',
    signedAlready: 'Dieses Formular hat der Kunde schon unterschrieben.',
    concludesContract: 'Mit diesem Formular schließt der Kunde einen Vertrag. Dazu gehört die Widerrufsbelehrung, und die bekommt er nur zusammen mit einer vorbereiteten Meldung.',
    alreadyRequested: 'Das ist schon angefordert.',
    tooMany: 'Mehr als 30 Dinge lassen sich nicht zugleich anfordern.',
    formNeeds: (form, field) => `Für das Formular „${form}“ fehlt noch: ${field}. Bitte fordern Sie das mit an.`,
    linkWithdrawn: 'Der Link zur Statusseite ist zurückgezogen. Bitte erneuern Sie ihn zuerst.',
    notAsked: 'Danach hat die Werkstatt nicht gefragt.',
  },
  en: {
    unknownShot: 'There is no such photo for this kind of damage.',
    unknownPhoto: 'This photo does not belong to this report.',
    unknownQuestion: 'There is no such question for this kind of damage.',
    unknownForm: 'There is no such form, or it is not on this report.',
    signedAlready: 'The customer has signed this form already.',
    concludesContract: 'With this form the customer concludes a contract. The notice of withdrawal belongs to it, and customers only get that with a prepared report.',
    alreadyRequested: 'This has been asked for already.',
    tooMany: 'No more than 30 things can be asked for at once.',
    formNeeds: (form, field) => `The form “${form}” still lacks: ${field}. Please ask for that too.`,
    linkWithdrawn: 'The link to the status page has been withdrawn. Please renew it first.',
    notAsked: 'The workshop has not asked for this.',
  },
};
