import type { LocalizedText } from './language.ts';
import type { SafetyAdvice, SafetyAnswer, SafetyQuestion } from './safety-advice.ts';

/** For staff, mails and exports. The widget asks in sentences of its own. */
export const safetyQuestionLabels: Record<SafetyQuestion, LocalizedText> = {
  injured: { de: 'Verletzte', en: 'Injured people' },
  airbag: { de: 'Airbag ausgelöst', en: 'Airbag went off' },
  steering: { de: 'Lenkung oder Bremse auffällig', en: 'Steering or brakes feel wrong' },
  fluids: { de: 'Flüssigkeit läuft aus', en: 'Fluid is leaking' },
  tyre: { de: 'Reifen oder Rad beschädigt', en: 'Tyre or wheel damaged' },
  lights: { de: 'Beleuchtung defekt', en: 'Lights broken' },
  bonnet: { de: 'Haube, Tür oder Klappe schließt nicht', en: 'Bonnet, door or tailgate does not close' },
};

export const safetyAnswerLabels: Record<SafetyAnswer, LocalizedText> = {
  yes: { de: 'Ja', en: 'Yes' },
  no: { de: 'Nein', en: 'No' },
  unknown: { de: 'Unsicher', en: 'Not sure' },
};

export const safetyAdviceLabels: Record<SafetyAdvice, LocalizedText> = {
  emergency: { de: 'Verletzte gemeldet', en: 'Injuries reported' },
  tow: { de: 'Abschleppen', en: 'To be towed' },
  careful: { de: 'Eingeschränkt fahrbereit', en: 'To be driven with care' },
  drive: { de: 'Fahrbereit laut Kunde', en: 'Can be driven, says the customer' },
};
