import { css } from 'lit';

/** A plate as it hangs on the car: read faster than words. */
export const plate = css`
  .plate {
    display: inline-flex; align-items: stretch; overflow: hidden; vertical-align: middle;
    border: 1.5px solid #1b1f24; border-radius: 4px; background: #fff; color: #101214;
    font-weight: 650; font-size: 0.9em; line-height: 1.45; letter-spacing: 0.035em; white-space: nowrap;
  }
  .plate::before { content: ''; flex: none; width: 0.5em; background: #1a4bb8; }
  .plate.foreign::before { background: #9aa3ae; }
  .plate > span { padding: 0.02em 0.5em; }
`;

/** Colour helps; the word says it. */
export const status = css`
  .status { display: inline-flex; align-items: center; gap: 0.45em; white-space: nowrap; }
  .status::before { content: ''; width: 0.55em; height: 0.55em; flex: none; border-radius: 50%; background: var(--dot, #7a8490); }
  .status.draft { --dot: transparent; }
  .status.draft::before { border: 1.5px solid var(--status-draft); }
  .status.linkSent { --dot: var(--status-linkSent); }
  .status.submitted { --dot: var(--status-submitted); }
  .status.inReview { --dot: var(--status-inReview); }
  .status.scheduled { --dot: var(--status-scheduled); }
  .status.inRepair { --dot: var(--status-inRepair); }
  .status.ready { --dot: var(--status-ready); }
  .status.completed { --dot: var(--status-completed); }
  .status.cancelled { --dot: var(--status-cancelled); }
  .new {
    display: inline-block; padding: 0.08em 0.5em; border-radius: 999px; background: var(--wa-color-brand-50); color: #fff;
    font-size: 0.75em; font-weight: 650; line-height: 1.5; letter-spacing: 0.01em;
  }
`;
