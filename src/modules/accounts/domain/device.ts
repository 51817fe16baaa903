const browsers = [
  ["Edg/", "Edge"],
  ["OPR/", "Opera"],
  ["SamsungBrowser/", "Samsung Internet"],
  ["Firefox/", "Firefox"],
  ["Chrome/", "Chrome"],
  ["Safari/", "Safari"],
] as const;

const systems = [
  ["Android", "Android"],
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Windows", "Windows"],
  ["Mac OS X", "Mac"],
  ["Linux", "Linux"],
] as const;

/** A device as its owner knows it, such as "Firefox, Windows". No versions: enough to recognise, too little to track. Empty when unknown. */
export function deviceOf(userAgent: string | undefined): string {
  const said = userAgent ?? "";
  const find = (known: readonly (readonly [string, string])[]) =>
    known.find(([mark]) => said.includes(mark))?.[1];
  return [find(browsers), find(systems)]
    .filter((word) => word !== undefined)
    .join(", ");
}
