import assert from "node:assert/strict";
import { test } from "node:test";
import type { UploadedFile } from "../../forms/index.ts";
import { maxDraftBytes } from "../domain/upload-limits.ts";
import { withinRoom } from "./room-for-files.ts";

const file = (fileId: string, sizeBytes: number) => ({
  fileId,
  filename: `${fileId}.pdf`,
  sizeBytes,
  sha256: "00",
  mediaType: "application/pdf",
});

function upload(fileId: string, sizeBytes: number): UploadedFile {
  const { filename, ...stored } = file(fileId, sizeBytes);
  return { field: "f.0", filename, outcome: { kind: "stored", ...stored } };
}

const kinds = (uploads: readonly UploadedFile[]) =>
  uploads.map(({ outcome }) => outcome.kind);

test("a draft has room up to the last byte, wherever its files are", () => {
  const answers = {
    f: [file("a", maxDraftBytes - 100)],
    g: [{ h: [file("b", 40)] }],
  };
  assert.deepEqual(kinds(withinRoom(answers, [upload("c", 60)])), ["stored"]);
  assert.deepEqual(kinds(withinRoom(answers, [upload("c", 61)])), ["no-room"]);
  assert.deepEqual(
    kinds(
      withinRoom(answers, [upload("c", 50), upload("d", 11), upload("e", 10)]),
    ),
    ["stored", "no-room", "stored"],
  );
});

test("files that were refused before stay so", () => {
  const empty: UploadedFile = {
    field: "f.0",
    filename: "leer.pdf",
    outcome: { kind: "empty" },
  };
  assert.deepEqual(withinRoom({ f: [file("a", maxDraftBytes)] }, [empty]), [
    empty,
  ]);
});
