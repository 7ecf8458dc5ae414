import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { partGroupLabels, partLabel } from '@meldewerk/contract/damage-labels';
import type { DamageSpot } from '@meldewerk/contract/damage-spot';
import { damageKindAndSize } from '@meldewerk/contract/damage-words';
import type { Photo } from '@meldewerk/contract/photo';
import type { ReportDetail } from '@meldewerk/contract/report';
import { damagePinStyles, placePin } from '@meldewerk/elements/vehicle-drawing/damage-pin';
import type { VehicleDrawing } from '@meldewerk/vehicle-drawings/drawing';
import { placeOf, type Place } from '@meldewerk/vehicle-drawings/find-part';
import { loadDrawing } from '@meldewerk/vehicle-drawings/load-drawing';
import { seenSide, views, type View } from '@meldewerk/vehicle-drawings/seen-side';
import { sideDrawing, sideDrawingStyles } from '@meldewerk/elements/vehicle-drawing/side-drawing';
import { base, card } from '@meldewerk/shell/styles';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { photoUrl } from '../../data/reports.ts';
import { currentLanguage } from '../../locale.ts';
import type { PhotoViewer } from './photo-viewer.ts';
import { reportDamagesStyles } from './report-damages-styles.ts';

/** The damages that the customer marked: where on the vehicle, what they are, and the photos of each. */
export class ReportDamages extends LitElement {
  static override properties = { report: { attribute: false }, timeZone: { type: String }, drawing: { state: true }, pointed: { state: true } };
  declare report: ReportDetail;
  declare timeZone: string;
  declare drawing: VehicleDrawing | undefined;
  /** The damage that the mouse or the focus is on. */
  declare pointed: string | null;
  #type = '';

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.pointed = null;
  }

  static override styles = [base, card, sideDrawingStyles, damagePinStyles, reportDamagesStyles];

  override willUpdate(changed: PropertyValues<this>) {
    const type = this.report.vehicle.type ?? 'car';
    if (!changed.has('report') || type === this.#type) return;
    this.#type = type;
    // The list says everything even where the drawing does not come.
    void loadDrawing(type).then((drawing) => (this.drawing = drawing)).catch(() => {});
  }

  override render() {
    const { drawing } = this;
    const { damages } = this.report;
    const places = damages.map((spot) => this.#placeOf(spot));
    return html`
      <section class="card" aria-labelledby="damages">
        <h2 id="damages"><wa-icon name="car"></wa-icon>${msg('Markierte Schäden', { id: 'damages.heading' })} <span class="count">${damages.length}</span></h2>
        <div class="damages">
          ${drawing ? html`<div class="sides">${views.map((view) => this.#side(drawing, view, places))}</div>` : nothing}
          <ol>${damages.map((spot, at) => this.#damage(spot, at + 1))}</ol>
        </div>
      </section>
    `;
  }

  #side(drawing: VehicleDrawing, view: View, places: (Place | null)[]) {
    if (!places.some((place) => place?.view === view)) return nothing;
    const side = seenSide(drawing, view);
    const { damages } = this.report;
    const marked = damages.filter(({ id }) => id === this.pointed).map(({ part }) => part);
    return html`<figure class=${side.width > side.height * 1.6 ? 'wide' : 'narrow'}>
      <div class="canvas">${sideDrawing(side, new Set(marked))}
        ${damages.map((spot, at) => {
          const place = places[at];
          if (place?.view !== view) return nothing;
          return html`<button type="button" class="damage-pin ${this.pointed === spot.id ? 'active' : ''}" ${placePin(place)} aria-label=${`${this.#title(spot, at + 1)}: ${this.#what(spot)}`}
            @click=${() => this.#open(spot)} @pointerenter=${() => (this.pointed = spot.id)} @pointerleave=${() => (this.pointed = null)} @focus=${() => (this.pointed = spot.id)} @blur=${() => (this.pointed = null)}><b>${at + 1}</b></button>`;
        })}
      </div>
      <figcaption>${partGroupLabels[view][currentLanguage()]}</figcaption>
    </figure>`;
  }

  #damage(spot: DamageSpot, number: number) {
    const photos = this.#photosOf(spot);
    return html`<li id=${`damage-${spot.id}`} tabindex="-1" class=${this.pointed === spot.id ? 'pointed' : ''} @pointerenter=${() => (this.pointed = spot.id)} @pointerleave=${() => (this.pointed = null)}>
      <span class="number" aria-hidden="true">${number}</span>
      <div class="about">
        <p class="part"><span class="visually-hidden">${msg(str`Schaden ${number}:`, { id: 'damages.number' })} </span>${this.#part(spot)}</p>
        <p>${this.#what(spot)}</p>
        ${spot.note ? html`<p class="note">${spot.note}</p>` : nothing}
      </div>
      ${photos.length > 0
        ? html`<div class="photos">${photos.map((photo) => html`<button type="button" data-photo=${photo.id} aria-label=${msg(str`${this.#photoLabel(photo, number)} groß zeigen`, { id: 'photo.enlarge' })} @click=${() => void this.#view(spot, photo)}><img src=${photoUrl(photo.id, 'thumbnail')} alt="" loading="lazy" decoding="async" /></button>`)}</div>`
        : html`<p class="quiet none">${msg('Kein eigenes Foto', { id: 'damages.noPhoto' })}</p>`}
    </li>`;
  }

  /** Where it was tapped; one from the list stands amid its part. */
  #placeOf({ at, part }: DamageSpot): Place | null {
    return at ?? (this.drawing ? placeOf(this.drawing, part) : null);
  }

  #part({ part }: DamageSpot): string {
    return partLabel(part, this.report.vehicle.type)[currentLanguage()];
  }

  #what(spot: DamageSpot): string {
    return damageKindAndSize(spot, currentLanguage());
  }

  #title(spot: DamageSpot, number: number): string {
    return msg(str`Schaden ${number} · ${this.#part(spot)}`, { id: 'damages.title' });
  }

  #photosOf({ id }: DamageSpot): Photo[] {
    return this.report.photos.filter(({ spotId, state }) => spotId === id && state === 'ready');
  }

  #photoLabel(photo: Photo, number: number): string {
    const shot = this.report.shotLabels[photo.shotId]?.[currentLanguage()] ?? photo.shotId;
    return msg(str`Schaden ${number}: ${shot}`, { id: 'damages.photo' });
  }

  /** A pin leads to its photos; without any to its line in the list. */
  #open(spot: DamageSpot) {
    const [first] = this.#photosOf(spot);
    if (first) void this.#view(spot, first);
    else this.renderRoot.querySelector<HTMLElement>(`#damage-${spot.id}`)?.focus();
  }

  async #view(spot: DamageSpot, photo: Photo) {
    await import('./photo-viewer.ts');
    const viewer: PhotoViewer = document.createElement('photo-viewer');
    const photos = this.#photosOf(spot);
    const number = this.report.damages.indexOf(spot) + 1;
    Object.assign(viewer, { photos, labels: photos.map((shown) => this.#photoLabel(shown, number)), index: photos.indexOf(photo), timeZone: this.timeZone });
    viewer.addEventListener('viewer-closed', () => {
      viewer.remove();
      this.renderRoot.querySelector<HTMLElement>(`[data-photo="${viewer.photos[viewer.index]?.id}"]`)?.focus();
    });
    document.body.append(viewer);
  }
}

customElements.define('report-damages', ReportDamages);
