import type { Context } from "../../../platform/context/context.ts";
import { fillText, type Locale } from "../../../platform/i18n/texts.ts";
import { sendMailLater } from "../../../platform/mail/mail.ts";
import type { MailText } from "../../../platform/mail/mail-text.ts";
import {
  deleteWording,
  listWordings,
  saveWording,
  type Wording,
} from "../../../platform/mail/wording-store.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { recordAudit } from "../../audit/index.ts";
import { findProblem, type WordingProblem } from "../domain/wording.ts";

/** Who may change texts of the authority may change those of its mails. */
const permission = "bescheid.texts";

/** The authority's own words; none without the permission. */
export async function listOwnWordings(
  context: Context,
): Promise<readonly Wording[]> {
  if (!context.actor.may(permission)) return [];
  return context.read((db) => listWordings(db, context.tenantId));
}

type Refusal = { readonly kind: "not-permitted" } | WordingProblem;

/** Uses own words for a kind of mail from the next one on. */
export async function useWording(
  context: Context,
  text: MailText,
  words: Pick<Wording, "locale" | "subject" | "body">,
): Promise<Result<void, Refusal>> {
  const { actor, tenantId, now } = context;
  if (!actor.may(permission)) return refuse({ kind: "not-permitted" });
  const problem = findProblem(words, text);
  if (problem) return refuse(problem);
  const { kind } = text;
  await context.transaction(async (db) => {
    await saveWording(db, tenantId, { kind, ...words, by: actor.id, at: now });
    await recordAudit(context, db, {
      action: "mail.wording-changed",
      subject: { kind: "tenant", id: tenantId },
      details: { kind, locale: words.locale },
    });
  });
  return ok(undefined);
}

/** Back to the words it comes with. */
export async function dropWording(
  context: Context,
  wording: Pick<Wording, "kind" | "locale">,
): Promise<boolean> {
  const { actor, tenantId } = context;
  if (!actor.may(permission)) return false;
  await context.transaction(async (db) => {
    await deleteWording(db, tenantId, wording);
    await recordAudit(context, db, {
      action: "mail.wording-dropped",
      subject: { kind: "tenant", id: tenantId },
      details: { ...wording },
    });
  });
  return true;
}

/** Sends words to whoever works on them, filled in with examples, saved or not. */
export async function sendSample(
  context: Context,
  text: MailText,
  {
    to,
    locale,
    subject,
    body,
    values,
  }: {
    readonly to: string;
    readonly locale: Locale;
    readonly subject: string;
    readonly body: string;
    readonly values: Readonly<Record<string, string>>;
  },
): Promise<Result<void, Refusal>> {
  if (!context.actor.may(permission)) return refuse({ kind: "not-permitted" });
  const problem = findProblem({ subject, body }, text);
  if (problem) return refuse(problem);
  const filled = {
    subject: fillText(subject, values),
    text: fillText(body, values),
  };
  // Of a kind nobody has words for: what is sent is what was typed.
  await context.transaction((db) =>
    sendMailLater(context, db, {
      kind: "sample",
      to,
      ...filled,
      wording: { values, parts: [{ locale, ...filled }] },
    }),
  );
  return ok(undefined);
}
