import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { PortalRequest } from "../../../shell/web/route.ts";
import { button, buttonRow, linkButton } from "../../../ui/button.ts";
import type { AssuranceLevel } from "../../accounts/index.ts";
import { actionField } from "../../forms/index.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import { refusalOfSender } from "../use-cases/submit-draft.ts";
import { antragPath } from "./antrag-request.ts";
import { revisionField, type CheckPageProps } from "./check-fields.ts";
import { intakeMark } from "./intake-notice.ts";
import { senderOf } from "./owner-pages.ts";
import { resumePath } from "./resume-path.ts";
import { stepActions } from "./step-actions.ts";

/**
 * Sends what is on the page: an application or a correction. What is declared, and the button, are there only once all is complete and
 * whoever looks at it may send it; until then it leads to what is missing.
 */
export function sendForm(
  request: PortalRequest,
  {
    draft,
    answerErrors,
    neededLevel,
  }: Pick<CheckPageProps, "draft" | "answerErrors"> & {
    readonly neededLevel: AssuranceLevel;
  },
  content: {
    readonly label: string;
    /** Sent along, whether complete or not. */
    readonly hidden?: SafeHtml;
    readonly declaration: SafeHtml;
  },
): SafeHtml {
  const t = submissionsTexts(request.locale);
  const isRefused = refusalOfSender({ sender: senderOf(request), neededLevel });
  const isComplete = answerErrors.length === 0;
  const isSendable = isComplete && !isRefused;
  return html`<form
    method="post"
    action="${antragPath(draft.leistungSlug, "/senden")}"
    novalidate
  >
    <input type="hidden" name="${revisionField}" value="${draft.revision}" />
    ${intakeMark(draft)} ${content.hidden} ${isSendable && content.declaration}
    ${buttonRow(
      isSendable && button({ label: content.label }),
      !isComplete &&
        linkButton({
          label: t("start.resume.button"),
          href: resumePath(draft),
          icon: "arrow-forward",
        }),
      button({
        label: t("step.save"),
        variant: "secondary",
        name: actionField,
        value: stepActions.save,
      }),
    )}
  </form>`;
}
