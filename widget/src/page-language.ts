import { currentDirection, currentLanguage } from './language.ts';

let follows = false;

/**
 * Has the workshop's own page say, from now on, which language stands on it: a German report opened in an Arabic browser is
 * German, from its title to its foot. The server writes title and foot in every language, and shows those of the browser.
 */
export function followPageLanguage(): void {
  show();
  if (follows) return;
  follows = true;
  window.addEventListener('lit-localize-status', ({ detail }) => void (detail.status === 'ready' && show()));
}

function show(): void {
  const language = currentLanguage();
  Object.assign(document.documentElement, { lang: language, dir: currentDirection() });
  const feet = [...document.querySelectorAll<HTMLElement>('body > footer[data-title]')];
  const own = feet.find(({ lang }) => lang === language);
  if (!own) return;
  for (const foot of feet) foot.hidden = foot !== own;
  document.title = own.dataset['title'] ?? document.title;
}
