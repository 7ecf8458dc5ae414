import { enrollmentResultSchema, enrollmentSchema, mandatesSchema, type BillingMandate, type Enrollment, type EnrollmentResult, type MandateRoute } from '@meldewerk/contract/billing';
import type { StaffLanguage } from '@meldewerk/contract/language';
import { request, requestJson } from '@meldewerk/shell/request';
import { accountUrl } from './accounts.ts';

/** In the language the words are to be read in. */
export function startEnrollment(tenantId: string, route: MandateRoute, language: StaffLanguage): Promise<Enrollment> {
  return requestJson(enrollmentSchema, 'POST', `${accountUrl(tenantId)}/enrollments`, { body: { route, language } });
}

/** The button next to the words of the mandate was pressed. */
export async function acceptMandate(tenantId: string, enrollmentId: string, textSha256: string) {
  await request('POST', `${accountUrl(tenantId)}/enrollments/${enrollmentId}/acceptance`, { body: { textSha256 } });
}

/** Has the server ask the vendor how it stands; asking again is harmless. */
export function completeEnrollment(tenantId: string, enrollmentId: string): Promise<EnrollmentResult> {
  return requestJson(enrollmentResultSchema, 'POST', `${accountUrl(tenantId)}/enrollments/${enrollmentId}/completion`);
}

export async function fetchMandates(tenantId: string): Promise<BillingMandate[]> {
  return (await requestJson(mandatesSchema, 'GET', `${accountUrl(tenantId)}/mandates`)).mandates;
}

export function mandatePdfUrl(tenantId: string, mandateId: string): string {
  return `${accountUrl(tenantId)}/mandates/${mandateId}/pdf`;
}
