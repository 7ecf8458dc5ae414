import { createHash, randomBytes } from 'node:crypto';
import { factsText, type AccidentContent } from '@meldewerk/contract/accident-fields';
import { describeStatement } from '../accident-statements/describe-statement.ts';
import { makeAccidentDocument } from '../accident-statements/make-document.ts';
import { openStatement } from '../accident-statements/open-statement.ts';
import { signStatement } from '../accident-statements/sign-statement.ts';
import { hashToken, withStatement } from '../accident-statements/statement-access.ts';
import type { Scope } from '../http/scope.ts';
import type { Past } from './seed.ts';

/** What two drivers filled in and signed at the roadside before the report was sent; both are invented. */
export type SeedStatement = { minutesBefore: number; content: AccidentContent };

/** Filled in, signed and made by the same verbs as a real one, on one phone. Returns the token that its report is sent with. */
export async function seedStatement({ services, travelTo }: Past, scope: Scope, { minutesBefore, content }: SeedStatement, sentAt: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const [tokenHash, id] = [hashToken(token), services.newId()];
  const before = (minutes: number) => travelTo(new Date(sentAt.getTime() - minutes * 60_000));
  before(minutesBefore);
  await openStatement(scope, tokenHash, { id, language: 'de', changes: content }, id);
  const { content: written } = await withStatement(scope, tokenHash, id, async (_, statement) => describeStatement(statement), 'read');
  const factsSha256 = createHash('sha256').update(factsText(id, written)).digest('hex');
  for (const [at, side] of (['a', 'b'] as const).entries()) {
    before(minutesBefore / 2 - at);
    const name = String(content[`${side}.driverName`]);
    await signStatement(scope, tokenHash, { id: services.newId(), side, factsSha256, name, signature: { method: 'typed', typedName: name } }, { clientAddress: id, userAgent: undefined });
  }
  await makeAccidentDocument(services, { tenantId: scope.tenant.id, statementId: id });
  return token;
}

/** At the crossing of seeded report KA-NR 450: the car beside it pulled over. */
export const crossingStatement = (date: string): AccidentContent => ({
  'shared.date': date, 'shared.time': '10:20', 'shared.country': 'Deutschland', 'shared.place': 'Karlsruhe, Kriegsstraße / Karlstraße', 'shared.injured': false, 'shared.otherVehicles': false, 'shared.otherObjects': false, 'shared.witnesses': 'Lena Hartwig, 0171 3920091 (Beifahrerin)',
  'shared.sketch': { road: 'crossing', vehicles: { a: { x: 430, y: 560, angle: 0 }, b: { x: 335, y: 470, angle: 40 } }, strokes: [[[335, 640], [333, 590], [345, 540], [365, 505]]] },
  'a.driverName': 'James Whitcombe', 'a.driverAddress': 'Sophienstraße 88, 76135 Karlsruhe', 'a.driverPhone': '0171 3920044', 'a.licenceClass': 'B', 'a.policyholderName': 'Northgate Robotics GmbH', 'a.plate': 'KA-NR 450', 'a.plateCountry': 'D', 'a.makeModel': 'Hyundai Ioniq 5', 'a.insurer': 'Fächerstadt Assekuranz', 'a.impact': '1', 'a.visibleDamage': 'Front right: bumper, headlight, wing', 'a.circumstances': ['parked'],
  'b.driverName': 'Ole Mertens', 'b.driverAddress': 'Rotebühlstraße 40, 70178 Stuttgart', 'b.driverPhone': '0176 04069088', 'b.licenceClass': 'B', 'b.policyholderName': 'Ole Mertens', 'b.plate': 'S-OM 3391', 'b.plateCountry': 'D', 'b.makeModel': 'VW Passat', 'b.insurer': 'Muster Direkt', 'b.impact': '9', 'b.visibleDamage': 'Tür hinten links eingedrückt', 'b.circumstances': ['changingLane'], 'b.remarks': 'Ich habe das andere Auto beim Spurwechsel übersehen.',
});
