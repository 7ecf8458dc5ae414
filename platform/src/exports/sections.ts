import type { GatheredReport, Section, WriteSection } from './section.ts';
import { writeAccidentStatement } from './sections/accident-statement.ts';
import { writeAnswers } from './sections/answers.ts';
import { writeApprovals } from './sections/approvals.ts';
import { writeAppointments } from './sections/appointments.ts';
import { writeCondition } from './sections/condition.ts';
import { writeConsents } from './sections/consents.ts';
import { writeCustomer } from './sections/customer.ts';
import { writeDamages } from './sections/damages.ts';
import { writeDeliveries } from './sections/deliveries.ts';
import { writeForms } from './sections/forms.ts';
import { writeHistory } from './sections/history.ts';
import { writeInsurance } from './sections/insurance.ts';
import { writeMessages } from './sections/messages.ts';
import { writeMissingItems } from './sections/missing-items.ts';
import { writePhotos } from './sections/photos.ts';
import { writeSafety } from './sections/safety.ts';
import { writeStatus } from './sections/status.ts';
import { writeVehicle } from './sections/vehicle.ts';
import { writeWithdrawal } from './sections/withdrawal.ts';

/** In the order in which a file is read. */
const all: WriteSection[] = [
  writeStatus, writeCustomer, writeVehicle, writeSafety, writeInsurance, writeAnswers, writeAccidentStatement, writeDamages, writePhotos, writeCondition, writeMissingItems, writeAppointments, writeApprovals, writeMessages, writeConsents, writeForms, writeWithdrawal, writeDeliveries, writeHistory,
];

export function sectionsOf(gathered: GatheredReport): Section[] {
  return all.flatMap((write) => write(gathered) ?? []);
}
