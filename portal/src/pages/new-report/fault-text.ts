import { msg } from '@lit/localize';
import type { Fault } from './typed-preparation.ts';

export function faultText({ field, kind }: Fault): string {
  if (kind === 'reach') return msg('Handynummer oder E-Mail: eines davon wird gebraucht, um den Kunden zu erreichen.', { id: 'prepareFault.reach' });
  switch (field) {
    case 'phone': return msg('Das ist keine Telefonnummer. Beispiel: 0171 3920010', { id: 'prepareFault.phone' });
    case 'email': return msg('Das ist keine E-Mail-Adresse. Beispiel: name@beispiel.de', { id: 'prepareFault.email' });
    case 'vin': return msg('Eine FIN hat bis zu 17 Zeichen, ohne I, O und Q.', { id: 'prepareFault.vin' });
    case 'hsn': return msg('Vier Ziffern', { id: 'prepareFault.hsn' });
    case 'tsn': return msg('Drei Zeichen', { id: 'prepareFault.tsn' });
    case 'odometerKm': return msg('Nur Ziffern, höchstens 3.000.000', { id: 'prepareFault.odometer' });
    case 'firstRegistration':
    case 'incidentDate': return msg('Diesen Tag gibt es nicht.', { id: 'prepareFault.day' });
    case 'partnerId': return msg('Dieser Partner ist für Ihre Werkstatt nicht freigeschaltet.', { id: 'prepareFault.partner' });
    default: return msg('Das kann so nicht gespeichert werden.', { id: 'prepareFault.other' });
  }
}
