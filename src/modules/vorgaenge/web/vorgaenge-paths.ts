import type { AnswersFormat } from "../ports.ts";

/** Addresses of the workplace; the frame's menu leads to the first. */
export const vorgaengePaths = {
  queue: "/arbeitsplatz",
  /** Tells a page in the browser what has become new. */
  news: "/arbeitsplatz/neues",
  escalation: "/arbeitsplatz/dringend",
  layout: "/arbeitsplatz/liste",
  views: "/arbeitsplatz/ansichten",
  viewRemoval: (id: string) => `/arbeitsplatz/ansichten/${id}/entfernen`,
  batches: "/arbeitsplatz/stapel",
  batchPreview: "/arbeitsplatz/stapel/vorschau",
  batch: (id: string) => `/arbeitsplatz/stapel/${id}`,
  batchCsv: (id: string) => `/arbeitsplatz/stapel/${id}/liste.csv`,
  vorgang: (id: string) => `/arbeitsplatz/vorgaenge/${id}`,
  /** Shows a file beside the answers. */
  beside: (id: string, fileId: string) =>
    `/arbeitsplatz/vorgaenge/${id}?datei=${fileId}#datei`,
  step: (id: string) => `/arbeitsplatz/vorgaenge/${id}/stand`,
  period: (id: string) => `/arbeitsplatz/vorgaenge/${id}/frist`,
  assignment: (id: string) => `/arbeitsplatz/vorgaenge/${id}/zuweisung`,
  handOver: (id: string) => `/arbeitsplatz/vorgaenge/${id}/abgabe`,
  callBack: (id: string) => `/arbeitsplatz/vorgaenge/${id}/abgabe/zurueckholen`,
  ask: (id: string) => `/arbeitsplatz/vorgaenge/${id}/nachforderung`,
  upload: (id: string, fileId: string) =>
    `/arbeitsplatz/vorgaenge/${id}/dateien/${fileId}`,
  pdf: (id: string) => `/arbeitsplatz/vorgaenge/${id}/antrag.pdf`,
  answers: (id: string, format: AnswersFormat) =>
    `/arbeitsplatz/vorgaenge/${id}/angaben.${format}`,
  labels: "/arbeitsplatz/schlagwoerter",
  labelRemoval: (id: string) => `/arbeitsplatz/schlagwoerter/${id}/entfernen`,
  labelled: (id: string) => `/arbeitsplatz/vorgaenge/${id}/schlagwoerter`,
  notes: (id: string) => `/arbeitsplatz/vorgaenge/${id}/notizen`,
  noteRemoval: (id: string, noteId: string) =>
    `/arbeitsplatz/vorgaenge/${id}/notizen/${noteId}/zuruecknehmen`,
  links: (id: string) => `/arbeitsplatz/vorgaenge/${id}/verknuepfungen`,
  linkRemoval: (id: string, otherId: string) =>
    `/arbeitsplatz/vorgaenge/${id}/verknuepfungen/${otherId}/loesen`,
  opinions: "/arbeitsplatz/stellungnahmen",
  opinion: (id: string) => `/arbeitsplatz/stellungnahmen/${id}`,
  opinionFile: (id: string, fileId: string) =>
    `/arbeitsplatz/stellungnahmen/${id}/dateien/${fileId}`,
  askOpinion: (id: string) => `/arbeitsplatz/vorgaenge/${id}/stellungnahmen`,
  askAuthority: (id: string) =>
    `/arbeitsplatz/vorgaenge/${id}/stellungnahmen/behoerde`,
  answerFile: (id: string, fileId: string) =>
    `/arbeitsplatz/vorgaenge/${id}/stellungnahmen/dateien/${fileId}`,
  opinionRemoval: (id: string, opinionId: string) =>
    `/arbeitsplatz/vorgaenge/${id}/stellungnahmen/${opinionId}/zuruecknehmen`,
  clocks: "/arbeitsplatz/fristen",
  clock: (slug: string) => `/arbeitsplatz/fristen/${slug}`,
} as const;
