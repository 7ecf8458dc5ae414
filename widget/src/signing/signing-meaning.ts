import { msg, str } from '@lit/localize';
import type { Site } from '@meldewerk/contract/tenant';

/** What pressing "Unterschreiben" means, said wherever somebody signs. */
export function signingMeaning({ name }: Pick<Site, 'name'>): string {
  return msg(str`Mit „Unterschreiben“ erklären Sie sich mit genau dem Dokument einverstanden, das Sie hier lesen. Ihr Name, die Uhrzeit, Ihre Internet-Adresse (IP) und Ihr Gerät werden auf einem Nachweisblatt festgehalten. ${name} und Sie bekommen das unterschriebene PDF.`, { id: 'signing.meaning' });
}
