import { join } from 'node:path';
import { build, type Rolldown } from 'vite';

const source = `
import { html, LitElement } from 'lit';

class BareForm extends LitElement {
  firstUpdated() {
    this.dispatchEvent(new Event('bare-ready', { bubbles: true, composed: true }));
  }
  render() {
    return html\`<form>\${Array.from({ length: 20 }, (_, at) => html\`<label>Feld \${at + 1} <input name=\${'field' + at} @input=\${() => this.requestUpdate()} /></label>\`)}</form>\`;
  }
}
customElements.define('bare-form', BareForm);
`;

/** The least a form can cost that is made as the widget is made: Lit and twenty fields, in one file, nothing to ask the server for. */
export async function buildFloor(): Promise<Buffer> {
  const entry = join(import.meta.dirname, 'bare-form.js');
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    plugins: [{ name: 'bare-form', resolveId: (id) => (id === entry ? id : null), load: (id) => (id === entry ? source : null) }],
    build: { write: false, target: 'es2022', modulePreload: false, minify: true, lib: { entry, formats: ['es'], fileName: 'bare-form' }, rolldownOptions: { output: { minify: true } } },
  })) as Rolldown.RolldownOutput[];
  const code = built[0]?.output[0].code;
  if (!code) throw new Error('the bare form was not built');
  return Buffer.from(code);
}
