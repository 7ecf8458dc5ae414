import { base } from '@meldewerk/shell/styles';
import { css } from 'lit';

/** What stands around the pages. */
export const appStyles = [
  base,
  css`
    .skip { position: absolute; inset-block-start: 0.5rem; inset-inline-start: 0.5rem; z-index: 20; padding: 0.6rem 1rem; border-radius: 6px; background: var(--wa-color-surface-raised); border: 1px solid var(--wa-color-surface-border); }
    .skip:not(:focus) { clip-path: inset(50%); height: 1px; width: 1px; padding: 0; overflow: hidden; }
    main { display: block; }
    main:focus-visible { outline: none; }
    main.inside { max-width: var(--page-width); margin: 0 auto; padding: 1.5rem clamp(0.9rem, 3vw, 1.75rem) 4rem; }
    .simulated { display: flex; justify-content: center; gap: 0.5rem; padding: 0.45rem 1rem; background: #fff3d1; color: #5c4100; font-size: var(--wa-font-size-s); text-align: center; }
    .simulated wa-icon { flex: none; margin-top: 0.2em; }
    .booting { display: grid; place-items: center; min-height: 60dvh; }
    .booting::before { content: ''; width: 1.75rem; height: 1.75rem; border-radius: 50%; border: 3px solid var(--wa-color-surface-border); border-top-color: var(--accent); animation: turn 0.8s linear infinite; }
    @keyframes turn { to { transform: rotate(1turn); } }
    @media (prefers-reduced-motion: reduce) { .booting::before { animation-duration: 4s; } }
    @media (prefers-color-scheme: dark) { .simulated { background: #453412; color: #ffe7ad; } }
  `,
];
