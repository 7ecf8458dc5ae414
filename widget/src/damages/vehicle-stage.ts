import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { partGroupLabel } from '@meldewerk/contract/damage-labels';
import { hasPart } from '@meldewerk/contract/damage-parts';
import type { DamageSpot } from '@meldewerk/contract/damage-spot';
import { vehicleViews, type VehiclePart, type VehicleView } from '@meldewerk/contract/damage-vocabulary';
import { textIn } from '@meldewerk/contract/text-in';
import { placePin } from '@meldewerk/elements/vehicle-drawing/damage-pin';
import type { VehicleDrawing } from '@meldewerk/vehicle-drawings/drawing';
import { partAt, placeOf, viewsOf, type Place } from '@meldewerk/vehicle-drawings/find-part';
import { seenSide } from '@meldewerk/vehicle-drawings/seen-side';
import { sideDrawing } from '@meldewerk/elements/vehicle-drawing/side-drawing';
import type { OpenDamage } from '../draft.ts';
import type { StepHost } from '../step.ts';
import { beginDamage, editDamage, moveDamage } from './damage-editor.ts';
import { vehicleTypeOf } from './vehicle-type.ts';

let view: VehicleView = 'left';

/** How far a finger may miss a part, in pixels. */
const reachPx = 16;
/** From here on a finger does not tap but swipes, or moves a pin. */
const strokePx = { pin: 6, swipe: 36 };
/** So long after a tap its click may still come. */
const lateClickMs = 500;

/**
 * The vehicle from one side with its pins: tap a part, tap a pin, move a pin, swipe to the next side. For hands and eyes; the
 * list of parts and the list of damages say and do the same for everybody else, so assistive technology passes it over.
 */
export function vehicleStage(host: StepHost, drawing: VehicleDrawing | undefined): TemplateResult {
  const type = vehicleTypeOf(host);
  const { damages, openDamage } = host.drafts.draft;
  const pins = [...damages, ...(openDamage?.isNew ? [openDamage] : [])];
  const placed = drawing ? pins.map((spot) => placeOfDamage(drawing, spot)) : [];
  const side = drawing && seenSide(drawing, view);
  return html`<div class="views" role="group" aria-label=${msg('Seite der Zeichnung', { id: 'damages.views' })}>
      ${vehicleViews.map((one) => {
        const count = placed.filter((place) => place?.view === one).length;
        return html`<button type="button" aria-pressed=${one === view} @click=${() => turnTo(host, one)}>${textIn(partGroupLabel(one, one === 'top' ? 'car' : type), host.language)}${count > 0 ? html` <span class="count">${count}</span>` : nothing}</button>`;
      })}
    </div>
    <div class="stage" aria-hidden="true">
      ${side && drawing
        ? html`<div class="canvas" ${ref((canvas) => canvas && shapeCanvas(canvas as HTMLElement, side.width, side.height))} @pointerdown=${(down: PointerEvent) => follow(host, drawing, down)} @click=${(click: Event) => click.preventDefault()}>
            ${sideDrawing(side, new Set(openDamage?.part ? [openDamage.part] : []))}
            ${pins.map((spot, at) => renderPin(spot, placed[at] ?? null, at + 1, spot.id === openDamage?.id))}
          </div>`
        : nothing}
    </div>`;
}

export function turnTo(host: Pick<StepHost, 'requestUpdate'>, to: VehicleView): void {
  view = to;
  host.requestUpdate();
}

/** Where a pin stands: where it was tapped, or amid its part. */
function placeOfDamage(drawing: VehicleDrawing, { at, part }: Pick<OpenDamage, 'at' | 'part'>): Place | null {
  return at ?? (part && placeOf(drawing, part));
}

/** Shows the side on which a damage was put that came from the list. */
export function showDamage(host: StepHost, drawing: VehicleDrawing, spot: DamageSpot): void {
  const place = placeOfDamage(drawing, spot);
  if (place && !(spot.at === null && viewsOf(drawing, spot.part).includes(view))) turnTo(host, place.view);
}

function renderPin(spot: Pick<DamageSpot, 'id'>, place: Place | null, number: number, active: boolean): TemplateResult | typeof nothing {
  if (place?.view !== view) return nothing;
  return html`<span class="damage-pin ${active ? 'active' : ''}" data-spot=${spot.id} ${placePin(place)}><b>${number}</b></span>`;
}

/** As large as the stage lets it be, without a style attribute that a page's policy could forbid. */
function shapeCanvas(canvas: HTMLElement, width: number, height: number): void {
  canvas.style.setProperty('aspect-ratio', `${width} / ${height}`);
  canvas.style.setProperty('--ratio', String(width / height));
}

