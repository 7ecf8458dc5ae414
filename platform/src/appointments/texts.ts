import type { StaffLanguage } from '@meldewerk/contract/language';

type Texts = {
  past: string;
  closed: (label: string | null) => string;
  holiday: (label: string | null) => string;
  full: string;
  outsideHours: string;
  wish: Record<'closed' | 'holiday' | 'full' | 'tooSoon' | 'tooFar', string>;
  noWish: string;
  nothingToCancel: string;
  notProposed: string;
  proposedPast: string;
  notAsked: string;
  cannotAnswer: Record<'notSubmitted' | 'internal' | 'notShown', string>;
  reportClosed: Record<'staff' | 'customer', string>;
};

export const appointmentTexts: Record<StaffLanguage, Texts> = {
  de: {
    past: 'Diese Zeit ist schon vorbei. Bitte wählen Sie eine spätere.',
    closed: (label) => (label ? `An diesem Tag ist geschlossen: ${label}.` : 'An diesem Tag ist geschlossen.'),
    holiday: (label) => `An diesem Tag ist Feiertag${label ? `: ${label}` : ''}.`,
    full: 'Dieser halbe Tag ist schon voll.',
    outsideHours: 'Diese Zeit liegt außerhalb der Öffnungszeiten.',
    wish: {
      closed: 'An diesem halben Tag ist die Werkstatt geschlossen. Bitte wählen Sie einen anderen.',
      holiday: 'An diesem Tag ist Feiertag. Bitte wählen Sie einen anderen.',
      full: 'Dieser halbe Tag ist inzwischen belegt. Bitte wählen Sie einen anderen.',
      tooSoon: 'Dieser Tag ist zu früh oder schon vorbei. Bitte wählen Sie einen späteren.',
      tooFar: 'So weit im Voraus nimmt die Werkstatt noch keine Wünsche an. Bitte wählen Sie einen früheren Tag.',
    },
    noWish: 'Bitte wählen Sie mindestens einen Wunschtermin, oder schreiben Sie dazu, wann es geht.',
    nothingToCancel: 'Es steht kein Termin, der abgesagt werden könnte.',
    notProposed: 'Dieser Termin wurde nicht vorgeschlagen.',
    proposedPast: 'Dieser Termin ist schon vorbei. Bitte wählen Sie einen anderen, oder nennen Sie eigene Wünsche.',
    notAsked: 'Es liegt kein Vorschlag vor, auf den Sie antworten könnten.',
    cannotAnswer: {
      notSubmitted: 'Der Kunde hat die Meldung noch nicht abgeschickt und kann auf Vorschläge noch nicht antworten. Einen am Telefon vereinbarten Termin können Sie gleich eintragen.',
      internal: 'Diese Meldung ist intern: Der Kunde sieht sie nicht und kann nicht antworten. Einen am Telefon vereinbarten Termin können Sie gleich eintragen.',
      notShown: 'Kunden sehen bei Ihnen keine Termine und können nicht antworten. Das ändern Sie in den Einstellungen unter „Was Kunden sehen“.',
    },
    reportClosed: {
      staff: 'Diese Meldung ist abgeschlossen oder storniert. Öffnen Sie sie zuerst wieder.',
      customer: 'Ihre Meldung ist schon abgeschlossen. Bitte rufen Sie in der Werkstatt an.',
    },
  },
  en: {
    past: 'This time is over already. Please choose a later one.',
    closed: (label) => (label ? `You are closed on this day: ${label}.` : 'You are closed on this day.'),
    holiday: (label) => `This day is a public holiday${label ? `: ${label}` : ''}.`,
    full: 'This half day is full already.',
    outsideHours: 'This time is outside your opening hours.',
    wish: {
      closed: 'The workshop is closed on this half day. Please choose another one.',
      holiday: 'This day is a public holiday. Please choose another one.',
      full: 'This half day has been taken meanwhile. Please choose another one.',
      tooSoon: 'This day is too early, or over already. Please choose a later one.',
      tooFar: 'The workshop does not take wishes that far ahead yet. Please choose an earlier day.',
    },
    noWish: 'Please choose at least one date, or write when you can come.',
    nothingToCancel: 'There is no appointment that could be cancelled.',
    notProposed: 'This appointment was not proposed.',
    proposedPast: 'This appointment is over already. Please choose another one, or name wishes of your own.',
    notAsked: 'There is no proposal that you could answer.',
    cannotAnswer: {
      notSubmitted: 'The customer has not sent the report yet and cannot answer proposals. You can enter a date agreed on the phone right away.',
      internal: 'This report is internal: the customer does not see it and cannot answer. You can enter a date agreed on the phone right away.',
      notShown: 'Your customers do not see appointments and cannot answer. You can change that in the settings under “What customers see”.',
    },
    reportClosed: {
      staff: 'This report is completed or cancelled. Reopen it first.',
      customer: 'Your report is closed already. Please call the workshop.',
    },
  },
};
