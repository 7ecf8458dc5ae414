import { problemCodes } from '@meldewerk/contract/problem';
import { expect, test } from 'vitest';
import { problemTranslations } from './problem-texts.ts';

/** What only staff, account holders and operators meet is said in their two languages. */
const ofStaff = [
  'invalidCredentials', 'resetLinkInvalid', 'messageOutdated', 'appointmentNotFitting', 'alreadySubmitted', 'keptInternal', 'notSubmittedYet', 'phoneOptedOut', 'noWayToReach',
  'partnerNotActivated', 'pdfUnreadable', 'pdfEncrypted', 'pdfTooManyPages', 'importUnreadable', 'importTooLong',
  'signInLinkInvalid', 'codeWrong', 'mandateFailed', 'enrollmentExpired', 'setupIncomplete', 'paymentVendorDown', 'paymentVendorRefused', 'linksStopped',
];

test.each(Object.entries(problemTranslations))('what customers can meet is said in %s', (_, translated) => {
  expect(Object.keys(translated).toSorted()).toEqual(problemCodes.filter((code) => !ofStaff.includes(code)).toSorted());
});
