import type { AnswerTus } from "./resumable-upload.ts";

/**
 * One request of the tus protocol 1.0.0 with the extensions creation, creation-with-upload, termination and expiration. Who may ask is
 * the caller's question. Uploads are locked by id within this process; `append` itself must see to it that only one of several processes
 * brings a part. Throws what `uploads` throws.
 * @see https://tus.io/protocols/resumable-upload
 */
export function tusEndpoint(): AnswerTus {
  let opened: Promise<AnswerTus> | undefined;
  return async (request, uploads) => {
    // Loaded with the first upload: the library is large.
    opened ??= import("./answer-tus.ts").then(({ openTus }) => openTus());
    const answer = await opened;
    return answer(request, uploads);
  };
}
