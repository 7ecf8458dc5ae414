import { msg } from '@lit/localize';

export function setPageTitle(title: string) {
  document.title = `${title} · ${msg('Abrechnungsportal', { id: 'app.name' })}`;
}
