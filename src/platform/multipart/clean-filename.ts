const MAX_LENGTH = 200;
const MAX_ENDING = 10;
/** Says no language; a file must be called something. */
const NAMELESS = "upload";

/**
 * The name of an uploaded file as it may be shown and offered for download: NFC, without path, control, direction and other
 * invisible characters, without what Windows refuses in names, at most 200 characters with the ending kept, never empty.
 */
export function cleanFilename(name: string): string {
  const base =
    name.toWellFormed().normalize("NFC").split(/[/\\]/u).at(-1) ?? "";
  const visible = base
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/gu, "")
    .replace(/[<>:"|?*]/gu, "_")
    .replace(/\s+/gu, " ")
    .replace(/^[\s.]+|[\s.]+$/gu, "");
  return shorten(visible) || NAMELESS;
}

function shorten(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= MAX_LENGTH) return name;
  const ending = Array.from(/\.[^.\s]+$/u.exec(name)?.[0] ?? "");
  const kept = ending.length <= MAX_ENDING ? ending : [];
  return [...characters.slice(0, MAX_LENGTH - kept.length), ...kept].join("");
}
