import { html, type TemplateResult } from 'lit';
import type { StatusPage } from '@meldewerk/contract/status-page';
import type { Site } from '@meldewerk/contract/tenant';
import type { StatusApi } from './status-api.ts';
import './missing-items/status-missing-items.ts';
import './status-appointments.ts';
import './status-approvals.ts';
import './status-messages.ts';
import './status-statement.ts';

/**
 * A part of the page with a life of its own: an element that gets `.page`, `.api` and `.site`, shows nothing while it has
 * nothing to say, and fires `status-stale` to have the page read again.
 */
export type Section = {
  id: string;
  /** Whether the workshop waits for the customer here: then it stands at the top. */
  isDue(page: StatusPage): boolean;
  render(page: StatusPage, api: StatusApi, site: Site): TemplateResult;
};

/** In the order in which they stand below what is due. */
export const sections: Section[] = [
  {
    id: 'approvals',
    isDue: (page) => page.approvals.some(({ state }) => state === 'open'),
    render: (page, api, site) => html`<status-approvals .page=${page} .api=${api} .site=${site}></status-approvals>`,
  },
  {
    id: 'missingItems',
    // Also for a while after the last thing was given: the thanks stay where the eyes are.
    isDue: (page) => (page.missingItems?.totalCount ?? 0) > 0,
    render: (page, api, site) => html`<status-missing-items .page=${page} .api=${api} .site=${site}></status-missing-items>`,
  },
  {
    id: 'appointments',
    isDue: (page) => page.appointments?.turn === 'customer',
    render: (page, api, site) => html`<status-appointments .page=${page} .api=${api} .site=${site}></status-appointments>`,
  },
  {
    id: 'messages',
    isDue: () => false,
    render: (page, api, site) => html`<status-messages .page=${page} .api=${api} .site=${site}></status-messages>`,
  },
  {
    id: 'statement',
    isDue: () => false,
    render: (page, api, site) => html`<status-statement .page=${page} .api=${api} .site=${site}></status-statement>`,
  },
];
