import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { EmbeddingSettings, EmbeddingView } from '@meldewerk/contract/embedding';
import type { Language } from '@meldewerk/contract/language';
import { errorText } from '@meldewerk/shell/error-text';
import { base, card } from '@meldewerk/shell/styles';
import { UnsavedController } from '@meldewerk/shell/unsaved-controller';
import { css, html, LitElement, nothing } from 'lit';
import { fetchEmbedding, saveEmbedding } from '../../data/embedding.ts';
import { setPageTitle } from '../../document-title.ts';
import { currentSession } from '../../session.ts';
import { openShareDialog } from '../../shell/share-dialog.ts';
import { controlStyles } from '../forms/control-styles.ts';
import '../message-page.ts';
import './embedding-preview.ts';
import { isColor, lookFields, lookStyles, type LogoChange } from './embedding-look.ts';
import { shareText, snippetsFor } from './embedding-snippets.ts';
import { websitesFields, websitesStyles } from './embedding-websites.ts';

const languageNames: Record<Language, string> = { de: 'Deutsch', en: 'English', tr: 'Türkçe', pl: 'Polski', uk: 'Українська', ar: 'العربية' };

/** How the report gets onto websites: what to paste, how it looks there, who may show it, and the link for everything else. */
export class EmbeddingPage extends LitElement {
  static override properties = {
    view: { state: true }, settings: { state: true }, logo: { state: true }, logoFault: { state: true }, typed: { state: true }, typedFault: { state: true },
    language: { state: true }, copied: { state: true }, error: { state: true }, told: { state: true }, saving: { state: true },
  };
  declare view: EmbeddingView | undefined;
  declare settings: EmbeddingSettings;
  declare logo: LogoChange;
  declare logoFault: string | null;
  declare typed: string;
  declare typedFault: string | null;
  /** Of the snippet; null goes by the website. */
  declare language: Language | null;
  declare copied: string | null;
  declare error: unknown;
  declare told: { ok: boolean; text: string } | undefined;
  declare saving: boolean;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { logoFault: null, typed: '', typedFault: null, language: null, copied: null, saving: false });
    new UnsavedController(this, () => (this.#isDirty() ? msg('Ihre Änderungen am Aussehen oder an den Websites sind noch nicht gespeichert.', { id: 'embedding.leaveText' }) : null));
  }

  static override styles = [
    base, card, controlStyles, lookStyles, websitesStyles,
    css`
      h1 { font-size: 1.35rem; margin-bottom: 0.2rem; }
      h2 { font-size: 1rem; margin-bottom: 0.5rem; }
      .lead { max-width: 46rem; margin-bottom: 1rem; }
      .layout { display: grid; grid-template-columns: minmax(0, 1.2fr) minmax(0, 1fr); gap: 1rem; align-items: start; }
      .column { display: grid; gap: 1rem; min-width: 0; }
      .card { padding: 1rem 1.15rem; min-width: 0; }
      .hint { margin: 0.4rem 0 0; }
      .sticky { position: sticky; top: 4.5rem; }
      #websites { margin-top: 1.5rem; }
      details { border-top: 1px solid var(--wa-color-surface-border); }
      details:first-of-type { border-top: 0; }
      summary { min-height: 2.75rem; align-content: center; font-weight: 550; cursor: pointer; }
      .code { position: relative; margin: 0.5rem 0 1rem; }
      pre { margin: 0; padding: 0.8rem 0.9rem; border: 1px solid var(--wa-color-surface-border); border-radius: 8px; background: var(--wa-color-surface-lowered); font: 0.8125rem/1.55 ui-monospace, Menlo, Consolas, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
      .copy { margin-top: 0.4rem; }
      .language { max-width: 18rem; margin-bottom: 0.6rem; }
      .link { display: flex; flex-wrap: wrap; gap: 0.6rem; align-items: center; overflow-wrap: anywhere; }
      .share-text { margin: 0.6rem 0; padding: 0.7rem 0.9rem; border-radius: 8px; background: var(--wa-color-surface-lowered); }
      .buttons { display: flex; flex-wrap: wrap; gap: 0.6rem 1rem; align-items: center; margin-top: 1rem; }
      .told { display: flex; gap: 0.4rem; align-items: baseline; }
      .skeleton i { display: block; height: 12rem; margin-bottom: 1rem; border-radius: 10px; background: var(--wa-color-surface-border); opacity: 0.6; }
      @media (max-width: 64rem) { .layout { grid-template-columns: minmax(0, 1fr); } .sticky { position: static; } }
    `,
  ];

  override connectedCallback() {
    super.connectedCallback();
    void this.#load();
  }

  override render() {
    setPageTitle(msg('Einbinden', { id: 'nav.embedding' }));
    if (this.error) return html`<message-page kind="failed" .error=${this.error} .retry=${() => void this.#load()}></message-page>`;
    const { view } = this;
    if (!view) return html`<div class="skeleton" role="status"><span class="visually-hidden">${msg('Die Einbindung wird geladen.', { id: 'embedding.loading' })}</span><i></i><i></i></div>`;
    return html`
      <h1>${msg('Einbinden', { id: 'nav.embedding' })}</h1>
      <p class="quiet lead">${msg('So kommt die Schadenmeldung auf Ihre Website: zwei Zeilen einfügen, fertig. Sie setzt kein Cookie und lädt nichts von anderen Anbietern.', { id: 'embedding.lead' })}</p>
      <div class="layout">
        <div class="column">
          <section class="card" aria-labelledby="snippet">${this.#renderSnippets(view)}</section>
          <section class="card" aria-labelledby="direct">${this.#renderLink(view)}</section>
          <form class="card" novalidate @submit=${this.#save} aria-labelledby="look">${this.#renderSettings(view)}</form>
        </div>
        <embedding-preview class="card sticky" .brand=${isColor(this.settings.colors.brand) ? this.settings.colors.brand : view.settings.colors.brand} .language=${this.language ?? view.languages[0] ?? 'de'}></embedding-preview>
      </div>
    `;
  }

  #renderSnippets({ pageUrl, languages }: EmbeddingView) {
    return html`
      <h2 id="snippet">${msg('Zum Einfügen', { id: 'embedding.snippet' })}</h2>
      ${languages.length > 1
        ? html`<div class="field language"><label for="language">${msg('Sprache', { id: 'embedding.language' })}</label>
            <select id="language" @change=${(event: Event) => (this.language = ((event.target as HTMLSelectElement).value || null) as Language | null)}>
              <option value="">${msg('Wie die Website', { id: 'embedding.languageOfPage' })}</option>
              ${languages.map((language) => html`<option value=${language} lang=${language} ?selected=${language === this.language}>${languageNames[language]}</option>`)}
            </select></div>`
        : nothing}
      ${snippetsFor(pageUrl, this.language).map(
        ({ id, heading, explanation, code }, at) => html`<details ?open=${at === 0} name="snippet"><summary>${heading}</summary>
          <p class="quiet">${explanation}</p>
          <div class="code"><pre tabindex="0" id=${`code-${id}`} aria-label=${heading}>${code}</pre>${this.#copyButton(id, code)}</div></details>`,
      )}
      <p class="visually-hidden" role="status">${this.copied ? msg('Kopiert', { id: 'embedding.copied' }) : nothing}</p>`;
  }

  #renderLink({ name, pageUrl }: EmbeddingView) {
    const text = shareText(name, pageUrl);
    const share = () => openShareDialog({
      title: msg('Link zur Schadenmeldung', { id: 'embedding.shareTitle' }),
      explanation: msg('Für Aushang, Visitenkarte, Kartendienst und Messenger. Jeder darf ihn haben.', { id: 'embedding.shareExplanation' }),
      url: pageUrl,
      heading: msg('Schaden melden', { id: 'embedding.shareHeading' }),
      fileName: 'schaden-melden',
      message: text,
      subject: msg('Schaden melden', { id: 'embedding.shareHeading' }),
    });
    return html`
      <h2 id="direct">${msg('Direkter Link', { id: 'embedding.direct' })}</h2>
      <p class="quiet">${msg('Dieselbe Schadenmeldung auf Ihrer eigenen Seite: für soziale Medien, Kartendienste, E-Mail-Signatur und Aushang.', { id: 'embedding.directHint' })}</p>
      <p class="link"><a href=${pageUrl} target="_blank" rel="noopener">${pageUrl}</a></p>
      <p class="share-text" id="code-share">${text}</p>
      <div class="link">${this.#copyButton('share', text)}
        <wa-button type="button" size="s" appearance="outlined" @click=${share}><wa-icon slot="start" name="qr"></wa-icon>${msg('QR-Code, WhatsApp, E-Mail', { id: 'embedding.share' })}</wa-button></div>`;
  }

  #renderSettings(view: EmbeddingView) {
    const mayEdit = currentSession().staff.role === 'admin';
    const change = (changed: Partial<EmbeddingSettings>) => {
      this.settings = { ...this.settings, ...changed };
      this.told = undefined;
    };
    return html`
      <h2 id="look">${msg('Aussehen', { id: 'embedding.look' })}</h2>
      ${lookFields({
        colors: this.settings.colors, logo: this.logo, logoUrl: view.logoUrl, fault: this.logoFault, mayEdit,
        changeColors: (colors) => change({ colors }),
        changeLogo: (logo, fault) => {
          this.logoFault = fault ?? null;
          if (!fault) this.logo = logo;
          this.told = undefined;
        },
      })}
      <h2 id="websites">${msg('Websites', { id: 'embedding.websites' })}</h2>
      ${websitesFields({
        origins: this.settings.widgetOrigins, typed: this.typed, fault: this.typedFault, mayEdit,
        change: (widgetOrigins) => change({ widgetOrigins }),
        type: (typed, fault) => Object.assign(this, { typed, typedFault: fault }),
      })}
      <div class="buttons">
        ${mayEdit
          ? html`<wa-button type="submit" variant="brand" ?disabled=${!this.#isDirty()} ?loading=${this.saving}>${msg('Speichern', { id: 'embedding.save' })}</wa-button>`
          : html`<span class="quiet">${msg('Ändern kann das die Leitung.', { id: 'embedding.readOnly' })}</span>`}
        <span role="status">${this.told ? html`<span class="told ${this.told.ok ? '' : 'fault'}"><wa-icon name=${this.told.ok ? 'check' : 'error'}></wa-icon>${this.told.text}</span>` : nothing}</span>
      </div>`;
  }

  #copyButton(id: string, text: string) {
    const isCopied = this.copied === id;
    return html`<wa-button class="copy" type="button" size="s" appearance="outlined" @click=${() => void this.#copy(id, text)}><wa-icon slot="start" name=${isCopied ? 'check' : 'copy'}></wa-icon>${isCopied ? msg('Kopiert', { id: 'embedding.copied' }) : msg('Kopieren', { id: 'embedding.copy' })}</wa-button>`;
  }

  /** The clipboard may be refused; then the text is marked for copying by hand. */
  async #copy(id: string, text: string) {
    try {
      await navigator.clipboard.writeText(text);
      this.copied = id;
    } catch {
      const place = this.renderRoot.querySelector(`#code-${id}`);
      if (place) getSelection()?.selectAllChildren(place);
    }
  }

  async #load() {
    this.error = undefined;
    try {
      this.#show(await fetchEmbedding());
    } catch (error) {
      this.error = error;
    }
  }

  #show(view: EmbeddingView) {
    Object.assign(this, { view, settings: structuredClone(view.settings), logo: undefined, logoFault: null, typed: '', typedFault: null });
  }

  async #save(event: SubmitEvent) {
    event.preventDefault();
    const { colors } = this.settings;
    const wrong = (['brand', 'accent'] as const).find((name) => !isColor(colors[name]));
    if (wrong) {
      this.told = { ok: false, text: msg('Bitte geben Sie Farben wie #14507a an.', { id: 'embedding.colorWrong' }) };
      this.renderRoot.querySelector<HTMLElement>(`#${wrong}`)?.focus();
      return;
    }
    this.saving = true;
    try {
      this.#show(await saveEmbedding({ ...this.settings, ...(this.logo !== undefined && { logo: this.logo }) }));
      this.told = { ok: true, text: msg('Gespeichert. Das gilt ab sofort auf allen Websites.', { id: 'embedding.saved' }) };
    } catch (error) {
      this.told = { ok: false, text: msg(str`Nicht gespeichert: ${errorText(error)}`, { id: 'embedding.notSaved' }) };
    } finally {
      this.saving = false;
    }
  }

  #isDirty(): boolean {
    return this.view !== undefined && (this.logo !== undefined || JSON.stringify(this.settings) !== JSON.stringify(this.view.settings));
  }
}

customElements.define('embedding-page', EmbeddingPage);
