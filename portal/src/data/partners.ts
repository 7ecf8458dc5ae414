import { partnerListSchema, type Partner } from '@meldewerk/contract/partner';
import { requestJson } from '@meldewerk/shell/request';

/** The partners that the operator has switched on for this workshop. */
export async function fetchPartners(): Promise<Partner[]> {
  return (await requestJson(partnerListSchema, 'GET', '/api/partners')).partners;
}
