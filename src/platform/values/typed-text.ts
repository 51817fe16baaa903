/**
 * What somebody typed into a field for several lines, without spaces around it: browsers send each line break as two characters, which nobody
 * typed and no counter counts. @see HTML Living Standard, constructing the entry list
 */
export function typedText(sent: string): string {
  return sent.replaceAll(/\r\n?/g, "\n").normalize("NFC").trim();
}
