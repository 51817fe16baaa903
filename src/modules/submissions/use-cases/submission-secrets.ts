/** What the private status link of a submission is encrypted for. */
export const statusKeyPurpose = (submissionId: string) =>
  `status-key/${submissionId}`;

/** What the address for notices is encrypted for. */
export const emailPurpose = (submissionId: string) =>
  `notification-email/${submissionId}`;

/** What is known of the sender is encrypted for. */
export const senderPurpose = (submissionId: string) => `sender/${submissionId}`;

/** In place of the submission's id: what is encrypted for a later version of it. */
export const placeOfVersion = (submissionId: string, version: number) =>
  `${submissionId}/${String(version)}`;
