/** Loaded where the workshop asks for wishes, as soon as the customer comes near that step. */
export { openWishes } from './appointments/bring-days.ts';
export { appointmentStep } from './steps/appointment-step.ts';
