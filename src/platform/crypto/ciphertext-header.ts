const formatVersion = 1;

/** What stands before a ciphertext: the format, and the version of the data key (4 bytes, big endian). */
export const headerBytes = 5;

/** The header of what is encrypted with this version of the data key. */
export function writeCiphertextHeader(keyVersion: number): Buffer {
  const header = Buffer.alloc(headerBytes);
  header.writeUInt8(formatVersion, 0);
  header.writeUInt32BE(keyVersion, 1);
  return header;
}

/** The version of the data key that a ciphertext was made with, from 1; 0 for what is no ciphertext of this program. */
export function keyVersionOf(ciphertext: Buffer): number {
  const isOurs =
    ciphertext.length >= headerBytes &&
    ciphertext.readUInt8(0) === formatVersion;
  return isOurs ? ciphertext.readUInt32BE(1) : 0;
}
