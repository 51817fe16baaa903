import type { SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import type { Office } from "../../staff/index.ts";
import type { Authority } from "../domain/authority.ts";
import type { VorgangContribution } from "../ports.ts";
import type { VorgangClock } from "../use-cases/read-clock.ts";
import type { OpenedVorgang } from "../use-cases/read-vorgang.ts";
import type { VorgangInput } from "./vorgang-input.ts";

/** All that the page of a Vorgang shows. */
export type VorgangPageProps = {
  readonly locale: Locale;
  readonly now: Date;
  readonly opened: OpenedVorgang;
  /** Names of colleagues by id. */
  readonly staffNames: ReadonlyMap<string, string>;
  readonly mayEdit: boolean;
  readonly mayManageLabels: boolean;
  readonly ownId: string;
  readonly ownTenantId: string;
  readonly ownName: string;
  /** Those that the page names: they were asked for an opinion, or are about to be. */
  readonly authorities: readonly Authority[];
  /** It was handed over, and nobody there has opened it yet. */
  readonly mayCallBack: boolean;
  /** Who is chosen to be asked for an opinion, as a word of the form. */
  readonly chosenExpert: string;
  /** Who could be responsible. */
  readonly office: Office;
  /** What went to the applicant, and when it was retrieved: a section of the Postfach with its heading. */
  readonly postfach?: SafeHtml | undefined;
  /** How long the office still has; undefined where nothing is set. */
  readonly clock: VorgangClock | undefined;
  /** What other modules show here. */
  readonly contributions: readonly VorgangContribution[];
  readonly input: VorgangInput;
  /** File to show beside the answers, as the address names it. */
  readonly fileId: string | null;
};
