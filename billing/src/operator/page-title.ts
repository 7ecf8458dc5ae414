import { msg } from '@lit/localize';

export function setPageTitle(title: string) {
  document.title = `${title} · ${msg('Betreiberkonsole', { id: 'console.name' })}`;
}
