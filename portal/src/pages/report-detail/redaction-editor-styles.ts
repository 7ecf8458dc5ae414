import { base } from '@meldewerk/shell/styles';
import { css } from 'lit';

/** Dark in either colour scheme, as the viewer it is opened from. */
export const editorStyles = [
  base,
  css`
    dialog { position: fixed; inset: 0; display: grid; grid-template-rows: auto minmax(0, 1fr) auto; width: 100vw; height: 100dvh; max-width: none; max-height: none; margin: 0; padding: 0; border: 0; overflow: hidden; background: #14171b; color: #eef0f3; --wa-color-text-quiet: #b4bcc7; --wa-color-focus: #8ab8ff; --wa-focus-ring: 2px solid #8ab8ff; }
    dialog:not([open]) { display: none; }
    .top { padding: 0.75rem 1.1rem 0.6rem; }
    h2 { font-size: 1rem; }
    h2 span { margin-inline-start: 0.75rem; color: #b4bcc7; font-weight: 400; }
    .top p, .keys { color: #c9d0d9; font-size: 0.85rem; }
    .stage { display: grid; place-items: center; min-height: 0; padding: 0 0.75rem; overflow: hidden; container-type: size; }
    .picture { position: relative; touch-action: none; cursor: crosshair; user-select: none; }
    img { display: block; max-width: 100cqw; max-height: 100cqh; -webkit-user-drag: none; }
    .area { position: absolute; border: 2px solid #ffd54a; border-radius: 3px; background: rgb(20 23 27 / 72%); box-shadow: 0 0 0 1px #14171b; cursor: move; touch-action: none; }
    .area:not([tabindex]) { border-style: dashed; cursor: inherit; }
    .area:focus-visible { outline: 3px solid #8ab8ff; outline-offset: 3px; }
    .remove { position: absolute; inset-block-start: -1.2rem; inset-inline-end: -1.2rem; display: grid; place-items: center; width: 2.4rem; height: 2.4rem; padding: 0; border: 0; background: none; color: #14171b; cursor: pointer; }
    .remove wa-icon { padding: 0.3rem; border-radius: 50%; background: #ffd54a; font-size: 0.8rem; }
    .handle { position: absolute; inset-block-end: -1.2rem; inset-inline-end: -1.2rem; width: 2.4rem; height: 2.4rem; cursor: nwse-resize; touch-action: none; }
    .handle::after { content: ''; position: absolute; inset: 0.8rem; border-radius: 3px; background: #ffd54a; }
    .bottom { padding: 0.75rem 1.1rem calc(0.75rem + env(safe-area-inset-bottom)); }
    .actions { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; }
    .spring { flex: 1; }
    .question { flex: 1 1 18rem; }
    .keys { margin-top: 0.5rem; }
    .openings { max-height: 4.5rem; margin: 0.6rem 0 0; padding: 0; overflow-y: auto; list-style: none; color: #c9d0d9; font-size: 0.8rem; }
    .fault { margin-bottom: 0.5rem; color: #ffb4ab; }
    .tool { display: inline-flex; align-items: center; justify-content: center; gap: 0.45rem; min-height: 2.5rem; padding: 0 0.9rem; border: 1px solid transparent; border-radius: 8px; background: none; color: inherit; font: inherit; font-size: 0.875rem; font-weight: 550; cursor: pointer; }
    .tool:hover { background: #2b3138; }
    .tool[disabled] { opacity: 0.45; cursor: default; background: none; }
    .add { border-color: #6b7480; }
    @media (pointer: coarse) { .keys { display: none; } }
    @media (max-width: 40rem) { .spring { flex-basis: 100%; height: 0; } .actions wa-button, .tool { flex: 1 1 auto; } h2 span { display: block; margin: 0; } }
  `,
];
