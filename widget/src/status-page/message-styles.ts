import { css } from 'lit';

export const messageStyles = css`
  .conversation {
    display: grid;
    gap: 10px;
    margin-top: 14px;
  }
  .message {
    max-width: min(92%, 34em);
    padding: 10px 14px 12px;
    border-radius: 16px;
  }
  .message.workshop {
    justify-self: start;
    border-end-start-radius: 4px;
    background: var(--tint);
  }
  .message.own {
    justify-self: end;
    border: 1px solid var(--mw-line);
    border-end-end-radius: 4px;
    background: var(--mw-surface-soft);
  }
  .message .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0 10px;
    font-size: 0.875em;
  }
  .message .head time {
    margin-inline-start: auto;
    color: var(--mw-text-soft);
  }
  .message .body {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .message .fate {
    margin-top: 2px;
    text-align: end;
  }
  .photos {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 8px;
  }
  .photos button {
    padding: 0;
    border: 0;
    border-radius: 10px;
    background: none;
    cursor: zoom-in;
  }
  .photos status-photo {
    width: 124px;
    height: 93px;
    border-radius: 10px;
  }
  .document {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    margin-top: 6px;
    padding: 6px 14px;
    border: 1.5px solid var(--mw-edge);
    border-radius: var(--mw-radius);
    background: var(--mw-surface);
    color: var(--mw-brand-text);
    font-weight: 600;
    text-align: start;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .write {
    margin-top: 18px;
    padding-top: 16px;
    border-top: 1px solid var(--mw-line);
  }
  .write textarea {
    min-height: 104px;
    max-height: 50vh;
    resize: vertical;
    field-sizing: content;
  }
  .pick {
    position: relative;
  }
  .pick input {
    position: absolute;
    inset: 0;
    opacity: 0;
    cursor: pointer;
  }
  .pick:focus-within {
    outline: 3px solid var(--mw-brand-text);
    outline-offset: 2px;
  }
  .pick svg {
    width: 22px;
    height: 22px;
  }
  .send {
    margin-inline-start: auto;
  }
  .attached {
    display: grid;
    gap: 8px;
    margin-top: 12px;
  }
  .attached li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    padding: 8px 8px 8px 14px;
    border: 1px solid var(--mw-line);
    border-radius: var(--mw-radius);
  }
  .attached .failed {
    border-color: var(--mw-danger);
  }
  .attached .name {
    flex: 1 1 12em;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .attached .wrong {
    display: block;
  }
  .attached progress {
    display: block;
    width: 100%;
    height: 8px;
    margin-top: 4px;
    accent-color: var(--mw-brand);
  }
  .attached .button {
    min-height: 44px;
    padding: 6px 12px;
  }
  .older {
    margin-top: 12px;
  }
  dialog {
    width: 100vw;
    max-width: 100vw;
    height: 100dvh;
    max-height: 100dvh;
    margin: 0;
    padding: 0;
    border: 0;
    background: #0d1318;
    color: #fff;
  }
  dialog[open] {
    display: grid;
    grid-template-rows: auto 1fr;
  }
  dialog button {
    justify-self: end;
    min-width: 48px;
    min-height: 48px;
    margin: 8px;
    padding: 8px 16px;
    border: 0;
    border-radius: var(--mw-radius);
    background: #ffffff1f;
    color: #fff;
    font-weight: 600;
    cursor: pointer;
  }
  dialog :focus-visible {
    outline-color: #fff;
  }
  dialog status-photo {
    --photo-fit: contain;
    min-height: 0;
    background: none;
  }
  @media (max-width: 480px) {
    .write .buttons {
      display: grid;
      grid-template-columns: 1fr 1fr;
    }
    .write .send {
      grid-column: 1 / -1;
      margin-inline-start: 0;
    }
  }
  @media print {
    .write {
      display: none;
    }
  }
`;
