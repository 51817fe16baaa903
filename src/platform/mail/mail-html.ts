import { html, uncheckedHtml, type SafeHtml } from "../html/html.ts";
import { betweenLanguages, type MailPart } from "./mail.ts";

/** Who a mail comes from, as it stands above and below it. */
export type Letterhead = {
  readonly name: string;
  /** `#rrggbb`, dark enough for white writing on it. */
  readonly colour: string;
  /** Address and telephone, in German. */
  readonly lines: readonly string[];
};

/**
 * A mail as HTML: headings, paragraphs and links as such, the language of each part named, nothing loaded from anywhere. Styles stand at each
 * element, because mail programs drop style sheets.
 */
export function mailHtml(
  { subject, parts }: { subject: string; parts: readonly MailPart[] },
  { name, colour, lines }: Letterhead,
): string {
  const language = parts[0]?.locale ?? "de";
  const page = html`<html lang="${language}" dir="ltr">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light" />
      <title>${subject}</title>
    </head>
    <body
      style="margin:0;background:#f3f4f6;color:#1a1a1a;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5"
    >
      <div
        role="banner"
        lang="de"
        style="background:${colour};color:#ffffff;padding:16px 24px;font-size:20px;font-weight:bold"
      >
        ${name}
      </div>
      <div
        role="main"
        style="max-width:640px;margin:0 auto;background:#ffffff;padding:8px 24px 24px"
      >
        <h1 style="font-size:22px;line-height:1.3">${subject}</h1>
        ${parts.map((part, index) => partOf(part, { isFirst: index === 0, colour }))}
      </div>
      <div
        role="contentinfo"
        lang="de"
        style="max-width:640px;margin:0 auto;padding:16px 24px;font-size:14px"
      >
        <p style="margin:0">${withBreaks([name, ...lines])}</p>
      </div>
    </body>
  </html>`;
  return `<!DOCTYPE html>\n${page.toString()}\n`;
}

function partOf(
  { locale, text }: MailPart,
  { isFirst, colour }: { readonly isFirst: boolean; readonly colour: string },
): SafeHtml {
  const paragraphs = text
    .split(betweenLanguages.trim())
    .flatMap((half) => half.trim().split(/\n{2,}/));
  return html`<div lang="${locale}">
    ${!isFirst && html`<hr style="border:0;border-top:1px solid #767676;margin:24px 0" />`}
    ${paragraphs.map(
      (paragraph) =>
        html`<p style="margin:0 0 16px">
          ${withBreaks(paragraph.split("\n"), colour)}
        </p>`,
    )}
  </div>`;
}

function withBreaks(lines: readonly string[], colour?: string): SafeHtml[] {
  return lines.map(
    (line, index) =>
      html`${index > 0 && uncheckedHtml("<br>")}${wordsOfLine(line, colour)}`,
  );
}

/** Addresses become links that read as the address: people must see where a link leads. */
function wordsOfLine(line: string, colour = "#1a1a1a"): SafeHtml[] {
  return line
    .split(/(https?:\/\/[^\s<>"]*[\w/])/)
    .map((piece, index) =>
      index % 2 === 1
        ? html`<a href="${piece}" style="color:${colour};word-break:break-all"
            >${piece}</a
          >`
        : html`${piece}`,
    );
}
