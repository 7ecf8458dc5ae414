import type { Catalogue } from '@meldewerk/contract/catalogue';
import { readLicensePlate } from '@meldewerk/contract/license-plate';
import type { Preparation } from '@meldewerk/contract/preparation';
import type { Issue } from '@meldewerk/contract/problem';
import { describeIssue } from '../http/issue-text.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import { readPhoneLine } from './phone-line.ts';

/** Checks what a schema cannot, and gives the preparation as it is kept: phone in E.164, plate in its canonical spelling. */
export function checkPreparation({ language }: Scope, catalogue: Catalogue, preparation: Preparation): Preparation {
  const { reporter, vehicle, category } = preparation;
  const line = reporter.phone === undefined ? null : readPhoneLine(reporter.phone);
  const issueAt = (path: string): Issue => ({ path, code: 'invalid', message: describeIssue(path, { code: 'invalid', missing: false }, language) });
  const issues: Issue[] = [
    ...(reporter.phone !== undefined && !line ? [issueAt('preparation.reporter.phone')] : []),
    ...(category !== null && !catalogue.categories.some(({ id }) => id === category) ? [issueAt('preparation.category')] : []),
  ];
  if (issues.length > 0) throw new ProblemError('validationFailed', { issues });
  const licensePlate = vehicle.licensePlate === undefined ? undefined : readLicensePlate(vehicle.licensePlate).canonical;
  return { ...preparation, reporter: { ...reporter, phone: line?.e164 }, vehicle: { ...vehicle, licensePlate } };
}
