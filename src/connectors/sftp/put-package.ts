import { createHash } from "node:crypto";
import type { Delivery } from "../../modules/delivery/index.ts";
import {
  manifestOf,
  outputFiles,
  packageName,
  type OutputFormat,
  type PackageFile,
  type WrittenFile,
} from "../../modules/delivery/output.ts";
import type { Remote } from "./client.ts";

/** Empty files named by delivery id: the package was complete when this was written. */
const journalName = ".handed-over";

/**
 * Makes the package appear in `directory` at once and whole, exactly once for each delivery id, even when the other side has moved it
 * away before we could note that it was handed over:
 * 1. write all files into a hidden directory; 2. note the id in the journal; 3. rename.
 * After a crash the journal tells whether step 1 was finished, and the hidden directory whether step 3 was. Returns the package's name.
 */
export async function putPackageOnce(
  remote: Remote,
  delivery: Delivery,
  target: {
    readonly directory: string;
    readonly formats: readonly OutputFormat[];
  },
): Promise<string> {
  const { directory, formats } = target;
  const name = packageName(delivery);
  const hidden = `${directory}/.tmp-${delivery.deliveryId}`;
  const journal = `${directory}/${journalName}`;
  const entry = `${journal}/${delivery.deliveryId}`;
  if (!(await remote.exists(entry))) {
    await removeHidden(remote, hidden);
    await writeAll(remote, hidden, { delivery, formats });
    if (!(await remote.exists(journal))) await remote.makeDirectory(journal);
    await remote.write(entry, nothing());
  }
  if (await remote.exists(hidden))
    await remote.rename(hidden, `${directory}/${name}`);
  return name;
}

/** What an attempt before this one has left; it is two levels deep. */
async function removeHidden(remote: Remote, hidden: string): Promise<void> {
  if (!(await remote.exists(hidden))) return;
  const uploads = `${hidden}/uploads`;
  if (await remote.exists(uploads)) {
    for (const name of await remote.list(uploads))
      await remote.removeFile(`${uploads}/${name}`);
    await remote.removeDirectory(uploads);
  }
  for (const name of await remote.list(hidden))
    await remote.removeFile(`${hidden}/${name}`);
  await remote.removeDirectory(hidden);
}

async function writeAll(
  remote: Remote,
  hidden: string,
  given: { delivery: Delivery; formats: readonly OutputFormat[] },
): Promise<void> {
  const { delivery, formats } = given;
  await remote.makeDirectory(hidden);
  await remote.makeDirectory(`${hidden}/uploads`);
  const written: WrittenFile[] = [];
  for (const file of outputFiles(delivery, formats))
    written.push(await writeFile(remote, hidden, file));
  const hashes = new Set(written.map(({ sha256 }) => sha256));
  for (const { fileId, sha256 } of delivery.uploads)
    if (!hashes.has(sha256))
      throw new Error(
        `sftp: upload ${fileId} is not what was sent in; look at the file store`,
      );
  const manifest = Buffer.from(manifestOf(delivery, written));
  await remote.write(`${hidden}/manifest.json`, once(manifest));
}

async function writeFile(
  remote: Remote,
  hidden: string,
  file: PackageFile,
): Promise<WrittenFile> {
  const { path, mediaType } = file;
  const hash = createHash("sha256");
  let sizeBytes = 0;
  const measured = async function* () {
    for await (const chunk of file.open()) {
      hash.update(chunk);
      sizeBytes += chunk.length;
      yield chunk;
    }
  };
  await remote.write(`${hidden}/${path}`, measured());
  return { path, mediaType, sizeBytes, sha256: hash.digest("hex") };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

async function* nothing(): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new Uint8Array());
}
