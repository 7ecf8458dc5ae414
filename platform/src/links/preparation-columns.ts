import { readLicensePlate } from '@meldewerk/contract/license-plate';
import type { Preparation } from '@meldewerk/contract/preparation';
import type { damageReports } from '@meldewerk/db/schema';
import { canonicalJson } from '../events/event-chain.ts';
import { displayPhone } from '../reports/display-phone.ts';
import { foldForSearch } from '../reports/search-text.ts';

type ReportRow = typeof damageReports.$inferSelect;
type PartnerCopy = ReportRow['partner'];

/** A checked preparation as it stands in the report's columns; what is not known yet is an empty text where a report has one. */
export function toColumns(preparation: Preparation, partner: PartnerCopy) {
  const plate = readLicensePlate(preparation.vehicle.licensePlate ?? '');
  const { language, category, insurance, incidentDate } = preparation;
  const { firstName = '', lastName = '', ...contact } = preparation.reporter;
  const customerName = [firstName, lastName].filter(Boolean).join(' ') || (contact.company ?? '');
  return {
    columns: {
      language,
      category: category ?? null,
      reporter: { firstName, lastName, ...contact },
      vehicle: { ...preparation.vehicle, licensePlate: plate.canonical },
      insurance,
      partner,
      incidentDate: incidentDate ?? null,
      licensePlate: plate.canonical,
      plateSearchKey: plate.searchKey,
      customerName,
    },
    /** All that is searched but the reference number. */
    searched: foldForSearch(plate.searchKey, plate.canonical, customerName, contact.company, preparation.vehicle.vin),
  };
}

/** The preparation as staff read it: the phone number written for people. */
export function toShownPreparation(row: ReportRow): Preparation {
  const preparation = toPreparation(row);
  const { phone } = preparation.reporter;
  return { ...preparation, reporter: { ...preparation.reporter, phone: phone && displayPhone(phone) } };
}

export function isSamePreparation(row: ReportRow, preparation: Preparation): boolean {
  return canonicalJson(toPreparation(row)) === canonicalJson(preparation);
}

/** The way back from the columns, with the phone number in E.164. */
function toPreparation(row: ReportRow): Preparation {
  // These columns were written from a preparation and from nothing else, as long as the report is not sent.
  const { reporter, vehicle, insurance } = row as { reporter: Preparation['reporter'] } & Pick<Preparation, 'vehicle' | 'insurance'>;
  return {
    language: row.language,
    category: row.category,
    reporter: { ...reporter, firstName: reporter.firstName || undefined, lastName: reporter.lastName || undefined },
    vehicle: { ...vehicle, licensePlate: vehicle.licensePlate || undefined },
    insurance,
    partner: row.partner && { id: row.partner.id, orderNumber: row.partner.orderNumber ?? undefined },
    incidentDate: row.incidentDate ?? undefined,
  };
}
