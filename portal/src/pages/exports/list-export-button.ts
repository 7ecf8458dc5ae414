import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import type { ReportFilter } from '@meldewerk/contract/report-filter';
import { tell } from '@meldewerk/shell/confirm';
import { errorText } from '@meldewerk/shell/error-text';
import { base } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing } from 'lit';
import { currentSession } from '../../session.ts';

/** A list is wider than a sheet of paper: where there is one, the page is printed across. */
const across = new CSSStyleSheet();
across.replaceSync('@page { size: landscape; }');

/** Takes the list as it is filtered out of the house. Not there for who may only look. */
export class ListExportButton extends LitElement {
  static override properties = { filter: { attribute: false } };
  declare filter: ReportFilter;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.filter = {};
  }

  static override styles = [base, css`:host { display: inline-block; } @media print { :host { display: none; } }`];

  override connectedCallback() {
    super.connectedCallback();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, across];
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== across);
  }

  override render() {
    if (currentSession().staff.role === 'viewer') return nothing;
    return html`<wa-button size="s" appearance="plain" @click=${() => void this.#open()}><wa-icon slot="start" name="table"></wa-icon>${msg('Excel', { id: 'exports.excel' })}</wa-button>`;
  }

  async #open() {
    try {
      const { openListExport } = await import('./list-export-dialog.ts');
      openListExport(this.filter);
    } catch (error) {
      void tell({ title: msg('Die Liste kann gerade nicht ausgegeben werden', { id: 'exports.listFailedTitle' }), text: errorText(error) });
    }
  }
}

customElements.define('list-export-button', ListExportButton);
