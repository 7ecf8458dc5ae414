import { partnerNoticeMail } from '@meldewerk/messaging/templates/partner-notice-mail';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { composeNotice } from '../partner-pages/compose-notice.ts';
import { findActivatedPartner } from '../partners/find-activated-partner.ts';
import type { Compose } from './message.ts';

/** The partner of a submitted report hears of it by its mail address, with a signed link and the same as a file. */
export const messagesToPartner: Compose = async (scope, report, _staff, event) => {
  const { services, tenant } = scope;
  const { partner } = report;
  if (!partner) return [];
  const activated = await inTenant(services.db, tenant.id, (tx) => findActivatedPartner(scope, tx, partner.id));
  const notice = composeNotice(scope, report, new Date(event.at));
  if (!activated?.email || !notice) return [];
  const fileName = `meldung-${report.reference}.json`;
  const text = JSON.stringify(notice, null, 2);
  const mail = partnerNoticeMail({ workshop: tenant.settings, notice, fileName });
  return [
    {
      target: 'partnerEmail',
      purpose: 'partnerNotice',
      recipient: activated.email,
      content: {
        ...mail,
        fromName: tenant.settings.name,
        replyTo: tenant.settings.email,
        attachments: [{ fileName, mediaType: 'application/json', byteSize: Buffer.byteLength(text), text }],
      },
    },
  ];
};
