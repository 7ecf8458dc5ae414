import { msg } from '@lit/localize';

/** The steps of the customer's way through the report. */
export function stepLabel(step: string): string {
  const labels: Record<string, string> = {
    category: msg('Art des Schadens', { id: 'prepare.category' }),
    questions: msg('Fragen zum Schaden', { id: 'step.questions' }),
    vehicle: msg('Fahrzeug', { id: 'detail.vehicle' }),
    photos: msg('Fotos', { id: 'detail.photos' }),
    contact: msg('Kontakt', { id: 'step.contact' }),
    appointment: msg('Wunschtermine', { id: 'step.appointment' }),
    forms: msg('Unterschriften', { id: 'step.forms' }),
    review: msg('Prüfen und absenden', { id: 'step.review' }),
  };
  return labels[step] ?? step;
}
