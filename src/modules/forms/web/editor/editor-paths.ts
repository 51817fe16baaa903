const root = "/verwaltung/formulare";

/** Addresses of the editor's pages. */
export const editorPaths = {
  root,
  overlaySchema: "/verwaltung/overlay.schema.json",
  import: `${root}/einspielen`,
  form: (formKey: string) => `${root}/${formKey}`,
  /** A section of one form. */
  section: (formKey: string, section: EditorSection) =>
    section === "uebersicht"
      ? `${root}/${formKey}`
      : `${root}/${formKey}/${section}`,
  element: (formKey: string, path: string) =>
    `${root}/${formKey}/struktur/${path}`,
  elementOrder: (formKey: string, path: string) =>
    `${root}/${formKey}/struktur/${path}/reihenfolge`,
  rule: (formKey: string, ruleId: string) =>
    `${root}/${formKey}/regeln/${ruleId}`,
  /** A new check. */
  checks: (formKey: string) => `${root}/${formKey}/pruefungen`,
  check: (formKey: string, checkId: string) =>
    `${root}/${formKey}/pruefungen/${checkId}`,
  example: (formKey: string, number: number | string) =>
    `${root}/${formKey}/beispiele/${String(number)}`,
  language: (formKey: string, language: string) =>
    `${root}/${formKey}/sprachen/${language}`,
  export: (formKey: string) => `${root}/${formKey}/export.xml`,
  publish: (formKey: string) => `${root}/${formKey}/veroeffentlichung`,
  withdraw: (formKey: string) => `${root}/${formKey}/ruecknahme`,
} as const;

/** Sections of the editor's pages of one form, as they stand in addresses. */
export const editorSections = [
  "uebersicht",
  "struktur",
  "regeln",
  "seiten",
  "angaben",
  "vorab-check",
  "sprachen",
  "beispiele",
  "vorschau",
  "fassungen",
  "json",
] as const;

export type EditorSection = (typeof editorSections)[number];
