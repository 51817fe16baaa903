/** True when the host is one of these: `login.example.org`, or every name below: `*.example.org`. */
export function isAmongHosts(
  host: string,
  patterns: readonly string[],
): boolean {
  return patterns.some((pattern) =>
    pattern.startsWith("*.")
      ? host.endsWith(pattern.slice(1))
      : host === pattern,
  );
}
