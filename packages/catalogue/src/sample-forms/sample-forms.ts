import type { FormVersionInput } from '@meldewerk/contract/form';
import { assignmentText } from './assignment.ts';
import { paymentInstructionText } from './payment-instruction.ts';
import { repairContractText } from './repair-contract.ts';
import { serviceAgreementText } from './service-agreement.ts';

const common = { language: 'de', validFrom: null, validTo: null } as const;

/**
 * What a new workshop's library begins with. Our own wording, as a starting point: each says that it is a sample, and a
 * workshop has it checked before use.
 */
export const sampleForms: FormVersionInput[] = [
  {
    ...common,
    title: 'Zahlungsanweisung ohne Abtretung (RKÜ)',
    kind: 'paymentInstruction',
    cases: ['thirdPartyLiability', 'fullyComprehensive', 'partialCover', 'partner'],
    needsWorkshopSignature: false,
    concludesContract: false,
    content: { source: 'text', text: paymentInstructionText },
  },
  {
    ...common,
    title: 'Abtretung der Reparaturkosten',
    kind: 'assignment',
    cases: ['thirdPartyLiability'],
    // An assignment is a contract of two: the workshop accepts it with its own signature.
    needsWorkshopSignature: true,
    concludesContract: false,
    content: { source: 'text', text: assignmentText },
  },
  {
    ...common,
    title: 'Leistungsvereinbarung',
    kind: 'serviceAgreement',
    cases: ['partner', 'fullyComprehensive', 'partialCover'],
    needsWorkshopSignature: false,
    concludesContract: false,
    content: { source: 'text', text: serviceAgreementText },
  },
  {
    ...common,
    title: 'Reparaturauftrag',
    kind: 'repairContract',
    cases: ['thirdPartyLiability', 'fullyComprehensive', 'partialCover', 'selfPay', 'partner'],
    needsWorkshopSignature: true,
    concludesContract: true,
    content: { source: 'text', text: repairContractText },
  },
];
