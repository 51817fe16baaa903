/**
 * An address as `xs:anyURI` takes it; empty where it cannot be one. People copy links with two fragments or a bare percent sign into
 * schemas; one of them would make the whole document invalid.
 */
export function anyUri(text: string): string {
  const [address = "", ...fragments] = text.trim().split("#");
  const whole = [
    address,
    ...(fragments.length > 0 ? [fragments.join("%23")] : []),
  ]
    .join("#")
    .replaceAll(/%(?![\dA-Fa-f]{2})/g, "%25");
  const isAbsolute = /^[A-Za-z][\w+.-]*:/.test(whole);
  return isAbsolute ? absolute(whole) : relative(whole);
}

function absolute(whole: string): string {
  if (!URL.canParse(whole)) return "";
  return /^https?:\/\/\[/i.test(whole) ? whole : withoutBrackets(whole);
}

function relative(whole: string): string {
  return /^(?:[^/]*:|\/\/)/.test(whole) ? "" : withoutBrackets(whole);
}

function withoutBrackets(text: string): string {
  return text.replaceAll("[", "%5B").replaceAll("]", "%5D");
}
