import { formatDate } from "../../../platform/i18n/dates.ts";
import { locales, type Locale } from "../../../platform/i18n/texts.ts";
import type { MailText } from "../../../platform/mail/mail-text.ts";
import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import type { NoticesPorts } from "../ports.ts";
import type { Words } from "../domain/wording.ts";
import { noticesTexts } from "../i18n/texts.ts";
import {
  dropWording,
  listOwnWordings,
  sendSample,
  useWording,
} from "../use-cases/wordings.ts";
import { mailPage, mailsPage, type MailPageProps } from "./mail-pages.ts";
import { noticesFields, noticesPaths } from "./notices-paths.ts";

/** The words of an authority for its mails. */
export function mailRoutes(ports: NoticesPorts): readonly Route[] {
  const access = {
    audience: "staff",
    permission: "bescheid.texts",
    scope: "any",
  } as const;
  const path = noticesPaths.mail(":kind", ":language");
  return [
    {
      method: "GET",
      path: noticesPaths.mails,
      ...access,
      handle: async ({ context, locale, portal }) =>
        mailsPage(textsOf(portal, ports), {
          wordings: await listOwnWordings(context),
          locale,
        }),
    },
    {
      method: "GET",
      path,
      ...access,
      handle: (request) => show(request, ports, {}),
    },
    {
      method: "POST",
      path,
      ...access,
      handle: (request) => change(request, ports),
    },
  ];
}

/** Those that this portal sends. */
function textsOf(
  { kind }: PortalRequest["portal"],
  { mailTexts }: NoticesPorts,
): readonly MailText[] {
  const own = kind === "installation" ? kind : "authority";
  return mailTexts.filter(({ sender }) => sender === own);
}

type Named = { readonly text: MailText; readonly language: Locale };

function find(
  { params, portal }: PortalRequest,
  ports: NoticesPorts,
): Named | undefined {
  const text = textsOf(portal, ports).find(
    ({ kind }) => kind === params["kind"],
  );
  const language = locales.find((it) => it === params["language"]);
  return text && language && { text, language };
}

const doneWords = {
  gespeichert: "mails.saved",
  gesendet: "mails.tested",
} as const;

async function show(
  request: PortalRequest,
  ports: NoticesPorts,
  typed: Partial<Pick<MailPageProps, "words" | "problem" | "done">>,
): Promise<Reply> {
  const { context, locale, query } = request;
  const named = find(request, ports);
  if (!named) return showError(404);
  const { text, language } = named;
  const own = (await listOwnWordings(context)).find(
    (it) => it.kind === text.kind && it.locale === language,
  );
  const word = query.get("getan") ?? "";
  const done = Object.entries(doneWords).find(([name]) => name === word)?.[1];
  return mailPage({
    locale,
    text,
    language,
    words: own ?? wordsOf(text, language),
    isOwn: own !== undefined,
    values: exampleValues(request, ports),
    done,
    ...typed,
  });
}

/** The words it comes with, with its placeholders. */
function wordsOf(text: MailText, language: Locale): Words {
  const { subject, text: body } = text.words(language);
  return { subject, body };
}

async function change(
  request: PortalRequest,
  ports: NoticesPorts,
): Promise<Reply> {
  const { context, fields } = request;
  const named = find(request, ports);
  if (!named) return showError(404);
  const { text, language } = named;
  const words = {
    subject: (fields.get(noticesFields.subject) ?? "").trim(),
    body: (fields.get(noticesFields.body) ?? "").replaceAll("\r\n", "\n"),
  };
  const path = noticesPaths.mail(text.kind, language);
  switch (fields.get(noticesFields.action)) {
    case "zuruecksetzen":
      await dropWording(context, { kind: text.kind, locale: language });
      return redirect(path);
    case "probe":
      return trySample(request, ports, { ...named, words });
    default: {
      const used = await useWording(context, text, {
        locale: language,
        ...words,
      });
      if (used.ok) return redirect(`${path}?getan=gespeichert`);
      return used.refusal.kind === "not-permitted"
        ? showError(403)
        : show(request, ports, { words, problem: used.refusal });
    }
  }
}

/** What was typed stays on the page: it is not saved yet. */
async function trySample(
  request: PortalRequest,
  ports: NoticesPorts,
  { text, language, words }: Named & { readonly words: Words },
): Promise<Reply> {
  const { context, staff } = request;
  const to = staff && (await ports.emailOfStaff(context, staff.staffId));
  if (to === undefined) return showError(404);
  const sent = await sendSample(context, text, {
    to,
    locale: language,
    ...words,
    values: exampleValues(request, ports),
  });
  if (sent.ok) return show(request, ports, { words, done: "mails.tested" });
  return sent.refusal.kind === "not-permitted"
    ? showError(403)
    : show(request, ports, { words, problem: sent.refusal });
}

function exampleValues(
  { portal, context, locale }: PortalRequest,
  { baseUrlOf }: NoticesPorts,
): Readonly<Record<string, string>> {
  const url = `${baseUrlOf(portal)}/postfach`;
  const day = formatDate(context.now, locale);
  return {
    ...{ portal: portal.name, reference: "7K4M-2QXD-H8P" },
    ...{ url, link: url, address: url },
    ...{ count: "3", late: "1", soon: "2", days: "7" },
    ...{
      day,
      date: day,
      destination: noticesTexts(locale)("mails.destination"),
    },
  };
}