/** Follows one finger from where it came down: tap, swipe or a pin on the move. */
function follow(host: StepHost, drawing: VehicleDrawing, down: PointerEvent): void {
  if (!down.isPrimary || down.button !== 0) return;
  const canvas = down.currentTarget as HTMLElement;
  const pin = (down.target as HTMLElement).closest<HTMLElement>('.damage-pin');
  const spot = host.drafts.draft.damages.find(({ id }) => id === pin?.dataset['spot']);
  const ended = new AbortController();
  const { signal } = ended;
  let moved = false;

  const move = (event: PointerEvent) => {
    if (event.pointerId !== down.pointerId || !pin || !spot) return;
    moved ||= Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > strokePx.pin;
    if (!moved) return;
    const at = placeUnder(canvas, tipOf(event, down));
    pin.classList.add('moving');
    pin.style.left = `${at.x * 100}%`;
    pin.style.top = `${at.y * 100}%`;
  };
  const up = (event: PointerEvent) => {
    if (event.pointerId !== down.pointerId) return;
    ended.abort();
    pin?.classList.remove('moving');
    const [acrossPx, downPx] = [event.clientX - down.clientX, event.clientY - down.clientY];
    if (spot && moved) return dropPin(host, drawing, spot, placeUnder(canvas, tipOf(event, down)), canvas);
    if (spot) {
      passOverClick();
      return editDamage(host, spot);
    }
    if (Math.abs(acrossPx) > strokePx.swipe && Math.abs(acrossPx) > 2 * Math.abs(downPx)) return turnTo(host, neighbour(acrossPx < 0 ? 1 : -1));
    if (Math.hypot(acrossPx, downPx) > strokePx.swipe / 2) return;
    tap(host, drawing, placeUnder(canvas, event), canvas);
  };
  if (pin) pin.setPointerCapture(down.pointerId);
  const cancel = () => {
    ended.abort();
    host.requestUpdate();
  };
  window.addEventListener('pointermove', move, { signal });
  window.addEventListener('pointerup', up, { signal });
  window.addEventListener('pointercancel', cancel, { signal });

  /** A pin points with its tip, wherever it was taken hold of. */
  function tipOf(event: PointerEvent, start: PointerEvent) {
    const grip = gripOf(start);
    return { clientX: event.clientX - grip.x, clientY: event.clientY - grip.y };
  }
  function gripOf(start: PointerEvent) {
    const place = spot && placeOfDamage(drawing, spot);
    const room = canvas.getBoundingClientRect();
    return place ? { x: start.clientX - room.left - place.x * room.width, y: start.clientY - room.top - place.y * room.height } : { x: 0, y: 0 };
  }
}

function tap(host: StepHost, drawing: VehicleDrawing, at: Place, canvas: HTMLElement): void {
  const part = partUnder(drawing, at, canvas);
  if (!part || !hasPart(vehicleTypeOf(host), part)) return;
  passOverClick();
  beginDamage(host, part, at);
}

/** The click that a finger's tap ends with would choose whatever the sheet, opened by the tap, shows under the finger. */
function passOverClick(): void {
  const ended = new AbortController();
  const options = { capture: true, signal: ended.signal };
  const pass = (click: MouseEvent) => {
    ended.abort();
    // Keys and screen readers point at nothing.
    if (click.detail === 0) return;
    click.preventDefault();
    click.stopPropagation();
  };
  window.addEventListener('click', pass, options);
  window.addEventListener('pointerdown', () => ended.abort(), options);
  setTimeout(() => ended.abort(), lateClickMs);
}

function dropPin(host: StepHost, drawing: VehicleDrawing, spot: DamageSpot, at: Place, canvas: HTMLElement): void {
  const part = partUnder(drawing, at, canvas);
  if (part && hasPart(vehicleTypeOf(host), part)) moveDamage(host, spot, part, at);
  // Dropped beside the vehicle: back where it was.
  else host.requestUpdate();
}

function partUnder(drawing: VehicleDrawing, at: Place, canvas: HTMLElement): VehiclePart | null {
  const side = seenSide(drawing, at.view);
  const unitsPerPixel = side.width / canvas.getBoundingClientRect().width;
  return partAt(side, at.x * side.width, at.y * side.height, reachPx * unitsPerPixel) as VehiclePart | null;
}

function placeUnder(canvas: HTMLElement, { clientX, clientY }: Pick<PointerEvent, 'clientX' | 'clientY'>): Place {
  const room = canvas.getBoundingClientRect();
  const share = (value: number) => Math.round(Math.max(0, Math.min(1, value)) * 1000) / 1000;
  return { view, x: share((clientX - room.left) / room.width), y: share((clientY - room.top) / room.height) };
}

function neighbour(step: 1 | -1): VehicleView {
  return vehicleViews[(vehicleViews.indexOf(view) + step + vehicleViews.length) % vehicleViews.length] ?? view;
}
