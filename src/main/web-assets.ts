import { formRulesScript } from "../modules/forms/commands.ts";
import { loadAssets, type Assets } from "../ui/assets.ts";

/** What browsers get beside pages, read and packed: the same for every portal of this program. */
export function loadWebAssets(): Promise<Assets> {
  return loadAssets([formRulesScript]);
}
