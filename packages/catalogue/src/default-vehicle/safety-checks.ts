import { safetyQuestions, type SafetyQuestion } from '@meldewerk/contract/safety-advice';

/** Something hit the vehicle: everything, people first. */
export const afterImpact: SafetyQuestion[] = [...safetyQuestions];

/** It broke by itself. */
export const breakdown: SafetyQuestion[] = ['steering', 'fluids', 'tyre', 'lights'];
