/**
 * What text never begins with: markup that a browser may take for a page, scripts with an interpreter, PostScript, RTF and PDF.
 * @see https://mimesniff.spec.whatwg.org/#identifying-a-resource-with-an-unknown-mime-type
 */
const NOT_TEXT = /^(?:\u00ef\u00bb\u00bf)?\s*(?:<|#!|%!|%P|\{\\rtf)/u;

/** Tab, line feed, form feed and carriage return are the control characters of a text. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/u;

/** Bytes that windows-1252, which the web calls Latin-1, has no character for. */
const UNKNOWN_BYTES = /[\u0081\u008d\u008f\u0090\u009d]/u;

/** Tells text from everything else while it streams by: UTF-8 or Latin-1, no control characters, no markup. */
export function createTextCheck() {
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  let isUtf8 = true;
  let isLatin1 = true;
  let hasControls = false;

  const decode = (chunk?: Uint8Array) => {
    if (!isUtf8) return;
    try {
      utf8.decode(chunk, { stream: chunk !== undefined });
    } catch {
      // Not UTF-8; it may still be Latin-1.
      isUtf8 = false;
    }
  };
  const isText = () => !hasControls && (isUtf8 || isLatin1);

  return {
    /** False as soon as it is certain that this is no text. */
    inspect(chunk: Uint8Array): boolean {
      if (!isText()) return false;
      const bytes = Buffer.from(
        chunk.buffer,
        chunk.byteOffset,
        chunk.length,
      ).toString("latin1");
      hasControls ||= CONTROLS.test(bytes);
      isLatin1 &&= !UNKNOWN_BYTES.test(bytes);
      decode(chunk);
      return isText();
    },
    /** The verdict on the whole file, whose beginning is `head`. */
    conclude(head: Buffer): boolean {
      decode();
      return isText() && !NOT_TEXT.test(head.toString("latin1", 0, 1500));
    },
  };
}
