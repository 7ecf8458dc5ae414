import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { Photo } from '@meldewerk/contract/photo';
import type { ReportDetail } from '@meldewerk/contract/report';
import { base, card } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { photosArchiveUrl, photoUrl } from '../../data/reports.ts';
import { refusedPhotoText } from '../../labels.ts';
import { currentLanguage } from '../../locale.ts';
import { findingsText } from './photo-remarks.ts';
import type { PhotoViewer } from './photo-viewer.ts';

/** All photos of a report by shot, with what is still being prepared, what cannot be shown and what was passed over. */
export class ReportPhotos extends LitElement {
  static override properties = { report: { attribute: false }, timeZone: { type: String } };
  declare report: ReportDetail;
  declare timeZone: string;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  static override styles = [
    base, card,
    css`
      section { padding: 1rem 1.15rem 1.1rem; }
      .head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.5rem 1rem; margin-bottom: 0.75rem; min-height: 2rem; }
      h2 { display: flex; align-items: center; gap: 0.5rem; font-size: 0.95rem; }
      h2 wa-icon { color: var(--wa-color-text-quiet); }
      .count { color: var(--wa-color-text-quiet); font-weight: 400; }
      .grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); gap: 0.85rem 0.75rem; }
      figure { display: grid; gap: 0.35rem; min-width: 0; }
      figcaption { font-size: var(--wa-font-size-s); line-height: 1.3; }
      .frame { position: relative; display: grid; place-items: center; width: 100%; aspect-ratio: 4 / 3; padding: 0; border: 0; border-radius: 7px; overflow: hidden; background: var(--wa-color-surface-lowered); color: var(--wa-color-text-quiet); font: inherit; }
      button.frame { cursor: zoom-in; }
      .frame img { position: absolute; inset: 0; width: 100%; height: 100%; object-fit: cover; transition: scale 200ms; }
      button.frame:hover img { scale: 1.03; }
      button.frame:focus-visible { border-radius: 7px; }
      .pending { align-content: center; gap: 0.5rem; font-size: var(--wa-font-size-xs); }
      .pending::before { content: ''; width: 1.4rem; height: 1.4rem; border: 2.5px solid var(--wa-color-surface-border); border-top-color: var(--wa-color-brand-50); border-radius: 50%; animation: turn 0.8s linear infinite; }
      @keyframes turn { to { transform: rotate(1turn); } }
      @media (prefers-reduced-motion: reduce) { .pending::before { animation-duration: 4s; } .frame img { transition: none; } }
      .refused { align-content: center; gap: 0.35rem; padding: 0.6rem; border: 1px dashed var(--wa-color-danger-border-normal); font-size: var(--wa-font-size-xs); line-height: 1.3; text-align: center; color: var(--wa-color-text-normal); }
      .refused wa-icon { font-size: 1.2rem; color: var(--wa-color-danger-on-quiet); }
      .mark { padding: 0 0.4rem; border-radius: 3px; background: var(--wa-color-success-fill-quiet); color: var(--wa-color-success-on-quiet); font-size: var(--wa-font-size-xs); white-space: nowrap; }
      .mark.found { background: var(--wa-color-warning-fill-quiet); color: var(--wa-color-warning-on-quiet); }
      .mark.covered { background: var(--wa-color-surface-lowered); color: var(--wa-color-text-quiet); }
      .replaced .mark { background: var(--wa-color-surface-lowered); color: var(--wa-color-text-quiet); }
      .replaced .frame img { opacity: 0.45; filter: grayscale(1); }
      .skipped { margin-top: 0.9rem; padding-top: 0.7rem; border-top: 1px solid var(--wa-color-surface-border); font-size: var(--wa-font-size-s); }
      @media (max-width: 40rem) { .grid { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
      @media print { .grid { grid-template-columns: repeat(4, 1fr); } .frame img { position: static; } figure { break-inside: avoid; } }
    `,
  ];

