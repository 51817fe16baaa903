import { showError, type Route } from "../../../shell/web/route.ts";
import { isId } from "../../../platform/values/id.ts";
import type { VorgaengePorts } from "../ports.ts";
import {
  readEscalation,
  type EscalationOf,
} from "../use-cases/read-escalation.ts";
import { rulesPermission } from "../use-cases/clock-rules.ts";
import {
  escalationField,
  escalationPage,
  mineWord,
} from "./escalation-page.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

/** What must not go on lying, for who leads. */
export function escalationRoutes(
  ports: Pick<VorgaengePorts, "listOpenTasks">,
): readonly Route[] {
  return [
    {
      method: "GET",
      path: vorgaengePaths.escalation,
      audience: "staff",
      permission: rulesPermission,
      handle: async ({ context, locale, query }) => {
        const whose = whoseOf(query.get(escalationField) ?? "");
        const read = await readEscalation(context, whose, ports);
        return read.ok
          ? escalationPage({ locale, whose, escalation: read.value })
          : showError(403);
      },
    },
  ];
}

function whoseOf(word: string): EscalationOf {
  if (isId(word)) return { teamId: word };
  return word === mineWord ? "mine" : "all";
}
