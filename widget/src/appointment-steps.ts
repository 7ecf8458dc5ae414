/** Loaded where the workshop asks for wishes, as soon as the customer comes near that step. */
export { appointmentStep } from './steps/appointment-step.ts';
