/** What citizens may upload. Everything else is refused, whatever its name says. */
export type MediaType =
  | "application/pdf"
  | "image/jpeg"
  | "image/png"
  | "image/tiff"
  | "image/heic"
  | "text/plain"
  | "application/vnd.oasis.opendocument.text"
  | "application/vnd.oasis.opendocument.spreadsheet"
  | "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
  | "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * - `not-allowed`: none of these types, or one glued to something else (program, archive, web page)
 * - `broken`: begins like one of them but is cut or its structure is wrong
 * - `too-many-pixels`: an image that would fill the memory of whoever opens it
 * - `too-large-unpacked`: an office document that would fill the disk or the memory of whoever opens it
 * - `active-content`: a PDF that runs JavaScript or starts programs, an office document with macros
 */
export type ContentRefusal =
  | "not-allowed"
  | "broken"
  | "too-many-pixels"
  | "too-large-unpacked"
  | "active-content";

export type ContentVerdict =
  | { readonly kind: "accepted"; readonly mediaType: MediaType }
  | { readonly kind: "refused"; readonly reason: ContentRefusal };
