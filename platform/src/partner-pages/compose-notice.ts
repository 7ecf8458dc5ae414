import { damageKindLabels, damageSizeLabels, partLabel } from '@meldewerk/contract/damage-labels';
import type { PartnerNotice } from '@meldewerk/contract/partner-notice';
import { isSubmitted } from '@meldewerk/contract/report';
import type { Scope } from '../http/scope.ts';
import type { ReportContent } from '../reports/read.ts';
import { partnerLink } from './partner-link.ts';

/** What a partner gets of a submitted report; null when it has no partner. `from` is when the link's time begins. */
export function composeNotice(scope: Scope, report: ReportContent, from: Date): PartnerNotice | null {
  const { partner } = report;
  if (!isSubmitted(report) || !partner) return null;
  const { settings } = scope.tenant;
  const { street, postalCode, city } = settings.address;
  const { role, firstName, lastName, company, phone, email, street: customerStreet, postalCode: customerPostalCode, city: customerCity } = report.reporter;
  const view = partnerLink(scope, { reportId: report.id, partnerId: partner.id }, from);
  return {
    format: 'meldewerk.partner-notice/1',
    report: { id: report.id, reference: report.reference, submittedAt: report.submittedAt, category: report.category, categoryLabel: report.categoryLabel.de, language: report.language },
    partner: { name: partner.name, kind: partner.kind, ...(partner.orderNumber !== null && { orderNumber: partner.orderNumber }) },
    workshop: { name: settings.name, street, postalCode, city, phone: settings.phone, email: settings.email },
    customer: { role, firstName, lastName, company, phone, email, street: customerStreet, postalCode: customerPostalCode, city: customerCity },
    vehicle: report.vehicle,
    insurance: report.insurance,
    ...(report.safety && { safety: { ...(report.safety.advice && { advice: report.safety.advice }), answers: report.safety.answers } }),
    answers: report.answers.map(({ questionId, label, value, display }) => ({ question: questionId, label: label.de, value, display: display.de })),
    damages: damagesOf(report),
    photos: report.photos
      .filter(({ state }) => state !== 'refused')
      // With parts covered, the file that is to be had is another one.
      .map(({ id, shotId, mediaType, byteSize, sha256, redaction }) => ({ id, shot: report.shotLabels[shotId]?.de ?? shotId, mediaType: redaction ? ('image/jpeg' as const) : mediaType, byteSize: redaction?.byteSize ?? byteSize, sha256: redaction?.sha256 ?? sha256, url: `${view.url}/photos/${id}` })),
    view: { url: view.url, until: view.until.toISOString() },
  };
}

function damagesOf({ damages, photos, vehicle }: ReportContent): PartnerNotice['damages'] {
  return damages.map(({ id, part, kind, size, note, at }, index) => ({
    id,
    number: index + 1,
    part,
    partLabel: partLabel(part, vehicle.type).de,
    kind,
    kindLabel: damageKindLabels[kind].de,
    size,
    sizeLabel: damageSizeLabels[size].de,
    ...(note !== undefined && { note }),
    ...(at && { at }),
    photos: photos.flatMap(({ id: photo, spotId, state }) => (spotId === id && state !== 'refused' ? [photo] : [])),
  }));
}
