import { createHash, randomBytes } from 'node:crypto';
import { defaultVehicleCatalogue } from '@meldewerk/catalogue/default-vehicle';
import { sampleForms } from '@meldewerk/catalogue/sample-forms/sample-forms';
import { factsOf } from '@meldewerk/catalogue/facts';
import { openShots } from '@meldewerk/catalogue/open-shots';
import { shotsOfEachDamage } from '@meldewerk/contract/damage-vocabulary';
import { submissionSchema, type Submission } from '@meldewerk/contract/report';
import { isClosed } from '@meldewerk/contract/handling';
import { damageReports, photos, staffUsers } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { findTenantBySlug } from '@meldewerk/tenants/find';
import { activatePartner, findPartner } from '@meldewerk/tenants/partners';
import { provisionTenant } from '@meldewerk/tenants/provision';
import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { Config } from '../config.ts';
import { openDraft } from '../drafts/open-draft.ts';
import type { Scope, StaffMember } from '../http/scope.ts';
import { openReport } from '../reports/open.ts';
import { submitReport } from '../reports/submit.ts';
import { dayIn } from '../time-zone.ts';
import { createServices, type Services } from '../services.ts';
import { takePhotosOf, type SeedPhoto } from './seed-photos.ts';
import { seedDate, wishesOf } from './seed-dates.ts';
import { seedPrepared, seedPreparedReport } from './seed-prepared.ts';
import { seedConversation } from './seed-conversation.ts';
import { seedCustomerLink } from './seed-customer-link.ts';
import { seedMissingItems } from './seed-missing-items.ts';
import { seedDamages } from './seed-damages.ts';
import { seedCovered } from './seed-covered.ts';
import { crossingStatement, seedStatement } from './seed-statement.ts';
import { seedReports, type SeedReport } from './seed-reports.ts';
import { demoPartners, demoStaff, demoTenant, workshopSettings } from './seed-workshop.ts';
import { settleMessages } from './settle-messages.ts';

export { demoStaff, demoTenant } from './seed-workshop.ts';

/** The clock and the vendors of the past: what is seeded happened when it says it did, and nothing of it is sent now. */
export type Past = { services: Services; travelTo(instant: Date): void };

const minute = 60_000;

/**
 * Makes the demo workshop with its staff and a few weeks of reports, unless it is there already. The reports come in by
 * the same verbs as real ones, so that numbers, consents and event chains are real. One transaction: after a crash it is
 * all there or not at all.
 */
export async function seedDemo(config: Config, appUrl: string, say: (text: string) => void): Promise<void> {
  const present = createServices({ ...config, database: { ...config.database, poolSize: 2 }, logLevel: 'silent' }, appUrl);
  try {
    if (await findTenantBySlug(present.db, demoTenant)) return;
    say('seeding the demo workshop …');
    const tenantId = present.newId();
    const now = new Date();
    const albums = await takePhotosOf(seedReports, { services: present, tenantId, now });
    const passwordHashes = await Promise.all(demoStaff.map(({ password }) => present.passwords.hash(password)));

    await inTenant(present.db, tenantId, async (tx) => {
      const past = createPast({ ...present, db: tx });
      const staff = await createWorkshop(past, tenantId, passwordHashes, now);
      const tenant = await findTenantBySlug(tx, demoTenant);
      if (!tenant) throw new Error('the workshop was made just now');
      const scope: Scope = { services: past.services, tenant, language: 'de', spoken: 'de', requestId: present.newId() };
      // In the order in which it all happened, as the numbers tell it.
      const steps = [
        ...seedReports.map((report, index) => ({ at: report.sentAt(now), take: () => seedReport(past, scope, staff, report, albums[index] ?? [], now) })),
        ...seedPrepared.map((report) => ({ at: report.preparedAt(now), take: () => seedPreparedReport(past, scope, staff, report, now) })),
      ].toSorted((a, b) => a.at.getTime() - b.at.getTime());
      for (const { take } of steps) await take();
    });
  } finally {
    await present.close();
  }
}

function createPast(services: Services): Past {
  let instant = services.clock.now();
  let sent = 0;
  const send = async () => ({ kind: 'sent' as const, vendorId: `seeded-${++sent}` });
  return {
    travelTo: (to) => void (instant = to),
    services: { ...services, clock: { now: () => instant }, sendEmail: send, sms: { ...services.sms, send } },
  };
}

async function createWorkshop({ services, travelTo }: Past, tenantId: string, passwordHashes: string[], now: Date): Promise<StaffMember[]> {
  const createdAt = new Date(now.getTime() - 60 * 24 * 60 * minute);
  travelTo(createdAt);
  const ids = [tenantId];
  const [first] = demoStaff;
  const { staffUserId } = await provisionTenant(
    services.db,
    { now: createdAt, newId: () => ids.pop() ?? services.newId(), catalogue: defaultVehicleCatalogue, sampleForms },
    { slug: demoTenant, settings: workshopSettings, staff: { name: first.name, email: first.email, role: first.role } },
  );
  const staff = demoStaff.map(({ name, email, role }, index) => ({ id: index === 0 ? staffUserId : services.newId(), name, email, role, language: 'de' as const }));
  await services.db.update(staffUsers).set({ passwordHash: passwordHashes[0] }).where(and(eq(staffUsers.tenantId, tenantId), eq(staffUsers.id, staffUserId)));
  await services.db.insert(staffUsers).values(
    staff.slice(1).map((member, index) => ({
      ...member,
      tenantId,
      passwordHash: passwordHashes[index + 1],
      receivesReports: demoStaff[index + 1]?.receivesReports ?? false,
      createdAt,
    })),
  );
  for (const { name, email } of demoPartners) {
    const partner = await findPartner(services.db, name);
    if (partner) await activatePartner(services.db, tenantId, partner.id, { email, now: createdAt });
  }
  return staff;
}

