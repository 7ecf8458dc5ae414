import { followColorScheme } from '@meldewerk/shell/color-scheme';
import { registerIcons } from '@meldewerk/shell/icons';
import { startRouter } from '@meldewerk/shell/navigation';
import { isPage } from '../browser/router.ts';
import { startLanguage } from './locale.ts';
import { resumeSession } from './session.ts';
import './operator-app.ts';

registerIcons();
followColorScheme();
startRouter(isPage);
await startLanguage();
await resumeSession();