  override render() {
    const { photos, id } = this.report;
    return html`
      <section class="card" aria-labelledby="photos">
        <div class="head">
          <h2 id="photos"><wa-icon name="camera"></wa-icon>${msg('Fotos', { id: 'detail.photos' })} <span class="count">${photos.length}</span></h2>
          ${photos.length > 0
            ? html`<wa-button class="no-print" size="s" appearance="outlined" href=${photosArchiveUrl(id)} download><wa-icon slot="start" name="download"></wa-icon>${msg('Alle als ZIP', { id: 'photos.zip' })}</wa-button>`
            : nothing}
        </div>
        ${photos.length > 0
          ? html`<div class="grid">${repeat(photos, (photo) => photo.id, (photo) => this.#figure(photo))}</div>`
          : html`<p class="quiet">${this.report.submittedAt ? msg('Der Kunde hat keine Fotos geschickt.', { id: 'photos.none' }) : msg('Kommen mit der Meldung des Kunden.', { id: 'detail.answersToCome' })}</p>`}
        ${this.#skipped()}
      </section>
    `;
  }

  #figure(photo: Photo) {
    const mark = this.#markOf(photo);
    return html`<figure class=${mark?.className ?? ''}>${this.#frame(photo)}<figcaption>${this.#label(photo)}${mark ? html` <span class="mark">${mark.text}</span>` : nothing}${photo.findings.length > 0 ? html` <span class="mark found" title=${msg('Das hat das Gerät des Kunden bemerkt; er hat das Foto trotzdem verwendet.', { id: 'photos.foundWhy' })}>${findingsText(photo.findings)}</span>` : nothing}${photo.redaction ? html` <span class="mark covered">${msg('Teile verdeckt', { id: 'photos.covered' })}</span>` : nothing}</figcaption></figure>`;
  }

  /** What was asked for again stays on record beside what came in its place. */
  #markOf({ id }: Photo): { className: string; text: string } | null {
    const given = this.report.missingItems.requests.flatMap(({ items }) => items).filter(({ photoId }) => photoId !== null);
    if (given.some(({ replacesPhotoId }) => replacesPhotoId === id)) return { className: 'replaced', text: msg('ersetzt', { id: 'photos.replaced' }) };
    return given.some(({ photoId }) => photoId === id) ? { className: 'later', text: msg('nachgereicht', { id: 'photos.later' }) } : null;
  }

  #frame(photo: Photo) {
    if (photo.state === 'received') return html`<div class="frame pending" role="status">${msg('Wird aufbereitet', { id: 'photo.pending' })}</div>`;
    if (photo.state === 'refused') {
      return html`<div class="frame refused">
        <wa-icon name="image-off"></wa-icon>
        <span>${refusedPhotoText(photo.problem)}</span>
        <a href=${photoUrl(photo.id, 'original')} download>${msg('Original laden', { id: 'photo.original' })}</a>
      </div>`;
    }
    return html`<button class="frame" data-photo=${photo.id} @click=${() => void this.#view(photo)} aria-label=${msg(str`${this.#label(photo)} groß zeigen`, { id: 'photo.enlarge' })}>
      <img src=${photo.redaction ? `${photoUrl(photo.id, 'thumbnail')}?${photo.redaction.id}` : photoUrl(photo.id, 'thumbnail')} alt="" loading="lazy" decoding="async" />
    </button>`;
  }

  #skipped() {
    // Left out where it stands for the whole vehicle, but taken of a marked damage: nothing is missing.
    const taken = new Set(this.report.photos.map(({ shotId }) => shotId));
    const names = this.report.skippedShots.filter((shotId) => !taken.has(shotId)).map((shotId) => this.#shotLabel(shotId));
    if (names.length === 0) return nothing;
    return html`<p class="skipped"><span class="quiet">${msg('Vom Kunden ausgelassen:', { id: 'photos.skipped' })}</span> ${names.join(', ')}</p>`;
  }

  /** With a number where the shot has several pictures. */
  #label(photo: Photo): string {
    const number = this.report.damages.findIndex(({ id }) => id === photo.spotId) + 1;
    const same = this.report.photos.filter((other) => other.shotId === photo.shotId && other.spotId === photo.spotId);
    const shot = this.#shotLabel(photo.shotId);
    const label = number > 0 ? msg(str`Schaden ${number}: ${shot}`, { id: 'damages.photo' }) : shot;
    return same.length > 1 ? `${label} ${same.indexOf(photo) + 1}` : label;
  }

  #shotLabel(shotId: string): string {
    return this.report.shotLabels[shotId]?.[currentLanguage()] ?? shotId;
  }

  async #view(photo: Photo) {
    await import('./photo-viewer.ts');
    const viewer: PhotoViewer = document.createElement('photo-viewer');
    const shown = this.report.photos.filter((candidate) => candidate.state === 'ready');
    Object.assign(viewer, { photos: shown, labels: shown.map((candidate) => this.#label(candidate)), index: shown.indexOf(photo), timeZone: this.timeZone });
    viewer.addEventListener('viewer-closed', () => {
      viewer.remove();
      this.renderRoot.querySelector<HTMLElement>(`[data-photo="${viewer.photos[viewer.index]?.id}"]`)?.focus();
    });
    document.body.append(viewer);
  }
}

customElements.define('report-photos', ReportPhotos);
