import { msg, str } from '@lit/localize';
import { css, html, render, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { isBegun } from '../draft.ts';
import type { StepHost } from '../step.ts';

type Host = StepHost & ReactiveControllerHost & { readonly renderRoot: DocumentFragment | HTMLElement };

/** A quiet line below everything, as long as there is no net or something is not safe on this device. */
export class NetworkBar implements ReactiveController {
  readonly #host: Host;
  readonly #bar = document.createElement('div');

  constructor(host: StepHost & ReactiveControllerHost) {
    this.#host = host as Host;
    this.#bar.className = 'network-bar';
    this.#bar.setAttribute('role', 'status');
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('online', this.#redraw);
    window.addEventListener('offline', this.#redraw);
    window.addEventListener('beforeunload', this.#warn);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#redraw);
    window.removeEventListener('offline', this.#redraw);
    window.removeEventListener('beforeunload', this.#warn);
  }

  hostUpdated(): void {
    this.#draw();
  }

  readonly #redraw = () => this.#draw();

  /** The browser asks before it closes the page that alone has a photo. */
  readonly #warn = (event: BeforeUnloadEvent) => {
    if (this.#unkept > 0) event.preventDefault();
  };

  get #unkept(): number {
    return this.#host.photos?.unkept.length ?? 0;
  }

  #draw(): void {
    const { renderRoot } = this.#host;
    const frame = renderRoot.querySelector('.app');
    if (frame && this.#bar.parentNode !== frame) frame.append(this.#bar);
    const sheet = styles.styleSheet;
    if (sheet && renderRoot instanceof ShadowRoot && !renderRoot.adoptedStyleSheets.includes(sheet)) renderRoot.adoptedStyleSheets = [...renderRoot.adoptedStyleSheets, sheet];
    const sentences = this.#sentences();
    this.#bar.classList.toggle('shown', sentences.length > 0);
    render(sentences.length > 0 ? html`${icon}<p>${sentences.map((sentence) => html`<span>${sentence}</span> `)}</p>` : html``, this.#bar);
  }

  #sentences(): string[] {
    const { drafts, photos } = this.#host;
    if (!isBegun(drafts.draft) || drafts.place === 'elsewhere') return [];
    const unkept = this.#unkept === 0 ? [] : [unkeptSentence(this.#unkept)];
    if (navigator.onLine && !photos?.isStuck) return unkept;
    return [lineSentence(drafts.lasting && unkept.length === 0), ...unkept, ...waitingSentence(photos?.pending.length ?? 0)];
  }
}

function lineSentence(safe: boolean): string {
  if (navigator.onLine) return safe ? msg('Keine Verbindung zur Werkstatt – alles bleibt gesichert.', { id: 'offline.noServerSafe' }) : msg('Keine Verbindung zur Werkstatt.', { id: 'offline.noServer' });
  return safe ? msg('Kein Netz – alles bleibt gesichert.', { id: 'offline.noNetSafe' }) : msg('Kein Netz.', { id: 'offline.noNet' });
}

function waitingSentence(waiting: number): string[] {
  if (waiting === 0) return [];
  return [waiting === 1 ? msg('1 Foto wartet.', { id: 'offline.onePhoto' }) : msg(str`${waiting} Fotos warten.`, { id: 'offline.photos' })];
}

function unkeptSentence(unkept: number): string {
  return unkept === 1
    ? msg('Der Speicher dieses Geräts ist voll. 1 Foto ist erst sicher, wenn es übertragen ist: Bitte lassen Sie diese Seite so lange offen.', { id: 'offline.oneUnkept' })
    : msg(str`Der Speicher dieses Geräts ist voll. ${unkept} Fotos sind erst sicher, wenn sie übertragen sind: Bitte lassen Sie diese Seite so lange offen.`, { id: 'offline.unkept' });
}

const icon = html`<svg viewBox="0 0 24 24" width="22" height="22" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M4 4l16 16M17.5 17.5H7a4 4 0 0 1-.6-7.95A5.5 5.5 0 0 1 8 7.3M11 6.1a5.5 5.5 0 0 1 6.4 4.5 3.5 3.5 0 0 1 2.6 5.4"/></svg>`;

const styles = css`
  .network-bar.shown {
    position: sticky;
    bottom: 0;
    z-index: 3;
    display: flex;
    align-items: center;
    gap: 12px;
    margin-top: 16px;
    padding: 10px 14px max(10px, env(safe-area-inset-bottom));
    border-radius: var(--mw-radius-small);
    background: var(--mw-text);
    color: var(--mw-surface);
    font-size: 0.9375em;
    line-height: 1.35;
  }
  .network-bar svg {
    flex: none;
  }
  .network-bar p {
    flex: 1;
    margin: 0;
  }
  .network-bar span {
    display: inline-block;
  }
  /* What gets the focus comes to lie above the line, not under it. */
  .app:has(> .network-bar.shown) :is(a, button, input, select, textarea, summary, [tabindex]) {
    scroll-margin-bottom: 96px;
  }
`;
