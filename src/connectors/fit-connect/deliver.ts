import type { DeliveryOutcome } from "../../modules/delivery/index.ts";
import { answerDueMs } from "./case-answer.ts";
import {
  createClient,
  outcomeOf,
  type Failure,
  type FitConnectClient,
} from "./client.ts";
import { findEncryptionKey } from "./destination.ts";
import { readLog, type Log } from "./event-log.ts";
import { serviceOf } from "./metadata.ts";
import { parseNote, type Note } from "./note.ts";
import type { FitConnectOptions } from "./options.ts";
import { canBeSaid } from "./payment.ts";
import { announce, uploadAndSeal, type Package } from "./send.ts";
import { isAllowed, type Sender } from "./sender.ts";

/**
 * Hands over in the order the service asks for. What it is at the service is remembered after each step, so that a repeat goes on with the
 * same submission, and does not send what was submitted already.
 */
export async function deliver(
  sender: Sender,
  given: Package,
): Promise<DeliveryOutcome> {
  const { delivery, options, signal } = given;
  signal.throwIfAborted();
  const reason = hindranceOf(sender, given);
  if (reason) return { kind: "rejected", reason };

  const client = createClient(sender, options, signal);
  const { tenantId, deliveryId } = delivery;
  const note = parseNote(await sender.notes.read(tenantId, deliveryId));
  if (!note || note.isOver) return begin(sender, client, given);
  const log = await logOf(sender, client, { options, note });
  if (log.ok && isSubmitted(log.value)) return accepted(sender, note);
  // An incomplete submission is deleted after a day: then there is nothing to continue.
  if (!log.ok && log.refusal.status === 404)
    return begin(sender, client, given);
  if (!log.ok) return outcomeOf(log.refusal);
  return proceed(sender, client, { ...given, note });
}

/** What a person has to settle before anything is sent. */
function hindranceOf(
  sender: Sender,
  { delivery, options }: Package,
): string | undefined {
  if (!isAllowed(sender, options)) return "address-not-allowed";
  const bytes = delivery.uploads.reduce((sum, it) => sum + it.sizeBytes, 0);
  if (bytes > options.maxUploadMegabytes * 1024 * 1024)
    return "uploads-too-large";
  return canBeSaid(delivery.payment) ? undefined : "payment-not-expressible";
}

/** A submission of its own at the service, remembered before anything is put into it. */
async function begin(
  sender: Sender,
  client: FitConnectClient,
  given: Package,
): Promise<DeliveryOutcome> {
  const { delivery, options } = given;
  const service = serviceOf(delivery, options);
  if (!service) return { kind: "rejected", reason: "service-not-offered" };
  const wanted = {
    options,
    serviceIdentifier: service.identifier,
    now: sender.clock(),
  };
  const key = await findEncryptionKey(client, wanted);
  if (!key.ok) return outcomeOf(key.refusal);
  const announced = await announce(client, given, service);
  if (!announced.ok) return outcomeOf(announced.refusal);
  const note = announced.value;
  await sender.notes.write(delivery.tenantId, delivery.deliveryId, note);
  return proceed(sender, client, { ...given, note });
}

/** Attachments, then the rest in one call. The tags are remembered before: from then on the service may have it. */
async function proceed(
  sender: Sender,
  client: FitConnectClient,
  given: Package & { readonly note: Note },
): Promise<DeliveryOutcome> {
  const { delivery, options, note, signal } = given;
  const now = sender.clock();
  const wanted = { options, serviceIdentifier: undefined, now };
  const key = await findEncryptionKey(client, wanted);
  if (!key.ok) return outcomeOf(key.refusal);
  const sealed = await uploadAndSeal(client, given, { note, key: key.value });
  if (!sealed.ok)
    return afterFault(sender, client, { ...given, failure: sealed.refusal });
  const { tags, ...body } = sealed.value;
  const tried = { ...note, sendings: [...note.sendings, tags].slice(-20) };
  await sender.notes.write(delivery.tenantId, delivery.deliveryId, tried);
  signal.throwIfAborted();
  const put = await client.call({
    method: "PUT",
    path: `/v2/submissions/${note.submissionId}`,
    body: JSON.stringify(body),
  });
  return put.ok
    ? accepted(sender, note)
    : afterFault(sender, client, { ...given, failure: put.refusal });
}

type Failed = {
  readonly options: FitConnectOptions;
  readonly note: Note;
  readonly failure: Failure;
};

/** A refusal can mean that an earlier attempt, whose answer never came, has gone through: the log knows. */
async function afterFault(
  sender: Sender,
  client: FitConnectClient,
  { options, note, failure }: Failed,
): Promise<DeliveryOutcome> {
  if (failure.kind === "unavailable") return outcomeOf(failure);
  const log = await logOf(sender, client, { options, note });
  return log.ok && isSubmitted(log.value)
    ? accepted(sender, note)
    : outcomeOf(failure);
}

const logOf = (
  sender: Sender,
  client: FitConnectClient,
  given: { readonly options: FitConnectOptions; readonly note: Note },
) => readLog(client, { ...given, now: sender.clock() });

const isSubmitted = ({ events }: Log): boolean =>
  events.some(({ kind }) => kind !== "create-submission");

function accepted({ clock }: Sender, { caseId }: Note): DeliveryOutcome {
  const answerDueAt = new Date(clock().getTime() + answerDueMs);
  return { kind: "accepted", correlationId: caseId, answerDueAt };
}
