import { msg, str } from '@lit/localize';
import { css, html, nothing, svg, type TemplateResult } from 'lit';
import type { Language } from '@meldewerk/contract/language';
import { localeOf, textIn } from '@meldewerk/contract/text-in';
import type { StatusPage } from '@meldewerk/contract/status-page';

/** Where the vehicle is: the state in large letters, and the whole way with what is behind and ahead. */
export function renderState({ states, current, since, cancelled }: NonNullable<StatusPage['status']>, language: Language, timeZone: string): TemplateResult {
  const at = states.findIndex(({ id }) => id === current);
  const day = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone }).format(new Date(since));
  const own = states[at];
  const label = cancelled ? msg('Storniert', { id: 'status.cancelled' }) : own ? textIn(own.label, language) : msg('In Bearbeitung', { id: 'status.inProgress' });
  return html`<section class="state" aria-labelledby="state-heading">
    <p class="over" id="state-heading">${msg('Stand heute', { id: 'status.now' })}</p>
    <p class="current">${label}</p>
    <p class="soft">${msg(str`seit ${day}`, { id: 'status.since' })}</p>
    ${cancelled || at < 0
      ? nothing
      : html`<ol class="way" aria-label=${msg('Der Weg Ihres Fahrzeugs', { id: 'status.way' })}>
          ${states.map(
            (state, index) => html`<li class=${index < at ? 'done' : index === at ? 'now' : ''} aria-current=${index === at ? 'step' : nothing}>
              <svg class="mark" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${index < at ? tick : nothing}</svg>
              <span>${textIn(state.label, language)}</span>
              ${index < at ? html`<span class="unseen">${msg('erledigt', { id: 'status.done' })}</span>` : nothing}
            </li>`,
          )}
        </ol>`}
  </section>`;
}

const tick = svg`<path d="M6 12.5l4 4 8-9"/>`;

export const stateStyles = css`
  .state {
    margin-top: 18px;
    padding: 20px;
    border-radius: 16px;
    background: var(--tint);
  }
  .state .over {
    font-size: 0.875em;
    color: var(--mw-text-soft);
  }
  .state .current {
    margin-top: 2px;
    font-size: 1.75em;
    font-weight: 700;
    line-height: 1.15;
    letter-spacing: -0.015em;
    color: var(--mw-brand-text);
    text-wrap: balance;
  }
  .way {
    margin-top: 18px;
  }
  .way li {
    position: relative;
    display: flex;
    align-items: flex-start;
    gap: 12px;
    padding-bottom: 14px;
    color: var(--mw-text-soft);
  }
  .way li:last-child {
    padding-bottom: 0;
  }
  .way li::before {
    content: '';
    position: absolute;
    inset-block: 24px 0;
    inset-inline-start: 11px;
    border-inline-start: 2px solid var(--mw-edge);
  }
  .way li:last-child::before {
    display: none;
  }
  .way .mark {
    flex: none;
    width: 24px;
    height: 24px;
    padding: 2px;
    border: 2px solid var(--mw-edge);
    border-radius: 50%;
    background: var(--mw-surface);
  }
  .way .done .mark {
    border-color: var(--mw-brand);
    background: var(--mw-brand);
    color: var(--mw-on-brand);
  }
  .way .done::before {
    border-color: var(--mw-brand);
  }
  .way .now {
    font-weight: 700;
    color: var(--mw-text);
  }
  .way .now .mark {
    border: 7px solid var(--mw-brand);
  }
  @container (min-width: 560px) {
    .way {
      display: flex;
    }
    .way li {
      flex: 1;
      flex-direction: column;
      align-items: center;
      gap: 8px;
      padding: 0 6px;
      text-align: center;
      font-size: 0.9375em;
      line-height: 1.3;
    }
    .way li::before {
      inset-block: 11px auto;
      inset-inline-start: calc(50% + 12px);
      width: calc(100% - 24px);
      border: 0;
      border-block-start: 2px solid var(--mw-edge);
    }
  }
`;
