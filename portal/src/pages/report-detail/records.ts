import { msg } from '@lit/localize';
import type { ReportDetail, ReportEvent } from '@meldewerk/contract/report';
import { deliveryTargets, type DeliveryTarget } from '@meldewerk/contract/delivery';
import { linkChannels } from '@meldewerk/contract/preparation';
import { css, html, nothing } from 'lit';
import { formatExactMoment } from '../../format.ts';
import { actorLabel, channelLabel, deliveryTargetLabel, eventLabel } from '../../labels.ts';
import { eventDetail } from './report-handling-words.ts';

export function historySection({ events, forms }: ReportDetail, timeZone: string) {
  return html`
    <section class="card" aria-labelledby="history">
      <h2 id="history"><wa-icon name="history"></wa-icon>${msg('Verlauf', { id: 'detail.history' })}</h2>
      <ol class="history">
        ${events.toReversed().map((event) => html`
          <li>
            <span class="what">${eventLabel(event.type)}${detailOf(event, forms) ? html`<span class="quiet">: ${detailOf(event, forms)}</span>` : nothing}</span>
            <span class="quiet small">${formatExactMoment(event.at, timeZone)} · ${event.actor.name ?? actorLabel(event.actor.kind)}</span>
            <span class="hash quiet small no-print"><code title=${event.hash}>${event.hash.slice(0, 10)}…</code><wa-copy-button value=${event.hash} copy-label=${msg('Prüfsumme kopieren', { id: 'history.copyHash' })}></wa-copy-button></span>
          </li>`)}
      </ol>
    </section>
  `;
}

/** Who a message was for, by which way a link went, or which form it was. */
function detailOf(event: ReportEvent, forms: ReportDetail['forms']): string | null {
  const handled = eventDetail(event);
  if (handled) return handled;
  const { data } = event;
  const target = deliveryTargets.find((candidate): candidate is DeliveryTarget => candidate === data['target']);
  if (target) return deliveryTargetLabel(target);
  const channel = linkChannels.find((candidate) => candidate === data['channel']);
  if (channel) return channelLabel(channel);
  return forms.find(({ id }) => id === data['reportFormId'])?.title ?? null;
}

export const recordStyles = css`
  .small { font-size: var(--wa-font-size-s); }
  .history { display: grid; }
  .history li { display: grid; grid-template-columns: minmax(0, 1fr) auto auto; gap: 0.1rem 1rem; align-items: center; padding: 0.3rem 0; border-top: 1px solid var(--wa-color-surface-border); }
  .history li:first-child { border-top: 0; }
  .what { font-weight: 550; }
  .hash { display: inline-flex; align-items: center; }
  code { font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace; font-size: 0.9em; }
  @media (max-width: 40rem) { .history li { grid-template-columns: minmax(0, 1fr) auto; } .history .what { grid-column: 1 / -1; } }
`;
