import { css } from 'lit';

/**
 * The look of Meldewerk, as custom properties. `--mw-brand`, `--mw-on-brand` and `--mw-brand-text` are the workshop's
 * (`brandPalette`), everything else is ours. Text colours reach 4.5 : 1 on every surface named here, edges 3 : 1.
 */
export const tokens = css`
  :root,
  :host {
    --mw-brand: #14507a;
    --mw-on-brand: #ffffff;
    --mw-brand-text: #14507a;
    --mw-accent: #f28c28;

    --mw-text: #17212b;
    --mw-text-soft: #4d5b6a;
    --mw-surface: #ffffff;
    --mw-surface-soft: #f4f6f8;
    --mw-line: #dce2e8;
    --mw-edge: #7d8b99;
    --mw-danger: #b3261e;
    --mw-danger-soft: #fdf1f0;
    --mw-success: #17713f;
    --mw-success-soft: #edf7f1;
    --mw-warning: #805300;
    --mw-warning-soft: #fff6e3;

    --mw-radius: 12px;
    --mw-radius-small: 8px;
    --mw-shadow: 0 1px 2px rgb(23 33 43 / 6%), 0 8px 28px rgb(23 33 43 / 8%);
    --mw-font: system-ui, sans-serif;
    --mw-quick: 160ms;
  }
`;
