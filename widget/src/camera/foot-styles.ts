import { css } from 'lit';

// What lies below the picture: all shots, and what can be done.
export const footStyles = css`
  .strip {
    grid-area: strip;
    display: flex;
    gap: 6px;
    padding: 8px 12px;
    overflow-x: auto;
    scrollbar-width: none;
  }
  .strip li:first-child {
    margin-inline-start: auto;
  }
  .strip li:last-child {
    margin-inline-end: auto;
  }
  .strip button {
    position: relative;
    display: grid;
    place-items: center;
    width: 48px;
    height: 48px;
    padding: 0;
    border: 2px solid transparent;
    border-radius: 10px;
    background: #232c34;
    color: #c3ccd4;
  }
  .is-review .strip {
    visibility: hidden;
  }
  .strip [aria-current] {
    border-color: #fff;
    color: #fff;
  }
  .strip .skipped {
    opacity: 0.55;
  }
  .strip canvas {
    width: 44px;
    height: 44px;
    border-radius: 8px;
    object-fit: cover;
  }
  .strip .shot-drawing {
    width: 36px;
    height: 36px;
  }
  .strip .view {
    fill: rgb(255 216 77 / 45%);
  }
  .strip .spot {
    fill: #ffd84d;
  }
  .strip .ring {
    stroke: #ffd84d;
  }
  .tick {
    position: absolute;
    inset-block-end: -4px;
    inset-inline-end: -4px;
    display: grid;
    place-items: center;
    width: 18px;
    height: 18px;
    border-radius: 50%;
    background: #6ee7a0;
    color: #06351b;
    font-size: 11px;
    font-weight: 700;
  }

  .foot {
    grid-area: foot;
    display: grid;
    gap: 8px;
    padding: 4px 12px 14px;
  }
  .controls {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr);
    align-items: center;
    justify-items: center;
    gap: 8px;
  }
  .side {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 2px;
    min-width: 64px;
    min-height: 56px;
    padding: 4px 8px;
    border: 0;
    border-radius: 12px;
    background: none;
    font-size: 0.8125rem;
    line-height: 1.2;
    text-align: center;
  }
  .side:hover {
    background: rgb(255 255 255 / 10%);
  }
  .shutter {
    width: 76px;
    height: 76px;
    padding: 0;
    border: 4px solid #fff;
    border-radius: 50%;
    background: radial-gradient(circle, #fff 61%, transparent 63%);
    transition: scale 90ms;
  }
  .shutter:active {
    scale: 0.93;
  }
  .shutter[aria-disabled='true'] {
    opacity: 0.4;
  }
  .zooms {
    display: flex;
    justify-content: center;
    gap: 4px;
  }
  .zooms button {
    min-width: 48px;
    min-height: 44px;
    border: 0;
    border-radius: 99px;
    background: none;
    font-size: 0.875rem;
    font-weight: 600;
  }
  .zooms [aria-pressed='true'] {
    background: rgb(255 255 255 / 18%);
    color: #ffd84d;
  }
  .choice {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 10px;
    max-width: 560px;
    width: 100%;
    margin-inline: auto;
    padding-block: 6px;
  }
  .button {
    position: relative;
    flex: 1 1 0;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-width: min(120px, 100%);
    min-height: 54px;
    padding: 8px 12px;
    border: 2px solid #aab4bd;
    border-radius: 14px;
    background: none;
    font-weight: 650;
    line-height: 1.2;
    text-align: center;
  }
  .button svg {
    flex: none;
  }
  .button:hover {
    background: rgb(255 255 255 / 10%);
  }
  .button.primary {
    border-color: #fff;
    background: #fff;
    color: #0b0f13;
  }
  .hint:not(:empty) {
    max-width: 560px;
    margin-inline: auto;
    padding: 10px 14px;
    border-radius: 12px;
    background: #3a2c00;
    color: #ffe9a8;
  }
  @media (max-width: 359px) {
    .files svg {
      display: none;
    }
  }
  :host([dir='rtl']) .ahead {
    scale: -1 1;
  }
  .quiet {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 4px 16px;
  }
  .quiet button {
    min-width: 44px;
    flex-direction: row;
    min-height: 44px;
    padding: 4px 12px;
    border: 0;
    border-radius: 12px;
    background: none;
    font-size: 0.9375rem;
    text-decoration: underline;
    text-underline-offset: 4px;
  }
  .quiet svg {
    display: none;
  }
  @media (pointer: fine) {
    .own-camera {
      display: none;
    }
    .own-files {
      border-color: #fff;
      background: #fff;
      color: #0b0f13;
    }
    .own-files:hover {
      background: #dfe5ea;
    }
  }
`;
