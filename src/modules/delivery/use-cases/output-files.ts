import {
  zipStream,
  type ZipEntry,
} from "../../../platform/files/zip-stream.ts";
import type { Delivery } from "../domain/delivery.ts";
import { writers, type OutputFormat } from "../domain/output/formats.ts";
import { uploadPath, type PackageFile } from "../domain/output/package-file.ts";
import {
  documentId,
  isXdomea,
  primaryName,
  xdomeaMessage,
  xdomeaName,
  type PrimaryDocument,
  type XdomeaFormat,
} from "../domain/output/xdomea.ts";

/** The files of a delivery in the formats that the destination chose, uploads last. Content is read when it is asked for. */
export function outputFiles(
  delivery: Delivery,
  formats: readonly OutputFormat[],
): PackageFile[] {
  const uploads = uploadsOf(delivery);
  return [
    ...formats.map((format) =>
      isXdomea(format)
        ? xdomeaPackage(delivery, format)
        : writers[format](delivery),
    ),
    ...uploads,
  ];
}

const uploadsOf = ({ uploads }: Delivery): PackageFile[] =>
  uploads.map((upload, index) => ({
    path: uploadPath(upload, index),
    mediaType: upload.mediaType,
    open: () => upload.open(),
  }));

type Primary = {
  readonly document: PrimaryDocument;
  readonly file: PackageFile;
};

/** The message and its primary documents in one ZIP: the application as people and as programs read it, and what came with it. */
export function xdomeaPackage(
  delivery: Delivery,
  format: XdomeaFormat,
): PackageFile {
  const own = (
    [
      ["pdf-1", "Antrag"],
      ["xml-1", "Antragsdaten"],
    ] as const
  ).map(([format, title]): Primary => {
    const file = writers[format](delivery);
    const id = documentId(delivery, file.path);
    return { document: { id, title, originalName: file.path }, file };
  });
  const uploads = delivery.uploads.map((upload): Primary => ({
    document: {
      id: documentId(delivery, upload.fileId),
      title: upload.filename,
      originalName: upload.filename,
    },
    file: { ...upload, path: upload.filename, open: () => upload.open() },
  }));
  const all = [...own, ...uploads];
  const name = xdomeaName(delivery, format);
  const [first, ...rest] = all.map(({ document }) => document);
  if (!first) throw new TypeError("delivery: xdomea needs a document");
  const message = Buffer.from(
    xdomeaMessage(delivery, [first, ...rest], format),
  );
  const modifiedAt = delivery.answeredAt;
  const entries: ZipEntry[] = [
    {
      name: `${name}.xml`,
      modifiedAt,
      open: () => Promise.resolve(once(message)),
    },
    ...all.map(({ document, file }) => ({
      name: primaryName(document),
      modifiedAt,
      open: () => Promise.resolve(file.open()),
    })),
  ];
  return {
    path: `${name}.zip`,
    mediaType: "application/zip",
    open: () => zipStream(entries),
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}
