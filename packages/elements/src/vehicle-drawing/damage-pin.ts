import { css, noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

class PlacePin extends Directive {
  render(_place: { x: number; y: number }): unknown {
    return noChange;
  }

  /** Set by script: a page's policy may forbid style attributes. */
  override update({ element }: ElementPart, [{ x, y }]: [{ x: number; y: number }]): unknown {
    const { style } = element as HTMLElement;
    style.left = `${x * 100}%`;
    style.top = `${y * 100}%`;
    return noChange;
  }
}

/** Puts a `.damage-pin` with its tip at a place of the drawing it lies on, which has to be its containing block. */
export const placePin = directive(PlacePin);

/** A drop with a number; 44 px to take hold of. */
export const damagePinStyles = css`
  .damage-pin {
    position: absolute;
    display: grid;
    justify-items: center;
    align-items: end;
    width: 44px;
    height: 44px;
    margin: -42px 0 0 -22px;
    padding: 0;
    border: 0;
    background: none;
    touch-action: none;
    cursor: pointer;
    user-select: none;
    -webkit-user-select: none;
  }
  .damage-pin b {
    position: relative;
    display: grid;
    place-items: center;
    width: 30px;
    height: 30px;
    margin-bottom: 9px;
    border: 2px solid var(--mw-surface, #fff);
    border-radius: 50%;
    background: var(--mw-danger, #b3261e);
    color: #fff;
    font: 700 14px/1 var(--mw-font, system-ui);
    box-shadow: 0 1px 4px rgb(23 33 43 / 45%);
  }
  .damage-pin b::after {
    content: '';
    position: absolute;
    left: 50%;
    top: 100%;
    margin: -1px 0 0 -5px;
    border: 5px solid transparent;
    border-top: 9px solid var(--mw-danger, #b3261e);
    border-bottom: 0;
  }
  .damage-pin.active b {
    outline: 4px solid color-mix(in srgb, var(--mw-accent, #f28c28) 60%, transparent);
  }
  .damage-pin.moving {
    z-index: 2;
    cursor: grabbing;
    scale: 1.15;
    transform-origin: 50% 100%;
  }
  @media (forced-colors: active) {
    .damage-pin b {
      border-color: CanvasText;
    }
  }
  @media print {
    .damage-pin b {
      print-color-adjust: exact;
      -webkit-print-color-adjust: exact;
    }
  }
`;
