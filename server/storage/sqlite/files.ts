// Files by the SHA-256 of their bytes, in the data folder. Written aside, synced, then named: a name is never half a file.
import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Storage } from "../port.js";

export async function files(dataDir: string): Promise<Storage["files"]> {
  const folder = join(dataDir, "files");
  const aside = join(folder, "incoming");
  await mkdir(aside, { recursive: true });
  await forgetInterrupted(aside);
  const place = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error("A file is named by the SHA-256 of its bytes.");
    return join(folder, sha256.slice(0, 2), sha256);
  };
  const exists = (file: string) =>
    access(file).then(
      () => true,
      () => false,
    );

  return {
    async put(bytes) {
      const part = join(aside, randomUUID());
      try {
        const { sha256, size } = await writeSynced(part, bytes);
        const file = place(sha256);
        if (!(await exists(file))) {
          await mkdir(dirname(file), { recursive: true });
          await rename(part, file);
          await syncFolder(dirname(file));
          await syncFolder(folder);
        }
        return { sha256, size };
      } finally {
        await rm(part, { force: true });
      }
    },
    async get(sha256) {
      const file = place(sha256);
      return (await exists(file)) ? createReadStream(file) : undefined;
    },
    async has(sha256) {
      return exists(place(sha256));
    },
    async remove(sha256) {
      await rm(place(sha256), { force: true });
    },
  };
}

async function writeSynced(file: string, bytes: AsyncIterable<Uint8Array>): Promise<{ sha256: string; size: number }> {
  const hash = createHash("sha256");
  let size = 0;
  const handle = await open(file, "wx");
  try {
    for await (const chunk of bytes) {
      hash.update(chunk);
      size += chunk.byteLength;
      await handle.writeFile(chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { sha256: hash.digest("hex"), size };
}

/** A new name is on the disk only when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
}

/** Uploads that a crash cut off. A day, because another process may be writing one. */
async function forgetInterrupted(aside: string): Promise<void> {
  for (const name of await readdir(aside)) {
    const { mtimeMs } = await stat(join(aside, name)).catch(() => ({ mtimeMs: 0 }));
    if (Date.now() - mtimeMs > 86_400_000) await rm(join(aside, name), { force: true });
  }
}
