import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { WithdrawalDeclaration } from '../../data/withdrawal.ts';
import { formatExactMoment } from '../../format.ts';
import { paths } from '../../router.ts';
import { currentSession } from '../../session.ts';
import { mark } from '../forms/form-marks.ts';
import './declaration-assignment.ts';

/** Every withdrawal declared on the workshop's page, also one that fits no report. */
export function declarationList(declarations: WithdrawalDeclaration[], timeZone: string) {
  if (declarations.length === 0) return html`<p class="quiet">${msg('Bisher hat niemand einen Vertrag widerrufen.', { id: 'withdrawalPage.noDeclarations' })}</p>`;
  return html`<ul class="declarations">${repeat(declarations, ({ id }) => id, (declaration) => declarationRow(declaration, timeZone))}</ul>`;
}

function declarationRow(declaration: WithdrawalDeclaration, timeZone: string) {
  const { declaredAt, name, email, contract, statement, reportId, reference } = declaration;
  return html`
    <li>
      <div>
        <strong>${name}</strong> <a href="mailto:${email}">${email}</a>
        <p class="quiet"><time datetime=${declaredAt}>${formatExactMoment(declaredAt, timeZone)}</time> · ${msg(str`Angegeben: ${contract}`, { id: 'withdrawalPage.named' })}</p>
        ${statement ? html`<blockquote>${statement}</blockquote>` : nothing}
        ${!reportId && currentSession().staff.role !== 'viewer' ? html`<declaration-assignment .declaration=${declaration}></declaration-assignment>` : nothing}
      </div>
      ${reportId
        ? html`<a href=${paths.report(reportId)}>${reference ?? msg('Zur Meldung', { id: 'withdrawalPage.toReport' })}</a>`
        : html`<span class="unmatched">${mark('warning', 'warning', msg('Keiner Meldung zugeordnet', { id: 'withdrawalPage.unmatched' }))}</span>`}
    </li>
  `;
}

export const declarationStyles = css`
  .declarations li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.3rem 1.25rem; align-items: start; padding: 0.7rem 0; border-top: 1px solid var(--wa-color-surface-border); overflow-wrap: anywhere; }
  .declarations li:first-child { border-top: 0; padding-top: 0; }
  declaration-assignment { display: block; margin-top: 0.6rem; }
  .declarations p { font-size: var(--wa-font-size-s); }
  .declarations a { display: inline-block; }
  blockquote { margin: 0.3rem 0 0; padding-inline-start: 0.75rem; border-inline-start: 3px solid var(--wa-color-surface-border); white-space: pre-line; }
  @media (max-width: 40rem) { .declarations li { grid-template-columns: minmax(0, 1fr); } }
`;
