import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadFolder, type StaticFile } from '../http/static-files.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** The built browser bundles and the plain pages' files, read once when first asked for. */
export const bundles = {
  widget: once(() => builtFolder('widget')),
  portal: once(() => builtFolder('portal')),
  /** The billing portal and the operator's console. */
  billing: once(() => builtFolder('billing')),
  pages: once(() => loadFolder(join(import.meta.dirname, 'files'))),
};


function builtFolder(name: string): Map<string, StaticFile> {
  const folder = join(root, name, 'dist');
  if (!existsSync(folder)) throw new Error(`${name}/dist is missing: run pnpm build first`);
  return loadFolder(folder);
}

function once<Value>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => (value ??= make());
}
