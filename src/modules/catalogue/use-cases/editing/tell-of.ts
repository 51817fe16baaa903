import type { Context } from "../../../../platform/context/context.ts";
import type { Db } from "../../../../platform/database/database.ts";
import { sendMailLater } from "../../../../platform/mail/mail.ts";
import {
  mailOf,
  type MailInput,
  type MailText,
} from "../../../../platform/mail/mail-text.ts";
import type { EditorNotices } from "./editor-notices.ts";

/** A mail about a Leistung. */
export type EditorMail = {
  readonly text: MailText;
  readonly to: readonly string[];
  readonly title: string;
  readonly id: string;
  /** Where to look: the form, or what waits for approval. */
  readonly page: "" | "/freigabe";
  /** What reads differently in each language. */
  readonly valuesIn?: NonNullable<MailInput["valuesIn"]>;
  readonly notices: EditorNotices | undefined;
};

/** A mail to each: the title and where to look, nothing of the texts. In the caller's transaction. */
export async function tellOf(
  context: Context,
  db: Db,
  { text, to, title, id, page, notices, ...more }: EditorMail,
): Promise<void> {
  if (!notices || to.length === 0) return;
  const base = await notices.baseUrlOf(context.tenantId);
  const values = { title, url: `${base}/verwaltung/leistungen/${id}${page}` };
  for (const address of to)
    await sendMailLater(
      context,
      db,
      mailOf(text, { to: address, locales: ["de"], values, ...more }),
    );
}
