import { msg } from '@lit/localize';
import type { Delivery, DeliveryTarget } from '@meldewerk/contract/delivery';
import type { PartnerKind } from '@meldewerk/contract/partner';
import type { ProblemCode } from '@meldewerk/contract/problem';
import type { ReportDetail, ReportEvent, ReportStatus } from '@meldewerk/contract/report';

export function statusLabel(status: ReportStatus | 'open'): string {
  return {
    open: msg('Offen', { id: 'status.open' }),
    draft: msg('Entwurf', { id: 'status.draft' }),
    linkSent: msg('Link gesendet', { id: 'status.linkSent' }),
    submitted: msg('Eingegangen', { id: 'status.submitted' }),
    inReview: msg('In Prüfung', { id: 'status.inReview' }),
    scheduled: msg('Terminiert', { id: 'status.scheduled' }),
    inRepair: msg('In Reparatur', { id: 'status.inRepair' }),
    ready: msg('Abholbereit', { id: 'status.ready' }),
    completed: msg('Abgeschlossen', { id: 'status.completed' }),
    cancelled: msg('Storniert', { id: 'status.cancelled' }),
  }[status];
}

export function reporterRoleLabel(role: NonNullable<ReportDetail['reporter']['role']>): string {
  return {
    keeper: msg('Halter', { id: 'role.keeper' }),
    driver: msg('Fahrer', { id: 'role.driver' }),
    policyholder: msg('Versicherungsnehmer', { id: 'role.policyholder' }),
    fleet: msg('Fuhrpark', { id: 'role.fleet' }),
    other: msg('Andere Person', { id: 'role.other' }),
  }[role];
}

export function channelLabel(channel: NonNullable<ReportDetail['reporter']['preferredChannel']>): string {
  return {
    sms: msg('SMS', { id: 'channel.sms' }),
    email: msg('E-Mail', { id: 'channel.email' }),
    phone: msg('Anruf', { id: 'channel.phone' }),
  }[channel];
}

export function vehicleTypeLabel(type: NonNullable<ReportDetail['vehicle']['type']>): string {
  return {
    car: msg('Pkw', { id: 'vehicleType.car' }),
    estate: msg('Kombi / SUV', { id: 'vehicleType.estate' }),
    van: msg('Transporter', { id: 'vehicleType.van' }),
    motorcycle: msg('Motorrad', { id: 'vehicleType.motorcycle' }),
    trailer: msg('Anhänger', { id: 'vehicleType.trailer' }),
  }[type];
}

export function driveTypeLabel(type: NonNullable<ReportDetail['vehicle']['driveType']>): string {
  return {
    petrol: msg('Benzin', { id: 'driveType.petrol' }),
    diesel: msg('Diesel', { id: 'driveType.diesel' }),
    electric: msg('Elektro (Hochvolt)', { id: 'driveType.electric' }),
    hybrid: msg('Hybrid (Hochvolt)', { id: 'driveType.hybrid' }),
    gas: msg('Gas', { id: 'driveType.gas' }),
    unknown: msg('Weiß nicht', { id: 'driveType.unknown' }),
  }[type];
}

export function coverageLabel(coverage: ReportDetail['insurance']['coverage']): string {
  return {
    thirdPartyLiability: msg('Haftpflicht des Gegners', { id: 'coverage.thirdPartyLiability' }),
    fullyComprehensive: msg('Vollkasko', { id: 'coverage.fullyComprehensive' }),
    partialCover: msg('Teilkasko', { id: 'coverage.partialCover' }),
    selfPay: msg('Selbstzahler', { id: 'coverage.selfPay' }),
    unknown: msg('Noch unklar', { id: 'coverage.unknown' }),
  }[coverage];
}

export function partnerKindLabel(kind: PartnerKind): string {
  return {
    steering: msg('Schadensteuerer', { id: 'partnerKind.steering' }),
    leasing: msg('Leasinggesellschaft', { id: 'partnerKind.leasing' }),
    insurer: msg('Versicherer', { id: 'partnerKind.insurer' }),
    fleet: msg('Fuhrpark', { id: 'partnerKind.fleet' }),
    broker: msg('Makler', { id: 'partnerKind.broker' }),
  }[kind];
}

export function deliveryTargetLabel(target: DeliveryTarget): string {
  return {
    staffEmail: msg('E-Mail an die Werkstatt', { id: 'target.staffEmail' }),
    customerEmail: msg('E-Mail an den Kunden', { id: 'target.customerEmail' }),
    customerSms: msg('SMS an den Kunden', { id: 'target.customerSms' }),
    partnerEmail: msg('E-Mail an den Partner', { id: 'target.partnerEmail' }),
    operatorEmail: msg('E-Mail an den Betreiber', { id: 'target.operatorEmail' }),
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
    withdrawalNotice: msg('Widerrufsbelehrung', { id: 'purpose.withdrawalNotice' }),
    supportRequest: msg('Anfrage', { id: 'purpose.supportRequest' }),
    supportReceipt: msg('Empfangsbestätigung', { id: 'purpose.supportReceipt' }),
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

/** Why a photo cannot be shown. The original is kept and can be downloaded all the same. */
export function refusedPhotoText(problem: ProblemCode | null): string {
  if (problem === 'photoTypeUnsupported') return msg('Dieses Dateiformat kann hier nicht angezeigt werden.', { id: 'photo.typeUnsupported' });
  if (problem === 'photoTooManyPixels') return msg('Das Bild hat zu viele Bildpunkte, um es anzuzeigen.', { id: 'photo.tooManyPixels' });
  if (problem === 'photoTooLarge') return msg('Die Datei ist zu groß, um sie anzuzeigen.', { id: 'photo.tooLarge' });
  return msg('Die Bilddatei ist beschädigt oder unvollständig und kann nicht angezeigt werden.', { id: 'photo.unreadable' });
}
