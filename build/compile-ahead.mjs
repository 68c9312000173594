// Last step of the build: what V8 makes of every file is kept beside it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { keepCompiled } from './keep-compiled.cjs';
import { compileByCalling } from './training-calls.mjs';

/** What the ordinary calls use is kept as they leave it; of everything else, what V8 knows once it has read it. */
export function compileAhead(root, dist) {
  compileByCalling(root, dist);
  for (const name of readdirSync(join(dist, 'parts'))) {
    const place = `parts/${name}`;
    if (name.endsWith('.compiled') || existsSync(join(dist, `${place}.compiled`))) continue;
    keepCompiled(new Script(readFileSync(join(dist, place), 'latin1'), { filename: place }), join(dist, place));
  }
}
