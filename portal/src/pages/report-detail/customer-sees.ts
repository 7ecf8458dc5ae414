import { msg } from '@lit/localize';
import { customerAreas, type CustomerArea } from '@meldewerk/contract/workflow';
import { currentLanguage } from '../../locale.ts';
import { currentWorkflow } from '../../workflow.ts';

/** What of a report the workshop shows its customers, as a list in words. */
export function seenByCustomer(): string {
  const { customerSees } = currentWorkflow();
  const shown = customerAreas.filter((area) => customerSees[area]).map(areaWord);
  const always = msg('Fahrzeug und Vorgangsnummer', { id: 'area.always' });
  return new Intl.ListFormat(currentLanguage(), { type: 'conjunction' }).format([always, ...shown]);
}

function areaWord(area: CustomerArea): string {
  return {
    status: msg('den Stand', { id: 'area.status' }),
    messages: msg('Ihre Nachrichten an ihn', { id: 'area.messages' }),
    files: msg('Fotos und unterschriebene Dokumente', { id: 'area.files' }),
    appointments: msg('Termine', { id: 'area.appointments' }),
    history: msg('den Verlauf', { id: 'area.history' }),
  }[area];
}
