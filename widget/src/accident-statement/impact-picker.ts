import { msg } from '@lit/localize';
import { html, svg, unsafeCSS, type SVGTemplateResult, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { clockPositions, type AccidentValue } from '@meldewerk/contract/accident-fields';
import { vehicleLines } from '@meldewerk/contract/accident-sketch';
import { textIn } from '@meldewerk/contract/text-in';
import { currentLanguage } from '../language.ts';

/** The vehicle from above with twelve places around it: radio buttons, so that a finger, the keyboard and a screen reader use the same thing. */
export function renderImpact(path: string, value: AccidentValue | undefined, choose: (position: string) => void): TemplateResult {
  const chosen = clockPositions.find(({ id }) => id === value);
  return html`<fieldset class="field impact">
    <legend>${msg('Wo war der erste Aufprall?', { id: 'accident.impact' })}</legend>
    <p class="help">${msg('Das Fahrzeug von oben, vorn ist oben.', { id: 'accident.impactHelp' })}</p>
    <div class="clock" dir="ltr">
      <svg viewBox="-160 -190 320 380" aria-hidden="true">${renderCar()}${chosen ? renderArrow(Number(chosen.id)) : svg``}</svg>
      ${clockPositions.map(({ id, label }, at) => html`<label class="hour hour-${id}"><input type="radio" name=${path} id=${at === 0 ? `field-${path}` : `hour-${path}-${id}`} .checked=${live(value === id)} @change=${() => choose(id)} aria-label=${textIn(label, currentLanguage())} /><span aria-hidden="true">${id}</span></label>`)}
    </div>
    <p class="chosen" role="status">${chosen ? textIn(chosen.label, currentLanguage()) : msg('Noch nichts gewählt', { id: 'accident.impactNone' })}</p>
  </fieldset>`;
}

function renderCar(): SVGTemplateResult[] {
  return vehicleLines({ x: 0, y: 0, angle: 0 }).map(({ points }, at) => svg`<path class=${at === 0 ? 'body' : 'detail'} d=${`M${points.map((point) => point.join(' ')).join('L')}Z`}/>`);
}

/** From outside to the edge of the vehicle. */
function renderArrow(hour: number): SVGTemplateResult {
  const angle = (hour * Math.PI) / 6;
  const [across, along] = [Math.sin(angle), -Math.cos(angle)];
  const reach = 1 / Math.max(Math.abs(across) / 40, Math.abs(along) / 82);
  const at = (distance: number, turn = 0) => `${(across * reach + Math.sin(angle + turn) * distance).toFixed(1)} ${(along * reach - Math.cos(angle + turn) * distance).toFixed(1)}`;
  return svg`<path class="arrow" d="M${at(40)}L${at(0)}M${at(17, 0.6)}L${at(0)}L${at(17, -0.6)}"/>`;
}

const places = clockPositions.map(({ id }) => {
  const angle = (Number(id) * Math.PI) / 6;
  return `.hour-${id} { inset-inline-start: ${(50 + Math.sin(angle) * 43).toFixed(2)}%; top: ${(50 - Math.cos(angle) * 44).toFixed(2)}%; }`;
});

export const impactStyles = unsafeCSS([
  `
  .clock { position: relative; width: min(100%, 320px); aspect-ratio: 320 / 380; margin: 10px auto 0; }
  .clock svg { position: absolute; inset: 0; width: 100%; height: 100%; }
  .clock .body { fill: var(--tint); stroke: var(--mw-brand-text); stroke-width: 3; stroke-linejoin: round; }
  .clock .detail { fill: none; stroke: var(--mw-brand-text); stroke-width: 2; stroke-linejoin: round; }
  .clock .arrow { fill: none; stroke: var(--mw-danger); stroke-width: 7; stroke-linecap: round; stroke-linejoin: round; }
  .hour { position: absolute; display: grid; place-items: center; width: 48px; height: 48px; transform: translate(-50%, -50%); border: 1.5px solid var(--mw-edge); border-radius: 50%; background: var(--mw-surface); font-weight: 600; cursor: pointer; }
  .hour input { position: absolute; inset: 0; width: 100%; height: 100%; opacity: 0; cursor: pointer; }
  .hour:hover { border-color: var(--mw-brand-text); }
  .hour:has(:checked) { border-color: var(--mw-danger); background: var(--mw-danger); color: #fff; }
  .hour:has(:focus-visible) { outline: 3px solid var(--mw-brand-text); outline-offset: 2px; }
  .impact .chosen { margin-top: 8px; text-align: center; font-weight: 600; }
  @media (forced-colors: active) { .hour:has(:checked) { outline: 3px solid Highlight; } .clock .arrow { stroke: Highlight; } }
  `,
  ...places,
].join('\n'));
