// Files by the SHA-256 of their bytes, in GridFS. A file counts from the moment its line in `blobs` is written; until then nobody can see it.
import { createHash, randomUUID } from "node:crypto";
import { pipeline } from "node:stream/promises";
import { type Db, GridFSBucket, type ObjectId } from "mongodb";
import type { Storage } from "../port.js";
import { durable } from "./connection.js";
import { isDuplicate } from "./errors.js";

interface Blob {
  _id: string;
  file: ObjectId;
  size: number;
}

const incoming = "incoming/";

export async function files(db: Db): Promise<Storage["files"]> {
  const blobs = db.collection<Blob>("blobs");
  const bucket = new GridFSBucket(db, { bucketName: "files", writeConcern: durable });
  await forgetInterrupted(bucket);
  const find = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error("A file is named by the SHA-256 of its bytes.");
    return blobs.findOne({ _id: sha256 });
  };

  return {
    async put(bytes) {
      const hash = createHash("sha256");
      let size = 0;
      const upload = bucket.openUploadStream(`${incoming}${randomUUID()}`);
      async function* measured() {
        for await (const chunk of bytes) {
          hash.update(chunk);
          size += chunk.byteLength;
          yield chunk;
        }
      }
      try {
        await pipeline(measured(), upload);
      } catch (error) {
        await upload.abort().catch(() => undefined);
        throw error;
      }
      const sha256 = hash.digest("hex");
      if (await named(sha256, upload.id, size)) await bucket.rename(upload.id, sha256);
      else await bucket.delete(upload.id);
      return { sha256, size };
    },
    async get(sha256) {
      const blob = await find(sha256);
      return blob ? bucket.openDownloadStream(blob.file) : undefined;
    },
    async has(sha256) {
      return (await find(sha256)) !== null;
    },
    async remove(sha256) {
      const blob = await find(sha256);
      if (blob && (await blobs.deleteOne({ _id: sha256, file: blob.file })).deletedCount === 1) await bucket.delete(blob.file);
    },
  };

  /** False when the same bytes were there already. */
  async function named(_id: string, file: ObjectId, size: number): Promise<boolean> {
    try {
      await blobs.insertOne({ _id, file, size });
      return true;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      return false;
    }
  }
}

/** Uploads that a crash cut off. A day, because another process may be writing one. */
async function forgetInterrupted(bucket: GridFSBucket): Promise<void> {
  const old = { filename: { $regex: `^${incoming}` }, uploadDate: { $lt: new Date(Date.now() - 86_400_000) } };
  for await (const { _id } of bucket.find(old)) await bucket.delete(_id).catch(() => undefined);
}
