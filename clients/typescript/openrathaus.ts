// Written by `npm run api:client` from the OpenAPI document. Do not edit.

export type Token = { readonly access_token: string; readonly token_type: "Bearer"; readonly expires_in: number; readonly scope: string };

export type TokenRefusal = { readonly error: "invalid_request" | "invalid_client" | "invalid_scope" | "unsupported_grant_type" };

export type TokenRequest = { readonly grant_type: "client_credentials"; readonly client_id?: string; readonly client_secret?: string; readonly scope?: string };

export type SubmissionSummary = { readonly submissionId: string; readonly reference: string; readonly leistung: string; readonly version: number; readonly test: boolean; readonly delivery: "accepted" | "delivered" | "rejected"; readonly receipt?: string; readonly deliveredAt: string; readonly standing: { readonly state: "received" | "in-progress" | "question" | "decided" | "withdrawn" | "handed-over" | "closed"; readonly since: string; readonly outcome?: "granted" | "partly" | "refused" | "no-decision" | "granted-by-silence" } | null; readonly etag: string };

export type SubmissionPage = { readonly submissions: readonly ({ readonly submissionId: string; readonly reference: string; readonly leistung: string; readonly version: number; readonly test: boolean; readonly delivery: "accepted" | "delivered" | "rejected"; readonly receipt?: string; readonly deliveredAt: string; readonly standing: { readonly state: "received" | "in-progress" | "question" | "decided" | "withdrawn" | "handed-over" | "closed"; readonly since: string; readonly outcome?: "granted" | "partly" | "refused" | "no-decision" | "granted-by-silence" } | null; readonly etag: string })[]; readonly next?: string };

export type Submission = { readonly submissionId: string; readonly reference: string; readonly leistung: string; readonly version: number; readonly test: boolean; readonly delivery: "accepted" | "delivered" | "rejected"; readonly receipt?: string; readonly deliveredAt: string; readonly standing: { readonly state: "received" | "in-progress" | "question" | "decided" | "withdrawn" | "handed-over" | "closed"; readonly since: string; readonly outcome?: "granted" | "partly" | "refused" | "no-decision" | "granted-by-silence" } | null; readonly etag: string; readonly submittedAt: string; readonly answeredAt: string; readonly authority: string; readonly form: { readonly key: string; readonly version: string }; readonly submissionHash: string; readonly sender?: Readonly<Record<string, unknown>>; readonly intake?: Readonly<Record<string, unknown>>; readonly answers: Readonly<Record<string, unknown>>; readonly answersXml: string; readonly uploads: readonly ({ readonly fileId: string; readonly filename: string; readonly mediaType: string; readonly sizeBytes: number; readonly sha256: string })[] };

export type Receipt = { readonly receipt: string };

export type Refusal = { readonly reason: string };

export type ReceiptAnswer = { readonly submissionId: string; readonly delivery: "accepted" | "delivered" | "rejected"; readonly receipt?: string };

export type State = { readonly state: string; readonly note?: string };

export type StateAnswer = { readonly submissionId: string; readonly state: string; readonly meaning: "in-progress" | "question" | "granted" | "partly" | "refused" | "no-decision" | "withdrawn" | "closed" | null };

export type Message = { readonly text: string };

export type Document = { readonly filename: string; readonly content: string; readonly text: string };

export type MessageAnswer = { readonly submissionId: string; readonly documents: readonly ({ readonly filename: string; readonly sizeBytes: number; readonly sha256: string })[] };

export type Problem = { readonly type: string; readonly title: string; readonly status: number; readonly code: string; readonly detail?: string; readonly fields?: readonly (string)[] };

export type Responsible = { readonly authority: string; readonly ars: string; readonly portal: string; readonly leistung: string; readonly title: string; readonly office: string; readonly phone: string; readonly email: string; readonly street: string; readonly postcode: string; readonly town: string; readonly dependsOn: readonly ("place" | "street" | "name" | "answer")[] };

/** Where the portal is, and the credentials that its administrator made for a destination. */
export type Access = {
  /** Of the portal, without a slash at the end: `https://schwerin.example`. */
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Another way to reach it, such as through a proxy. */
  readonly fetch?: typeof fetch;
};

/** What was answered, and the version it holds for: send it back as `ifMatch`. Undefined content: nothing has changed (304). */
export type Answer<Content> = {
  readonly content: Content | undefined;
  readonly etag: string | undefined;
};

