import { stayUsable } from './offline/stay-usable.ts';
import { contactStep } from './steps/contact-step.ts';
import { questionsStep } from './steps/questions-step.ts';
import { reviewStep } from './steps/review-step.ts';
import { safetyStep } from './steps/safety-step.ts';
import { vehicleStep } from './steps/vehicle-step.ts';

export { renderReceipt, receiptStyles } from './steps/receipt.ts';

/** The steps that are plain questions; loaded together once the customer has begun. */
export const laterSteps = { safety: safetyStep, questions: { ...questionsStep, open: stayUsable }, vehicle: vehicleStep, contact: contactStep, review: reviewStep };
