/** What a browser would send of the first form that is posted. */
export function inputsOf(text: string): Record<string, string> {
  const form = /<form\s+method="post"[\s\S]*?<\/form>/.exec(text)?.[0] ?? "";
  return Object.fromEntries([
    ...linesIn(form),
    ...namedIn(form, /<textarea[^>]*\sname="([^"]*)"[^>]*>\n?([^<]*)/g),
    ...choicesIn(form),
  ]);
}

const linesIn = (form: string) =>
  [...form.matchAll(/<input[^>]*>/g)]
    .map(([tag]) => tag)
    .filter(
      (tag) =>
        !/type="(?:radio|checkbox)"/.test(tag) || tag.includes(" checked"),
    )
    .map((tag) => [attribute(tag, "name"), attribute(tag, "value")] as const);

const choicesIn = (form: string) =>
  namedIn(form, /<select[^>]*\sname="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g).map(
    ([name, options]) =>
      [
        name,
        /value="([^"]*)"[^>]*\sselected/.exec(options)?.[1] ?? "",
      ] as const,
  );

const namedIn = (form: string, pattern: RegExp) =>
  [...form.matchAll(pattern)].map(
    ([, name = "", value = ""]) => [name, unescaped(value)] as const,
  );

const attribute = (tag: string, name: string) =>
  unescaped(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "");

const unescaped = (text: string) =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
