import { registerIcons } from './icons/register.ts';
import { startLanguage } from './locale.ts';
import { startRouter } from './router.ts';
import { resumeSession } from './session.ts';
import './shell/portal-app.ts';

registerIcons();
followColorScheme();
startRouter();
await startLanguage();
await resumeSession();

function followColorScheme() {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => document.documentElement.classList.toggle('wa-dark', dark.matches);
  dark.addEventListener('change', apply);
  apply();
}
