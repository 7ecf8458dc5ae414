import { createdWorkshopSchema, figuresSchema, invitedSchema, workshopDetailSchema, workshopPageSchema, type Figures, type NewWorkshop, type WorkshopDetail, type WorkshopPage, type WorkshopQuery } from '@meldewerk/contract/operator';
import { requestJson } from '@meldewerk/shell/request';

const url = '/api/operator/workshops';

export function fetchWorkshops({ state, search, after }: WorkshopQuery): Promise<WorkshopPage> {
  const query = new URLSearchParams({ ...(state && { state }), ...(search && { search }), ...(after && { after }) }).toString();
  return requestJson(workshopPageSchema, 'GET', query ? `${url}?${query}` : url);
}

export function fetchWorkshop(tenantId: string): Promise<WorkshopDetail> {
  return requestJson(workshopDetailSchema, 'GET', `${url}/${tenantId}`);
}

/** The answer holds the link of the first staff member, which is told this once. */
export function createWorkshop(workshop: NewWorkshop) {
  return requestJson(createdWorkshopSchema, 'POST', url, { body: workshop });
}

/** A mail goes out; links sent before end. Without an address it goes to the one that is kept. */
export function invite(tenantId: string, email: string | null) {
  return requestJson(invitedSchema, 'POST', `${url}/${tenantId}/invitations`, { body: email === null ? {} : { email } });
}

export function fetchFigures(): Promise<Figures> {
  return requestJson(figuresSchema, 'GET', '/api/operator/figures');
}
