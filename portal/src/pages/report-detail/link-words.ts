import { msg, str } from '@lit/localize';
import type { LinkSummary } from '@meldewerk/contract/link-state';
import type { StaffLanguage } from '@meldewerk/contract/language';
import { currentLanguage } from '../../locale.ts';
import type { StageName } from '../../link-stages.ts';
import { stepLabel } from '../../step-label.ts';

export function stageLabel(name: StageName): string {
  return {
    sent: msg('Gesendet', { id: 'delivery.sent' }),
    delivered: msg('Zugestellt', { id: 'arrival.delivered' }),
    opened: msg('Geöffnet', { id: 'stage.opened' }),
    begun: msg('Begonnen', { id: 'stage.begun' }),
    submitted: msg('Abgeschickt', { id: 'stage.submitted' }),
  }[name];
}

/** `zuletzt bei Fotos, vor 5 Minuten`; null before the customer has begun. */
export function lastSeenText({ lastStep, lastActiveAt, begunAt }: LinkSummary, now = Date.now()): string | null {
  if (!begunAt || !lastActiveAt) return null;
  const when = agoText(lastActiveAt, now);
  return lastStep ? msg(str`Zuletzt bei „${stepLabel(lastStep)}“, ${when}`, { id: 'link.lastStep' }) : msg(str`Zuletzt aktiv ${when}`, { id: 'link.lastActive' });
}

function agoText(instant: string, now = Date.now()): string {
  const seconds = Math.round((new Date(instant).getTime() - now) / 1000);
  const words = new Intl.RelativeTimeFormat(currentLanguage(), { numeric: 'auto' });
  if (Math.abs(seconds) < 60) return msg('gerade eben', { id: 'ago.now' });
  if (Math.abs(seconds) < 3_600) return words.format(Math.round(seconds / 60), 'minute');
  if (Math.abs(seconds) < 86_400) return words.format(Math.round(seconds / 3_600), 'hour');
  return words.format(Math.round(seconds / 86_400), 'day');
}

/** What goes with a link that staff hand on themselves, in the customer's language. */
export function handOverText(language: StaffLanguage, workshop: string, url: string): { subject: string; message: string } {
  return language === 'de'
    ? { subject: `Ihre Schadenmeldung bei ${workshop}`, message: `Guten Tag, bitte melden Sie Ihren Schaden über diesen persönlichen Link: ${url}` }
    : { subject: `Your damage report to ${workshop}`, message: `Hello, please report your damage with this personal link: ${url}` };
}

/** The same for the link to the status page. */
export function statusHandOverText(language: StaffLanguage, workshop: string, url: string): { subject: string; message: string } {
  return language === 'de'
    ? { subject: `Der Stand Ihres Schadenfalls bei ${workshop}`, message: `Guten Tag, hier sehen Sie jederzeit, wie es um Ihr Fahrzeug steht: ${url}` }
    : { subject: `How your damage case at ${workshop} stands`, message: `Hello, see here at any time how your vehicle is getting on: ${url}` };
}
