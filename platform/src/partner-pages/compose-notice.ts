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
    photos: report.photos
      .filter(({ state }) => state !== 'refused')
      .map(({ id, shotId, mediaType, byteSize, sha256 }) => ({ id, shot: report.shotLabels[shotId]?.de ?? shotId, mediaType, byteSize, sha256, url: `${view.url}/photos/${id}` })),
    view: { url: view.url, until: view.until.toISOString() },
  };
}
