import { localeOf, textIn } from '@meldewerk/contract/text-in';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { StatusPage } from '@meldewerk/contract/status-page';
import type { Site } from '@meldewerk/contract/tenant';
import { ProblemError } from '../api.ts';
import { currentLanguage } from '../language.ts';
import { fileNameOf, saveFile } from '../signing/save-document.ts';
import { largePhotoStyles, renderLargePhoto } from './large-photos.ts';
import { sectionStyles } from './section-styles.ts';
import type { StatusApi } from './status-api.ts';
import './status-photo.ts';

/** Photos, which open large, and signed documents to keep. */
export class StatusFiles extends LitElement {
  static override properties = { page: { attribute: false }, api: { attribute: false }, site: { attribute: false }, shown: { state: true }, loading: { state: true }, fault: { state: true } };
  declare page: StatusPage;
  declare api: StatusApi;
  declare site: Site;
  /** Which photo is shown large. */
  declare shown: number | null;
  /** The document on its way, and the sentence of one that did not come. */
  declare loading: string | null;
  declare fault: { id: string; sentence: string } | null;

  static override styles = [
    sectionStyles,
    largePhotoStyles,
    css`
      .photos {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(136px, 42%), 1fr));
        gap: 10px;
        margin-top: 12px;
      }
      .photos button {
        display: block;
        width: 100%;
        padding: 0;
        border: 0;
        border-radius: 12px;
        background: none;
        text-align: start;
        cursor: zoom-in;
      }
      .photos status-photo {
        aspect-ratio: 4 / 3;
        border-radius: 12px;
      }
      .photos .label {
        display: block;
        padding: 6px 2px 0;
        font-weight: 400;
        font-size: 0.875em;
        line-height: 1.3;
        color: var(--mw-text-soft);
      }
      .documents li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 8px 16px;
        padding: 12px 0;
        border-top: 1px solid var(--mw-line);
      }
      .documents li:first-child {
        margin-top: 12px;
      }
      .documents .title {
        font-weight: 600;
      }
      .documents p {
        overflow-wrap: anywhere;
      }
    `,
  ];

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { shown: null, loading: null, fault: null });
  }

  #open(index: number): void {
    this.shown = index;
    void this.updateComplete.then(() => this.renderRoot.querySelector('dialog')?.showModal());
  }

  #turn(next: number | null): void {
    const last = this.shown;
    this.shown = next;
    if (next === null) void this.updateComplete.then(() => this.renderRoot.querySelectorAll<HTMLElement>('.photos button')[last ?? 0]?.focus());
  }

  async #save(id: string, title: string): Promise<void> {
    if (this.loading) return;
    this.loading = id;
    this.fault = null;
    try {
      saveFile(await this.api.file(`/documents/${id}`), 'application/pdf', fileNameOf(title, 'pdf'));
    } catch (error) {
      this.fault = { id, sentence: error instanceof ProblemError ? error.problem.detail : msg('Das Dokument ließ sich gerade nicht laden. Bitte versuchen Sie es noch einmal.', { id: 'signing.loadFailed' }) };
    }
    this.loading = null;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { files } = this.page;
    if (!files || files.photos.length + files.documents.length === 0) return nothing;
    return html`${files.documents.length > 0 ? this.#renderDocuments(files.documents) : nothing}
      ${files.photos.length > 0 ? this.#renderPhotos(files.photos) : nothing}
      ${renderLargePhoto(files.photos.map(({ id, label }) => ({ path: `/photos/${id}/display`, label: textIn(label, currentLanguage()) })), this.shown, this.api, (next) => this.#turn(next))}`;
  }

  #renderPhotos(photos: NonNullable<StatusPage['files']>['photos']): TemplateResult {
    const language = currentLanguage();
    return html`<section class="card" aria-labelledby="photos-heading">
      <h2 id="photos-heading">${msg(str`Ihre Fotos (${photos.length})`, { id: 'status.photos' })}</h2>
      <ul class="photos">
        ${photos.map(({ id, label }, index) => html`<li><button type="button" aria-haspopup="dialog" @click=${() => this.#open(index)}>
          <status-photo .api=${this.api} .path=${`/photos/${id}/thumbnail`} .label=${msg('Groß ansehen', { id: 'status.enlarge' })}></status-photo>
          <span class="label">${textIn(label, language)}</span>
        </button></li>`)}
      </ul>
    </section>`;
  }

  #renderDocuments(documents: NonNullable<StatusPage['files']>['documents']): TemplateResult {
    const day = new Intl.DateTimeFormat(localeOf(currentLanguage()), { dateStyle: 'medium', timeZone: this.site.timeZone });
    return html`<section class="card" aria-labelledby="documents-heading">
      <h2 id="documents-heading">${msg('Ihre Dokumente', { id: 'status.documents' })}</h2>
      <ul class="documents">
        ${documents.map(({ id, title, createdAt, byteSize }) => html`<li>
          <p><span class="title">${title}</span><br /><span class="soft small">${day.format(new Date(createdAt))} · PDF, ${Math.max(1, Math.round(byteSize / 1000))} kB</span></p>
          <button type="button" class="button" aria-disabled=${this.loading === id ? 'true' : 'false'} @click=${() => void this.#save(id, title)}>
            ${this.loading === id ? msg('Wird geladen …', { id: 'frame.loading' }) : msg('PDF herunterladen', { id: 'receipt.download' })}<span class="unseen">: ${title}</span></button>
          ${this.fault?.id === id ? html`<p class="wrong" role="alert">${this.fault.sentence}</p>` : nothing}
        </li>`)}
      </ul>
    </section>`;
  }
}

if (!customElements.get('status-files')) customElements.define('status-files', StatusFiles);
