import { html, LitElement } from 'lit';

/** The page as a whole. */
export class OperatorApp extends LitElement {
  override render() {
    return html`<main><h1>Betreiber</h1></main>`;
  }
}
customElements.define('operator-app', OperatorApp);
