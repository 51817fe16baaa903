/** The script of pages with rules and what it imports; the same files run on the server. */
export const formRulesScript = {
  name: "form-rules",
  root: new URL("../../../", import.meta.url),
  entry: "modules/forms/rules/live/form-rules.js",
};
