import { createHash } from "node:crypto";
import { posix } from "node:path";
import type { Delivery } from "../../modules/delivery/index.ts";
import {
  manifestOf,
  outputFiles,
  packageName,
  type PackageFile,
  type WrittenFile,
} from "../../modules/delivery/output.ts";
import {
  CmisFault,
  create,
  findByName,
  findByPath,
  listNames,
  type Found,
  type Repository,
  type Session,
} from "./client.ts";
import { filledProperties } from "./properties.ts";

/** Written last: where it lies, the folder is whole. */
const manifestName = "manifest.json";

/**
 * Makes one folder of the application with all its documents, exactly once for each delivery id: the folder is looked for first, where it belongs and
 * wherever it may have been moved to, and what lies in it is not written again. Gives its object id.
 */
export async function putFolderOnce(
  session: Session,
  repository: Repository,
  delivery: Delivery,
): Promise<string> {
  const folder = await openFolder(session, repository, delivery);
  const names = await listNames(session, repository, folder);
  if (names.has(manifestName)) return folder.objectId;
  const put = async (file: PackageFile, size: Measured) => {
    const name = posix.basename(file.path);
    if (names.has(name)) return;
    await create(session, repository, {
      in: folder,
      action: "createDocument",
      properties: [
        ["cmis:objectTypeId", session.options.documentType],
        ["cmis:name", name],
      ],
      file: {
        filename: name,
        mediaType: file.mediaType,
        sizeBytes: size.sizeBytes,
        open: () => file.open(),
      },
    });
  };
  const written: WrittenFile[] = [];
  for (const file of outputFiles(delivery, session.options.formats)) {
    const size = await measure(file, session.signal);
    await put(file, size);
    written.push({ path: file.path, mediaType: file.mediaType, ...size });
  }
  const manifest = manifestFile(delivery, written);
  await put(manifest, await measure(manifest, session.signal));
  return folder.objectId;
}

async function openFolder(
  session: Session,
  repository: Repository,
  delivery: Delivery,
): Promise<Found> {
  const { directory, folderType, properties } = session.options;
  const name = packageName(delivery);
  const path = `${directory}/${name}`;
  const there =
    (await findByPath(session, repository, path)) ??
    (await findByName(session, repository, name));
  if (there) return there;
  const parent = await findByPath(session, repository, directory);
  if (!parent) throw new CmisFault("directory-missing", { isFinal: false });
  const made = await create(session, repository, {
    in: parent,
    action: "createFolder",
    properties: [
      ["cmis:objectTypeId", folderType],
      ["cmis:name", name],
      ...filledProperties(properties, delivery),
    ],
  });
  const found = made ?? (await findByPath(session, repository, path));
  // It was there when it was made, and is not when it is looked for: somebody moves it this moment.
  if (!found) throw new CmisFault("http-409", { isFinal: false });
  return found;
}

type Measured = { readonly sizeBytes: number; readonly sha256: string };

/** A call says how long it is before it begins. */
async function measure(
  file: PackageFile,
  signal: AbortSignal,
): Promise<Measured> {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  for await (const chunk of file.open()) {
    signal.throwIfAborted();
    hash.update(chunk);
    sizeBytes += chunk.length;
  }
  return { sizeBytes, sha256: hash.digest("hex") };
}

function manifestFile(
  delivery: Delivery,
  written: readonly WrittenFile[],
): PackageFile {
  const content = Buffer.from(manifestOf(delivery, written));
  return {
    path: manifestName,
    mediaType: "application/json",
    open: async function* () {
      yield await Promise.resolve(content);
    },
  };
}
