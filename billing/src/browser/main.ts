import { followColorScheme } from '@meldewerk/shell/color-scheme';
import { registerIcons } from '@meldewerk/shell/icons';
import { startRouter } from '@meldewerk/shell/navigation';
import { startLanguage } from './locale.ts';
import { isPage } from './router.ts';
import { resumeSession } from './session.ts';
import './billing-app.ts';

registerIcons();
followColorScheme();
startRouter(isPage);
await startLanguage();
await resumeSession();
