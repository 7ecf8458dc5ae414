import { registerIconLibrary } from '@awesome.me/webawesome/dist/components/icon/library.js';
import spriteUrl from './sprite.svg?url&no-inline';

/** All icons, Web Awesome's own included, come out of one file of ours by `<use>`: no fetch, no CDN, no data: URL. */
export function registerIcons() {
  const fromSprite = {
    spriteSheet: true,
    resolver: (name: string) => `${spriteUrl}#${name}`,
    // Without it the svg is as wide as a browser's default, and catches clicks meant for its neighbours.
    mutator: (svg: SVGElement) => svg.setAttribute('viewBox', '0 0 24 24'),
  };
  registerIconLibrary('default', fromSprite);
  registerIconLibrary('system', fromSprite);
}
