/** Loaded when the link of a prepared report brings forms to sign or a notice of withdrawal. */
export { formsStep } from './steps/forms-step.ts';
