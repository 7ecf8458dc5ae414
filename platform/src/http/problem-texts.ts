import type { Language, StaffLanguage } from '@meldewerk/contract/language';
import type { ProblemCode } from '@meldewerk/contract/problem';
import { staffLanguageFor } from '@meldewerk/contract/text-in';
import { ar } from './problem-translations/ar.ts';
import { pl } from './problem-translations/pl.ts';
import { tr } from './problem-translations/tr.ts';
import { uk } from './problem-translations/uk.ts';

type Text = { title: string; detail: string };
/** Of what customers can meet; what only staff meet is said in their two languages. */
export type ProblemTranslations = Partial<Record<ProblemCode, Text>>;

export const problemTranslations: Record<Exclude<Language, StaffLanguage>, ProblemTranslations> = { tr, pl, uk, ar };

/** What somebody who speaks `language` reads; English stands in where the problem is one of staff. */
export function problemText(code: ProblemCode, language: Language): Text {
  const translated = language === 'de' || language === 'en' ? undefined : problemTranslations[language][code];
  return translated ?? problemTexts[code][staffLanguageFor(language)];
}

/** What a person reads when something did not work: what happened, and what to do now. */
export const problemTexts: Record<ProblemCode, Record<StaffLanguage, Text>> = {
  malformedRequest: {
    de: { title: 'Anfrage nicht lesbar', detail: 'Die Anfrage konnte nicht gelesen werden. Bitte laden Sie die Seite neu und versuchen Sie es noch einmal.' },
    en: { title: 'Request not readable', detail: 'The request could not be read. Please reload the page and try again.' },
  },
  validationFailed: {
    de: { title: 'Angaben unvollständig', detail: 'Einige Angaben fehlen oder stimmen noch nicht. Bitte prüfen Sie die genannten Stellen.' },
    en: { title: 'Details incomplete', detail: 'Some details are missing or not right yet. Please check the places named.' },
  },
  unauthenticated: {
    de: { title: 'Nicht angemeldet', detail: 'Bitte melden Sie sich an.' },
    en: { title: 'Not signed in', detail: 'Please sign in.' },
  },
  invalidCredentials: {
    de: { title: 'Anmeldung nicht möglich', detail: 'E-Mail-Adresse und Passwort passen nicht zusammen.' },
    en: { title: 'Could not sign in', detail: 'The e-mail address and the password do not match.' },
  },
  forbidden: {
    de: { title: 'Nicht erlaubt', detail: 'Dafür fehlt Ihnen die Berechtigung.' },
    en: { title: 'Not allowed', detail: 'You do not have permission for this.' },
  },
  crossSiteRequest: {
    de: { title: 'Anfrage von fremder Seite', detail: 'Diese Anfrage kam von einer anderen Website und wurde nicht ausgeführt.' },
    en: { title: 'Request from another site', detail: 'This request came from another website and was not carried out.' },
  },
  notFound: {
    de: { title: 'Nicht gefunden', detail: 'Das Gesuchte gibt es hier nicht.' },
    en: { title: 'Not found', detail: 'What you are looking for is not here.' },
  },
  tenantNotFound: {
    de: { title: 'Adresse unbekannt', detail: 'Unter dieser Adresse gibt es keine Werkstatt. Bitte prüfen Sie die Schreibweise.' },
    en: { title: 'Unknown address', detail: 'There is no workshop at this address. Please check its spelling.' },
  },
  tenantSuspended: {
    de: { title: 'Zurzeit nicht erreichbar', detail: 'Die Online-Schadenmeldung dieses Betriebs ist zurzeit nicht erreichbar. Bitte rufen Sie dort an.' },
    en: { title: 'Not available at the moment', detail: "This workshop's online damage report is not available at the moment. Please give them a call." },
  },
  methodNotAllowed: {
    de: { title: 'So nicht möglich', detail: 'Diese Adresse kennt diese Art von Anfrage nicht.' },
    en: { title: 'Not possible this way', detail: 'This address does not know this kind of request.' },
  },
  resetLinkInvalid: {
    de: { title: 'Link nicht mehr gültig', detail: 'Dieser Link ist abgelaufen oder wurde schon benutzt. Bitte fordern Sie einen neuen an.' },
    en: { title: 'Link no longer valid', detail: 'This link has expired or has been used already. Please ask for a new one.' },
  },
  draftSubmitted: {
    de: { title: 'Bereits gesendet', detail: 'Diese Meldung wurde bereits gesendet.' },
    en: { title: 'Already sent', detail: 'This report has already been sent.' },
  },
  draftExpired: {
    de: { title: 'Entwurf abgelaufen', detail: 'Dieser Entwurf ist abgelaufen. Bitte beginnen Sie eine neue Meldung.' },
    en: { title: 'Draft expired', detail: 'This draft has expired. Please start a new report.' },
  },
  linkExpired: {
    de: { title: 'Dieser Link ist abgelaufen', detail: 'Lassen Sie sich einen neuen schicken, oder melden Sie den Schaden über die Seite der Werkstatt.' },
    en: { title: 'This link has expired', detail: "Have a new one sent to you, or report the damage on the workshop's page." },
  },
  linkWithdrawn: {
    de: { title: 'Dieser Link gilt nicht mehr', detail: 'Die Werkstatt hat ihn zurückgezogen oder durch einen neuen ersetzt. Bitte nutzen Sie den neuesten Link, oder fragen Sie in der Werkstatt nach.' },
    en: { title: 'This link is no longer valid', detail: 'The workshop has withdrawn it or replaced it by a new one. Please use the newest link, or ask the workshop.' },
  },
  handoffUsed: {
    de: { title: 'Dieser Code wurde schon benutzt', detail: 'Er gilt nur für ein Handy. Lassen Sie sich am Computer einen neuen Code zeigen, und scannen Sie ihn.' },
    en: { title: 'This code has been used already', detail: 'It is good for one phone only. Have your computer show a new code, and scan that one.' },
  },
  handoffExpired: {
    de: { title: 'Dieser Code ist abgelaufen', detail: 'Er gilt zu Ihrer Sicherheit nur zehn Minuten. Lassen Sie sich am Computer einen neuen Code zeigen, und scannen Sie ihn.' },
    en: { title: 'This code has expired', detail: 'For your safety it is good for ten minutes only. Have your computer show a new code, and scan that one.' },
  },
  handoffEnded: {
    de: { title: 'Die Verbindung zum Computer ist beendet', detail: 'Was Sie hier aufgenommen und unterschrieben haben, ist gesichert. Machen Sie bitte am Computer weiter.' },
    en: { title: 'The connection to the computer has ended', detail: 'What you took and signed here is safe. Please go on at the computer.' },
  },
  messageOutdated: {
    de: { title: 'Nachricht überholt', detail: 'Der Link in dieser Nachricht wird nicht mehr gebraucht oder gilt nicht mehr. Einen neuen senden Sie unter „Link für den Kunden“.' },
    en: { title: 'Message out of date', detail: 'The link in this message is no longer needed or no longer valid. Send a new one under “Customer’s link”.' },
  },
  changedMeanwhile: {
    de: { title: 'Inzwischen geändert', detail: 'Jemand anderes hat hier gerade etwas geändert. Laden Sie neu und sehen Sie die Änderung an, bevor Sie speichern.' },
    en: { title: 'Changed meanwhile', detail: 'Somebody else has just changed something here. Reload and look at the change before you save.' },
  },
  appointmentNotFitting: {
    de: { title: 'Termin passt nicht', detail: 'Zu dieser Zeit ist geschlossen, oder der halbe Tag ist schon voll. Bestätigen Sie, dass der Termin trotzdem gelten soll, oder wählen Sie einen anderen.' },
    en: { title: 'Appointment does not fit', detail: 'You are closed at that time, or the half day is full already. Confirm that the appointment is to stand all the same, or choose another one.' },
  },
  alreadySubmitted: {
    de: { title: 'Schon gesendet', detail: 'Der Kunde hat diese Meldung inzwischen abgeschickt. Sie lässt sich nicht mehr vorbereiten.' },
    en: { title: 'Already sent', detail: 'The customer has sent this report meanwhile. It can no longer be prepared.' },
  },
  keptInternal: {
    de: { title: 'Interner Vorgang', detail: 'Dieser Vorgang ist intern: Der Kunde sieht ihn nicht und bekommt keine Nachrichten dazu. Geben Sie ihn zuerst für den Kunden frei.' },
    en: { title: 'Internal case', detail: 'This case is internal: the customer does not see it and gets no messages about it. Release it for the customer first.' },
  },
  notSubmittedYet: {
    de: { title: 'Noch nicht abgeschickt', detail: 'Der Kunde hat diese Meldung noch nicht abgeschickt. Sein Link fragt ihn ohnehin nach allem, was fehlt.' },
    en: { title: 'Not sent yet', detail: 'The customer has not sent this report yet. Their link asks for everything that is missing anyway.' },
  },
  itemNotWanted: {
    de: { title: 'Wird nicht mehr gebraucht', detail: 'Das ist schon da oder wird nicht mehr gebraucht. Sie müssen nichts weiter tun.' },
    en: { title: 'No longer needed', detail: 'This is there already or no longer needed. There is nothing more you have to do.' },
  },
  approvalAnswered: {
    de: { title: 'Schon beantwortet', detail: 'Diese Frage ist schon beantwortet. Die Antwort gilt und lässt sich nicht mehr ändern.' },
    en: { title: 'Already answered', detail: 'This question has been answered. The answer stands and can no longer be changed.' },
  },
  approvalWithdrawn: {
    de: { title: 'Frage zurückgezogen', detail: 'Die Werkstatt hat diese Frage zurückgezogen. Es ist nichts mehr zu tun.' },
    en: { title: 'Question withdrawn', detail: 'The workshop has withdrawn this question. There is nothing left to do.' },
  },
  phoneOptedOut: {
    de: { title: 'SMS abbestellt', detail: 'Von dieser Nummer kam STOP: Dorthin gehen keine SMS mehr. Nutzen Sie E-Mail, oder geben Sie den Link selbst weiter.' },
    en: { title: 'SMS stopped', detail: 'This number replied STOP: no more SMS go there. Use e-mail, or pass the link on yourself.' },
  },
  noWayToReach: {
    de: { title: 'Kein Weg zum Kunden', detail: 'Für diesen Versand fehlt die Handynummer oder die E-Mail-Adresse. Ergänzen Sie sie und senden Sie erneut.' },
    en: { title: 'No way to reach the customer', detail: 'The mobile number or e-mail address for this message is missing. Add it and send again.' },
  },
  partnerNotActivated: {
    de: { title: 'Partner nicht freigeschaltet', detail: 'Dieser Partner ist für Ihre Werkstatt nicht freigeschaltet. Bitte wählen Sie einen anderen, oder melden Sie uns die Zusammenarbeit.' },
    en: { title: 'Partner not activated', detail: 'This partner is not activated for your workshop. Please choose another one, or tell us that you work together.' },
  },
  formNotFitting: {
    de: { title: 'Formular passt nicht', detail: 'Dieses Formular gilt nicht oder nicht für diesen Fall. Bestätigen Sie, dass es trotzdem unterschrieben werden soll, oder wählen Sie ein anderes.' },
    en: { title: 'Form does not fit', detail: 'This form is not valid, or not meant for this case. Confirm that it is to be signed all the same, or choose another one.' },
  },
  formChanged: {
    de: { title: 'Angaben geändert', detail: 'Die Angaben in diesem Formular haben sich geändert. Bitte lesen Sie es noch einmal und unterschreiben Sie neu.' },
    en: { title: 'Details have changed', detail: 'The details in this form have changed. Please read it again and sign anew.' },
  },
  formIncomplete: {
    de: { title: 'Im Formular fehlt etwas', detail: 'Für dieses Formular fehlen noch Angaben. Bitte ergänzen Sie sie.' },
    en: { title: 'Something is missing in the form', detail: 'Some details for this form are still missing. Please add them.' },
  },
  formAlreadySigned: {
    de: { title: 'Schon unterschrieben', detail: 'Dieses Formular ist unterschrieben. Unterschriebenes lässt sich nicht mehr ändern oder entfernen.' },
    en: { title: 'Already signed', detail: 'This form is signed. What is signed can no longer be changed or removed.' },
  },
  statementSigned: {
    de: { title: 'Schon unterschrieben', detail: 'Der Unfallbericht ist unterschrieben. Was unterschrieben ist, ändert niemand mehr.' },
    en: { title: 'Already signed', detail: 'The accident statement is signed. Nobody changes what is signed.' },
  },
  signatureEmpty: {
    de: { title: 'Unterschrift fehlt', detail: 'Bitte unterschreiben Sie im Feld, oder geben Sie Ihren Namen ein.' },
    en: { title: 'Signature missing', detail: 'Please sign in the field, or type your name.' },
  },
  pdfUnreadable: {
    de: { title: 'PDF nicht lesbar', detail: 'Diese Datei ist kein PDF oder beschädigt. Bitte speichern Sie sie noch einmal als PDF und laden Sie sie erneut hoch.' },
    en: { title: 'PDF cannot be read', detail: 'This file is no PDF, or it is damaged. Please save it as a PDF again and upload it once more.' },
  },
  pdfEncrypted: {
    de: { title: 'PDF ist geschützt', detail: 'Dieses PDF hat ein Passwort. Bitte speichern Sie es ohne Schutz und laden Sie es erneut hoch.' },
    en: { title: 'PDF is protected', detail: 'This PDF has a password. Please save it without protection and upload it again.' },
  },
  pdfTooManyPages: {
    de: { title: 'PDF hat zu viele Seiten', detail: 'Ein Formular darf höchstens 30 Seiten haben. Bitte laden Sie nur die Seiten hoch, die unterschrieben werden.' },
    en: { title: 'PDF has too many pages', detail: 'A form may have 30 pages at most. Please upload only the pages that are to be signed.' },
  },
  importUnreadable: {
    de: { title: 'Datei nicht lesbar', detail: 'Diese Datei ist keine Tabelle, die wir lesen können. Bitte speichern Sie sie als CSV oder Excel (.xlsx).' },
    en: { title: 'File cannot be read', detail: 'This file is no table that we can read. Please save it as CSV or Excel (.xlsx).' },
  },
  importTooLong: {
    de: { title: 'Zu viele Zeilen', detail: 'Auf einmal gehen höchstens 1.000 Zeilen. Bitte teilen Sie die Datei auf.' },
    en: { title: 'Too many rows', detail: 'At most 1,000 rows can be imported at once. Please split the file.' },
  },
  idempotencyKeyMissing: {
    de: { title: 'Kennung fehlt', detail: 'Der Anfrage fehlt die Kopfzeile Idempotency-Key.' },
    en: { title: 'Key missing', detail: 'The request lacks the Idempotency-Key header.' },
  },
  idempotencyKeyReused: {
    de: { title: 'Kennung schon benutzt', detail: 'Unter dieser Kennung wurde bereits eine andere Meldung gesendet.' },
    en: { title: 'Key already used', detail: 'A different report was already sent under this key.' },
  },
  catalogueOutdated: {
    de: { title: 'Fragen haben sich geändert', detail: 'Die Werkstatt hat ihre Fragen geändert. Bitte laden Sie die Seite neu, Ihre Angaben bleiben erhalten.' },
    en: { title: 'Questions have changed', detail: 'The workshop has changed its questions. Please reload the page; your details are kept.' },
  },
  photoTypeUnsupported: {
    de: { title: 'Kein passendes Bild', detail: 'Diese Datei ist kein Bild, das wir annehmen. Bitte nehmen Sie ein Foto als JPEG, PNG, WebP, HEIC oder AVIF.' },
    en: { title: 'Not a suitable picture', detail: 'This file is not a picture we accept. Please use a photo as JPEG, PNG, WebP, HEIC or AVIF.' },
  },
  photoTooLarge: {
    de: { title: 'Foto zu groß', detail: 'Dieses Foto ist größer als 25 MB. Bitte nehmen Sie es mit geringerer Auflösung auf oder verkleinern Sie es.' },
    en: { title: 'Photo too large', detail: 'This photo is larger than 25 MB. Please take it at a lower resolution or make it smaller.' },
  },
  photoTooManyPixels: {
    de: { title: 'Foto zu groß', detail: 'Dieses Foto hat mehr als 100 Megapixel. Bitte nehmen Sie es mit geringerer Auflösung auf.' },
    en: { title: 'Photo too large', detail: 'This photo has more than 100 megapixels. Please take it at a lower resolution.' },
  },
  photoUnreadable: {
    de: { title: 'Foto beschädigt', detail: 'Dieses Foto ist beschädigt oder unvollständig. Bitte nehmen Sie es noch einmal auf oder wählen Sie ein anderes.' },
    en: { title: 'Photo damaged', detail: 'This photo is damaged or incomplete. Please take it again or choose another one.' },
  },
  photoLimitReached: {
    de: { title: 'Genug Fotos', detail: 'Mehr als 40 Fotos nimmt eine Meldung nicht auf. Bitte entfernen Sie zuerst eines.' },
    en: { title: 'Enough photos', detail: 'A report takes no more than 40 photos. Please remove one first.' },
  },
  uploadConflict: {
    de: { title: 'Übertragung läuft schon', detail: 'Dieses Foto wird gerade schon übertragen.' },
    en: { title: 'Upload already running', detail: 'This photo is being uploaded already.' },
  },
  signInLinkInvalid: {
    de: { title: 'Link nicht mehr gültig', detail: 'Dieser Anmeldelink ist abgelaufen oder wurde schon benutzt. Bitte fordern Sie einen neuen an.' },
    en: { title: 'Link no longer valid', detail: 'This sign-in link has expired or was used before. Please request a new one.' },
  },
  codeWrong: {
    de: { title: 'Code stimmt nicht', detail: 'Der Code passt nicht oder ist abgelaufen. Bitte prüfen Sie die Ziffern oder fordern Sie einen neuen an.' },
    en: { title: 'Wrong code', detail: 'The code does not match or has expired. Please check the digits or request a new one.' },
  },
  mandateFailed: {
    de: { title: 'Lastschriftmandat nicht erteilt', detail: 'Die Bankverbindung wurde nicht angenommen. Bitte prüfen Sie die IBAN oder nehmen Sie ein anderes Konto.' },
    en: { title: 'Mandate not given', detail: 'The bank account was not accepted. Please check the IBAN or use another account.' },
  },
  enrollmentExpired: {
    de: { title: 'Vorgang abgelaufen', detail: 'Dieses Lastschriftmandat wurde zu spät abgeschlossen. Bitte beginnen Sie noch einmal; es wurde nichts abgebucht.' },
    en: { title: 'Process expired', detail: 'This mandate was finished too late. Please begin once more; nothing was debited.' },
  },
  setupIncomplete: {
    de: { title: 'Es fehlt noch etwas', detail: 'Dafür müssen zuerst die Firmendaten, der Tarif und das Lastschriftmandat vollständig sein.' },
    en: { title: 'Something is missing', detail: 'This needs the company details, the plan and the mandate to be complete first.' },
  },
  paymentVendorDown: {
    de: { title: 'Abrechnung gerade nicht erreichbar', detail: 'Unser Abrechnungsdienst antwortet gerade nicht. Es ist nichts verloren und nichts doppelt gebucht; bitte versuchen Sie es in ein paar Minuten noch einmal.' },
    en: { title: 'Billing not reachable', detail: 'Our billing service is not answering. Nothing is lost and nothing was booked twice; please try again in a few minutes.' },
  },
  paymentVendorRefused: {
    de: { title: 'Vom Abrechnungsdienst abgelehnt', detail: 'Unser Abrechnungsdienst hat die Angaben nicht angenommen. Bitte prüfen Sie sie; hilft das nicht, melden Sie sich bei uns.' },
    en: { title: 'Refused by the billing service', detail: 'Our billing service did not accept the details. Please check them; if that does not help, contact us.' },
  },
  linksStopped: {
    de: { title: 'Neue Links sind angehalten', detail: 'Es ist eine Rechnung offen oder der Vertrag ist beendet: Neue Links können gerade nicht verschickt werden. Laufende Vorgänge gehen weiter. Ihre Buchhaltung kann das im Abrechnungsportal beheben.' },
    en: { title: 'New links are stopped', detail: 'An invoice is unpaid or the contract has ended: no new links can be sent at the moment. Reports that are running go on. Your accounts department can settle this in the billing portal.' },
  },
  bodyTooLarge: {
    de: { title: 'Zu viele Daten', detail: 'Die Anfrage ist zu groß.' },
    en: { title: 'Too much data', detail: 'The request is too large.' },
  },
  unsupportedMediaType: {
    de: { title: 'Format unbekannt', detail: 'Diese Adresse nimmt nur JSON an.' },
    en: { title: 'Unknown format', detail: 'This address accepts JSON only.' },
  },
  tooManyRequests: {
    de: { title: 'Zu viele Versuche', detail: 'Das waren zu viele Versuche in kurzer Zeit. Bitte warten Sie einen Moment.' },
    en: { title: 'Too many attempts', detail: 'That was too many attempts in a short time. Please wait a moment.' },
  },
  unavailable: {
    de: { title: 'Gerade nicht erreichbar', detail: 'Der Dienst ist gerade nicht erreichbar. Bitte versuchen Sie es gleich noch einmal, Ihre Angaben bleiben erhalten.' },
    en: { title: 'Not available right now', detail: 'The service is not available right now. Please try again in a moment; your details are kept.' },
  },
  internal: {
    de: { title: 'Unerwarteter Fehler', detail: 'Da ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal; wenn es wieder passiert, nennen Sie uns die Fehlernummer.' },
    en: { title: 'Unexpected error', detail: 'Something went wrong. Please try again; if it happens again, tell us the error number.' },
  },
};
