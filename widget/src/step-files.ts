import type { StepId } from './flow.ts';
import type { Step } from './step.ts';

/** Which file brings a step. Everything but the first one comes later: the page pays for it when the customer gets near. */
export const stepFiles: Partial<Record<StepId, () => Promise<Step>>> = {
  safety: async () => (await import('./later-steps.ts')).laterSteps.safety,
  questions: async () => (await import('./later-steps.ts')).laterSteps.questions,
  vehicle: async () => (await import('./later-steps.ts')).laterSteps.vehicle,
  damages: async () => (await import('./steps/damages-step.ts')).damagesStep,
  photos: async () => (await import('./photo-steps.ts')).photosStep,
  contact: async () => (await import('./later-steps.ts')).laterSteps.contact,
  appointment: async () => (await import('./appointment-steps.ts')).appointmentStep,
  forms: async () => (await import('./signing-steps.ts')).formsStep,
  review: async () => (await import('./later-steps.ts')).laterSteps.review,
};

/** The steps of `wanted`, by their names. */
export async function bringSteps(wanted: readonly StepId[]): Promise<Partial<Record<StepId, Step>>> {
  const brought = await Promise.all(wanted.map(async (id) => [id, await stepFiles[id]?.()] as const));
  return Object.fromEntries(brought.filter(([, step]) => step));
}
