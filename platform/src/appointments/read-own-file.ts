import { damageReports } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import { ProblemError } from '../http/problem.ts';
import type { CustomerScope } from '../http/scope.ts';
import { appointmentFile } from './calendar-file.ts';
import { standingAppointment } from './fix-appointment.ts';

/** The appointment that stands, to be put into the customer's own calendar. Throws notFound when there is none. */
export async function readOwnAppointmentFile(scope: CustomerScope): Promise<string> {
  const { services, tenant, reportId, language } = scope;
  return inTenant(services.db, tenant.id, async (tx) => {
    const [report] = await tx.select({ reference: damageReports.reference, licensePlate: damageReports.licensePlate }).from(damageReports).where(and(eq(damageReports.tenantId, tenant.id), eq(damageReports.id, reportId)));
    const appointment = await standingAppointment(scope, tx, reportId);
    if (!report || !appointment) throw new ProblemError('notFound');
    return appointmentFile('publish', { ...appointment, stamp: appointment.confirmedAt }, { language, workshop: tenant.settings, ...report, note: appointment.note }, null);
  });
}
