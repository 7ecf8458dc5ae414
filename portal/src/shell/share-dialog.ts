import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import { msg } from '@lit/localize';
import { html, nothing, render, svg } from 'lit';
import { qrFile, qrPath } from '@meldewerk/elements/qr-code';

type Shared = {
  title: string;
  /** What the link is for, and who may have it. */
  explanation: string;
  url: string;
  /** Stands above the code on paper. */
  heading: string;
  fileName: string;
  /** What goes with the link by WhatsApp or mail; it ends with the address. */
  message: string;
  subject: string;
  phone?: string | undefined;
  email?: string | undefined;
};

/** Everything a link can be handed on with: copied, as QR, by WhatsApp, by the own mail program. */
export function openShareDialog(shared: Shared) {
  const place = document.body.appendChild(document.createElement('div'));
  place.className = 'share';
  let copied = false;
  const copy = async () => {
    await navigator.clipboard.writeText(shared.url);
    copied = true;
    draw();
  };
  const draw = () => render(content(shared, copied, copy, () => close(place)), place);
  draw();
}

function content({ title, explanation, url, heading, fileName, message, subject, phone, email }: Shared, copied: boolean, copy: () => Promise<void>, close: () => void) {
  return html`
    <wa-dialog label=${title} open light-dismiss @wa-after-hide=${close}>
      <p class="dialog-text">${explanation}</p>
      <div class="share-address">
        <input readonly .value=${url} aria-label=${msg('Adresse des Links', { id: 'share.address' })} @focus=${(event: Event) => (event.target as HTMLInputElement).select()} />
        <wa-button variant="brand" autofocus @click=${() => void copy().catch(() => selectAddress())}><wa-icon slot="start" name=${copied ? 'check' : 'copy'}></wa-icon>${copied ? msg('Link kopiert', { id: 'list.linkCopied' }) : msg('Link kopieren', { id: 'list.copyLink' })}</wa-button>
      </div>
      <p class="visually-hidden-text" role="status">${copied ? msg('Link kopiert', { id: 'list.linkCopied' }) : nothing}</p>
      <div class="share-qr">
        ${qrSvg(url, msg('QR-Code, der den Link öffnet', { id: 'share.qr' }))}
        <div class="share-ways">
          <wa-button appearance="outlined" href=${whatsAppUrl(message, phone)} target="_blank" rel="noopener noreferrer"><wa-icon slot="start" name="message"></wa-icon>${msg('Mit WhatsApp', { id: 'share.whatsApp' })}</wa-button>
          <wa-button appearance="outlined" href=${mailUrl(subject, message, email)}><wa-icon slot="start" name="mail"></wa-icon>${msg('Mit Ihrem Mailprogramm', { id: 'share.mail' })}</wa-button>
          <wa-button appearance="outlined" @click=${() => download(url, fileName)}><wa-icon slot="start" name="download"></wa-icon>${msg('QR-Code laden (SVG)', { id: 'share.download' })}</wa-button>
          <wa-button appearance="outlined" @click=${print}><wa-icon slot="start" name="print"></wa-icon>${msg('QR-Code drucken', { id: 'share.print' })}</wa-button>
        </div>
      </div>
    </wa-dialog>
    <div class="print-sheet" aria-hidden="true"><h1>${heading}</h1>${qrSvg(url, '')}<p>${url}</p></div>
  `;
}

function qrSvg(text: string, label: string) {
  const { size, path } = qrPath(text);
  return svg`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label=${label} shape-rendering="crispEdges"><rect width="100%" height="100%" fill="#fff"/><path d=${path} fill="#000"/></svg>`;
}

/** Digits of the E.164 number only: faq.whatsapp.com/5913398998672934. Without one WhatsApp asks for the person. */
function whatsAppUrl(message: string, phone: string | undefined): string {
  return `https://wa.me/${phone?.replace(/\D/g, '') ?? ''}?text=${encodeURIComponent(message)}`;
}

function mailUrl(subject: string, message: string, email = ''): string {
  return `mailto:${encodeURIComponent(email).replace('%40', '@')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(message)}`;
}

/** The clipboard may be refused; then the address is marked for copying by hand. */
function selectAddress() {
  document.querySelector<HTMLInputElement>('.share-address input')?.focus();
}

function download(url: string, fileName: string) {
  const address = URL.createObjectURL(qrFile(url));
  const link = Object.assign(document.createElement('a'), { href: address, download: `${fileName}.svg` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Only the sheet goes to the printer. */
function print() {
  const { classList } = document.documentElement;
  classList.add('prints-sheet');
  window.addEventListener('afterprint', () => classList.remove('prints-sheet'), { once: true });
  window.print();
}

function close(place: HTMLElement) {
  document.documentElement.classList.remove('prints-sheet');
  place.remove();
}
