import {
  redirect,
  showError,
  type Download,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import type { SummarisedError } from "../../../ui/error-summary.ts";
import { isId } from "../../../platform/values/id.ts";
import { postfachTexts } from "../i18n/texts.ts";
import type { PostfachPorts } from "../ports.ts";
import {
  removeFromAnswer,
  saveAnswer,
  sendAnswer,
} from "../use-cases/answer-thread.ts";
import type { OpenThread } from "../use-cases/find-thread.ts";
import {
  openDocument,
  type OpenedDocument,
} from "../use-cases/open-document.ts";
import { packThread } from "../use-cases/pack-thread.ts";
import { noteSeen, readThread } from "../use-cases/read-thread.ts";
import { errorsOf } from "./answer-form.ts";
import { answerFields, below } from "./postfach-paths.ts";
import { threadPage } from "./thread-page.ts";
import type { ThreadPageProps } from "./thread-page-props.ts";

/** How somebody comes to a thread: by an account or by a private link. */
export type ThreadEntrance = {
  /** Pattern of the thread's address. */
  readonly pattern: string;
  readonly access: Pick<Route, "audience" | "guessable" | "scope">;
  open(request: PortalRequest): Promise<OpenThread | undefined>;
  /** Of the thread that was opened. */
  place(
    request: PortalRequest,
    open: OpenThread,
  ): Promise<
    Pick<
      ThreadPageProps,
      "portalName" | "base" | "back" | "applicationHref" | "canOrganise"
    >
  >;
};

/** What can be done with a thread, the same for accounts and guests. */
export function threadRoutes(
  entrance: ThreadEntrance,
  ports: PostfachPorts,
): readonly Route[] {
  const { pattern, access } = entrance;
  const withThread =
    (handle: (request: PortalRequest, open: OpenThread) => Promise<Reply>) =>
    async (request: PortalRequest): Promise<Reply> => {
      const open = await entrance.open(request);
      return open ? handle(request, open) : showError(404);
    };
  return [
    {
      method: "GET",
      path: pattern,
      ...access,
      handle: withThread((request, open) =>
        show({ request, entrance, open, ports }),
      ),
    },
    {
      method: "POST",
      path: `${pattern}${below.answer}`,
      ...access,
      acceptsFiles: true,
      admitFiles: async (request) =>
        (await entrance.open(request)) ? undefined : showError(404),
      handle: withThread((request, open) =>
        answer({ request, entrance, open, ports }),
      ),
    },
    {
      method: "GET",
      path: `${pattern}${below.document(":document")}`,
      ...access,
      handle: withThread((request, open) => sendDocument(request, open, ports)),
    },
    {
      method: "GET",
      path: `${pattern}${below.download}`,
      ...access,
      handle: withThread((request, open) => sendAll(request, open, ports)),
    },
  ];
}

type Visit = {
  readonly request: PortalRequest;
  readonly entrance: ThreadEntrance;
  readonly open: OpenThread;
  readonly ports: PostfachPorts;
};

async function show(
  { request, entrance, open, ports }: Visit,
  errors: readonly SummarisedError[] = [],
): Promise<Reply> {
  const view = await readThread(open);
  await noteSeen(open, view);
  const place = await entrance.place(request, open);
  return threadPage(request, {
    thread: open.thread,
    view,
    ...place,
    successor: await successorOf(open, place, ports),
    maySend: maySend(request),
    errors,
  });
}

/** The application keeps its id and its private link wherever it lies. */
async function successorOf(
  { context, thread: { submissionId } }: OpenThread,
  { base, canOrganise }: Pick<ThreadPageProps, "base" | "canOrganise">,
  ports: PostfachPorts,
): Promise<ThreadPageProps["successor"]> {
  const found = await ports.successorOf(context, submissionId);
  const path = canOrganise ? `/antraege/${submissionId}` : base;
  return found && { name: found.name, href: `${found.baseUrl}${path}` };
}

/** Whoever may prepare only, for an organisation or a person, does not send. */
function maySend({ account }: PortalRequest): boolean {
  return account?.actingFor?.may !== "prepare";
}

async function answer(visit: Visit): Promise<Reply> {
  const { request, open, entrance, ports } = visit;
  const { fields, files, context } = request;
  const input = {
    text: fields.get(answerFields.text) ?? "",
    received: { files, context },
  };
  const isToBeSent = fields.get(answerFields.action) === "senden";
  const removed = fields.get(answerFields.remove);
  const messageId = fields.get(answerFields.messageId) ?? "";
  if (isToBeSent && !isId(messageId)) return showError(400);
  const done = isToBeSent
    ? await sendAnswer(
        open,
        { ...input, messageId, maySend: maySend(request) },
        ports,
      )
    : await saveAnswer(open, input, ports);
  if (removed !== null) await removeFromAnswer(open, ports, removed);
  if (!done.ok) return show(visit, errorsOf(done.refusal, request));
  const { base } = await entrance.place(request, open);
  const what = isToBeSent ? "sent" : removed === null ? "saved" : "removed";
  return redirect(`${base}?getan=${what}`);
}

async function sendAll(
  { locale }: PortalRequest,
  open: OpenThread,
  { files }: PostfachPorts,
): Promise<Reply> {
  const { reference } = open.thread;
  return {
    kind: "download",
    contentType: "application/zip",
    filename: postfachTexts(locale)("zip.filename", { reference }),
    disposition: "attachment",
    body: await packThread(open, files),
  };
}

/** Shown by the browser: runs nothing there, and the policy of downloads forbids it, too. */
const shownInline = ["application/pdf", "image/jpeg", "image/png"];

async function sendDocument(
  { params }: PortalRequest,
  open: OpenThread,
  { files }: PostfachPorts,
): Promise<Reply> {
  const opened = await openDocument(open, files, params["document"] ?? "");
  return opened ? asDownload(opened) : showError(404);
}

/** A file of the correspondence, shown by the browser where it can. */
export function asDownload(opened: OpenedDocument): Download {
  const { filename, mediaType } = opened.document;
  return {
    kind: "download",
    contentType: mediaType,
    filename,
    disposition: shownInline.includes(mediaType) ? "inline" : "attachment",
    body: opened.body,
  };
}
