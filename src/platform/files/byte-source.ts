import type { FileHandle } from "node:fs/promises";

/** Stored bytes that can be read from any place. */
export type ByteSource = {
  readonly sizeBytes: number;
  /** Exactly `length` bytes from `position`. Throws `RangeError` when there are fewer. */
  read(position: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
};

/** The bytes of an open file. */
export async function bytesOfFile(handle: FileHandle): Promise<ByteSource> {
  const { size: sizeBytes } = await handle.stat();
  return {
    sizeBytes,
    read: (position, length) => readExactly(handle, position, length),
    close: () => handle.close(),
  };
}

async function readExactly(
  handle: FileHandle,
  position: number,
  length: number,
): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(
      buffer,
      filled,
      length - filled,
      position + filled,
    );
    if (bytesRead === 0) throw new RangeError("file ends too early");
    filled += bytesRead;
  }
  return buffer;
}
