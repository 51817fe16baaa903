/** What a browser sends for controls nobody touches, by name. Later ones of the same name win. */
export function sentBack(markup: string): Map<string, string> {
  return new Map([
    ...inputsOf(markup),
    ...selectsOf(markup),
    ...textareasOf(markup),
  ]);
}

type Sent = readonly [name: string, value: string];

function inputsOf(markup: string): Sent[] {
  return [...markup.matchAll(/<input([^>]*)>/g)]
    .map(([, attributes = ""]) => attributes)
    .filter(
      (attributes) =>
        !/type="(?:radio|checkbox)"/.test(attributes) ||
        / checked/.test(attributes),
    )
    .map((attributes) => [
      attributeOf(attributes, "name"),
      attributeOf(attributes, "value"),
    ]);
}

function selectsOf(markup: string): Sent[] {
  return [
    ...markup.matchAll(/<select[^>]*name="([^"]*)"[^>]*>([^]*?)<\/select>/g),
  ].map(([, name = "", options = ""]) => [
    name,
    /value="([^"]*)" selected/.exec(options)?.[1] ?? "",
  ]);
}

function textareasOf(markup: string): Sent[] {
  return [
    ...markup.matchAll(
      /<textarea[^>]*name="([^"]*)"[^>]*>\n?([^]*?)<\/textarea>/g,
    ),
  ].map(([, name = "", text = ""]) => [name, unescape(text)]);
}

function attributeOf(attributes: string, name: string): string {
  return unescape(new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1] ?? "");
}

function unescape(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
