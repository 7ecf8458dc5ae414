import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';

/** tus alone: bytes to disk, hashed and synced before the last answer. Knows no drafts, no rows, no content. */
const directory = process.env['DATA_FOLDER'] ?? '';
const tus = new Server({
  path: '/uploads',
  relativeLocation: true,
  datastore: new FileStore({ directory }),
  async onUploadFinish(_, upload) {
    const path = join(directory, upload.id);
    await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), createHash('sha256'));
    const file = await open(path, 'r');
    await file.sync();
    await file.close();
    return {};
  },
});
const server = createServer((request, response) => void tus.handle(request, response));
server.listen(Number(process.env['PORT']), '127.0.0.1', () => process.send?.('ready'));
process.on('disconnect', () => process.exit(0));
