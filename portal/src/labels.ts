import { msg, str } from '@lit/localize';
import type { Delivery, DeliveryTarget } from '@meldewerk/contract/delivery';
import { channelLabels, coverageLabels, driveTypeLabels, partnerKindLabels, roleLabels, vehicleTypeLabels } from '@meldewerk/contract/labels';
import type { PartnerKind } from '@meldewerk/contract/partner';
import type { ProblemCode } from '@meldewerk/contract/problem';
import type { ReportStatus } from '@meldewerk/contract/handling';
import type { ReportDetail, ReportEvent } from '@meldewerk/contract/report';
import type { Language } from '@meldewerk/contract/language';
import { languageLabels } from '@meldewerk/contract/language-names';
import { currentLanguage } from './locale.ts';
import { statusText } from './workflow.ts';

/** As the workshop calls it. */
export function statusLabel(status: ReportStatus | 'open', subStatus: string | null = null): string {
  return status === 'open' ? msg('Offen', { id: 'status.open' }) : statusText(status, subStatus);
}

export function reporterRoleLabel(role: NonNullable<ReportDetail['reporter']['role']>): string {
  return roleLabels[role][currentLanguage()];
}

export function channelLabel(channel: NonNullable<ReportDetail['reporter']['preferredChannel']>): string {
  return channelLabels[channel][currentLanguage()];
}

export function vehicleTypeLabel(type: NonNullable<ReportDetail['vehicle']['type']>): string {
  return vehicleTypeLabels[type][currentLanguage()];
}

/** Whoever touches the car has to know of its high voltage. */
export function driveTypeLabel(type: NonNullable<ReportDetail['vehicle']['driveType']>): string {
  const name = driveTypeLabels[type][currentLanguage()];
  return type === 'electric' || type === 'hybrid' ? msg(str`${name} (Hochvolt)`, { id: 'driveType.highVoltage' }) : name;
}

export function coverageLabel(coverage: ReportDetail['insurance']['coverage']): string {
  return coverageLabels[coverage][currentLanguage()];
}

export function partnerKindLabel(kind: PartnerKind): string {
  return partnerKindLabels[kind][currentLanguage()];
}

export function deliveryTargetLabel(target: DeliveryTarget): string {
  return {
    staffEmail: msg('E-Mail an die Werkstatt', { id: 'target.staffEmail' }),
    customerEmail: msg('E-Mail an den Kunden', { id: 'target.customerEmail' }),
    customerSms: msg('SMS an den Kunden', { id: 'target.customerSms' }),
    partnerEmail: msg('E-Mail an den Partner', { id: 'target.partnerEmail' }),
    operatorEmail: msg('E-Mail an den Betreiber', { id: 'target.operatorEmail' }),
    accountHolderEmail: msg('E-Mail an die Buchhaltung', { id: 'target.accountHolderEmail' }),
  }[target];
}

export function deliveryPurposeLabel(purpose: Delivery['purpose']): string {
  return {
    newReport: msg('Neue Meldung', { id: 'nav.newReport' }),
    confirmation: msg('Eingangsbestätigung', { id: 'purpose.confirmation' }),
    link: msg('Link zur Meldung', { id: 'purpose.link' }),
    reminder: msg('Erinnerung', { id: 'event.reminderDue' }),
    partnerNotice: msg('Nachricht an den Partner', { id: 'purpose.partnerNotice' }),
    signedForms: msg('Unterschriebene Formulare', { id: 'purpose.signedForms' }),
    withdrawalConfirmation: msg('Bestätigung des Widerrufs', { id: 'purpose.withdrawalConfirmation' }),
    withdrawalNotice: msg('Widerruf eingegangen', { id: 'purpose.withdrawalNotice' }),
    supportRequest: msg('Anfrage', { id: 'purpose.supportRequest' }),
    supportReceipt: msg('Empfangsbestätigung', { id: 'purpose.supportReceipt' }),
    billing: msg('Abrechnung', { id: 'purpose.billing' }),
    appointment: msg('Termin', { id: 'purpose.appointment' }),
    appointmentReminder: msg('Erinnerung an den Termin', { id: 'purpose.appointmentReminder' }),
    message: msg('Nachricht', { id: 'purpose.message' }),
    mention: msg('Erwähnung', { id: 'purpose.mention' }),
    missingItems: msg('Fehlende Angaben', { id: 'purpose.missingItems' }),
    missingItemsReminder: msg('Erinnerung an Fehlendes', { id: 'purpose.missingItemsReminder' }),
    approval: msg('Freigabe', { id: 'purpose.approval' }),
    rule: msg('Automatische Nachricht', { id: 'purpose.rule' }),
    statusLink: msg('Link zum Stand', { id: 'purpose.statusLink' }),
    accidentStatement: msg('Unfallbericht', { id: 'purpose.accidentStatement' }),
  }[purpose];
}

