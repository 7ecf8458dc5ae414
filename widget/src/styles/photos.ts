import { css } from 'lit';

export const photoStyles = css`
  .start {
    display: grid;
    gap: 4px 20px;
    padding: 16px;
    border-radius: 16px;
    background: var(--tint);
  }
  .start-picture {
    height: 132px;
    color: var(--mw-brand-text);
  }
  .start-picture .outline {
    width: 100%;
    height: 100%;
  }
  .start-picture path {
    vector-effect: non-scaling-stroke;
  }
  .start-picture .shade {
    display: none;
  }
  .start-picture .light {
    stroke: currentColor;
    stroke-width: 2;
  }
  .start-picture .fine {
    stroke-width: 1;
    opacity: 0.65;
  }
  .ways {
    display: grid;
    gap: 10px;
  }
  .ways .button {
    width: 100%;
    min-height: 52px;
    border-color: var(--mw-brand-text);
    color: var(--mw-brand-text);
  }
  .ways .start-camera {
    border-color: var(--mw-brand);
    background: var(--mw-brand);
    color: var(--mw-on-brand);
  }
  .ways .start-camera:hover {
    background: color-mix(in srgb, var(--mw-brand) 90%, var(--mw-on-brand));
  }
  .small {
    font-size: 0.875em;
    line-height: 1.4;
  }
  .start .refusals {
    grid-column: 1 / -1;
  }
  @container (min-width: 560px) {
    .start {
      grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
      align-items: center;
      padding: 20px;
    }
    .start-picture {
      height: 170px;
    }
  }
  .walk {
    display: flex;
    gap: 4px;
    margin-top: 18px;
  }
  .walk i {
    flex: 1;
    height: 6px;
    border-radius: 3px;
    background: var(--mw-line);
    transition: background var(--mw-quick);
  }
  .walk .is-taken {
    background: var(--mw-success);
  }
  .walk .is-skipped {
    background: var(--mw-edge);
  }
  .taken {
    margin: 8px 0 4px;
    font-size: 0.9375em;
  }
  .shot {
    display: grid;
    grid-template-columns: 56px minmax(0, 1fr);
    gap: 4px 14px;
    padding: 18px 0;
    border-top: 1px solid var(--mw-line);
  }
  .shot h3 {
    font-size: 1.0625em;
    line-height: 1.35;
  }
  .shot .about .soft {
    font-size: 0.9375em;
    line-height: 1.4;
  }
  .shot .work {
    grid-column: 1 / -1;
  }
  @container (min-width: 560px) {
    .shot .work {
      grid-column: 2;
    }
  }
  .shot-picture {
    position: relative;
    width: 56px;
    height: 56px;
  }
  .is-taken .shot-picture::after {
    content: '✓' / '';
    position: absolute;
    inset-block-end: -4px;
    inset-inline-end: -4px;
    display: grid;
    place-items: center;
    width: 22px;
    height: 22px;
    border: 2px solid var(--mw-surface);
    border-radius: 50%;
    background: var(--mw-success);
    color: #fff;
    font-size: 0.75em;
    font-weight: 700;
  }
  .is-skipped .shot-picture {
    opacity: 0.5;
  }
  .of-spot {
    display: block;
    font-size: 0.8125em;
    color: var(--mw-text-soft);
  }
  .rule {
    display: inline-block;
    padding: 0 8px;
    border-radius: 10px;
    background: var(--mw-surface-soft);
    color: var(--mw-text-soft);
    font-size: 0.75rem;
    font-size: 0.75em;
    font-weight: 600;
    line-height: 1.7;
    vertical-align: 1px;
  }
  .rule.required {
    background: var(--tint);
    color: var(--mw-brand-text);
  }
  .shot-drawing {
    width: 56px;
    height: 56px;
    color: var(--mw-brand-text);
  }
  .view {
    fill: color-mix(in srgb, var(--mw-accent) 40%, transparent);
  }
  .spot {
    fill: var(--mw-accent);
  }
  .ring {
    stroke: var(--mw-accent);
    stroke-width: 3;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
    margin-top: 12px;
  }
  .file {
    position: relative;
    padding-inline: 16px;
  }
  .file svg {
    flex: none;
  }
  .file:focus-within:has(:focus-visible) {
    outline: 3px solid var(--mw-brand-text);
    outline-offset: 2px;
  }
  .camera {
    display: none;
    border-color: var(--mw-brand-text);
    background: var(--tint);
    color: var(--mw-brand-text);
  }
  @media (pointer: coarse) {
    .camera {
      display: inline-flex;
    }
    .buttons .file,
    .buttons .camera {
      flex: 1 0 120px;
      padding-inline: 10px;
    }
  }
  .skip {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 44px;
    padding: 4px 2px;
    color: var(--mw-text-soft);
    cursor: pointer;
  }
  .skip input {
    width: 20px;
    height: 20px;
    accent-color: var(--mw-brand-text);
  }
  .places {
    display: flex;
    align-items: flex-start;
    gap: 12px;
    margin: 16px 0;
    padding: 14px;
    border-radius: var(--mw-radius);
    background: var(--mw-surface-soft);
    line-height: 1.45;
    cursor: pointer;
  }
  .places input {
    flex: none;
    width: 22px;
    height: 22px;
    margin: 1px 0 0;
    accent-color: var(--mw-brand-text);
  }
  .rest {
    width: 100%;
    border-style: dashed;
    font-weight: 400;
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(132px, 1fr));
    gap: 12px;
    margin-top: 12px;
  }
  .card {
    display: flex;
    flex-direction: column;
    padding: 8px;
    border: 1px solid var(--mw-line);
    border-radius: var(--mw-radius);
  }
  .card.is-refused {
    border-color: var(--mw-danger);
    background: var(--mw-danger-soft);
  }
  .thumbnail {
    display: block;
    width: 100%;
    aspect-ratio: 4 / 3;
    object-fit: cover;
    border-radius: var(--mw-radius-small);
    background: var(--mw-surface-soft);
  }
  .placeholder {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 4px;
    padding: 8px;
    color: var(--mw-text-soft);
    font-size: 0.75em;
    text-align: center;
  }
  .file-name {
    max-width: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .state {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 28px;
    padding-top: 6px;
    font-size: 0.875em;
    line-height: 1.3;
  }
  .state .wrong {
    margin: 0;
  }
  .safe {
    color: var(--mw-success);
    font-weight: 600;
  }
  progress {
    flex: 1;
    min-width: 0;
    height: 8px;
    border: 0;
    border-radius: 4px;
    overflow: hidden;
    background: var(--mw-line);
    accent-color: var(--mw-brand-text);
  }
  progress::-webkit-progress-bar {
    background: var(--mw-line);
  }
  progress::-webkit-progress-value {
    background: var(--mw-brand-text);
  }
  progress::-moz-progress-bar {
    background: var(--mw-brand-text);
  }
  .assignment select {
    width: 100%;
    min-height: 44px;
    margin-top: 6px;
    padding: 4px 6px;
    border: 1px solid var(--mw-edge);
    border-radius: var(--mw-radius-small);
    background: var(--mw-surface);
    font-size: 0.875em;
    text-overflow: ellipsis;
  }
  .doubt {
    margin-top: 6px;
    padding: 10px;
    border-inline-start: 4px solid var(--mw-accent);
    border-radius: var(--mw-radius-small);
    background: var(--mw-surface-soft);
    font-size: 0.9375em;
    line-height: 1.4;
  }
  .doubt .button {
    width: 100%;
    min-height: 44px;
    margin-top: 8px;
    padding-inline: 8px;
    font-size: 0.9375em;
    text-align: center;
  }
  .card.is-refused > .file {
    margin-top: 10px;
  }
  .card.is-doubted,
  .card.is-refused {
    grid-column: 1 / -1;
  }
  .is-doubted .thumbnail,
  .is-refused .thumbnail {
    max-width: 180px;
  }
  .card-buttons {
    display: flex;
    flex-wrap: wrap;
    margin-top: auto;
  }
  .card-buttons .button {
    min-height: 44px;
    flex: 1;
    font-size: 0.9375em;
  }
  .undo {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    margin-top: 12px;
    padding: 2px 14px;
    border-radius: var(--mw-radius-small);
    background: var(--mw-surface-soft);
  }
  .refusals .wrong {
    margin-top: 8px;
  }
  @media (forced-colors: active) {
    .spot {
      fill: Highlight;
    }
    .view {
      fill: none;
    }
  }
`;
