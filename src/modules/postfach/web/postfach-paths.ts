export const postfachPath = "/postfach";

/** Where a thread of an account is; a guest's is below the private link. */
export function threadPath(threadId: string): string {
  return `${postfachPath}/${threadId}`;
}

export function guestThreadPath(link: string): string {
  return `/status/${link}/nachrichten`;
}

/** Where a caseworker opens a file of the correspondence. */
export function sentDocumentPath(
  submissionId: string,
  documentId: string,
): string {
  return `/arbeitsplatz/postfach/${submissionId}/dateien/${documentId}`;
}

/** What the office has to send by post. */
export const officeTasksPath = "/arbeitsplatz/postfach";

/** Tries a copy for another Postfach once more. */
export const mirrorPath = (messageId: string) =>
  `${officeTasksPath}/kopie/${messageId}`;

/** Parts of the addresses below a thread. */
export const below = {
  answer: "/antwort",
  archive: "/ablage",
  labels: "/schlagwoerter",
  paper: "/bescheide",
  download: "/alles.zip",
  document: (id: string) => `/dateien/${id}`,
};

/** Names in the form of an answer. */
export const answerFields = {
  text: "nachricht",
  files: "dateien",
  messageId: "kennung",
  action: "aktion",
  remove: "entfernen",
};
