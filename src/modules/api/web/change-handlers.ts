import type { Result } from "../../../platform/result/result.ts";
import type { Reply } from "../../../shell/web/route.ts";
import type { ApiPorts } from "../ports.ts";
import {
  answerOnce,
  type Keep,
  type KeptAnswer,
} from "../use-cases/answer-once.ts";
import { confirmReceipt } from "../use-cases/confirm-receipt.ts";
import { refuseSubmission } from "../use-cases/refuse-submission.ts";
import { reportState } from "../use-cases/report-state.ts";
import { tellApplicant } from "../use-cases/tell-applicant.ts";
import type { ApiCall, ApiHandler } from "./api-call.ts";
import { problem, type ProblemCode } from "./problems.ts";
import { schemas } from "./schemas.ts";

/** The back office has it. */
export const receipt =
  (ports: ApiPorts): ApiHandler =>
  (call) => {
    const { submissionId } = call;
    const body = schemas.Receipt.parse(call.body);
    return once(call, (keep) =>
      confirmReceipt(call.caller, { submissionId, ...body, keep }, ports),
    );
  };

/** The back office does not take it. */
export const refusal =
  (ports: ApiPorts): ApiHandler =>
  (call) => {
    const { submissionId } = call;
    const { reason } = schemas.Refusal.parse(call.body);
    return once(call, (keep) =>
      refuseSubmission(call.caller, { submissionId, reason, keep }, ports),
    );
  };

/** Where it stands there. */
export const state =
  (ports: ApiPorts): ApiHandler =>
  (call) => {
    const { submissionId } = call;
    const { state: word, note = "" } = schemas.State.parse(call.body);
    const ifMatch = call.header("if-match") ?? "";
    return once(call, (keep) =>
      reportState(
        call.caller,
        { submissionId, word, note, ifMatch, keep },
        ports,
      ),
    );
  };

/** Words for the applicant. */
export const message =
  (ports: ApiPorts): ApiHandler =>
  (call) => {
    const { submissionId } = call;
    const { text } = schemas.Message.parse(call.body);
    return once(call, (keep) =>
      tellApplicant(call.caller, { submissionId, text, keep }, ports),
    );
  };

/** A document for the applicant, with the words it comes with. */
export const document =
  (ports: ApiPorts): ApiHandler =>
  (call) => {
    const { submissionId } = call;
    const { text, filename, content } = schemas.Document.parse(call.body);
    const file = { filename, content: Buffer.from(content, "base64") };
    return once(call, (keep) =>
      tellApplicant(
        call.caller,
        { submissionId, text, document: file, keep },
        ports,
      ),
    );
  };

type Refusal = {
  readonly kind: Extract<ProblemCode, string> | "note-too-long";
};

async function once(
  { caller, request, header, fingerprint }: ApiCall,
  work: (keep: Keep) => Promise<Result<KeptAnswer, Refusal>>,
): Promise<Reply> {
  const { client, context } = caller;
  const { clientId } = client;
  const key = header("idempotency-key") ?? "";
  const call = { clientId, key, fingerprint };
  const result = await answerOnce(context, call, work);
  if (!result.ok) {
    const { kind } = result.refusal;
    return problem(kind === "note-too-long" ? "body-wrong" : kind, request);
  }
  const { status, etag, body } = result.value;
  return {
    kind: "raw",
    status,
    headers: {
      "content-type": "application/json",
      ...(etag !== undefined && { etag }),
    },
    body,
  };
}
