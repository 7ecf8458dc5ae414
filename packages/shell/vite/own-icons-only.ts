import type { Plugin } from 'vite';

/**
 * Web Awesome brings about 40 kB of icons as data: URLs and a library that asks a CDN. Both are replaced by our sprite
 * (src/icons.ts), and the build fails when a new version keeps them somewhere else.
 */
export function ownIconsOnly(): Plugin {
  const marks = ['// src/components/icon/library.system.ts', '// src/components/icon/library.default.ts'];
  const replaced = new Set<string>();
  const empty = `
    const library = { name: 'none', resolver: () => '' };
    export const icons = { solid: {}, regular: {} };
    export const getIconFolder = () => '';
    export { library as library_system_default, library as library_default_default };`;
  return {
    name: 'own-icons-only',
    apply: 'build',
    transform(code, id) {
      if (!id.includes('/webawesome/dist/chunks/')) return;
      const mark = marks.find((candidate) => code.includes(candidate));
      if (!mark) return;
      replaced.add(mark);
      return { code: empty, map: null };
    },
    buildEnd() {
      if (replaced.size < marks.length) this.error('Web Awesome keeps its icon libraries elsewhere now; adapt ownIconsOnly().');
    },
  };
}
