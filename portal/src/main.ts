import { followColorScheme } from '@meldewerk/shell/color-scheme';
import { registerIcons } from '@meldewerk/shell/icons';
import { startRouter } from '@meldewerk/shell/navigation';
import { startLanguage } from './locale.ts';
import { isOfPortal } from './router.ts';
import { resumeSession } from './session.ts';
import './shell/portal-app.ts';

registerIcons();
followColorScheme();
startRouter(isOfPortal);
await startLanguage();
await resumeSession();
