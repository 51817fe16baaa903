import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { readWay, usualChoices } from "../domain/choice.ts";
import { readChoices, saveChoices } from "../use-cases/choices.ts";
import {
  askCode,
  confirmPhone,
  readOwnPhone,
  removePhone,
  type AskCodeRefusal,
} from "../use-cases/own-phone.ts";
import type { SmsLimit } from "../use-cases/write-sms.ts";
import { choicesPage, type ChoicesPageProps } from "./choices-page.ts";
import { noticesFields, noticesPaths } from "./notices-paths.ts";

/** The page of the account on notices. */
export function choicesRoutes(limit: SmsLimit): readonly Route[] {
  const own = { audience: "account", scope: "any" } as const;
  return [
    {
      method: "GET",
      path: noticesPaths.choices,
      ...own,
      handle: (request) => show(request, {}),
    },
    { method: "POST", path: noticesPaths.choices, ...own, handle: save },
    {
      method: "POST",
      path: noticesPaths.phone,
      ...own,
      handle: (request) => ask(request, limit),
    },
    { method: "POST", path: noticesPaths.code, ...own, handle: confirm },
    { method: "POST", path: noticesPaths.removePhone, ...own, handle: remove },
  ];
}

const doneWords = {
  auswahl: "choices.saved",
  nummer: "phone.confirmed",
  entfernt: "phone.removed",
} as const;

async function show(
  { account, accountContext, locale, query }: PortalRequest,
  more: Pick<ChoicesPageProps, "error" | "typed">,
): Promise<Reply> {
  if (!account) return showError(404);
  const { accountId } = account;
  const [choices, phone] = await Promise.all([
    readChoices(accountContext, accountId),
    readOwnPhone(accountContext, accountId),
  ]);
  const word = query.get("getan") ?? "";
  const done = Object.entries(doneWords).find(([name]) => name === word)?.[1];
  return choicesPage({ locale, choices, phone, done, ...more });
}

async function save({
  account,
  accountContext,
  fields,
}: PortalRequest): Promise<Reply> {
  if (!account) return showError(404);
  await saveChoices(accountContext, account.accountId, {
    message:
      readWay("message", fields.get("message") ?? "") ?? usualChoices.message,
    progress:
      readWay("progress", fields.get("progress") ?? "") ??
      usualChoices.progress,
  });
  return redirect(`${noticesPaths.choices}?getan=auswahl`);
}

async function ask(request: PortalRequest, limit: SmsLimit): Promise<Reply> {
  const { account, accountContext, fields } = request;
  if (!account) return showError(404);
  const typed = fields.get(noticesFields.phone) ?? "";
  const asked = await askCode(accountContext, {
    accountId: account.accountId,
    typed,
    ...limit,
  });
  if (asked.ok) return redirect(`${noticesPaths.choices}#sms`);
  return show(request, { error: errorOf(asked.refusal), typed });
}

function errorOf(refusal: AskCodeRefusal): ChoicesPageProps["error"] {
  return {
    field: "phone",
    text: `phone.${refusal.kind}`,
    retryAfterSeconds:
      refusal.kind === "too-many-attempts"
        ? refusal.retryAfterSeconds
        : undefined,
  };
}

async function confirm(request: PortalRequest): Promise<Reply> {
  const { account, accountContext, fields } = request;
  if (!account) return showError(404);
  const typed = fields.get(noticesFields.code) ?? "";
  return (await confirmPhone(accountContext, account.accountId, typed))
    ? redirect(`${noticesPaths.choices}?getan=nummer`)
    : show(request, { error: { field: "code", text: "phone.wrong-code" } });
}

async function remove({
  account,
  accountContext,
}: PortalRequest): Promise<Reply> {
  if (!account) return showError(404);
  await removePhone(accountContext, account.accountId);
  return redirect(`${noticesPaths.choices}?getan=entfernt`);
}
