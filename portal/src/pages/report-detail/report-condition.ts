import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { conditionStages, type ConditionPhoto } from '@meldewerk/contract/condition-photo';
import type { ReportDetail } from '@meldewerk/contract/report';
import { confirmAction, tell } from '@meldewerk/shell/confirm';
import { errorText } from '@meldewerk/shell/error-text';
import { base, card } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing } from 'lit';
import { conditionPhotoUrl, removeConditionPhoto } from '../../data/condition-photos.ts';
import { photoUrl } from '../../data/reports.ts';
import { formatMoment } from '../../format.ts';
import { paths } from '../../router.ts';
import { shotLabel, stageLabel } from '../condition/condition-words.ts';
import { coverButtons } from './cover-picture.ts';
import type { PhotoCompare } from '../condition/photo-compare.ts';

/** What the workshop itself photographed, by stage; each beside the customer's photo of the same angle. */
export class ReportCondition extends LitElement {
  static override properties = { report: { attribute: false }, timeZone: { type: String }, mayEdit: { type: Boolean } };
  declare report: ReportDetail;
  declare timeZone: string;
  declare mayEdit: boolean;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.mayEdit = false;
  }

  static override styles = [
    base, card,
    css`
      section { padding: 1rem 1.15rem 1.1rem; }
      .head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.5rem 1rem; min-block-size: 2rem; margin-block-end: 0.5rem; }
      h2 { display: flex; align-items: center; gap: 0.5rem; font-size: 0.95rem; }
      h2 wa-icon { color: var(--wa-color-text-quiet); }
      h3 { font-size: 0.9rem; margin-block: 0.9rem 0.5rem; }
      .grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); gap: 0.85rem 0.75rem; }
      figure { display: grid; gap: 0.3rem; align-content: start; min-inline-size: 0; font-size: var(--wa-font-size-s); }
      figure button.frame { padding: 0; border: 0; border-radius: 7px; overflow: hidden; cursor: zoom-in; background: var(--wa-color-surface-lowered); aspect-ratio: 4 / 3; }
      figure img { inline-size: 100%; block-size: 100%; object-fit: cover; display: block; }
      figcaption { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.2rem 0.4rem; align-items: start; }
      .tools { display: flex; flex: none; }
      .remove, .cover { flex: none; inline-size: 1.75rem; block-size: 1.75rem; padding: 0; border: 0; border-radius: 4px; background: none; color: var(--wa-color-text-quiet); cursor: pointer; }
      :is(.remove, .cover):hover { background: var(--wa-color-surface-lowered); }
      @media (max-width: 40rem) { .grid { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
    `,
  ];

  override render() {
    const { conditionPhotos, id } = this.report;
    return html`
      <section class="card" aria-labelledby="condition">
        <div class="head">
          <h2 id="condition"><wa-icon name="car"></wa-icon>${msg('Zustand des Fahrzeugs', { id: 'condition.heading' })}</h2>
          ${this.mayEdit ? html`<wa-button class="no-print" size="s" appearance="outlined" href=${paths.condition(id)}><wa-icon slot="start" name="camera"></wa-icon>${msg('Fotografieren', { id: 'condition.photograph' })}</wa-button>` : nothing}
        </div>
        ${conditionPhotos.length === 0 ? html`<p class="quiet">${msg('Noch keine eigenen Fotos. Annahme, Ergebnis und Übergabe festzuhalten, spart später Streit.', { id: 'condition.none' })}</p>` : nothing}
        ${conditionStages.map((stage) => this.#stage(stage, conditionPhotos.filter((photo) => photo.stage === stage)))}
      </section>
    `;
  }

  #stage(stage: ConditionPhoto['stage'], photos: ConditionPhoto[]) {
    if (photos.length === 0) return nothing;
    return html`<h3>${stageLabel(stage)}</h3><div class="grid">${photos.map((photo) => this.#figure(photo))}</div>`;
  }

  #figure(photo: ConditionPhoto) {
    const label = shotLabel(this.report, photo.shotId);
    const action = photo.comparesPhotoId ? msg(str`${label}: mit dem Foto des Kunden vergleichen`, { id: 'condition.compare' }) : msg(str`${label} groß zeigen`, { id: 'photo.enlarge' });
    return html`
      <figure>
        <button class="frame" data-photo=${photo.id} aria-label=${action} title=${action} @click=${() => void this.#show(photo)}><img src=${shownUrl(photo, 'thumbnail')} alt="" loading="lazy" decoding="async" /></button>
        <figcaption><span>${label}<br /><span class="quiet">${formatMoment(photo.takenAt, this.timeZone)}, ${photo.takenByName}</span></span>
          <span class="tools">${coverButtons({ id: photo.id, name: label, displayUrl: conditionPhotoUrl(photo.id, 'display'), redactionId: photo.redactionId }, this.timeZone, () => this.dispatchEvent(new Event('report-stale')))}
          ${this.mayEdit ? html`<button class="remove no-print" aria-label=${msg(str`${label} entfernen`, { id: 'condition.remove' })} @click=${() => void this.#remove(photo)}><wa-icon name="trash"></wa-icon></button>` : nothing}</span>
        </figcaption>
      </figure>
    `;
  }

  async #show(photo: ConditionPhoto) {
    await import('../condition/photo-compare.ts');
    const compare: PhotoCompare = document.createElement('photo-compare');
    const after = { url: shownUrl(photo, 'display'), label: stageLabel(photo.stage) };
    const before = photo.comparesPhotoId ? { url: photoUrl(photo.comparesPhotoId, 'display'), label: msg('Vom Kunden', { id: 'condition.fromCustomer' }) } : null;
    Object.assign(compare, { label: shotLabel(this.report, photo.shotId), earlier: before, later: after });
    compare.addEventListener('compare-closed', () => {
      compare.remove();
      this.renderRoot.querySelector<HTMLElement>(`[data-photo="${photo.id}"]`)?.focus();
    });
    document.body.append(compare);
  }

  async #remove(photo: ConditionPhoto) {
    const agreed = await confirmAction({
      title: msg('Foto entfernen?', { id: 'condition.removeTitle' }), text: msg('Es verschwindet von dieser Seite. Im Verlauf bleibt stehen, dass es aufgenommen und entfernt wurde.', { id: 'condition.removeText' }), action: msg('Entfernen', { id: 'condition.removeAction' }),
    });
    if (!agreed) return;
    try {
      await removeConditionPhoto(this.report.id, photo.id);
      this.dispatchEvent(new Event('report-stale'));
    } catch (error) {
      await tell({ title: msg('Das hat nicht geklappt', { id: 'condition.failed' }), text: errorText(error) });
    }
  }
}

/** Another address for another picture: what the browser has of the one before is not shown. */
function shownUrl({ id, redactionId }: ConditionPhoto, rendition: 'thumbnail' | 'display'): string {
  return conditionPhotoUrl(id, rendition) + (redactionId ? `?${redactionId}` : '');
}

customElements.define('report-condition', ReportCondition);
