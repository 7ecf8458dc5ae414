import { html, LitElement } from 'lit';

/** The page as a whole. */
export class BillingApp extends LitElement {
  override render() {
    return html`<main><h1>Abrechnung</h1></main>`;
  }
}
customElements.define('billing-app', BillingApp);
