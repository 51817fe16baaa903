import type { MediaType } from "../files/content-verdict.ts";

const MAX_LENGTH = 200;
const MAX_ENDING = 10;
/** Endings that programs open as the type; the first one is given where a name has none of them. */
const endings: Readonly<Record<MediaType, readonly string[]>> = {
  "application/pdf": ["pdf"],
  "image/jpeg": ["jpg", "jpeg", "jpe", "jfif"],
  "image/png": ["png"],
  "image/tiff": ["tif", "tiff"],
  "image/heic": ["heic", "heif"],
  "text/plain": ["txt"],
  "application/vnd.oasis.opendocument.text": ["odt"],
  "application/vnd.oasis.opendocument.spreadsheet": ["ods"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": [
    "docx",
  ],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["xlsx"],
};

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

/**
 * The name as it was on the device: in a form browsers write quotes and line ends of it as if they were in an address.
 * @see HTML Living Standard, multipart form data
 */
export function filenameOfForm(name: string): string {
  return name
    .replaceAll("%22", '"')
    .replaceAll("%0D", "\r")
    .replaceAll("%0A", "\n");
}

/** The name with an ending of its content's type: text called `rechnung.bat` would run where somebody opens it. */
export function withEndingOf(filename: string, mediaType: MediaType): string {
  const ending = /\.([^.]+)$/u.exec(filename)?.[1]?.toLowerCase() ?? "";
  const [usual = "", ...others] = endings[mediaType];
  return [usual, ...others].includes(ending)
    ? filename
    : `${filename}.${usual}`;
}

function shorten(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= MAX_LENGTH) return name;
  const ending = Array.from(/\.[^.\s]+$/u.exec(name)?.[0] ?? "");
  const kept = ending.length <= MAX_ENDING ? ending : [];
  return [...characters.slice(0, MAX_LENGTH - kept.length), ...kept].join("");
}