async function seedReport(past: Past, scope: Scope, staff: StaffMember[], report: SeedReport, album: SeedPhoto[], now: Date): Promise<void> {
  const { services, travelTo } = past;
  const tenantId = scope.tenant.id;
  const sentAt = report.sentAt(now);
  const draftId = services.newId();
  const tokenHash = createHash('sha256').update(randomBytes(32)).digest();

  travelTo(new Date(sentAt.getTime() - 9 * minute));
  await openDraft(scope, draftId, tokenHash, draftId);
  await services.db.insert(photos).values(album.map((photo) => ({ ...photo, tenantId, draftId })));
  const composed = composeSubmission(report, draftId, album, sentAt, scope, now);
  const statement = report.signed && { token: await seedStatement(past, scope, { minutesBefore: report.signed.minutesBefore, content: crossingStatement(String(composed.answers['incidentDate'])) }, sentAt) };
  travelTo(sentAt);
  const submission = { ...composed, ...(statement && { accidentStatement: statement }) };
  const { reportId } = await submitReport(scope, submission, { tokenHash, idempotencyKey: `seed-${draftId}`, clientAddress: draftId });
  if (report.fresh) return;

  travelTo(new Date(sentAt.getTime() + 4_000));
  await settleMessages(services, { tenantId, reportId, sequence: 1 });

  if (!report.opened) return;
  const openedBy = staff[report.opened.by];
  if (!openedBy) throw new Error('seeded reports are opened by seeded staff');
  travelTo(new Date(sentAt.getTime() + report.opened.afterMinutes * minute));
  await openReport({ ...scope, staff: openedBy }, reportId);
  await services.db.update(damageReports).set({ status: report.status, closedAt: isClosed(report.status) ? services.clock.now() : null }).where(and(eq(damageReports.tenantId, tenantId), eq(damageReports.id, reportId)));
  if (report.date) await seedDate(past, { ...scope, staff: openedBy }, { reportId, date: report.date, now });
  if (report.link) {
    const { vehicle, reporter } = report.sent;
    await seedCustomerLink(past, { ...scope, staff: openedBy }, { reportId, sentAt, link: report.link, plate: vehicle.licensePlate, customerName: `${reporter.firstName} ${reporter.lastName}`, now });
  }
  if (report.covered) await seedCovered(past, { ...scope, staff: openedBy }, { reportId, sentAt, covered: report.covered });
  if (report.missing) await seedMissingItems(past, { ...scope, staff: openedBy }, { reportId, sentAt, missing: report.missing });
  if (report.talk) await seedConversation(past, scope, staff, { reportId, sentAt, lines: report.talk });
}

function composeSubmission({ sent, incidentDaysBefore, returnInDays, date, usedAnyway = {} }: SeedReport, draftId: string, album: SeedPhoto[], sentAt: Date, { services, tenant }: Scope, now: Date): Submission {
  const { embedded, answers, ...given } = sent;
  const { timeZone, privacyNotice } = tenant.settings;
  const dayOff = (days: number) => dayIn(timeZone, new Date(sentAt.getTime() + days * 24 * 60 * minute));
  const damages = seedDamages(given.vehicle.licensePlate, services.newId);
  // The album's photos of the damage show the first one that was marked.
  const spotOf = (shotId: string) => (damages[0] && shotsOfEachDamage.includes(shotId) ? { spotId: damages[0].id } : {});
  const submission = v.parse(submissionSchema, {
    ...given,
    draftId,
    catalogueVersion: 1,
    answers: { incidentDate: dayOff(-incidentDaysBefore), ...(returnInDays !== undefined && { returnDate: dayOff(returnInDays) }), ...answers },
    damages,
    photos: album.map(({ id, shotId }) => ({ id, shotId, ...spotOf(shotId), findings: usedAnyway[shotId] ?? [] })),
    skippedShots: [],
    privacyConsent: { version: privacyNotice.version, given: true },
    ...(date && 'wished' in date && { appointment: wishesOf(tenant.settings, date.wished, now) }),
    source: embedded ? { kind: 'embed', origin: 'https://www.karosserie-muster.example' } : { kind: 'page' },
  });
  const category = defaultVehicleCatalogue.categories.find(({ id }) => id === submission.category);
  const open = category ? openShots(category, factsOf(submission), submission.photos, new Set(), damages.map(({ id }) => id)) : [];
  return { ...submission, skippedShots: open.map(({ shot }) => shot.id) };
}