export function deliveryStateLabel(state: Delivery['state']): string {
  return {
    waiting: msg('Wartet', { id: 'delivery.waiting' }),
    sending: msg('Wird gesendet', { id: 'delivery.sending' }),
    sent: msg('Gesendet', { id: 'delivery.sent' }),
    failed: msg('Fehlgeschlagen', { id: 'delivery.failed' }),
  }[state];
}

export function eventLabel(type: ReportEvent['type']): string {
  return {
    reportPrepared: msg('Meldung vorbereitet', { id: 'event.reportPrepared' }),
    preparationChanged: msg('Vorbereitung geändert', { id: 'event.preparationChanged' }),
    linkRequested: msg('Link verschickt', { id: 'event.linkRequested' }),
    linkOpened: msg('Link geöffnet', { id: 'event.linkOpened' }),
    linkRenewed: msg('Link erneuert', { id: 'event.linkRenewed' }),
    linkWithdrawn: msg('Link zurückgezogen', { id: 'event.linkWithdrawn' }),
    reminderDue: msg('Erinnerung', { id: 'event.reminderDue' }),
    smsStopped: msg('SMS vom Kunden abbestellt', { id: 'event.smsStopped' }),
    formAttached: msg('Formular angehängt', { id: 'event.formAttached' }),
    formDetached: msg('Formular entfernt', { id: 'event.formDetached' }),
    formSigned: msg('Formular unterschrieben', { id: 'event.formSigned' }),
    formCountersigned: msg('Formular von der Werkstatt unterschrieben', { id: 'event.formCountersigned' }),
    formsComplete: msg('Alle Unterschriften vollständig', { id: 'event.formsComplete' }),
    withdrawalDeclared: msg('Vertrag widerrufen', { id: 'event.withdrawalDeclared' }),
    withdrawalAssigned: msg('Widerruf zugeordnet', { id: 'event.withdrawalAssigned' }),
    reportSubmitted: msg('Meldung abgeschickt', { id: 'event.reportSubmitted' }),
    reportOpened: msg('Zum ersten Mal geöffnet', { id: 'event.reportOpened' }),
    statusChanged: msg('Status geändert', { id: 'event.statusChanged' }),
    handlingChanged: msg('Bearbeitung geändert', { id: 'event.handlingChanged' }),
    reportPublished: msg('Für den Kunden freigegeben', { id: 'event.reportPublished' }),
    reportKeptInternal: msg('Als interner Vorgang geführt', { id: 'event.reportKeptInternal' }),
    wishesGiven: msg('Wunschtermine genannt', { id: 'event.wishesGiven' }),
    appointmentProposed: msg('Termine vorgeschlagen', { id: 'event.appointmentProposed' }),
    appointmentDeclined: msg('Terminvorschläge abgelehnt', { id: 'event.appointmentDeclined' }),
    appointmentConfirmed: msg('Termin bestätigt', { id: 'event.appointmentConfirmed' }),
    appointmentCancelled: msg('Termin abgesagt', { id: 'event.appointmentCancelled' }),
    servicesAgreed: msg('Leistungen vereinbart', { id: 'event.servicesAgreed' }),
    messageWritten: msg('Nachricht geschrieben', { id: 'event.messageWritten' }),
    noteWritten: msg('Notiz geschrieben', { id: 'event.noteWritten' }),
    statusPageOpened: msg('Statusseite geöffnet', { id: 'event.statusPageOpened' }),
    approvalReminded: msg('An die Freigabe erinnert', { id: 'event.approvalReminded' }),
    statusLinkRequested: msg('Kundenlink gesendet', { id: 'event.statusLinkRequested' }),
    statusLinkRenewed: msg('Statuslink erneuert', { id: 'event.statusLinkRenewed' }),
    statusLinkWithdrawn: msg('Statuslink zurückgezogen', { id: 'event.statusLinkWithdrawn' }),
    itemsRequested: msg('Fehlendes angefordert', { id: 'event.itemsRequested' }),
    itemProvided: msg('Fehlendes nachgereicht', { id: 'event.itemProvided' }),
    itemsComplete: msg('Alles Fehlende ist da', { id: 'event.itemsComplete' }),
    itemsWithdrawn: msg('Anforderung zurückgenommen', { id: 'event.itemsWithdrawn' }),
    approvalRequested: msg('Freigabe erbeten', { id: 'event.approvalRequested' }),
    approvalAnswered: msg('Freigabe beantwortet', { id: 'event.approvalAnswered' }),
    approvalWithdrawn: msg('Freigabe zurückgenommen', { id: 'event.approvalWithdrawn' }),
    accidentStatementAttached: msg('Unfallbericht für zwei beigefügt', { id: 'event.accidentStatementAttached' }),
    accidentStatementSigned: msg('Unfallbericht von beiden unterschrieben', { id: 'event.accidentStatementSigned' }),
    photoRedacted: msg('Teile eines Fotos unkenntlich gemacht', { id: 'event.photoRedacted' }),
    photoUncovered: msg('Unkenntlichmachung aufgehoben', { id: 'event.photoUncovered' }),
    originalOpened: msg('Versiegeltes Original geöffnet', { id: 'event.originalOpened' }),
    conditionPhotosTaken: msg('Zustandsfoto aufgenommen', { id: 'event.conditionPhotosTaken' }),
    conditionPhotoRemoved: msg('Zustandsfoto entfernt', { id: 'event.conditionPhotoRemoved' }),
    deliverySent: msg('Nachricht gesendet', { id: 'event.deliverySent' }),
    deliveryFailed: msg('Nachricht nicht zugestellt', { id: 'event.deliveryFailed' }),
    deliveryUndelivered: msg('Nachricht nicht angekommen', { id: 'event.deliveryUndelivered' }),
    deliveryRepeated: msg('Nachricht erneut angefordert', { id: 'event.deliveryRepeated' }),
  }[type];
}

export function actorLabel(kind: ReportEvent['actor']['kind']): string {
  return {
    customer: msg('Kunde', { id: 'actor.customer' }),
    staff: msg('Mitarbeiter', { id: 'actor.staff' }),
    system: msg('System', { id: 'actor.system' }),
  }[kind];
}

export function customerLanguageName(language: Language): string {
  return languageLabels[language][currentLanguage()];
}

/** Why a photo cannot be shown. The original is kept and can be downloaded all the same. */
export function refusedPhotoText(problem: ProblemCode | null): string {
  if (problem === 'photoTypeUnsupported') return msg('Dieses Dateiformat kann hier nicht angezeigt werden.', { id: 'photo.typeUnsupported' });
  if (problem === 'photoTooManyPixels') return msg('Das Bild hat zu viele Bildpunkte, um es anzuzeigen.', { id: 'photo.tooManyPixels' });
  if (problem === 'photoTooLarge') return msg('Die Datei ist zu groß, um sie anzuzeigen.', { id: 'photo.tooLarge' });
  return msg('Die Bilddatei ist beschädigt oder unvollständig und kann nicht angezeigt werden.', { id: 'photo.unreadable' });
}
