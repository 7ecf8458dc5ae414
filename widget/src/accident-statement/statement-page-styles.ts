import { css } from 'lit';

export const statementStyles = css`
  .app { --side-a: #1c5cbd; --side-b: #fcd22e; --on-b: #17212b; }
  .progress .count.always { display: block; }
  .status-line { display: flex; flex-wrap: wrap; gap: 6px; margin-top: 10px; }
  .status-line:not(:has(span)) { display: none; }
  .whose { padding: 3px 12px; border-radius: 20px; background: var(--mw-surface-soft); color: var(--mw-text-soft); font-size: 0.875em; font-weight: 600; }
  .whose.a { background: var(--side-a); color: #fff; }
  .whose.b { background: var(--side-b); color: var(--on-b); }
  .mark { display: inline-grid; place-items: center; flex: none; width: 28px; height: 28px; border-radius: 8px; font-weight: 700; line-height: 1; }
  .mark.a { background: var(--side-a); color: #fff; }
  .mark.b { background: var(--side-b); color: var(--on-b); }
  .number { display: inline-grid; place-items: center; flex: none; min-width: 28px; height: 24px; margin-inline-end: 10px; padding: 0 6px; border-radius: 6px; background: var(--mw-text-soft); color: #fff; font-size: 0.8125rem; font-weight: 700; vertical-align: 2px; }
  .actions .button:only-child:not(.primary) { margin-inline-end: auto; }
  .statement-fields { gap: 26px; }
  .number-group { display: grid; gap: 16px; }
  .number-group + .number-group { padding-top: 22px; border-top: 1px solid var(--mw-line); }
  .fields .number-group h3 { margin-top: 0; }
  .stack-fields { display: grid; gap: 18px; }
  .by { display: flex; align-items: center; gap: 8px; margin-top: 6px; font-size: 0.9375em; color: var(--mw-text-soft); }
  .dot { flex: none; width: 12px; height: 12px; border-radius: 50%; border: 1px solid var(--mw-text-soft); }
  .dot.a { background: var(--side-a); }
  .dot.b { background: var(--side-b); }
  .copy { justify-self: start; }
  .tick-number { flex: none; min-width: 1.6em; font-weight: 700; color: var(--mw-text-soft); }
  .tick-count { margin-top: 12px; text-align: end; }
  .note.calm { align-items: center; background: var(--mw-warning-soft); color: #5c3c00; }
  .note.calm svg { flex: none; }
  .ways-two { display: grid; gap: 14px; margin-top: 16px; }
  .way-card { display: grid; gap: 12px; padding: 18px; border: 1px solid var(--mw-line); border-radius: 16px; }
  .way-card:first-child { border-color: var(--mw-brand-text); background: var(--tint); }
  .way-card h3 { font-size: 1.125em; }
  .code { justify-self: center; width: min(100%, 280px); padding: 4px; border-radius: 12px; background: #fff; }
  .code svg { display: block; width: 100%; height: auto; }
  .pulse { display: inline-block; flex: none; width: 12px; height: 12px; margin-inline-end: 8px; border-radius: 50%; background: var(--mw-brand-text); animation: beat 1.6s ease-in-out infinite alternate; }
  @keyframes beat { to { opacity: 0.25; transform: scale(0.75); } }
  .joined, .invitation, .done-card { text-align: center; }
  .joined { padding: 18px; border-radius: 16px; background: var(--mw-success-soft); }
  .big { font-size: 1.25em; font-weight: 700; }
  .joined .soft { margin-top: 6px; }
  .end { margin-top: 10px; text-align: center; }
  .end a { display: inline-block; padding: 10px; }
  .tick { width: 64px; height: 64px; color: var(--mw-success); }
  .tick circle { fill: var(--mw-success-soft); }
  .joined .tick circle { fill: #fff; }
  .invitation { max-width: 460px; margin: 12px auto; }
  .invitation .button { width: 100%; }
  .cars { display: flex; justify-content: center; gap: 10px; }
  .cars .mark, .handover .mark { width: 56px; height: 56px; border-radius: 16px; font-size: 1.5em; }
  .small { margin-top: 14px; font-size: 0.9375em; }
  .handover { display: flex; align-items: center; justify-content: center; gap: 18px; padding: 32px 0; color: var(--mw-text-soft); }
  .handover svg:dir(rtl) { transform: scaleX(-1); }
  .facts-review, .sides { display: grid; gap: 14px; margin-top: 16px; align-items: start; }
  .sides { margin-top: 0; }
  @container (min-width: 560px) { .sides:has(> :nth-child(2)) { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
  .fact-card { padding: 14px 16px 16px; border: 1px solid var(--mw-line); border-radius: 14px; text-align: start; }
  .fact-card.a { border-top: 5px solid var(--side-a); }
  .fact-card.b { border-top: 5px solid var(--side-b); }
  .fact-card h3 { display: flex; align-items: center; gap: 10px; font-size: 1.125em; }
  .fact-card .group { margin-top: 12px; }
  .fact-card dt { font-weight: 600; font-size: 0.9375em; }
  .fact { margin-top: 4px; padding-inline-start: 38px; overflow-wrap: anywhere; }
  .fact .soft { display: block; font-size: 0.8125em; line-height: 1.35; }
  .fact .value { white-space: pre-line; }
  .ticked { display: grid; gap: 3px; }
  .tick-line { display: grid; grid-template-columns: 1.7em minmax(0, 1fr); }
  figure { margin: 14px 0 0; }
  .sketch { display: block; width: 100%; border: 1px solid var(--mw-line); border-radius: 10px; background: #fbfbfd; }
  .faults li { padding: 4px 0; }
  .wait { margin-top: 4px; padding: 18px; border-radius: 16px; background: var(--tint); }
  .wait .soft { margin-top: 6px; }
  .signing { margin-top: 22px; padding-top: 18px; border-top: 2px solid var(--mw-text); }
  .signing h3 { font-size: 1.25em; }
  .signing > .soft { margin-top: 6px; }
  .sign-box, .signed { margin-top: 16px; padding: 16px; border: 1px solid var(--mw-line); border-radius: 14px; }
  .sign-box.a, .signed.a { border-inline-start: 5px solid var(--side-a); }
  .sign-box.b, .signed.b { border-inline-start: 5px solid var(--side-b); }
  .sign-box { display: grid; gap: 16px; }
  .sign-box h4 { display: flex; align-items: center; gap: 10px; margin: 0; font-size: 1.0625em; }
  .signed p { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 8px; }
  .wait-sign { margin-top: 16px; font-weight: 600; }
  .wide { width: 100%; }
  .done-card { padding-bottom: 18px; }
  :is(.done-card, .invitation) .explanation { margin-inline: auto; }
  h2 .number { vertical-align: 5px; }
  .done-card > p { margin-top: 12px; }
  .done-card .wide { max-width: 420px; }
  .hash { margin-top: 10px; font-size: 0.875em; color: var(--mw-text-soft); }
  .hash summary { display: inline-block; min-height: 44px; padding: 10px; cursor: pointer; }
  .hash p { font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
`;