/** A refusal; `code` says which. */
export class ApiError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.code}: ${problem.title}`);
    this.name = "ApiError";
    this.problem = problem;
  }
}

type Call = {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | number | undefined>>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: unknown;
  readonly isFile: boolean;
};

/** What stands in front of the portal, such as a proxy, answers in words of its own. */
async function problemOf(answer: Response): Promise<Problem> {
  const { status, statusText } = answer;
  const type = answer.headers.get("content-type") ?? "";
  if (type.startsWith("application/problem+json"))
    return (await answer.json()) as Problem;
  return { type: "about:blank", title: statusText, status, code: "unavailable" };
}

function createCall(access: Access) {
  const send = access.fetch ?? fetch;
  const base = `${access.baseUrl}/api/v1`;
  let token: { readonly text: string; readonly until: number } | undefined;

  const tokenText = async (): Promise<string> => {
    if (token && Date.now() < token.until) return token.text;
    const { clientId, clientSecret } = access;
    const credentials = btoa(`${clientId}:${clientSecret}`);
    const answer = await send(`${base}/token`, {
      method: "POST",
      headers: { authorization: `Basic ${credentials}` },
      body: new URLSearchParams({ grant_type: "client_credentials" }),
    });
    if (!answer.ok) throw new Error(`no token: ${String(answer.status)}`);
    const given = (await answer.json()) as Token;
    // A minute early: the clock of the portal may be ahead.
    const until = Date.now() + (given.expires_in - 60) * 1000;
    token = { text: given.access_token, until };
    return token.text;
  };

  return async <Content>(call: Call): Promise<Answer<Content>> => {
    const address = new URL(`${base}${call.path}`);
    for (const [name, value] of Object.entries(call.query))
      if (value !== undefined) address.searchParams.set(name, String(value));
    const headers = new Headers({ authorization: `Bearer ${await tokenText()}` });
    for (const [name, value] of Object.entries(call.headers))
      if (value !== undefined) headers.set(name, value);
    if (call.body !== undefined) headers.set("content-type", "application/json");
    const answer = await send(address, {
      method: call.method,
      headers,
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    });
    const etag = answer.headers.get("etag") ?? undefined;
    if (answer.status === 304) return { content: undefined, etag };
    if (!answer.ok) throw new ApiError(await problemOf(answer));
    const content = call.isFile
      ? new Uint8Array(await answer.arrayBuffer())
      : await answer.json();
    return { content: content as Content, etag };
  };
}

/** Every operation of the interface. Throws `ApiError` with the problem on a refusal. */
export function openClient(access: Access) {
  const call = createCall(access);
  return {
    /** List applications, the oldest first. */
    listSubmissions: (input: { delivery?: "accepted" | "delivered" | "rejected"; after?: string; limit?: number } = {}) =>
      call<SubmissionPage>({
        method: "GET",
        path: `/submissions`,
        query: { "delivery": input.delivery, "after": input.after, "limit": input.limit },
        headers: {  },
        body: undefined,
        isFile: false,
      }),
    /** Fetch an application. */
    getSubmission: (input: { id: string; ifNoneMatch?: string }) =>
      call<Submission>({
        method: "GET",
        path: `/submissions/${encodeURIComponent(input.id)}`,
        query: {  },
        headers: { "If-None-Match": input.ifNoneMatch },
        body: undefined,
        isFile: false,
      }),
    /** Fetch the application as PDF. */
    getReceiptPdf: (input: { id: string }) =>
      call<Uint8Array>({
        method: "GET",
        path: `/submissions/${encodeURIComponent(input.id)}/receipt.pdf`,
        query: {  },
        headers: {  },
        body: undefined,
        isFile: true,
      }),
    /** Fetch a file. */
    getUpload: (input: { id: string; fileId: string }) =>
      call<Uint8Array>({
        method: "GET",
        path: `/submissions/${encodeURIComponent(input.id)}/uploads/${encodeURIComponent(input.fileId)}`,
        query: {  },
        headers: {  },
        body: undefined,
        isFile: true,
      }),
    /** Fetch all of it as one package (ZIP), in the formats of the destination. */
    getPackage: (input: { id: string }) =>
      call<Uint8Array>({
        method: "GET",
        path: `/submissions/${encodeURIComponent(input.id)}/package.zip`,
        query: {  },
        headers: {  },
        body: undefined,
        isFile: true,
      }),
    /** Confirm receipt. */
    confirmReceipt: (input: { id: string; idempotencyKey: string; body: Receipt }) =>
      call<ReceiptAnswer>({
        method: "POST",
        path: `/submissions/${encodeURIComponent(input.id)}/receipt`,
        query: {  },
        headers: { "Idempotency-Key": input.idempotencyKey },
        body: input.body,
        isFile: false,
      }),
    /** Refuse an application, with a reason. */
    refuseSubmission: (input: { id: string; idempotencyKey: string; body: Refusal }) =>
      call<ReceiptAnswer>({
        method: "POST",
        path: `/submissions/${encodeURIComponent(input.id)}/refusal`,
        query: {  },
        headers: { "Idempotency-Key": input.idempotencyKey },
        body: input.body,
        isFile: false,
      }),
    /** Report where it stands. */
    setState: (input: { id: string; ifMatch: string; idempotencyKey: string; body: State }) =>
      call<StateAnswer>({
        method: "POST",
        path: `/submissions/${encodeURIComponent(input.id)}/state`,
        query: {  },
        headers: { "If-Match": input.ifMatch, "Idempotency-Key": input.idempotencyKey },
        body: input.body,
        isFile: false,
      }),
    /** Write to the applicants. */
    sendMessage: (input: { id: string; idempotencyKey: string; body: Message }) =>
      call<MessageAnswer>({
        method: "POST",
        path: `/submissions/${encodeURIComponent(input.id)}/messages`,
        query: {  },
        headers: { "Idempotency-Key": input.idempotencyKey },
        body: input.body,
        isFile: false,
      }),
    /** Send the applicants a document. */
    attachDocument: (input: { id: string; idempotencyKey: string; body: Document }) =>
      call<MessageAnswer>({
        method: "POST",
        path: `/submissions/${encodeURIComponent(input.id)}/documents`,
        query: {  },
        headers: { "Idempotency-Key": input.idempotencyKey },
        body: input.body,
        isFile: false,
      }),
  };
}
