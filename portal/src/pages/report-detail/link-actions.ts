import { msg, str } from '@lit/localize';
import type { LinkChannel } from '@meldewerk/contract/preparation';
import type { StaffLanguage } from '@meldewerk/contract/language';
import { staffLanguageFor } from '@meldewerk/contract/text-in';
import type { ReportDetail } from '@meldewerk/contract/report';
import { confirmAction, tell } from '@meldewerk/shell/confirm';
import { errorText } from '@meldewerk/shell/error-text';
import type { LitElement } from 'lit';
import { keepReportInternal } from '../../data/status-link.ts';
import { currentSession } from '../../session.ts';

/** A link that a customer has: where it comes from, and what is said about it. */
export type CustomersLink = {
  address: (reportId: string) => Promise<{ url: string }>;
  send: (reportId: string, message: { id: string; channel: LinkChannel }) => Promise<void>;
  renew: (reportId: string) => Promise<unknown>;
  withdraw: (reportId: string) => Promise<void>;
  handOver: (language: StaffLanguage, workshop: string, url: string) => { subject: string; message: string };
  words: () => { personal: string; renew: string; withdraw: string };
};

export type LinkAction = LinkChannel | 'copy' | 'share' | 'renew' | 'withdraw' | 'internal';

/** What staff can do about a customer's link, one thing at a time; the host is drawn anew with it and fires `report-stale` after a change. */
export class LinkActions {
  busy: LinkAction | null = null;
  /** What an action has done, in words. */
  said = '';

  readonly #host: LitElement & { report: ReportDetail };
  readonly #link: CustomersLink;

  constructor(host: LitElement & { report: ReportDetail }, link: CustomersLink) {
    this.#host = host;
    this.#link = link;
  }

  /** `again`: it has gone this way before, and is asked about. */
  async send(channel: LinkChannel, again: boolean) {
    const { id, reporter } = this.#host.report;
    const recipient = (channel === 'sms' ? (reporter.phoneDisplay ?? reporter.phone) : reporter.email) ?? '';
    const sure = !again || (await confirmAction({
      title: msg('Link noch einmal senden?', { id: 'link.againTitle' }),
      text: msg(str`Der Link geht noch einmal an ${recipient}.`, { id: 'link.againText' }),
      action: msg('Erneut senden', { id: 'delivery.again' }),
    }));
    if (!sure) return;
    await this.#change(channel, () => this.#link.send(id, { id: crypto.randomUUID(), channel }), msg(str`Der Link ist unterwegs an ${recipient}.`, { id: 'link.onItsWay' }));
  }

  async copy() {
    await this.#do('copy', async () => {
      const { url } = await this.#link.address(this.#host.report.id);
      // Some browsers take nothing into the clipboard after waiting for an answer; there the dialog shows the address.
      await navigator.clipboard.writeText(url).catch(() => this.#openShareDialog());
      this.said = msg('Link kopiert', { id: 'list.linkCopied' });
    });
  }

  async share() {
    await this.#do('share', () => this.#openShareDialog());
  }

  /** `works`: the customer may be using the present one, so it is asked about. */
  async renew(works: boolean) {
    const title = msg('Link erneuern?', { id: 'link.renewTitle' });
    if (works && !(await confirmAction({ title, text: this.#link.words().renew, action: msg('Link erneuern', { id: 'link.renew' }) }))) return;
    await this.#change('renew', () => this.#link.renew(this.#host.report.id), msg('Der Link ist erneuert. Senden Sie ihn dem Kunden noch einmal.', { id: 'link.renewed' }));
  }

  async withdraw() {
    const title = msg('Link zurückziehen?', { id: 'link.withdrawTitle' });
    if (!(await confirmAction({ title, text: this.#link.words().withdraw, action: msg('Link zurückziehen', { id: 'link.withdraw' }) }))) return;
    await this.#change('withdraw', () => this.#link.withdraw(this.#host.report.id), msg('Der Link ist zurückgezogen.', { id: 'link.withdrawn' }));
  }

  async keepInternal() {
    if (await confirmKeepInternal()) await this.#change('internal', () => keepReportInternal(this.#host.report.id), '');
  }

  async #openShareDialog() {
    const { id, reporter, language, reference } = this.#host.report;
    const [{ url }, { openShareDialog }] = await Promise.all([this.#link.address(id), import('../../shell/share-dialog.ts')]);
    const { name } = currentSession().tenant;
    openShareDialog({
      title: msg('Link weitergeben', { id: 'share.title' }), explanation: this.#link.words().personal,
      url, heading: `${name} · ${reference}`, fileName: `QR-${reference}`, ...this.#link.handOver(staffLanguageFor(language), name, url), phone: reporter.phone, email: reporter.email,
    });
  }

  async #change(action: LinkAction, work: () => Promise<unknown>, said: string) {
    await this.#do(action, async () => {
      await work();
      this.said = said;
      this.#stale();
    });
  }

  async #do(action: LinkAction, work: () => Promise<void>) {
    if (this.busy) return;
    Object.assign(this, { busy: action, said: '' });
    this.#host.requestUpdate();
    try {
      await work();
    } catch (error) {
      await tell({ title: msg('Das hat nicht geklappt', { id: 'failed.title' }), text: errorText(error) });
      this.#stale();
    } finally {
      this.busy = null;
      this.#host.requestUpdate();
    }
  }

  #stale() {
    this.#host.dispatchEvent(new Event('report-stale'));
  }
}

/** Says what keeping a case internal means for its customer. */
export function confirmKeepInternal(): Promise<boolean> {
  return confirmAction({
    title: msg('Vorgang intern machen?', { id: 'internal.keepTitle' }),
    text: msg('Der Kunde kann ihn dann nicht mehr öffnen und bekommt keine Nachrichten mehr dazu, auch keine, die gerade unterwegs sind. Was er schon hat, behält er. Sie können den Vorgang jederzeit wieder freigeben.', { id: 'internal.keepText' }),
    action: msg('Intern machen', { id: 'internal.keep' }),
  });
}
